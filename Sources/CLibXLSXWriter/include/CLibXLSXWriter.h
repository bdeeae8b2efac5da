// libxlsxwriter, as Debian ships it (libxlsxwriter4), loaded when the first workbook is written: linked in, libcrypto
// behind it would cost every start of the program. OfficeFiles is the only room that knows it.
//
// The library writes to a file by name: it is given one in memory, so that nothing touches the disk but the
// library's own temporary parts, which go to shared memory where there is some.
//
// All lengths are twentieths of a point.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct jixiao_workbook jixiao_workbook;
typedef struct jixiao_worksheet jixiao_worksheet;
typedef struct jixiao_cell_format jixiao_cell_format;

typedef enum jixiao_workbook_status {
  JIXIAO_WORKBOOK_OK = 0,
  // libxlsxwriter.so.4 is not installed.
  JIXIAO_WORKBOOK_NO_LIBRARY,
  // No memory, no /proc, or the library's own error.
  JIXIAO_WORKBOOK_FAILED,
} jixiao_workbook_status;

// Document properties; texts may be empty. `created` in seconds since 1970 and not 0, which would be now.
typedef struct jixiao_workbook_properties {
  const char *title;
  const char *subject;
  const char *company;
  const char *keywords;
  int64_t created;
} jixiao_workbook_properties;

typedef struct jixiao_cell_style {
  const char *font;
  int32_t size;
  uint8_t is_bold;
  // 0 left, 1 centre, 2 right.
  uint8_t alignment;
  uint8_t has_border;
} jixiao_cell_style;

typedef struct jixiao_page {
  uint8_t is_landscape;
  int32_t left, right, top, bottom;
  const char *footer;
  // Repeated on every page, from 0; none where `last` is before `first`.
  uint32_t first_repeated_row, last_repeated_row;
  uint8_t repeats_rows;
} jixiao_page;

jixiao_workbook_status jixiao_workbook_new(
    const jixiao_workbook_properties *properties, jixiao_workbook **out);
// NULL where the name is not possible (longer than 31 UTF-16 units, taken, signs that Excel refuses) or memory is out.
jixiao_worksheet *jixiao_workbook_add_sheet(jixiao_workbook *workbook, const char *name);
// A format for texts: wrapped, and never evaluated when somebody edits the cell. NULL when memory is out.
jixiao_cell_format *jixiao_workbook_add_format(jixiao_workbook *workbook, const jixiao_cell_style *style);
// Closes the workbook in any case.
jixiao_workbook_status jixiao_workbook_finish(jixiao_workbook *workbook, uint8_t **bytes, size_t *count);
void jixiao_workbook_release(uint8_t *bytes);
void jixiao_workbook_discard(jixiao_workbook *workbook);

int jixiao_worksheet_set_column(jixiao_worksheet *sheet, uint16_t column, int32_t width);
// At most 409 points.
int jixiao_worksheet_set_row(jixiao_worksheet *sheet, uint32_t row, int32_t height);
// Writes a text over the cells from `row`, `column` to `last_row`, `last_column`; 0 when all is well.
int jixiao_worksheet_write(
    jixiao_worksheet *sheet, uint32_t row, uint16_t column, uint32_t last_row, uint16_t last_column,
    const char *text, jixiao_cell_format *format);
// What a person sees who goes to the cells: a title of at most 32 and a message of at most 255 characters, and words to
// choose from (ended by NULL, together at most 255 characters; NULL for none), which bind nobody.
int jixiao_worksheet_set_hint(
    jixiao_worksheet *sheet, uint32_t row, uint16_t column, uint32_t last_row, uint16_t last_column,
    const char *title, const char *message, const char *const *choices);
// A4, fitted to the width of a page. `rows` and `columns` are those in use.
int jixiao_worksheet_set_page(jixiao_worksheet *sheet, const jixiao_page *page, uint32_t rows, uint16_t columns);
