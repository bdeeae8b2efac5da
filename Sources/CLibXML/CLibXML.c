#include "CLibXML.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The functions in use, with the types of the headers; filled once.
#define FUNCTIONS(F) \
  F(xmlInitParser) F(xmlCreatePushParserCtxt) F(xmlCtxtUseOptions) F(xmlParseChunk) F(xmlStopParser) \
  F(xmlFreeParserCtxt) F(xmlDictSize) F(xmlSetStructuredErrorFunc) F(htmlCreatePushParserCtxt) F(htmlCtxtUseOptions) F(htmlParseChunk) F(htmlFreeParserCtxt)

static struct {
#define FIELD(name) __typeof__(name) *name;
  FUNCTIONS(FIELD)
#undef FIELD
} library;

static int isLoaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define LOOK_UP(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (!library.name) return;
  FUNCTIONS(LOOK_UP)
#undef LOOK_UP
  library.xmlInitParser();
  isLoaded = 1;
}

int jixiao_xml_load(void) {
  pthread_once(&once, load);
  return isLoaded;
}

// libxml2 compares every attribute of a tag with every other one, looks for a prefix in all namespaces that are open,
// and keeps all names in a table that hardly grows: each is capped, or a hostile file of some megabytes takes minutes.
// Word's own roots have some forty attributes and namespaces; names are a few hundred.
enum { MOST_ATTRIBUTES = 128, MOST_NAMESPACES = 128, MOST_NAMES = 10000, MOST_DEPTH = 1024 };

// libxml2 compares every attribute of a tag with every other one, and every prefix with every namespace at hand: the
// largest office files come to a third of MOST_COMPARISONS.
enum { MOST_COMPARISONS = 300000000 };

// Where the bytes are in a tag, for counting its attributes before they are parsed.
typedef enum { OUTSIDE, OPENED, NAMES, AFTER_EQUALS, UNQUOTED, QUOTED, BETWEEN } tag_state;

struct jixiao_xml {
  xmlParserCtxtPtr context;
  int is_html;
  jixiao_xml_status status;
  uint32_t depth, deepest;
  uint64_t nodes, most_nodes;
  jixiao_xml_event *events;
  size_t event_count, event_capacity;
  jixiao_xml_attribute *attributes;
  size_t attribute_count, attribute_capacity;
  uint8_t *bytes;
  size_t byte_count, byte_capacity;
  int has_begun;
  tag_state tag;
  uint8_t quote;
  uint32_t tag_attributes;
  uint32_t namespaces;
  uint64_t comparisons;
  uint32_t namespaces_before[MOST_DEPTH + 1];
};

// MARK: Filling the events

static void stop(jixiao_xml *xml, jixiao_xml_status status) {
  if (xml->status == JIXIAO_XML_OK) xml->status = status;
  library.xmlStopParser(xml->context);
}

static int reserve(jixiao_xml *xml, void **list, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  size_t wanted = *capacity ? *capacity : 64;
  while (wanted < needed) wanted *= 2;
  void *grown = wanted <= UINT32_MAX ? realloc(*list, wanted * size) : NULL;
  if (!grown) {
    stop(xml, JIXIAO_XML_NO_MEMORY);
    return 0;
  }
  *list = grown;
  *capacity = wanted;
  return 1;
}

static int append_bytes(jixiao_xml *xml, const uint8_t *bytes, size_t count) {
  if (!reserve(xml, (void **)&xml->bytes, &xml->byte_capacity, xml->byte_count + count, 1)) return 0;
  memcpy(xml->bytes + xml->byte_count, bytes, count);
  xml->byte_count += count;
  return 1;
}

static jixiao_xml_event *append_event(jixiao_xml *xml, jixiao_xml_kind kind, const xmlChar *name) {
  size_t needed = xml->event_count + 1;
  if (!reserve(xml, (void **)&xml->events, &xml->event_capacity, needed, sizeof *xml->events)) return NULL;
  jixiao_xml_event *event = xml->events + xml->event_count;
  xml->event_count = needed;
  *event = (jixiao_xml_event){.kind = kind, .name = name};
  if (name) event->name_count = (uint32_t)strlen((const char *)name);
  return event;
}

