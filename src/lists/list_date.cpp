#include "lists/list_date.hpp"

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

// Day 25,569 of Excel's 1900 system (as counted from 1 March 1900 on) is 1970-01-01.
constexpr std::int32_t k_excel_epoch = 25'569;
constexpr std::int32_t k_excel_least = 10'000;  // 1927-05-18
constexpr std::int32_t k_excel_most = 80'000;   // 2119-01-11

struct numbers {
  std::int32_t value[3] = {};
  std::size_t digits[3] = {};
  std::size_t count = 0;
};

/// Up to three numbers with `separator` between and nothing else; count 0 otherwise.
numbers read_numbers(std::string_view s, char separator) {
  numbers out;
  std::size_t at = 0;
  for (;;) {
    if (out.count == 3) return {};
    std::int32_t value = 0;
    const std::size_t start = at;
    while (at < s.size() && ascii::is_digit(s[at]) && at - start < 6) {
      value = value * 10 + (s[at++] - '0');
    }
    if (at == start) return {};
    out.value[out.count] = value;
    out.digits[out.count] = at - start;
    ++out.count;
    if (at == s.size()) return out;
    if (s[at] != separator) return {};
    ++at;
  }
}

std::string in_quotes(std::string_view s) { return "'" + std::string(s.substr(0, 40)) + "'"; }

}  // namespace

list_date read_list_date(std::string_view field) {
  list_date out;
  const std::string_view s = ascii::trim(field);
  if (s.empty() || s == "-0-") return out;
  result<day> read = error{};
  bool serial = false;
  if (s.size() >= 10 && s[4] == '-') {
    // "2018-04-15", also as "2018-04-15T00:00:00".
    if (s.size() == 10 || s[10] == 'T' || s[10] == ' ') read = day::parse(s.substr(0, 10));
  } else if (const numbers us = read_numbers(s, '/');
             us.count == 3 && us.digits[0] <= 2 && us.digits[1] <= 2 && us.digits[2] == 4) {
    read = day::from_ymd(us.value[2], us.value[0], us.value[1]);
  } else if (const numbers alone = read_numbers(s, '\0');
             alone.count == 1 && alone.digits[0] == 5 && alone.value[0] >= k_excel_least &&
             alone.value[0] <= k_excel_most) {
    read = day::from_days(alone.value[0] - k_excel_epoch);
    serial = true;
  }
  if (!read) {
    out.complaint = "not a date that is understood: " + in_quotes(s) +
                    "; write it as YYYY-MM-DD or MM/DD/YYYY";
    return out;
  }
  out.value = *read;
  if (serial) {
    out.complaint = "a spreadsheet's day number " + in_quotes(s) + " was read as " +
                    read->to_string();
  } else if (read->year() < 1900 || read->year() > 2200) {
    out.plausible = false;
    out.complaint = "the year of " + in_quotes(s) + " is out of all reason";
  }
  return out;
}

list_interval read_list_interval(std::string_view first, std::string_view last) {
  list_interval out;
  list_date begin = read_list_date(first);
  list_date end = read_list_date(last);
  out.from_complaint = std::move(begin.complaint);
  out.last_complaint = std::move(end.complaint);
  if (begin.found()) {
    if (begin.plausible) {
      out.from = begin.value;
    } else {
      out.from_complaint += ": taken as not given";
    }
  }
  if (end.found()) {
    // "0026", "2922", "9999": a slip of the pen, or a way to write "never".
    if (!end.plausible) {
      out.last_complaint += ": taken as without end";
      return out;
    }
    if (out.from && *end.value < *out.from) {
      out.last_complaint = "the last day " + end.value->to_string() +
                           " lies before the effective day " + out.from->to_string() +
                           ": taken as without end";
      return out;
    }
    out.until = end.value->plus(1);
  }
  return out;
}

}  // namespace tradewarden::lists
