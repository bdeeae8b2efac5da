// iconv(3) of the C library: text of other encodings as UTF-8. FormReading is the only room that knows it.
#pragma once
#include <stddef.h>

// Converts `count` bytes of `encoding` (`GB18030`, `UTF-16LE`) to UTF-8, strictly: it stops at the first byte that is
// no text. `converted` is how many bytes were taken; fewer than `count` where they are damaged or `out` is full.
// Returns how many bytes were written, or -1 when the system does not know the encoding.
ptrdiff_t jixiao_convert(
  const char *encoding, const void *bytes, size_t count, void *out, size_t capacity, size_t *converted);