static void append_attribute(jixiao_xml *xml, const xmlChar *name, const xmlChar *value, size_t count) {
  size_t needed = xml->attribute_count + 1;
  if (!reserve(xml, (void **)&xml->attributes, &xml->attribute_capacity, needed, sizeof *xml->attributes)) return;
  uint32_t start = (uint32_t)xml->byte_count;
  if (!append_bytes(xml, value, count)) return;
  xml->attributes[xml->attribute_count] = (jixiao_xml_attribute){
      .name = name, .name_count = (uint32_t)strlen((const char *)name), .start = start, .end = start + count};
  xml->attribute_count = needed;
}

static jixiao_xml_event *begin(jixiao_xml *xml, const xmlChar *name) {
  if (++xml->depth > xml->deepest) {
    stop(xml, JIXIAO_XML_TOO_DEEP);
    return NULL;
  }
  xml->namespaces_before[xml->depth] = xml->namespaces;
  if (++xml->nodes > xml->most_nodes) {
    stop(xml, JIXIAO_XML_TOO_MANY_NODES);
    return NULL;
  }
  jixiao_xml_event *event = append_event(xml, JIXIAO_XML_START, name);
  if (event) event->start = event->end = (uint32_t)xml->attribute_count;
  return event;
}

static void end(jixiao_xml *xml, const xmlChar *name) {
  if (xml->status != JIXIAO_XML_OK) return;
  if (xml->depth) xml->namespaces = xml->namespaces_before[xml->depth--];
  append_event(xml, JIXIAO_XML_END, name);
}

// MARK: Callbacks of libxml2

static void start_xml(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
  jixiao_xml *xml = data;
  if (xml->status != JIXIAO_XML_OK || !begin(xml, name)) return;
  xml->namespaces += (uint32_t)namespaceCount;
  xml->comparisons += prefix ? xml->namespaces : 0;
  for (int i = 0; i < count; i++)
    xml->comparisons += (uint64_t)count + (attributes[5 * i + 1] ? xml->namespaces : 0);
  if (xml->namespaces > MOST_NAMESPACES || xml->comparisons > MOST_COMPARISONS)
    return stop(xml, JIXIAO_XML_TOO_MANY_ATTRIBUTES);
  for (int i = 0; i < count; i++, attributes += 5)
    append_attribute(xml, attributes[0], attributes[3], (size_t)(attributes[4] - attributes[3]));
  xml->events[xml->event_count - 1].end = (uint32_t)xml->attribute_count;
}

static void end_xml(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) { end(data, name); }

static void start_html(void *data, const xmlChar *name, const xmlChar **attributes) {
  jixiao_xml *xml = data;
  if (xml->status != JIXIAO_XML_OK || !begin(xml, name)) return;
  for (; attributes && attributes[0]; attributes += 2) {
    const xmlChar *value = attributes[1] ? attributes[1] : (const xmlChar *)"";
    append_attribute(xml, attributes[0], value, strlen((const char *)value));
  }
  xml->events[xml->event_count - 1].end = (uint32_t)xml->attribute_count;
}

static void end_html(void *data, const xmlChar *name) { end(data, name); }

// Text that comes in pieces (one a character reference) is one event.
static void text(void *data, const xmlChar *bytes, int count) {
  jixiao_xml *xml = data;
  if (xml->status != JIXIAO_XML_OK || count <= 0) return;
  uint32_t start = (uint32_t)xml->byte_count;
  if (!append_bytes(xml, bytes, (size_t)count)) return;
  jixiao_xml_event *last = xml->event_count ? xml->events + xml->event_count - 1 : NULL;
  if (!last || last->kind != JIXIAO_XML_TEXT) {
    last = append_event(xml, JIXIAO_XML_TEXT, NULL);
    if (!last) return;
    last->start = start;
  }
  last->end = (uint32_t)xml->byte_count;
}

