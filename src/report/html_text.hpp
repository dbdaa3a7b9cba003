// Text as part of a page: nothing that came from an input may end a tag, an attribute or a line.
//
// Example:
//   page += "<td>" + html(part.name) + "</td>";
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_HTML_TEXT_HPP
#define TRADEWARDEN_REPORT_HTML_TEXT_HPP

#include <string>
#include <string_view>

namespace tradewarden::report {

/// For element content and for attribute values in double quotes. What is not seen or turns the writing
/// direction is named ("<U+202E>", support/visible_text.hpp); what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string html(std::string_view text);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_HTML_TEXT_HPP
