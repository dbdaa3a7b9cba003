#include "score/jaro_winkler.hpp"

#include <algorithm>
#include <vector>

namespace tradewarden::scoring {
namespace {

char code_of(char upper) {
  //                              ABCDEFGHIJKLMNOPQRSTUVWXYZ
  constexpr std::string_view k = "01230120022455012623010202";
  return upper >= 'A' && upper <= 'Z' ? k[static_cast<std::size_t>(upper - 'A')] : '\0';
}

}  // namespace

std::int32_t jaro_winkler(std::string_view a, std::string_view b, std::size_t prefix) {
  if (a.empty() || b.empty() || a.size() > k_most_jaro_bytes || b.size() > k_most_jaro_bytes) {
    return 0;
  }
  const std::size_t half = std::max(a.size(), b.size()) / 2;
  const std::size_t window = half == 0 ? 0 : half - 1;
  std::vector<char> taken(b.size(), 0);
  std::string from_a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t end = std::min(b.size(), i + window + 1);
    for (std::size_t j = i > window ? i - window : 0; j < end; ++j) {
      if (taken[j] != 0 || a[i] != b[j]) continue;
      taken[j] = 1;
      from_a += a[i];
      break;
    }
  }
  if (from_a.empty()) return 0;
  std::size_t out_of_order = 0;
  for (std::size_t j = 0, k = 0; j < b.size(); ++j) {
    if (taken[j] != 0 && b[j] != from_a[k++]) ++out_of_order;
  }
  std::size_t same = 0;
  while (same < std::min({prefix, a.size(), b.size()}) && a[same] == b[same]) ++same;

  // (m/|a| + m/|b| + (m - t)/m) / 3 over one denominator, then the prefix, in tenths.
  const auto n = static_cast<std::int64_t>(a.size());
  const auto o = static_cast<std::int64_t>(b.size());
  const auto m = static_cast<std::int64_t>(from_a.size());
  const auto t = static_cast<std::int64_t>(out_of_order / 2);
  const std::int64_t den = 3 * n * o * m;
  const std::int64_t num = m * m * (n + o) + (m - t) * n * o;
  const auto p = static_cast<std::int64_t>(same);
  const std::int64_t tenths = (10 - p) * num + p * den;
  // In two steps: tenths * 10,000 could leave 64 bits.
  const std::int64_t whole = 10 * den;
  const std::int64_t thousandth = tenths / whole;
  const std::int64_t rest = tenths % whole;
  return static_cast<std::int32_t>(thousandth * 10'000 + (rest * 10'000 + whole / 2) / whole);
}

std::string soundex(std::string_view upper) {
  std::string out;
  char last = '\0';
  for (const char c : upper) {
    const char code = code_of(c);
    if (code == '\0') continue;
    if (out.empty()) {
      out += c;
    } else if (code != '0' && code != last) {
      out += code;
      if (out.size() == 4) return out;
    }
    if (c != 'H' && c != 'W') last = code;
  }
  if (!out.empty()) out.append(4 - out.size(), '0');
  return out;
}

}  // namespace tradewarden::scoring
