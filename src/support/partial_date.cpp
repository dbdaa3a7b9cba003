#include "tradewarden/partial_date.hpp"

#include <array>
#include <optional>

#include "support/ascii.hpp"

namespace tradewarden {
namespace {

struct span {
  day earliest;
  day latest;
};

/// Decimal digits only, no sign; nothing if there is anything else or the text is too long.
std::optional<std::int32_t> number(std::string_view s, std::size_t min_digits,
                                   std::size_t max_digits) {
  if (s.size() < min_digits || s.size() > max_digits) return {};
  std::int32_t v = 0;
  for (const char c : s) {
    if (!ascii::is_digit(c)) return {};
    v = v * 10 + (c - '0');
  }
  return v;
}

/// "Jan", "January", "JAN.", "Sept" -> 1 to 12.
std::optional<std::int32_t> month_number(std::string_view s) {
  static constexpr std::array<std::string_view, 12> k_months = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (s.ends_with('.')) s.remove_suffix(1);
  if (s.size() < 3) return {};
  for (std::size_t i = 0; i < k_months.size(); ++i) {
    if (ascii::starts_with_ignoring_case(k_months[i], s)) return static_cast<std::int32_t>(i + 1);
  }
  return {};
}

std::optional<span> whole_day(std::int32_t y, std::int32_t m, std::int32_t d) {
  const result<day> one = day::from_ymd(y, m, d);
  if (!one) return {};
  return span{*one, *one};
}

std::optional<span> whole_month(std::int32_t y, std::int32_t m) {
  const result<day> first = day::from_ymd(y, m, 1);
  if (!first) return {};
  for (std::int32_t last = 31; last >= 28; --last) {
    if (const result<day> end = day::from_ymd(y, m, last)) return span{*first, *end};
  }
  return {};
}

std::optional<span> whole_year(std::int32_t y) {
  const result<day> first = day::from_ymd(y, 1, 1);
  const result<day> last = day::from_ymd(y, 12, 31);
  if (!first || !last) return {};
  return span{*first, *last};
}

/// "YYYY", "YYYY-MM", "YYYY-MM-DD", "MM/DD/YYYY", "DD Mon YYYY", "Mon YYYY".
std::optional<span> single(std::string_view s) {
  s = ascii::trim(s);
  if (const auto y = number(s, 4, 4)) return whole_year(*y);
  if (s.size() >= 7 && s[4] == '-') {
    const auto y = number(s.substr(0, 4), 4, 4);
    const auto m = number(s.substr(5, 2), 2, 2);
    if (!y || !m) return {};
    if (s.size() == 7) return whole_month(*y, *m);
    const auto d = s.size() == 10 && s[7] == '-' ? number(s.substr(8), 2, 2) : std::nullopt;
    if (!d) return {};
    return whole_day(*y, *m, *d);
  }
  if (const std::size_t a = s.find('/'); a != std::string_view::npos) {
    const std::size_t b = s.find('/', a + 1);
    if (b == std::string_view::npos) return {};
    const auto m = number(s.substr(0, a), 1, 2);
    const auto d = number(s.substr(a + 1, b - a - 1), 1, 2);
    const auto y = number(s.substr(b + 1), 4, 4);
    if (!y || !m || !d) return {};
    return whole_day(*y, *m, *d);
  }
  // Two or three words.
  std::array<std::string_view, 3> word;
  std::size_t words = 0;
  while (!s.empty()) {
    if (words == word.size()) return {};
    std::size_t end = 0;
    while (end < s.size() && !ascii::is_space(s[end])) ++end;
    word[words++] = s.substr(0, end);
    s = ascii::trim(s.substr(end));
  }
  if (words == 2) {
    const auto m = month_number(word[0]);
    const auto y = number(word[1], 4, 4);
    if (!m || !y) return {};
    return whole_month(*y, *m);
  }
  if (words == 3) {
    const auto d = number(word[0], 1, 2);
    const auto m = month_number(word[1]);
    const auto y = number(word[2], 4, 4);
    if (!d || !m || !y) return {};
    return whole_day(*y, *m, *d);
  }
  return {};
}

std::optional<span> between(std::string_view a, std::string_view b) {
  const auto from = single(a);
  const auto to = single(b);
  if (!from || !to || to->latest < from->earliest) return {};
  return span{from->earliest, to->latest};
}

std::optional<span> range_or_single(std::string_view s) {
  if (const auto one = single(s)) return one;
  if (const std::size_t at = s.find(" to "); at != std::string_view::npos) {
    return between(s.substr(0, at), s.substr(at + 4));
  }
  if (ascii::starts_with_ignoring_case(s, "between ")) {
    const std::size_t at = s.find(" and ");
    if (at == std::string_view::npos) return {};
    return between(s.substr(8, at < 8 ? 0 : at - 8), s.substr(at + 5));
  }
  // Two years with '-' or two dates of any form with '/', as to_string() writes them.
  if (const std::size_t at = s.find('-');
      at != std::string_view::npos && number(ascii::trim(s.substr(0, at)), 4, 4) &&
      number(ascii::trim(s.substr(at + 1)), 4, 4)) {
    return between(s.substr(0, at), s.substr(at + 1));
  }
  if (const std::size_t at = s.find('/'); at != std::string_view::npos) {
    return between(s.substr(0, at), s.substr(at + 1));
  }
  return {};
}

/// Removes "circa", "about" ... from the front; true if there was one.
bool strip_approximate(std::string_view& s) {
  static constexpr std::array<std::string_view, 9> k_words = {
      "circa", "approximately", "approx.", "about", "around", "ca.", "c.", "approx", "~"};
  for (const std::string_view word : k_words) {
    if (!ascii::starts_with_ignoring_case(s, word)) continue;
    const std::string_view rest = ascii::trim(s.substr(word.size()));
    // "circa1961" is read too, "circassian" is not.
    if (rest.empty() || (rest.size() + word.size() == s.size() && ascii::is_alpha(rest[0]))) {
      continue;
    }
    s = rest;
    return true;
  }
  return false;
}

day shifted_by_years(day d, std::int32_t years) {
  const std::int32_t y = d.year() + years;
  for (std::int32_t dom = d.day_of_month(); dom >= 28; --dom) {  // 29 February
    if (const auto moved = day::from_ymd(y, d.month(), dom)) return *moved;
  }
  if (const auto moved = day::from_ymd(y, d.month(), d.day_of_month())) return *moved;
  return d;  // The first or last year that can be written.
}

}  // namespace

result<partial_date> partial_date::parse(std::string_view text) {
  std::string_view s = ascii::trim(text);
  const bool about = strip_approximate(s);
  const auto found = range_or_single(s);
  if (!found) {
    return error{errc::bad_value,
                 "not a date, month, year or span of them: '" + std::string(text.substr(0, 60)) + "'",
                 {}, 0, {}};
  }
  return partial_date{found->earliest, found->latest, about};
}

std::string partial_date::to_string() const {
  const std::string a = earliest.to_string();
  const std::string b = latest.to_string();
  std::string out = approximate ? "~" : "";
  if (earliest == latest) return out + a;
  const auto whole = [this](std::optional<span> s) {
    return s && s->earliest == earliest && s->latest == latest;
  };
  if (whole(whole_year(earliest.year()))) return out + a.substr(0, 4);
  if (whole(whole_month(earliest.year(), earliest.month()))) return out + a.substr(0, 7);
  // A span: each end as coarse as both ends allow.
  const auto first = whole_month(earliest.year(), earliest.month());
  const auto last = whole_month(latest.year(), latest.month());
  const bool months = first && last && first->earliest == earliest && last->latest == latest;
  const bool years = months && earliest.month() == 1 && latest.month() == 12;
  const std::size_t n = years ? 4 : months ? 7 : 10;
  return out + a.substr(0, n) + "/" + b.substr(0, n);
}

bool partial_date::agrees_with(const partial_date& other) const noexcept {
  const auto widened = [](const partial_date& p) {
    if (!p.approximate) return span{p.earliest, p.latest};
    return span{shifted_by_years(p.earliest, -1), shifted_by_years(p.latest, 1)};
  };
  const span a = widened(*this);
  const span b = widened(other);
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

}  // namespace tradewarden
