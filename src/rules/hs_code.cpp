#include "rules/hs_code.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::size_t k_digits = 10;
constexpr std::size_t k_most_ranges = 500;

error wrong(std::string_view part) {
  return {errc::bad_value,
          "'" + std::string(part.substr(0, 40)) +
              "' is no code of the Harmonized System: 84, ch 84, 8473, 8473.30 or a range of two of one length",
          {},
          0,
          {}};
}

/// Digits without points; empty if it is none. "84.73" as treaties print it, too.
std::string digits_of(std::string_view text) {
  text = ascii::trim(text);
  if (text.starts_with("ch ")) {
    text = ascii::trim(text.substr(3));
    if (text.size() != 2) return {};
  }
  std::string out;
  if (text.ends_with('.')) return {};
  for (const char c : text) {
    if (ascii::is_digit(c)) {
      out += c;
    } else if (c != '.' || out.size() < 2 || out.size() % 2 != 0) {
      return {};
    }
  }
  return is_hs_code(out) ? out : std::string();
}

}  // namespace

bool is_hs_code(std::string_view digits) noexcept {
  return digits.size() >= 2 && digits.size() <= k_digits &&
         std::all_of(digits.begin(), digits.end(), ascii::is_digit);
}

hs_range range_of(std::string_view digits) noexcept {
  hs_range out;
  for (std::size_t i = 0; i < k_digits; ++i) {
    const bool given = i < digits.size();
    out.low = out.low * 10 + (given ? static_cast<std::uint64_t>(digits[i] - '0') : 0);
    out.high = out.high * 10 + (given ? static_cast<std::uint64_t>(digits[i] - '0') : 9);
  }
  return out;
}

truth within(const hs_range& inner, const hs_range& outer) noexcept {
  if (inner.high < outer.low || outer.high < inner.low) return truth::no;
  return outer.low <= inner.low && inner.high <= outer.high ? truth::yes : truth::unknown;
}

truth differs(std::string_view material, std::string_view good, hs_level level) noexcept {
  const auto n = static_cast<std::size_t>(level);
  if (n == 0) return truth::yes;
  const std::size_t both = std::min({material.size(), good.size(), n});
  if (material.substr(0, both) != good.substr(0, both)) return truth::yes;
  return both == n ? truth::no : truth::unknown;
}

result<hs_set> hs_set::parse(std::string_view text) {
  hs_set out;
  while (true) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view part = ascii::trim(text.substr(0, comma));
    constexpr std::array<std::pair<std::string_view, hs_level>, 3> k_same{
        {{"same-chapter", hs_level::chapter}, {"same-heading", hs_level::heading}, {"same-subheading", hs_level::subheading}}};
    const auto* same = std::find_if(k_same.begin(), k_same.end(), [&](const auto& s) { return s.first == part; });
    if (same != k_same.end()) {
      out.same_.push_back(same->second);
    } else {
      const std::size_t dash = part.find('-');
      const std::string low = digits_of(part.substr(0, dash));
      const std::string high = dash == std::string_view::npos ? low : digits_of(part.substr(dash + 1));
      if (low.empty() || low.size() != high.size() || high < low) return wrong(part);
      out.ranges_.push_back({range_of(low).low, range_of(high).high});
    }
    if (out.ranges_.size() + out.same_.size() > k_most_ranges) {
      return error{errc::limit_exceeded, "a set has at most " + std::to_string(k_most_ranges) + " codes", {}, 0, {}};
    }
    out.text_ += (out.text_.empty() ? "" : ", ") + std::string(part);
    if (comma == text.size()) return out;
    text.remove_prefix(comma + 1);
  }
}

truth hs_set::has(std::string_view material, std::string_view good) const noexcept {
  truth out = truth::no;
  for (const hs_range& r : ranges_) {
    out = out || (is_hs_code(material) ? within(range_of(material), r) : truth::unknown);
  }
  for (const hs_level l : same_) out = out || !differs(material, good, l);
  return out;
}

}  // namespace tradewarden::rules
