#include "ownership/share_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "support/ascii.hpp"
#include "tradewarden/decimal.hpp"

namespace tradewarden::ownership {
namespace {

constexpr std::int32_t k_places = 9;

result<percent_units> parse_one(std::string_view text) {
  const result<decimal> d = decimal::parse(ascii::trim(text));
  if (!d) {
    return error{errc::bad_value, "'" + std::string(text.substr(0, 40)) +
                                      "' is no percentage: a decimal, LOW..HIGH or ? belongs here", {}, 0, {}};
  }
  if (d->scale() > k_places) {
    return error{errc::limit_exceeded, "a share has at most nine decimals", {}, 0, {}};
  }
  if (*d > decimal::from_units(100)) {
    return error{errc::bad_value, "'" + d->to_string() + "' is more than 100 percent", {}, 0, {}};
  }
  percent_units units = d->units();
  for (std::int32_t i = d->scale(); i < k_places; ++i) units *= 10;
  return units;
}

}  // namespace

result<detail::share_interval> parse_percent(std::string_view text) {
  text = ascii::trim(text);
  if (text == "?") return detail::share_interval{0, k_whole};
  const std::size_t dots = text.find("..");
  const auto low = parse_one(text.substr(0, dots));
  if (!low) return low.error();
  if (dots == std::string_view::npos) return detail::share_interval{*low, *low};
  const auto high = parse_one(text.substr(dots + 2));
  if (!high) return high.error();
  if (*high < *low) {
    return error{errc::bad_value, "the range '" + std::string(text.substr(0, 40)) + "' runs downwards", {}, 0, {}};
  }
  return detail::share_interval{*low, *high};
}

std::string plain_percent(std::string_view text) {
  // Several statements: from the least to the most of them.
  if (text.find('|') != std::string_view::npos) {
    std::optional<detail::share_interval> all;
    for (const std::string_view one : ascii::split(text, "|")) {
      const auto share = parse_percent(plain_percent(one));
      if (!share) return "?";
      if (!all) all = *share;
      all = detail::share_interval{std::min(all->low, share->low), std::max(all->high, share->high)};
    }
    return all ? percent_text(all->low, all->high) : "?";
  }
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == ' ') continue;
    if (c == '-') {
      out += "..";
    } else {
      out += c;
    }
  }
  return !out.empty() && parse_percent(out) ? out : "?";
}

std::string percent_text(percent_units units) {
  // Sums of many owners may pass what a decimal holds; whole and rest are written apart.
  const std::int64_t whole = units / k_one_percent;
  const std::int64_t rest = units % k_one_percent;
  const std::string fraction = decimal::from_units(rest, k_places).to_string();
  return std::to_string(whole) + (rest == 0 ? "" : fraction.substr(1));
}

std::string percent_text(percent_units low, percent_units high) {
  if (low == high) return percent_text(low);
  if (low == 0 && high == k_whole) return "?";
  return percent_text(low) + ".." + percent_text(high);
}

}  // namespace tradewarden::ownership
