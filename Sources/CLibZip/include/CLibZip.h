// libzip, as Debian ships it (libzip4), loaded when the first archive is read: linked in, it would cost every start
// of the program a millisecond. OfficeFiles is the only room that knows it.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct jixiao_zip jixiao_zip;

typedef enum jixiao_zip_status {
  JIXIAO_ZIP_OK = 0,
  // libzip.so.4 is not installed.
  JIXIAO_ZIP_NO_LIBRARY,

  JIXIAO_ZIP_DAMAGED,
} jixiao_zip_status;

// What the central directory says of an entry; nothing of it can be trusted.
typedef struct jixiao_zip_entry {
  // NUL-terminated, as it stands in the file; lives as long as the archive.
  const char *name;
  uint64_t compressed;
  uint16_t method;
  uint16_t encryption;
} jixiao_zip_entry;

// Reads the directory of an archive. The bytes are not copied and must outlive it. `out` is set when the result is OK.
jixiao_zip_status jixiao_zip_open(const void *bytes, size_t count, jixiao_zip **out);
void jixiao_zip_close(jixiao_zip *archive);
int64_t jixiao_zip_count(const jixiao_zip *archive);
// 0 when there is no such entry.
int jixiao_zip_entry_at(const jixiao_zip *archive, uint64_t index, jixiao_zip_entry *out);

// Opens an entry for reading, closing the one that was open; 0 when it cannot be read.
int jixiao_zip_select(jixiao_zip *archive, uint64_t index);
// The next bytes of the open entry: 0 at its end, -1 when it is damaged.
int64_t jixiao_zip_read(jixiao_zip *archive, void *buffer, size_t count);

// An archive being written.
typedef struct jixiao_zip_output jixiao_zip_output;

jixiao_zip_status jixiao_zip_create(jixiao_zip_output **out);
// Adds a part, deflated. The bytes are not copied and must live until the archive is finished. 0 when memory is out.
int jixiao_zip_add(jixiao_zip_output *archive, const char *name, const void *bytes, size_t count);
// Ends the archive in any case; 0 when it could not be written. The bytes are given back by `jixiao_zip_release`.
int jixiao_zip_finish(jixiao_zip_output *archive, uint8_t **bytes, size_t *count);
void jixiao_zip_give_up(jixiao_zip_output *archive);
void jixiao_zip_release(uint8_t *bytes);
