#include "bill_io/price_text.hpp"

#include <algorithm>
#include <utility>

#include "support/ascii.hpp"
#include "tradewarden/decimal.hpp"

namespace tradewarden::bill_io {
namespace {

struct symbol {
  std::string_view text;
  std::string_view code;
};
// A plain dollar sign is what US distributors print; others say which dollar.
constexpr symbol k_symbols[] = {
    {"US$", "USD"}, {"$", "USD"}, {"\xE2\x82\xAC", "EUR"}, {"\xC2\xA3", "GBP"},
    {"\xE2\x82\xA9", "KRW"},
};

bool is_code(std::string_view s) {
  return s.size() == 3 && std::all_of(s.begin(), s.end(), ascii::is_alpha);
}

bool digits_only(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), ascii::is_digit);
}

/// Groups of three digits behind the first, which has one to three.
bool grouped_by(std::string_view s, char mark) {
  std::size_t first = s.find(mark);
  if (first == 0 || first > 3 || first == std::string_view::npos) return false;
  if (!digits_only(s.substr(0, first))) return false;
  while (first != std::string_view::npos) {
    const std::size_t next = s.find(mark, first + 1);
    const std::string_view group = s.substr(first + 1, next == std::string_view::npos
                                                           ? std::string_view::npos
                                                           : next - first - 1);
    if (group.size() != 3 || !digits_only(group)) return false;
    first = next;
  }
  return true;
}

std::string without(std::string_view s, char mark) {
  std::string out;
  for (const char c : s) {
    if (c != mark) out += c;
  }
  return out;
}

error unreadable(std::string_view text, const char* why) {
  return error{errc::bad_value,
               "'" + std::string(text.substr(0, 40)) + "' " + why, {}, 0, {}};
}

}  // namespace

result<price_text> read_price(std::string_view text) {
  price_text out;
  std::string_view s = ascii::trim(text);
  if (s.empty() || s == "?") return out;
  for (const symbol& known : k_symbols) {
    const bool front = s.starts_with(known.text);
    if (!front && !s.ends_with(known.text)) continue;
    if (front) s.remove_prefix(known.text.size());
    if (!front) s.remove_suffix(known.text.size());
    out.currency = known.code;
    s = ascii::trim(s);
    break;
  }
  if (out.currency.empty() && s.size() > 3) {
    if (is_code(s.substr(0, 3))) {
      out.currency = s.substr(0, 3);
      s = ascii::trim(s.substr(3));
    } else if (is_code(s.substr(s.size() - 3))) {
      out.currency = s.substr(s.size() - 3);
      s = ascii::trim(s.substr(0, s.size() - 3));
    }
    for (char& c : out.currency) c = ascii::upper(c);
  }
  const bool has_comma = s.find(',') != std::string_view::npos;
  const std::size_t point = s.find('.');
  if (!has_comma) {
    out.number = s;
  } else if (point != std::string_view::npos && s.rfind(',') < point) {  // 1,250.00
    if (!grouped_by(s.substr(0, point), ',')) return unreadable(text, "is no number");
    out.number = without(s, ',');
  } else if (point != std::string_view::npos) {  // 1.250,00
    const std::size_t comma = s.find(',');
    if (!grouped_by(s.substr(0, comma), '.')) return unreadable(text, "is no number");
    out.number = without(s.substr(0, comma), '.') + "." + std::string(s.substr(comma + 1));
  } else {
    const std::size_t comma = s.find(',');
    const bool once = s.rfind(',') == comma;
    if (once && grouped_by(s, ',') && s.front() != '0') {
      return unreadable(text, "may be a thousand times more or less: write it with a point");
    }
    if (once) {  // 0,35
      out.number = std::string(s.substr(0, comma)) + "." + std::string(s.substr(comma + 1));
    } else if (grouped_by(s, ',')) {  // 1,250,000
      out.number = without(s, ',');
    } else {
      return unreadable(text, "is no number");
    }
  }
  if (const auto parsed = decimal::parse(out.number); !parsed) {
    return unreadable(text, "is no price: digits, with a point or comma before the fraction");
  }
  return out;
}

result<price_text> read_price_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return read_price(text);
  auto low = read_price(text.substr(0, dots));
  if (!low) return low.error();
  const auto high = read_price(text.substr(dots + 2));
  if (!high) return high.error();
  const bool clash = !low->currency.empty() && !high->currency.empty() && low->currency != high->currency;
  if (clash || low->number.empty() || high->number.empty()) {
    return unreadable(text, "is no range of prices");
  }
  if (low->currency.empty()) low->currency = high->currency;
  low->number += ".." + high->number;
  return low;
}

std::string unit_price(std::string_view total, std::string_view quantity) {
  const auto t = decimal::parse(total);
  const auto q = decimal::parse(quantity);
  if (!t || !q || q->is_zero()) return {};
  __extension__ using wide = unsigned __int128;
  constexpr std::int32_t k_places = 9;
  // t / q = (t.units * 10^(9 + q.scale - t.scale)) / q.units, in 10^-9.
  const std::int32_t shift = k_places + q->scale() - t->scale();
  if (shift < 0 || shift > 18) return {};
  wide power = 1;
  for (std::int32_t i = 0; i < shift; ++i) power *= 10;
  const wide num = static_cast<wide>(t->units()) * power;
  const wide den = static_cast<wide>(q->units());
  const wide low = num / den;
  constexpr wide k_most = 999'999'999'999'999'999U;
  if (low >= k_most) return {};
  const auto text = [](wide units) {
    return decimal::from_units(static_cast<std::int64_t>(units), k_places).to_string();
  };
  return low * den == num ? text(low) : text(low) + ".." + text(low + 1);
}

}  // namespace tradewarden::bill_io
