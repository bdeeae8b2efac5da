#include "CIconv.h"

#include <iconv.h>

ptrdiff_t jixiao_convert(
  const char *encoding, const void *bytes, size_t count, void *out, size_t capacity, size_t *converted) {
  *converted = 0;
  iconv_t conversion = iconv_open("UTF-8", encoding);
  if (conversion == (iconv_t)-1) return -1;
  // iconv(3) takes its input by a pointer to non-const, and leaves it as it is.
  char *from = (char *)bytes;
  char *to = out;
  size_t left = count, room = capacity;
  iconv(conversion, &from, &left, &to, &room);
  iconv_close(conversion);
  *converted = count - left;
  return (ptrdiff_t)(capacity - room);
}
