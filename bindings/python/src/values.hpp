// Values of Python as values of the library, and back: days, scores, words, texts.
//
// Threads: with the GIL held.
#ifndef TRADEWARDEN_PYTHON_VALUES_HPP
#define TRADEWARDEN_PYTHON_VALUES_HPP

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/score.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::python {

namespace nb = nanobind;

/// datetime.date, "YYYY-MM-DD" or None.
[[nodiscard]] std::optional<day> day_of(nb::handle value, const char* argument);
/// 0.8, "0.8", Decimal("0.8"): at most four places.
[[nodiscard]] score score_of(nb::handle value, const char* argument);
/// UTF-8 of a str, valid while the str lives; nothing for None.
[[nodiscard]] std::optional<std::string_view> text_of(nb::handle value, const char* argument);
/// The same as a copy; None is empty.
[[nodiscard]] std::string string_of(nb::handle value, const char* argument);
/// A str or an iterable of str.
[[nodiscard]] std::vector<std::string> strings_of(nb::handle value, const char* argument);

/// A str; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] nb::object to_str(std::string_view text);
/// datetime.date or None.
[[nodiscard]] nb::object to_date(const std::optional<day>& d);
[[nodiscard]] double to_number(score s);
/// A share from 0 to 1 in units of 1/10,000; `usual` for None.
[[nodiscard]] std::uint32_t share_of(nb::handle given, std::uint32_t usual, const char* argument);

/// The keywords that Index.screen and Index.screen_table share, in this order: as_of, threshold,
/// limit, weak, contradiction, contradiction_by, include_ended, count_all, explain.
[[nodiscard]] screening_options options_of(nb::tuple given);

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_VALUES_HPP
