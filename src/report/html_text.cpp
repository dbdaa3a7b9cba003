#include "report/html_text.hpp"

#include "support/visible_text.hpp"

namespace tradewarden::report {

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : support::visible(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace tradewarden::report
