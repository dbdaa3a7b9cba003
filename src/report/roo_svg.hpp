// The proof of an answer of rules of origin as a picture: the tests as a tree, coloured by their outcome.
//
// Example:
//   write("proof.svg", roo_svg(answer));
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_ROO_SVG_HPP
#define TRADEWARDEN_REPORT_ROO_SVG_HPP

#include <string>

#include "tradewarden/roo_answer.hpp"

namespace tradewarden::report {

/// A whole SVG file; the same bytes for the same answer.
[[nodiscard]] std::string roo_svg(const roo_answer& a);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_ROO_SVG_HPP
