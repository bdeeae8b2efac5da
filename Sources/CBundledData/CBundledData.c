#include "CBundledData.h"

// #embed is C23; clang knows it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

struct bundled_file {
  const char *path;
  const unsigned char *bytes;
};

// Each NEXT closes the entry before it, so that the list needs two lines a file, both of them unique:
// lists of two branches then merge line by line. Entry 0 is the empty one that the first NEXT closes.
#define NEXT(path) 0}}, {path, (const unsigned char[]) {

static const struct bundled_file files[] = {{"", (const unsigned char[]) {
#include "files.inc"
0}}};

int32_t jixiao_bundled_count(void) { return (int32_t)(sizeof files / sizeof files[0]) - 1; }

const char *jixiao_bundled_path(int32_t index) { return files[index + 1].path; }

const unsigned char *jixiao_bundled_bytes(int32_t index) { return files[index + 1].bytes; }
