#include "tradewarden/error.hpp"

namespace tradewarden {

std::string_view to_string(errc code) noexcept {
  switch (code) {
    case errc::usage: return "usage";
    case errc::not_found: return "not_found";
    case errc::io: return "io";
    case errc::empty_input: return "empty_input";
    case errc::truncated: return "truncated";
    case errc::not_text: return "not_text";
    case errc::unknown_format: return "unknown_format";
    case errc::bad_syntax: return "bad_syntax";
    case errc::bad_value: return "bad_value";
    case errc::missing_field: return "missing_field";
    case errc::conflict: return "conflict";
    case errc::limit_exceeded: return "limit_exceeded";
    case errc::bad_index: return "bad_index";
    case errc::old_version: return "old_version";
    case errc::internal: return "internal";
  }
  return "internal";
}

std::string error::to_string() const {
  std::string out;
  if (!file.empty()) out += file;
  if (line != 0) out += (out.empty() ? "line " : ":") + std::to_string(line);
  if (!out.empty()) out += ": ";
  if (!field.empty()) out += field + ": ";
  out += message;
  return out;
}

}  // namespace tradewarden
