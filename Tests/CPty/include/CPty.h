// A child process on a pseudo-terminal of its own, for tests.
#ifndef CPTY_H
#define CPTY_H

#include <stddef.h>
#include <sys/types.h>

/// Starts `path` with `arguments` and `environment` (both end with NULL) in `folder` (NULL: here) on a
/// new pseudo-terminal. Returns the process id and the terminal's master end, or -1.
pid_t cpty_spawn(const char *path, char *const arguments[], char *const environment[],
                 const char *folder, int columns, int rows, int *master);

/// Starts `path` without a terminal; its output and errors can be read from `output`. Unlike Foundation's
/// Process, it is not misled by a daemon that lives on after the program it waits for.
/// Returns the process id, or -1.
pid_t cpty_spawn_piped(const char *path, char *const arguments[], char *const environment[], int *output);

/// Sets the size of the terminal; the child gets SIGWINCH.
int cpty_resize(int master, int columns, int rows);

/// The number of columns of the terminal behind `fd`, or -1.
int cpty_columns(int fd);

/// Whether bytes can be read from `fd` within `milliseconds`.
int cpty_readable(int fd, int milliseconds);

#endif
