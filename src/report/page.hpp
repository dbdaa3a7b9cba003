// The head of every page: it loads nothing and runs nothing, and says so to the browser.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_PAGE_HPP
#define TRADEWARDEN_REPORT_PAGE_HPP

#include <string>
#include <string_view>

#include "report/html_text.hpp"

namespace tradewarden::report {

/// From the doctype to the opening of the body; `style` is CSS of our own.
[[nodiscard]] inline std::string page_begin(std::string_view title, std::string_view style) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<title>" + html(title) + "</title>\n<style>";
  out += style;
  return out + "</style>\n</head>\n<body>\n";
}

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_PAGE_HPP
