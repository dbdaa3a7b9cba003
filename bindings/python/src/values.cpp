#include "values.hpp"

#include <cmath>
#include <limits>

#include "errors.hpp"

namespace tradewarden::python {
namespace {

std::string name_of_type(nb::handle value) {
  return nb::cast<std::string>(nb::str(value.type().attr("__name__")));
}

[[noreturn]] void wrong_type(nb::handle value, const char* argument, const char* wanted) {
  const std::string what =
      std::string(argument) + ": " + wanted + " expected, not " + name_of_type(value);
  throw nb::type_error(what.c_str());
}

bool flag_of(nb::handle value, const char* argument) {
  if (!PyBool_Check(value.ptr())) wrong_type(value, argument, "True or False");
  return value.ptr() == Py_True;
}

}  // namespace

std::optional<day> day_of(nb::handle value, const char* argument) {
  if (value.is_none()) return std::nullopt;
  if (PyUnicode_Check(value.ptr())) return take(day::parse(*text_of(value, argument)), argument);
  if (!nb::hasattr(value, "year") || !nb::hasattr(value, "month") || !nb::hasattr(value, "day")) {
    wrong_type(value, argument, "datetime.date or 'YYYY-MM-DD'");
  }
  return take(day::from_ymd(nb::cast<std::int32_t>(value.attr("year")),
                            nb::cast<std::int32_t>(value.attr("month")),
                            nb::cast<std::int32_t>(value.attr("day"))),
              argument);
}

score score_of(nb::handle value, const char* argument) {
  if (PyUnicode_Check(value.ptr())) return take(score::parse(*text_of(value, argument)), argument);
  if (PyFloat_Check(value.ptr())) {
    // The double nearest to a number of four places is that number.
    const double units = PyFloat_AsDouble(value.ptr()) * score::k_one;
    const double nearest = std::nearbyint(units);
    if (std::isfinite(units) && nearest >= 0 && nearest <= score::k_one &&
        std::abs(units - nearest) < 1e-6) {
      return score::from_units(static_cast<std::int32_t>(nearest));
    }
  } else if (PyBool_Check(value.ptr()) || value.is_none()) {
    wrong_type(value, argument, "a number from 0 to 1");
  }
  return take(score::parse(nb::cast<std::string>(nb::str(value))), argument);
}

std::optional<std::string_view> text_of(nb::handle value, const char* argument) {
  if (value.is_none()) return std::nullopt;
  if (!PyUnicode_Check(value.ptr())) wrong_type(value, argument, "str");
  Py_ssize_t size = 0;
  const char* const data = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (data == nullptr) throw nb::python_error();
  return std::string_view(data, static_cast<std::size_t>(size));
}

std::string string_of(nb::handle value, const char* argument) {
  return std::string(text_of(value, argument).value_or(std::string_view()));
}

std::vector<std::string> strings_of(nb::handle value, const char* argument) {
  std::vector<std::string> out;
  if (value.is_none()) return out;
  if (PyUnicode_Check(value.ptr())) {
    out.push_back(string_of(value, argument));
    return out;
  }
  for (const nb::handle each : nb::iter(value)) {
    if (each.is_none()) wrong_type(each, argument, "str");
    out.push_back(string_of(each, argument));
  }
  return out;
}

nb::object to_str(std::string_view text) {
  return nb::steal(
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

nb::object to_date(const std::optional<day>& d) {
  if (!d) return nb::none();
  return nb::module_::import_("datetime").attr("date")(d->year(), d->month(), d->day_of_month());
}

double to_number(score s) { return s.units() / static_cast<double>(score::k_one); }

std::uint32_t share_of(nb::handle given, std::uint32_t usual, const char* argument) {
  if (given.is_none()) return usual;
  const double share = nb::cast<double>(given);
  if (!(share >= 0 && share <= 1)) raise({errc::bad_value, "a share is from 0 to 1", {}, 0, argument});
  return static_cast<std::uint32_t>(std::lround(share * 10'000));
}

screening_options options_of(nb::tuple given) {
  screening_options o;
  o.as_of = day_of(given[0], "as_of");
  if (!given[1].is_none()) o.threshold = score_of(given[1], "threshold");
  if (!given[2].is_none()) {
    const long long limit = PyLong_Check(given[2].ptr()) ? PyLong_AsLongLong(given[2].ptr()) : -1;
    if (limit < 1 || limit > 10'000) {
      PyErr_Clear();
      raise({errc::bad_value, "a whole number from 1 to 10000 is expected", {}, 0, "limit"});
    }
    o.limit = static_cast<std::uint32_t>(limit);
  }
  if (!given[3].is_none()) o.weak = take(parse_weak_policy(*text_of(given[3], "weak")), "weak");
  if (!given[4].is_none()) {
    o.contradiction =
        take(parse_contradiction_policy(*text_of(given[4], "contradiction")), "contradiction");
  }
  if (!given[5].is_none()) {
    std::string kinds;
    for (const std::string& kind : strings_of(given[5], "contradiction_by")) {
      kinds += (kinds.empty() ? "" : ",") + kind;
    }
    o.contradiction_by = take(evidence_kinds::parse(kinds), "contradiction_by");
  }
  o.include_ended = flag_of(given[6], "include_ended");
  o.count_all = flag_of(given[7], "count_all");
  o.explain = flag_of(given[8], "explain");
  return o;
}

}  // namespace tradewarden::python
