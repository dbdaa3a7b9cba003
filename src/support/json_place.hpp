// Where in a JSON text a reader stands, and what simdjson's codes mean to a user.
//
// Example:
//   line_counter lines(text);
//   lines.see(pointer_into_text);
//   return error{json_errc(code), json_message(code), {}, lines.line(), {}};
//
// Threads: a counter belongs to one thread.
#ifndef TRADEWARDEN_SUPPORT_JSON_PLACE_HPP
#define TRADEWARDEN_SUPPORT_JSON_PLACE_HPP

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/error.hpp"

namespace tradewarden {

/// Lines up to a place in the text; places only move forward.
class line_counter {
 public:
  explicit line_counter(std::string_view text) : text_(text) {}

  void see(const char* at) {
    const auto offset = static_cast<std::size_t>(at - text_.data());
    if (offset <= seen_ || offset > text_.size()) return;
    line_ += static_cast<std::uint64_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(seen_),
                   text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    seen_ = offset;
  }
  [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

 private:
  std::string_view text_;
  std::size_t seen_ = 0;
  std::uint64_t line_ = 1;
};

[[nodiscard]] inline errc json_errc(simdjson::error_code code) {
  switch (code) {
  case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
  case simdjson::UNCLOSED_STRING:
  case simdjson::EMPTY:
  case simdjson::OUT_OF_BOUNDS: return errc::truncated;
  case simdjson::DEPTH_ERROR: return errc::limit_exceeded;
  default: return errc::bad_syntax;
  }
}

[[nodiscard]] inline std::string json_message(simdjson::error_code code) {
  const bool cut = json_errc(code) == errc::truncated;
  return std::string(cut ? "the JSON text ends too early: the file is cut short"
                         : "the text is not valid JSON") +
         " (" + simdjson::error_message(code) + ")";
}

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_JSON_PLACE_HPP
