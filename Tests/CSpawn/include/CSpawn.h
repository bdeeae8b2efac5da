// A child process with pipes on its three standard streams, for tests.
#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts `path` with `arguments` and `environment` (both end with NULL) in `folder` (NULL: here).
///
/// `ends` receives our ends of the child's standard input, output and error; no other child inherits them.
/// Returns the process id, or -1.
pid_t cspawn(const char *path, char *const arguments[], char *const environment[], const char *folder,
             int ends[3]);

/// Counts the instructions that this thread executes in user mode from now on, with those of its children or without.
///
/// Returns a file descriptor from which the number is read, 64 bits; -1 where the kernel or the machine cannot count.
int ccount_instructions(int withChildren);

#endif
