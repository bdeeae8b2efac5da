#define _GNU_SOURCE
#include "CEditline.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cel_use_utf8_locale(void) {
  setlocale(LC_CTYPE, "");
  if (!is_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  if (!is_utf8()) setlocale(LC_CTYPE, "en_US.UTF-8");
  return is_utf8();
}

int cel_wcwidth(unsigned code_point) { return wcwidth((wchar_t)code_point); }

static unsigned char do_refresh(EditLine *el, wint_t key) {
  (void)el, (void)key;
  return CC_REFRESH;
}

static unsigned char do_beep(EditLine *el, wint_t key) {
  (void)el, (void)key;
  return CC_ERROR;
}

static void bind_key(EditLine *el, wchar_t key, const wchar_t *function) {
  wchar_t name[2] = {key, 0};
  el_wset(el, EL_BIND, name, function, NULL);
}

static void bind_keys(EditLine *el) {
  bind_key(el, CEL_KEY_LEFT, L"ed-prev-char");
  bind_key(el, CEL_KEY_RIGHT, L"ed-next-char");
  bind_key(el, CEL_KEY_UP, L"ed-prev-history");
  bind_key(el, CEL_KEY_DOWN, L"ed-next-history");
  bind_key(el, CEL_KEY_HOME, L"ed-move-to-beg");
  bind_key(el, CEL_KEY_END, L"ed-move-to-end");
  bind_key(el, CEL_KEY_DELETE, L"ed-delete-next-char");
  bind_key(el, CEL_KEY_WORD_LEFT, L"ed-prev-word");
  bind_key(el, CEL_KEY_WORD_RIGHT, L"em-next-word");
  bind_key(el, CEL_KEY_DELETE_WORD, L"em-delete-next-word");
  bind_key(el, CEL_KEY_REDISPLAY, L"ed-redisplay");
  bind_key(el, CEL_KEY_REFRESH, L"jixiao-refresh");
  bind_key(el, CEL_KEY_BEEP, L"jixiao-beep");
  bind_key(el, CEL_KEY_ERASE, L"ed-delete-prev-char");
  bind_key(el, CEL_KEY_ERASE_WORD, L"ed-delete-prev-word");
}

static struct termios original;
static bool has_original = false;
static int open_editors = 0;

static void keep_terminal(void) {
  static bool registered = false;
  // An editor within another one finds a terminal that is already set up.
  if (open_editors == 0) has_original = tcgetattr(STDIN_FILENO, &original) == 0;
  if (!registered) atexit(cel_restore_terminal);
  registered = true;
}

void cel_restore_terminal(void) {
  if (has_original) tcsetattr(STDIN_FILENO, TCSADRAIN, &original);
}

static unsigned char kept_input[4096];
static size_t kept_start = 0, kept_end = 0;

/// el_end throws away what was typed ahead; the next editor shall find it.
static void keep_input(void) {
  if (kept_start == kept_end) kept_start = kept_end = 0;
  size_t room = sizeof kept_input - kept_end;
  size_t waiting = (size_t)cel_waiting_bytes(STDIN_FILENO);
  if (waiting > room) waiting = room;
  if (waiting == 0) return;
  ssize_t count = read(STDIN_FILENO, kept_input + kept_end, waiting);
  if (count > 0) kept_end += (size_t)count;
}

bool cel_has_kept_input(void) { return kept_start < kept_end; }

int cel_take_kept_input(void) { return cel_has_kept_input() ? kept_input[kept_start++] : -1; }

void cel_close(EditLine *el) {
  keep_input();
  el_end(el);
  if (--open_editors > 0) return;
  cel_restore_terminal();
  has_original = false;
}

EditLine *cel_open(bool draws_on_stderr, const char *terminal, cel_reader reader, cel_prompt prompt,
                   void *client) {
  keep_terminal();
  // libedit looks the terminal up in the environment only; children must not see the override.
  const char *inherited = getenv("TERM");
  char *kept = inherited ? strdup(inherited) : NULL;
  if (terminal) setenv("TERM", terminal, 1);
  EditLine *el = el_init("jixiao", stdin, draws_on_stderr ? stderr : stdout, stderr);
  if (terminal && kept) setenv("TERM", kept, 1);
  if (terminal && !kept) unsetenv("TERM");
  free(kept);
  if (!el) return NULL;
  open_editors++;
  el_wset(el, EL_CLIENTDATA, client);
  el_wset(el, EL_SIGNAL, 0);
  el_wset(el, EL_EDITOR, L"emacs");
  // Insert and delete of single cells go wrong beside wide characters: without these capabilities
  // libedit writes the rest of the row instead.
  const wchar_t *capabilities[] = {L"ic", L"IC", L"im", L"ei", L"dc", L"DC"};
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++)
    el_wset(el, EL_SETTC, capabilities[i], L"", NULL);
  // Between two lines the terminal stays as it is while editing; otherwise Ctrl-D is lost there.
  el_wset(el, EL_SETTY, L"-x", L"-icanon", NULL);
  el_wset(el, EL_SETTY, L"-x", L"-echo", NULL);
  // The CR LF of a paste is one line break; the driver must not make two of it.
  el_wset(el, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", NULL);
  el_wset(el, EL_SETTY, L"-x", L"-icrnl", L"-inlcr", NULL);
  el_wset(el, EL_ADDFN, L"jixiao-refresh", L"Draw what changed", do_refresh);
  el_wset(el, EL_ADDFN, L"jixiao-beep", L"Ring the bell", do_beep);
  bind_keys(el);
  el_wset(el, EL_PROMPT_ESC, prompt, (wchar_t)1);
  el_wset(el, EL_GETCFN, reader);
  return el;
}

void cel_write(int fd, const char *bytes, size_t count) {
  fflush(fd == STDERR_FILENO ? stderr : stdout);
  while (count > 0) {
    ssize_t written = write(fd, bytes, count);
    if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { CAUGHT = sizeof caught / sizeof *caught };
static struct sigaction former[CAUGHT];
static volatile int signal_pipe[2] = {-1, -1};
static bool catching = false;

static void note_signal(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already tells the reader to look; the byte may go.
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = kept;
}

static void install(int index) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(caught[index], &action, NULL);
}

int cel_catch_signals(void) {
  if (catching) return signal_pipe[0];
  if (signal_pipe[0] < 0) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    signal_pipe[0] = ends[0];
    signal_pipe[1] = ends[1];
  }
  for (int i = 0; i < CAUGHT; i++) {
    sigaction(caught[i], NULL, &former[i]);
    if (former[i].sa_handler != SIG_IGN) install(i);
  }
  catching = true;
  return signal_pipe[0];
}

void cel_release_signals(void) {
  if (!catching) return;
  for (int i = 0; i < CAUGHT; i++) sigaction(caught[i], &former[i], NULL);
  catching = false;
}

void cel_stop_process(void) {
  struct sigaction usual, ours;
  memset(&usual, 0, sizeof usual);
  usual.sa_handler = SIG_DFL;
  sigemptyset(&usual.sa_mask);
  sigaction(SIGTSTP, &usual, &ours);
  // SIGTSTP and not SIGSTOP: a process that no shell could continue must not stop.
  kill(getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
