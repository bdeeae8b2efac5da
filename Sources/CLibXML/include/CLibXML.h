// libxml2, as Debian ships it (libxml2), loaded when the first document is read: linked in, it would cost every start
// of the program a millisecond (ICU). OfficeFiles is the only room that knows it.
//
// The parser's callbacks fill a buffer of events that is read after each push, so that Swift code is never called
// from C and can stop with an error wherever it wants.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct jixiao_xml jixiao_xml;

typedef enum jixiao_xml_status {
  JIXIAO_XML_OK = 0,
  JIXIAO_XML_MALFORMED,
  // A DOCTYPE or an entity: refused whatever it says (not in HTML).
  JIXIAO_XML_DOCTYPE,
  JIXIAO_XML_TOO_DEEP,
  JIXIAO_XML_TOO_MANY_NODES,
  // More attributes in one tag, more namespaces or more names than any office file has.
  JIXIAO_XML_TOO_MANY_ATTRIBUTES,
  JIXIAO_XML_NO_MEMORY,
} jixiao_xml_status;

typedef enum jixiao_xml_kind { JIXIAO_XML_START = 0, JIXIAO_XML_END, JIXIAO_XML_TEXT } jixiao_xml_kind;

// An attribute: its name without a prefix, and its value in the bytes of the events.
typedef struct jixiao_xml_attribute {
  const uint8_t *name;
  uint32_t name_count;
  uint32_t start;
  uint32_t end;
} jixiao_xml_attribute;

// START and END have a name (without a prefix) and START attributes, [start, end) of the attributes of the events;
// TEXT is [start, end) of their bytes, UTF-8.
typedef struct jixiao_xml_event {
  const uint8_t *name;
  uint32_t name_count;
  uint32_t start;
  uint32_t end;
  jixiao_xml_kind kind;
} jixiao_xml_event;

// What the last push brought; lives until the next one.
typedef struct jixiao_xml_events {
  const jixiao_xml_event *events;
  size_t count;
  const jixiao_xml_attribute *attributes;
  const uint8_t *bytes;
} jixiao_xml_events;

// Whether libxml2.so.2 is installed; called before anything else.
int jixiao_xml_load(void);
// NULL without memory. `is_utf8` overrules what an HTML text says of its encoding.
jixiao_xml *jixiao_xml_create(int is_html, int is_utf8, uint32_t deepest, uint64_t most_nodes);
void jixiao_xml_free(jixiao_xml *xml);
// Reads on; the first bytes must hold the whole XML declaration. After anything but OK the document is not to be read further.
jixiao_xml_status jixiao_xml_push(jixiao_xml *xml, const uint8_t *bytes, size_t count, int is_last);
jixiao_xml_events jixiao_xml_taken(const jixiao_xml *xml);
// The line the parser is at, from 1.
int32_t jixiao_xml_line(const jixiao_xml *xml);
