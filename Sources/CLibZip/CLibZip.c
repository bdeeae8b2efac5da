#include "CLibZip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <zip.h>

// The functions in use, with the types of the header; filled once.
#define FUNCTIONS(F) \
  F(zip_source_buffer_create) F(zip_source_free) F(zip_open_from_source) F(zip_discard) F(zip_get_num_entries) \
  F(zip_stat_index) F(zip_get_name) F(zip_fopen_index) F(zip_fread) F(zip_fclose) F(zip_error_init) \
  F(zip_error_fini) F(zip_source_keep) F(zip_source_buffer) F(zip_file_add) F(zip_file_set_dostime) F(zip_close) \
  F(zip_source_open) F(zip_source_seek) F(zip_source_tell) F(zip_source_read) F(zip_source_close)

static struct {
#define FIELD(name) __typeof__(name) *name;
  FUNCTIONS(FIELD)
#undef FIELD
} library;

static int isLoaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define LOOK_UP(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (!library.name) return;
  FUNCTIONS(LOOK_UP)
#undef LOOK_UP
  isLoaded = 1;
}

struct jixiao_zip {
  zip_t *archive;
  zip_file_t *part;
};

jixiao_zip_status jixiao_zip_open(const void *bytes, size_t count, jixiao_zip **out) {
  pthread_once(&once, load);
  if (!isLoaded) return JIXIAO_ZIP_NO_LIBRARY;
  zip_error_t error;
  library.zip_error_init(&error);
  zip_source_t *source = library.zip_source_buffer_create(bytes, count, 0, &error);
  if (!source) {
    library.zip_error_fini(&error);
    return JIXIAO_ZIP_DAMAGED;
  }
  zip_t *archive = library.zip_open_from_source(source, ZIP_RDONLY, &error);
  library.zip_error_fini(&error);
  if (!archive) {
    library.zip_source_free(source);
    return JIXIAO_ZIP_DAMAGED;
  }
  jixiao_zip *zip = calloc(1, sizeof *zip);
  if (!zip) {
    library.zip_discard(archive);
    return JIXIAO_ZIP_DAMAGED;
  }
  zip->archive = archive;
  *out = zip;
  return JIXIAO_ZIP_OK;
}

void jixiao_zip_close(jixiao_zip *zip) {
  if (zip->part) library.zip_fclose(zip->part);
  library.zip_discard(zip->archive);
  free(zip);
}

int64_t jixiao_zip_count(const jixiao_zip *zip) { return library.zip_get_num_entries(zip->archive, 0); }

int jixiao_zip_entry_at(const jixiao_zip *zip, uint64_t index, jixiao_zip_entry *out) {
  zip_stat_t stat;
  if (library.zip_stat_index(zip->archive, index, 0, &stat) != 0) return 0;
  const char *name = library.zip_get_name(zip->archive, index, ZIP_FL_ENC_RAW);
  if (!name) return 0;
  out->name = name;
  out->compressed = stat.valid & ZIP_STAT_COMP_SIZE ? stat.comp_size : 0;
  out->method = stat.valid & ZIP_STAT_COMP_METHOD ? stat.comp_method : UINT16_MAX;
  out->encryption = stat.valid & ZIP_STAT_ENCRYPTION_METHOD ? stat.encryption_method : 0;
  return 1;
}

int jixiao_zip_select(jixiao_zip *zip, uint64_t index) {
  if (zip->part) library.zip_fclose(zip->part);
  zip->part = library.zip_fopen_index(zip->archive, index, 0);
  return zip->part != NULL;
}

int64_t jixiao_zip_read(jixiao_zip *zip, void *buffer, size_t count) {
  return zip->part ? library.zip_fread(zip->part, buffer, count) : -1;
}

struct jixiao_zip_output {
  zip_t *archive;
  // The archive's bytes once it is closed.
  zip_source_t *source;
};

jixiao_zip_status jixiao_zip_create(jixiao_zip_output **out) {
  pthread_once(&once, load);
  if (!isLoaded) return JIXIAO_ZIP_NO_LIBRARY;
  zip_error_t error;
  library.zip_error_init(&error);
  zip_source_t *source = library.zip_source_buffer_create(NULL, 0, 0, &error);
  zip_t *archive = source ? library.zip_open_from_source(source, ZIP_TRUNCATE, &error) : NULL;
  library.zip_error_fini(&error);
  jixiao_zip_output *output = archive ? calloc(1, sizeof *output) : NULL;
  if (!output) {
    if (archive) library.zip_discard(archive);
    else if (source) library.zip_source_free(source);
    return JIXIAO_ZIP_DAMAGED;
  }
  // Closing the archive gives its own hold on the source away.
  library.zip_source_keep(source);
  output->archive = archive;
  output->source = source;
  *out = output;
  return JIXIAO_ZIP_OK;
}

int jixiao_zip_add(jixiao_zip_output *output, const char *name, const void *bytes, size_t count) {
  // The first day that zip archives know: the hour of writing is nobody's business.
  static const uint16_t firstDay = 1 << 5 | 1;
  zip_source_t *part = library.zip_source_buffer(output->archive, bytes, count, 0);
  if (!part) return 0;
  zip_int64_t index = library.zip_file_add(output->archive, name, part, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    library.zip_source_free(part);
    return 0;
  }
  return library.zip_file_set_dostime(output->archive, (zip_uint64_t)index, 0, firstDay, 0) == 0;
}

static int take(zip_source_t *source, uint8_t **bytes, size_t *count) {
  if (library.zip_source_open(source) != 0) return 0;
  int isRead = 0;
  zip_int64_t size = library.zip_source_seek(source, 0, SEEK_END) == 0 ? library.zip_source_tell(source) : -1;
  uint8_t *buffer = size > 0 ? malloc((size_t)size) : NULL;
  if (buffer && library.zip_source_seek(source, 0, SEEK_SET) == 0) {
    isRead = library.zip_source_read(source, buffer, (zip_uint64_t)size) == size;
  }
  library.zip_source_close(source);
  if (isRead) {
    *bytes = buffer;
    *count = (size_t)size;
  } else {
    free(buffer);
  }
  return isRead;
}

int jixiao_zip_finish(jixiao_zip_output *output, uint8_t **bytes, size_t *count) {
  int isWritten = library.zip_close(output->archive) == 0;
  if (!isWritten) library.zip_discard(output->archive);
  isWritten = isWritten && take(output->source, bytes, count);
  library.zip_source_free(output->source);
  free(output);
  return isWritten;
}

void jixiao_zip_give_up(jixiao_zip_output *output) {
  library.zip_discard(output->archive);
  library.zip_source_free(output->source);
  free(output);
}

void jixiao_zip_release(uint8_t *bytes) { free(bytes); }
