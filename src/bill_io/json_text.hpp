// A JSON text under simdjson, with the line of whatever is wrong.
//
// Example:
//   json_text json(bytes, out);
//   if (auto* doc = json.open()) json.check(read(*doc));
//
// Threads: one thread.
#ifndef TRADEWARDEN_BILL_IO_JSON_TEXT_HPP
#define TRADEWARDEN_BILL_IO_JSON_TEXT_HPP

#include <simdjson.h>

#include <string>
#include <string_view>

#include "bill_io/sink.hpp"
#include "support/json_place.hpp"

namespace tradewarden::bill_io {

class json_text {
 public:
  using code = simdjson::error_code;
  using value = simdjson::ondemand::value;

  json_text(std::string_view text, sink& out)
      : padded_(text), lines_({padded_.data(), padded_.size()}), out_(out) {}

  /// The document, or null: then the problem is told.
  [[nodiscard]] simdjson::ondemand::document* open() {
    if (!simdjson::validate_utf8(padded_.data(), padded_.size())) {
      out_.problem(errc::bad_syntax, 0, {}, "the text is not UTF-8, which JSON must be");
      return nullptr;
    }
    const auto e = parser_.iterate(padded_).get(document_);
    return check(e) ? &document_ : nullptr;
  }
  /// False, and the problem told, if the code is one of failure. Nothing may be read after that.
  bool check(code e) {
    if (e == simdjson::SUCCESS) return true;
    out_.problem(json_errc(e), lines_.line(), {}, json_message(e));
    return false;
  }
  /// What stands behind the end of the document is a problem.
  void check_end() {
    const char* rest = nullptr;
    if (document_.current_location().get(rest) == simdjson::SUCCESS) {
      out_.problem(errc::bad_syntax, lines_.line(), {}, "text follows the end of the document");
    }
  }
  void see(value& v) {
    const char* at = nullptr;
    if (v.current_location().get(at) == simdjson::SUCCESS) lines_.see(at);
  }
  [[nodiscard]] std::uint64_t line() const { return lines_.line(); }

 private:
  simdjson::padded_string padded_;
  line_counter lines_;
  sink& out_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
};

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_JSON_TEXT_HPP
