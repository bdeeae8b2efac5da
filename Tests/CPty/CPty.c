#define _GNU_SOURCE
#include "CPty.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <unistd.h>

pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[],
                 const char *folder, int columns, int rows, int *master) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  pid_t child = forkpty(master, NULL, NULL, &size);
  if (child != 0) {
    if (child > 0) fcntl(*master, F_SETFD, FD_CLOEXEC);
    return child;
  }
  // Only what is safe after a fork of a threaded process.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  if (folder && chdir(folder) != 0) _exit(126);
  close_range(3, ~0U, 0);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t cpty_spawn_piped(const char *path, char *const arguments[], char *const environment[], int *output) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  // The threads that run tests block most signals; a child must not.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t child = -1;
  int failure = posix_spawn(&child, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failure != 0) {
    close(ends[0]);
    return -1;
  }
  *output = ends[0];
  return child;
}

int cpty_resize(int master, int columns, int rows) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  return ioctl(master, TIOCSWINSZ, &size);
}

int cpty_columns(int fd) {
  struct winsize size;
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : -1;
}

int cpty_readable(int fd, int milliseconds) {
  struct pollfd wanted = {fd, POLLIN, 0};
  return poll(&wanted, 1, milliseconds) > 0;
}
