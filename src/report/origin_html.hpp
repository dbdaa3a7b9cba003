// The answer as one HTML page that needs nothing else: no network, no other file.
//
// Example:
//   std::ofstream("report.html") << report::origin_html(engine, answer, nullptr);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_ORIGIN_HTML_HPP
#define TRADEWARDEN_REPORT_ORIGIN_HTML_HPP

#include <string>

#include "tradewarden/origin.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::report {

/// `index` may be null: then no share of listed parties is shown. All text of the bill is escaped;
/// the page forbids itself scripts and connections (Content-Security-Policy).
[[nodiscard]] std::string origin_html(const origin& engine, const origin_report& answer,
                                      const party_index* index);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_ORIGIN_HTML_HPP
