#define _GNU_SOURCE
#include "CSpawn.h"

#include <fcntl.h>
#include <linux/perf_event.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void close_both(int ends[2]) {
  close(ends[0]);
  close(ends[1]);
}

/// In the child: only what is safe after a fork of a threaded process.
static void become(const char *path, char *const arguments[], char *const environment[], const char *folder,
                   const int streams[3]) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  for (int stream = 0; stream < 3; stream++) dup2(streams[stream], stream);
  if (folder && chdir(folder) != 0) _exit(126);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t cspawn(const char *path, char *const arguments[], char *const environment[], const char *folder,
             int ends[3]) {
  int in[2], out[2], err[2];
  if (pipe2(in, O_CLOEXEC) != 0) return -1;
  if (pipe2(out, O_CLOEXEC) != 0) {
    close_both(in);
    return -1;
  }
  if (pipe2(err, O_CLOEXEC) != 0) {
    close_both(in);
    close_both(out);
    return -1;
  }
  signal(SIGPIPE, SIG_IGN);  // a child that ends early is no reason for us to end
  pid_t child = fork();
  if (child == 0) become(path, arguments, environment, folder, (int[3]){in[0], out[1], err[1]});
  close(in[0]);
  close(out[1]);
  close(err[1]);
  if (child < 0) {
    close(in[1]);
    close(out[0]);
    close(err[0]);
    return -1;
  }
  fcntl(in[1], F_SETFL, O_NONBLOCK);
  ends[0] = in[1];
  ends[1] = out[0];
  ends[2] = err[0];
  return child;
}

int ccount_instructions(int withChildren) {
  struct perf_event_attr event;
  memset(&event, 0, sizeof event);
  event.size = sizeof event;
  event.type = PERF_TYPE_HARDWARE;
  event.config = PERF_COUNT_HW_INSTRUCTIONS;
  event.inherit = withChildren != 0;
  event.exclude_kernel = event.exclude_hv = 1;
  return (int)syscall(SYS_perf_event_open, &event, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
}