static void doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  stop(data, JIXIAO_XML_DOCTYPE);
}

static void entity(
    void *data, const xmlChar *name, int type, const xmlChar *public, const xmlChar *system, xmlChar *content) {
  stop(data, JIXIAO_XML_DOCTYPE);
}

static void silent(void *data, xmlErrorPtr error) {}

// MARK: The parser

static xmlSAXHandler handler(int is_html) {
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.characters = sax.ignorableWhitespace = sax.cdataBlock = text;
  sax.serror = silent;
  if (is_html) {
    sax.startElement = start_html;
    sax.endElement = end_html;
  } else {
    sax.startElementNs = start_xml;
    sax.endElementNs = end_xml;
    sax.internalSubset = sax.externalSubset = doctype;
    sax.entityDecl = entity;
  }
  return sax;
}

jixiao_xml *jixiao_xml_create(int is_html, int is_utf8, uint32_t deepest, uint64_t most_nodes) {
  jixiao_xml *xml = calloc(1, sizeof *xml);
  if (!xml) return NULL;
  xml->is_html = is_html;
  xml->deepest = deepest < MOST_DEPTH ? deepest : MOST_DEPTH;
  xml->most_nodes = most_nodes;
  // What has no context (conversion of characters) would be printed; the function is one of the thread's own.
  library.xmlSetStructuredErrorFunc(NULL, silent);
  xmlSAXHandler sax = handler(is_html);
  if (is_html) {
    xmlCharEncoding encoding = is_utf8 ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE;
    xml->context = library.htmlCreatePushParserCtxt(&sax, xml, NULL, 0, NULL, encoding);
    int ignoresMeta = is_utf8 ? HTML_PARSE_IGNORE_ENC : 0;
    if (xml->context)
      library.htmlCtxtUseOptions(xml->context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | ignoresMeta);
  } else {
    xml->context = library.xmlCreatePushParserCtxt(&sax, xml, NULL, 0, NULL);
    if (xml->context) library.xmlCtxtUseOptions(xml->context, XML_PARSE_NONET);
  }
  if (xml->context) return xml;
  free(xml);
  return NULL;
}

void jixiao_xml_free(jixiao_xml *xml) {
  // Neither builds a tree, so that the context holds all there is.
  if (xml->is_html) library.htmlFreeParserCtxt(xml->context);
  else library.xmlFreeParserCtxt(xml->context);
  free(xml->events);
  free(xml->attributes);
  free(xml->bytes);
  free(xml);
}

static int is_blank(uint8_t byte) { return byte == ' ' || (byte >= 9 && byte <= 13); }

// Counts the attributes of each tag. Comments and sections count as tags at worst: a `<` in one of them that is
// followed by more than 128 words and no `>` is no loss. UTF-16 passes by its low bytes.
static int has_too_many_attributes(jixiao_xml *xml, const uint8_t *bytes, size_t count) {
  tag_state state = xml->tag;
  uint8_t quote = xml->quote;
  uint32_t attributes = xml->tag_attributes;
  for (const uint8_t *place = bytes, *end = bytes + count; place < end; place++) {
    if (state == OUTSIDE) {
      place = memchr(place, '<', (size_t)(end - place));
      if (!place) break;
      state = OPENED;
      attributes = 0;
      continue;
    }
    uint8_t byte = *place;
    if (byte == 0) continue;
    switch (state) {
      case OPENED:
        state = byte == '!' || byte == '?' || byte == '<' || byte == '>' || is_blank(byte) ? OUTSIDE : NAMES;
        break;
      case NAMES:
      case BETWEEN:
        if (byte == '>') state = OUTSIDE;
        else if (byte == '=') state = AFTER_EQUALS;
        else if (is_blank(byte) || byte == '/') state = BETWEEN;
        else if (state == BETWEEN) {
          if (++attributes > MOST_ATTRIBUTES) return 1;
          state = NAMES;
        }
        break;
      case AFTER_EQUALS:
        if (is_blank(byte)) break;
        state = byte == '>' ? OUTSIDE : byte == '"' || byte == '\'' ? QUOTED : UNQUOTED;
        quote = byte;
        break;
      case UNQUOTED: state = byte == '>' ? OUTSIDE : is_blank(byte) ? BETWEEN : UNQUOTED; break;
      default: {
        const uint8_t *closed = memchr(place, quote, (size_t)(end - place));
        if (closed) state = BETWEEN;
        place = closed ? closed : end - 1;
      }
    }
  }
  xml->tag = state;
  xml->quote = quote;
  xml->tag_attributes = attributes;
  return 0;
}

