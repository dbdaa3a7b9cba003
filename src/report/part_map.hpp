// The parts of a product as a tree map, coloured by what the count made of them.
//
// Example:
//   page += part_map_svg(result);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_PART_MAP_HPP
#define TRADEWARDEN_REPORT_PART_MAP_HPP

#include <string>

#include "tradewarden/origin_answer.hpp"

namespace tradewarden::report {

/// An <svg> element; empty if no part has a known worth. Areas are for the eye alone: every figure
/// stands as exact text beside them.
[[nodiscard]] std::string part_map_svg(const origin_result& r);

/// For drawing: the nearest double; 0 for what is no number.
[[nodiscard]] double nearest(const exact_fraction& f);

/// "12.5": for attributes of a drawing, the same in every locale.
[[nodiscard]] std::string one_place(double value);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_PART_MAP_HPP
