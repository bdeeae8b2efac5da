#define _GNU_SOURCE
#include "CLibXLSXWriter.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

// The functions in use, with the types of the header; filled once.
#define FUNCTIONS(F) \
  F(workbook_new_opt) F(workbook_add_worksheet) F(workbook_add_format) F(workbook_set_properties) F(workbook_close) \
  F(lxw_workbook_free) F(workbook_validate_sheet_name) F(format_set_font_name) F(format_set_font_size) \
  F(format_set_font_charset) F(format_set_font_family) F(format_set_bold) F(format_set_align) \
  F(format_set_text_wrap) F(format_set_border) F(format_set_num_format_index) F(worksheet_write_string) \
  F(worksheet_merge_range) F(worksheet_set_column) F(worksheet_set_row) F(worksheet_set_paper) \
  F(worksheet_set_landscape) F(worksheet_set_margins) F(worksheet_fit_to_pages) F(worksheet_repeat_rows) \
  F(worksheet_print_area) F(worksheet_set_footer) F(worksheet_center_horizontally) F(worksheet_ignore_errors) \
  F(worksheet_data_validation_range)

static struct {
#define FIELD(name) __typeof__(name) *name;
  FUNCTIONS(FIELD)
#undef FIELD
} library;

static int isLoaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define LOOK_UP(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (!library.name) return;
  FUNCTIONS(LOOK_UP)
#undef LOOK_UP
  isLoaded = 1;
}

struct jixiao_workbook {
  lxw_workbook *book;
  int file;
};

// The built-in number format of texts: `@`.
static const uint8_t textFormat = 49;
// The character set of simplified Chinese, so that a system without the font takes one that has the signs.
static const uint8_t chineseCharset = 134;
static const uint8_t romanFamily = 1;

jixiao_workbook_status jixiao_workbook_new(
    const jixiao_workbook_properties *properties, jixiao_workbook **out) {
  pthread_once(&once, load);
  if (!isLoaded) return JIXIAO_WORKBOOK_NO_LIBRARY;
  jixiao_workbook *workbook = calloc(1, sizeof *workbook);
  if (!workbook) return JIXIAO_WORKBOOK_FAILED;
  workbook->file = memfd_create("jixiao.xlsx", MFD_CLOEXEC);
  char name[64];
  snprintf(name, sizeof name, "/proc/self/fd/%d", workbook->file);
  char *shared = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NULL;
  lxw_workbook_options options = {.tmpdir = shared};
  if (workbook->file >= 0) workbook->book = library.workbook_new_opt(name, &options);
  if (!workbook->book) {
    if (workbook->file >= 0) close(workbook->file);
    free(workbook);
    return JIXIAO_WORKBOOK_FAILED;
  }
  lxw_doc_properties document = {
      .title = (char *)properties->title,
      .subject = (char *)properties->subject,
      .company = (char *)properties->company,
      .keywords = (char *)properties->keywords,
      .created = (time_t)properties->created,
  };
  library.workbook_set_properties(workbook->book, &document);
  *out = workbook;
  return JIXIAO_WORKBOOK_OK;
}

jixiao_worksheet *jixiao_workbook_add_sheet(jixiao_workbook *workbook, const char *name) {
  if (library.workbook_validate_sheet_name(workbook->book, name) != LXW_NO_ERROR) return NULL;
  return (jixiao_worksheet *)library.workbook_add_worksheet(workbook->book, name);
}