// The encodings whose bytes below 128 are ASCII, or UTF-16: what the counting of attributes can look into.
static const char *const encodings[] = {
    "utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "iso-8859-1", "gb2312", "gbk", "gb18030"};

// Whether a document begins as one in a known encoding; what it declares stands in its first bytes.
static int is_known_encoding(const uint8_t *bytes, size_t count) {
  char head[257];
  size_t length = 0;
  for (size_t i = 0; i < count && length < 256; i++)
    if (bytes[i]) head[length++] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char)(bytes[i] | 0x20) : (char)bytes[i];
  head[length] = 0;
  char *start = head;
  if (!strncmp(start, "\xEF\xBB\xBF", 3)) start += 3;
  else if (!strncmp(start, "\xFE\xFF", 2) || !strncmp(start, "\xFF\xFE", 2)) start += 2;
  if (*start != '<' && !is_blank((uint8_t)*start)) return 0;
  if (strncmp(start, "<?xml", 5)) return 1;
  char *end = strstr(start, "?>");
  if (!end) return 0;
  *end = 0;
  char *name = strstr(start, "encoding");
  if (!name) return 1;
  name += strcspn(name, "\"'");
  if (!*name) return 0;
  size_t size = strcspn(++name, "\"'");
  for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
    if (strlen(encodings[i]) == size && !strncmp(name, encodings[i], size)) return 1;
  return 0;
}

static jixiao_xml_status judge(jixiao_xml *xml, const uint8_t *bytes, size_t count) {
  if (!count) return JIXIAO_XML_OK;
  if (!xml->has_begun && !xml->is_html && !is_known_encoding(bytes, count)) return JIXIAO_XML_MALFORMED;
  xml->has_begun = 1;
  return has_too_many_attributes(xml, bytes, count) ? JIXIAO_XML_TOO_MANY_ATTRIBUTES : JIXIAO_XML_OK;
}

jixiao_xml_status jixiao_xml_push(jixiao_xml *xml, const uint8_t *bytes, size_t count, int is_last) {
  xml->event_count = xml->attribute_count = xml->byte_count = 0;
  if (xml->status == JIXIAO_XML_OK) xml->status = judge(xml, bytes, count);
  if (xml->status != JIXIAO_XML_OK) return xml->status;
  if (xml->is_html) library.htmlParseChunk(xml->context, (const char *)bytes, (int)count, is_last);
  else library.xmlParseChunk(xml->context, (const char *)bytes, (int)count, is_last);
  if (xml->status == JIXIAO_XML_OK && library.xmlDictSize(xml->context->dict) > MOST_NAMES)
    xml->status = JIXIAO_XML_TOO_MANY_ATTRIBUTES;
  // HTML is read however it is written; of XML every error but one of namespaces counts.
  if (xml->status == JIXIAO_XML_OK && !xml->is_html && !xml->context->wellFormed)
    xml->status = JIXIAO_XML_MALFORMED;
  return xml->status;
}

jixiao_xml_events jixiao_xml_taken(const jixiao_xml *xml) {
  return (jixiao_xml_events){xml->events, xml->event_count, xml->attributes, xml->bytes};
}

int32_t jixiao_xml_line(const jixiao_xml *xml) {
  return xml->context->input ? xml->context->input->line : 0;
}
