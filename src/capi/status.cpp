#include "capi/handles.hpp"
#include "tradewarden/error.hpp"

namespace {

struct status_row {
  tw_status status;
  const char* name;
  const char* text;
};

constexpr status_row k_rows[] = {
    {TW_OK, "ok", "Done."},
    {TW_USAGE, "usage", "The call's own arguments contradict each other or are missing."},
    {TW_NOT_FOUND, "not_found", "A file or folder does not exist or cannot be opened."},
    {TW_IO, "io", "Reading or writing failed half way."},
    {TW_EMPTY_INPUT, "empty_input", "A list without entries: refused, never 'nobody is denied'."},
    {TW_TRUNCATED, "truncated",
     "The input ends in the middle of a record, or lacks its closing."},
    {TW_NOT_TEXT, "not_text", "Binary data where text belongs."},
    {TW_UNKNOWN_FORMAT, "unknown_format", "No reader recognises the input."},
    {TW_BAD_SYNTAX, "bad_syntax", "The input breaks the grammar of its format."},
    {TW_BAD_VALUE, "bad_value", "A field holds a value outside its domain."},
    {TW_MISSING_FIELD, "missing_field", "A required column or key is absent."},
    {TW_CONFLICT, "conflict", "Two inputs contradict each other."},
    {TW_LIMIT_EXCEEDED, "limit_exceeded",
     "A documented limit on size, depth or count was passed."},
    {TW_BAD_INDEX, "bad_index", "An index file is damaged: a checksum or an offset is wrong."},
    {TW_OLD_VERSION, "old_version",
     "An index file of a version that this engine does not read."},
    {TW_OUT_OF_MEMORY, "out_of_memory", "The machine has no more memory for the call."},
    {TW_INTERNAL, "internal", "A defect of the library; please report it."},
};

const status_row* find(tw_status status) noexcept {
  for (const status_row& row : k_rows) {
    if (row.status == status) return &row;
  }
  return nullptr;
}

constexpr bool same(tradewarden::errc code, tw_status status) {
  return static_cast<tw_status>(code) == status;
}
using tradewarden::errc;
static_assert(same(errc::usage, TW_USAGE) && same(errc::not_found, TW_NOT_FOUND) &&
              same(errc::io, TW_IO) && same(errc::empty_input, TW_EMPTY_INPUT) &&
              same(errc::truncated, TW_TRUNCATED) && same(errc::not_text, TW_NOT_TEXT) &&
              same(errc::unknown_format, TW_UNKNOWN_FORMAT) &&
              same(errc::bad_syntax, TW_BAD_SYNTAX) && same(errc::bad_value, TW_BAD_VALUE) &&
              same(errc::missing_field, TW_MISSING_FIELD) && same(errc::conflict, TW_CONFLICT) &&
              same(errc::limit_exceeded, TW_LIMIT_EXCEEDED) &&
              same(errc::bad_index, TW_BAD_INDEX) && same(errc::old_version, TW_OLD_VERSION) &&
              same(errc::internal, TW_INTERNAL));

}  // namespace

const char* tw_status_name(tw_status status) {
  const status_row* row = find(status);
  return row != nullptr ? row->name : "unknown";
}

const char* tw_status_text(tw_status status) {
  const status_row* row = find(status);
  return row != nullptr ? row->text : "A status that this version of the library does not know.";
}
