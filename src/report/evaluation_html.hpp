// An evaluation as one HTML page that needs nothing else: no network, no other file.
//
// Example:
//   std::ofstream("evaluation.html") << report::evaluation_html(e, idx);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_EVALUATION_HTML_HPP
#define TRADEWARDEN_REPORT_EVALUATION_HTML_HPP

#include <string>

#include "tradewarden/evaluate.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::report {

/// `idx` is null where no index was asked. Names of kinds and files are escaped; the page forbids itself scripts and connections.
[[nodiscard]] std::string evaluation_html(const evaluation& e, const party_index* idx);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_EVALUATION_HTML_HPP
