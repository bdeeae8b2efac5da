// What Swift cannot call of libedit and libc: variadic functions, macros, signal handlers.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

/// Keys the reader hands to libedit. They are C1 controls, which no one types, so that libedit never
/// has to take an escape sequence apart.
enum {
  CEL_KEY_LEFT = 0x80,
  CEL_KEY_RIGHT,
  CEL_KEY_UP,
  CEL_KEY_DOWN,
  CEL_KEY_HOME,
  CEL_KEY_END,
  CEL_KEY_DELETE,
  CEL_KEY_WORD_LEFT,
  CEL_KEY_WORD_RIGHT,
  CEL_KEY_DELETE_WORD,
  /// Draws the line again from its first row.
  CEL_KEY_REDISPLAY,
  /// Brings the screen up to date after the line was changed through the API.
  CEL_KEY_REFRESH,
  CEL_KEY_BEEP,
  CEL_KEY_ERASE,
  CEL_KEY_ERASE_WORD,
};

typedef int (*cel_reader)(EditLine *, wchar_t *);
typedef wchar_t *(*cel_prompt)(EditLine *);

/// Chooses a UTF-8 character set for the process. Without it libedit crashes on a Chinese prompt.
bool cel_use_utf8_locale(void);

/// An editor on standard input; it draws on standard output or, on request, standard error.
/// `terminal` overrides TERM when it is not NULL. NULL when libedit cannot start.
EditLine *cel_open(bool draws_on_stderr, const char *terminal, cel_reader reader, cel_prompt prompt,
                   void *client);

/// Ends the editor; with the last one the terminal gets back the settings that the first one found.
void cel_close(EditLine *el);

/// The next byte that was typed ahead when an editor was closed, or -1. To be read before the terminal.
int cel_take_kept_input(void);
bool cel_has_kept_input(void);

/// Gives the terminal the settings that the first editor found. Also done when the process exits.
void cel_restore_terminal(void);

static inline void *cel_client(EditLine *el) {
  void *client = NULL;
  el_wget(el, EL_CLIENTDATA, &client);
  return client;
}

static inline void cel_refresh(EditLine *el) { el_wset(el, EL_REFRESH); }

static inline void cel_prepare_terminal(EditLine *el, bool raw) {
  el_wset(el, EL_PREP_TERM, raw ? 1 : 0);
}

static inline void cel_use_history(EditLine *el, HistoryW *history) {
  el_wset(el, EL_HIST, history_w, history);
}

static inline void cel_history_size(HistoryW *history, int size) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, size);
}

static inline void cel_history_add(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

/// Columns and rows of the terminal on `fd`; false when it is none or does not know.
static inline bool cel_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

/// The number of bytes that wait to be read on `fd`.
static inline int cel_waiting_bytes(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : 0;
}

/// libc's width of a code point under the locale of `cel_use_utf8_locale`.
int cel_wcwidth(unsigned code_point);

static inline int cel_errno(void) { return errno; }
static inline void cel_set_errno(int value) { errno = value; }

/// Writes everything to `fd` after what stdio still holds; gives up at an error.
void cel_write(int fd, const char *bytes, size_t count);

/// Installs handlers for INT, TERM, HUP, QUIT, TSTP, CONT and WINCH that write the signal's number
/// into a pipe. Signals that are ignored (nohup) stay so. Idempotent.
///
/// Returns the end of the pipe to read from, or -1.
int cel_catch_signals(void);

/// Gives the signals back the meaning they had.
void cel_release_signals(void);

/// Stops this process as Ctrl-Z would have; returns when it is continued.
void cel_stop_process(void);

#endif
