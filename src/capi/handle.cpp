#include "capi/handle.hpp"

#include <algorithm>
#include <cstring>
#include <string>

namespace tradewarden::capi {
namespace {

/// Copies a text into a buffer and ends it with a zero. Cut between two characters of UTF-8, never
/// inside one. Returns whether it was cut.
template <std::size_t Size>
bool copy(char (&to)[Size], std::string_view from) noexcept {
  std::size_t n = std::min(from.size(), Size - 1);
  if (n < from.size()) {
    while (n > 0 && (static_cast<unsigned char>(from[n]) & 0xC0U) == 0x80U) --n;
  }
  std::memcpy(to, from.data(), n);
  to[n] = '\0';
  return n < from.size();
}

void fill(tw_error* to, tw_status status, std::string_view message, std::string_view file,
          std::uint64_t line, std::string_view field) noexcept {
  if (!is_memory(to, alignof(tw_error))) return;
  to->status = status;
  to->line = line;
  to->reserved = 0;
  const bool message_cut = copy(to->message, message);
  const bool file_cut = copy(to->file, file);
  const bool field_cut = copy(to->field, field);
  to->cut = message_cut || file_cut || field_cut ? 1 : 0;
}

}  // namespace

error usage(std::string_view message, std::string_view field) {
  return error{errc::usage, std::string(message), {}, 0, std::string(field)};
}

error no_handle(std::string_view parameter) {
  return usage("NULL, freed, or another kind of handle", parameter);
}

tw_status tell(tw_error* to, const error& e) noexcept {
  const auto status = static_cast<tw_status>(e.code);
  fill(to, status, e.message, e.file, e.line, e.field);
  return status;
}

tw_status tell(tw_error* to, tw_status status, std::string_view message) noexcept {
  fill(to, status, message, {}, 0, {});
  return status;
}

}  // namespace tradewarden::capi
