#include "match/birth_date.hpp"

#include <algorithm>

namespace tradewarden::matching {
namespace {

bool is_one_day(const partial_date& d) { return d.earliest == d.latest && !d.approximate; }

std::int32_t days_of(const partial_date& d) { return d.latest.days() - d.earliest.days() + 1; }

bool is_swapped(day a, day b) {
  return a.year() == b.year() && a.month() == b.day_of_month() && a.day_of_month() == b.month();
}

bool is_first_of_january(const partial_date& d) {
  return d.earliest == d.latest && d.earliest.month() == 1 && d.earliest.day_of_month() == 1;
}

}  // namespace

birth_verdict compare_birth_dates(const partial_date& asked, const partial_date& listed) {
  using enum evidence_state;
  constexpr std::int32_t k_month = 31;
  constexpr std::int32_t k_year = 366;
  if (asked.earliest <= listed.latest && listed.earliest <= asked.latest) {
    // As precise as the vaguer of the two.
    const std::int32_t span = std::max(days_of(asked), days_of(listed));
    if (span > k_year) return {partial, "span"};
    if (asked.approximate || listed.approximate) return {confirms, "about"};
    return {confirms, span == 1 ? "day" : span <= k_month ? "month" : "year"};
  }
  if (is_one_day(asked) && is_one_day(listed) && is_swapped(asked.earliest, listed.earliest)) {
    return {partial, "day_and_month_swapped"};
  }
  // Offices that know the year alone write its first day.
  if ((is_first_of_january(asked) || is_first_of_january(listed)) &&
      asked.earliest.year() == listed.latest.year()) {
    return {partial, "first_of_january"};
  }
  if (asked.agrees_with(listed)) return {partial, "about"};
  return {contradicts, {}};
}

}  // namespace tradewarden::matching