jixiao_cell_format *jixiao_workbook_add_format(jixiao_workbook *workbook, const jixiao_cell_style *style) {
  static const uint8_t alignments[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
  lxw_format *format = library.workbook_add_format(workbook->book);
  if (!format) return NULL;
  library.format_set_font_name(format, style->font);
  library.format_set_font_size(format, style->size / 20.0);
  library.format_set_font_charset(format, chineseCharset);
  library.format_set_font_family(format, romanFamily);
  if (style->is_bold) library.format_set_bold(format);
  library.format_set_align(format, alignments[style->alignment]);
  library.format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  library.format_set_text_wrap(format);
  library.format_set_num_format_index(format, textFormat);
  if (style->has_border) library.format_set_border(format, LXW_BORDER_THIN);
  return (jixiao_cell_format *)format;
}

static jixiao_workbook_status take(int file, uint8_t **bytes, size_t *count) {
  off_t size = lseek(file, 0, SEEK_END);
  if (size <= 0) return JIXIAO_WORKBOOK_FAILED;
  uint8_t *buffer = malloc((size_t)size);
  if (!buffer) return JIXIAO_WORKBOOK_FAILED;
  for (off_t done = 0; done < size;) {
    ssize_t read = pread(file, buffer + done, (size_t)(size - done), done);
    if (read <= 0) {
      free(buffer);
      return JIXIAO_WORKBOOK_FAILED;
    }
    done += read;
  }
  *bytes = buffer;
  *count = (size_t)size;
  return JIXIAO_WORKBOOK_OK;
}

jixiao_workbook_status jixiao_workbook_finish(jixiao_workbook *workbook, uint8_t **bytes, size_t *count) {
  lxw_error error = library.workbook_close(workbook->book);
  jixiao_workbook_status status =
      error == LXW_NO_ERROR ? take(workbook->file, bytes, count) : JIXIAO_WORKBOOK_FAILED;
  close(workbook->file);
  free(workbook);
  return status;
}

void jixiao_workbook_discard(jixiao_workbook *workbook) {
  library.lxw_workbook_free(workbook->book);
  close(workbook->file);
  free(workbook);
}

// As characters of Excel's standard font: 96 dots an inch, 7 dots a character and 5 around them.
static double characters(int32_t width) {
  double count = (width / 15.0 - 5) / 7;
  return count > 0.1 ? count : 0.1;
}

int jixiao_worksheet_set_column(jixiao_worksheet *sheet, uint16_t column, int32_t width) {
  return library.worksheet_set_column((lxw_worksheet *)sheet, column, column, characters(width), NULL);
}

int jixiao_worksheet_set_row(jixiao_worksheet *sheet, uint32_t row, int32_t height) {
  return library.worksheet_set_row((lxw_worksheet *)sheet, row, height / 20.0, NULL);
}

int jixiao_worksheet_write(
    jixiao_worksheet *sheet, uint32_t row, uint16_t column, uint32_t last_row, uint16_t last_column,
    const char *text, jixiao_cell_format *format) {
  lxw_worksheet *worksheet = (lxw_worksheet *)sheet;
  lxw_format *own = (lxw_format *)format;
  if (row == last_row && column == last_column) {
    return library.worksheet_write_string(worksheet, row, column, text, own);
  }
  return library.worksheet_merge_range(worksheet, row, column, last_row, last_column, text, own);
}

int jixiao_worksheet_set_page(jixiao_worksheet *sheet, const jixiao_page *page, uint32_t rows, uint16_t columns) {
  static const uint8_t a4 = 9;
  static const double inch = 1440;
  lxw_worksheet *worksheet = (lxw_worksheet *)sheet;
  library.worksheet_set_paper(worksheet, a4);
  if (page->is_landscape) library.worksheet_set_landscape(worksheet);
  library.worksheet_set_margins(
      worksheet, page->left / inch, page->right / inch, page->top / inch, page->bottom / inch);
  library.worksheet_fit_to_pages(worksheet, 1, 0);
  library.worksheet_center_horizontally(worksheet);
  if (rows == 0 || columns == 0) return 0;
  int error = library.worksheet_print_area(worksheet, 0, 0, rows - 1, columns - 1);
  // Amounts and points are texts on purpose.
  if (!error) error = library.worksheet_ignore_errors(worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  if (!error && page->repeats_rows) {
    error = library.worksheet_repeat_rows(worksheet, page->first_repeated_row, page->last_repeated_row);
  }
  if (!error && page->footer[0]) error = library.worksheet_set_footer(worksheet, page->footer);
  return error;
}

int jixiao_worksheet_set_hint(
    jixiao_worksheet *sheet, uint32_t row, uint16_t column, uint32_t last_row, uint16_t last_column,
    const char *title, const char *message, const char *const *choices) {
  // A hint never refuses what somebody types.
  lxw_data_validation hint = {
      .validate = choices ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_ANY,
      .ignore_blank = LXW_VALIDATION_ON,
      .show_input = LXW_VALIDATION_ON,
      .show_error = LXW_VALIDATION_OFF,
      .dropdown = LXW_VALIDATION_ON,
      .value_list = (char **)choices,
      .input_title = (char *)title,
      .input_message = (char *)message,
  };
  return library.worksheet_data_validation_range(
      (lxw_worksheet *)sheet, row, column, last_row, last_column, &hint);
}

void jixiao_workbook_release(uint8_t *bytes) { free(bytes); }
