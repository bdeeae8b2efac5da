#ifndef JIXIAO_BUNDLED_DATA_H
#define JIXIAO_BUNDLED_DATA_H

#include <stdint.h>

/// How many files the executable carries.
int32_t jixiao_bundled_count(void);

/// Path of a file from the root of the repository, NUL-terminated; `index` must be below the count.
const char *jixiao_bundled_path(int32_t index);

/// Bytes of a file, NUL-terminated; `index` must be below the count.
const unsigned char *jixiao_bundled_bytes(int32_t index);

#endif
