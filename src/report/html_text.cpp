#include "report/html_text.hpp"

#include "support/utf8_text.hpp"

namespace tradewarden::report {

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const utf8::decoded d = utf8::decode_front(text);
    const char32_t c = d.code;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                       c == 0x200E || c == 0x200F || c == 0x061C;
    const bool control = (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else {
      utf8::append(out, control || turns ? utf8::k_replacement : c);
    }
    text.remove_prefix(d.bytes);
  }
  return out;
}

}  // namespace tradewarden::report
