#include "tradewarden/ofac_like_score.hpp"

#include <algorithm>

#include "names/unicode.hpp"
#include "score/jaro_winkler.hpp"
#include "support/ascii.hpp"
#include "support/osa.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden {
namespace {

// docs/ofac-like.md says where each of these comes from.
constexpr std::size_t k_prefix = 5;              // letters at the front that count extra
constexpr std::int32_t k_alike = 8000;           // a part below it counts by its sound, or not at all
constexpr std::size_t k_longest_short_part = 2;  // left out beside longer ones

struct ofac_like_name {
  std::string whole;               // without blanks; hyphens stay
  std::vector<std::string> parts;  // split at blanks, hyphens and marks
};

bool is_latin_with_mark(char32_t c) {
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

bool joins(char32_t c) {  // apostrophes, and accents that stand alone
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xB4 ||
         (c >= 0x300 && c <= 0x36F);
}

ofac_like_name read(std::string_view text) {
  ofac_like_name out;
  std::string part;
  const auto end_part = [&] {
    if (!part.empty()) out.parts.push_back(std::move(part));
    part.clear();
  };
  bool any = false;
  while (!text.empty() && out.whole.size() < k_ofac_like_most_letters) {
    const utf8::decoded d = utf8::decode_front(text);
    text.remove_prefix(d.bytes);
    std::string letters;
    if (d.code < 0x80 && (ascii::is_alpha(static_cast<char>(d.code)) ||
                          ascii::is_digit(static_cast<char>(d.code)))) {
      letters = static_cast<char>(d.code);
    } else if (is_latin_with_mark(d.code)) {
      (void)names::append_folded(d.code, letters);
    } else if (joins(d.code)) {
      continue;
    }
    if (letters.empty()) {
      end_part();
      if (d.code == '-' && any) out.whole += '-';
      continue;
    }
    for (const char c : letters) {
      if (!ascii::is_alpha(c) && !ascii::is_digit(c)) continue;
      any = true;
      part += ascii::upper(c);
      out.whole += ascii::upper(c);
    }
  }
  end_part();
  if (out.parts.empty()) out.whole.clear();
  return out;
}

/// What the page itself asks before it compares: the same first letter, and half of the letters.
bool may_be_alike(const std::string& a, const std::string& b) {
  if (a.front() != b.front()) return false;
  const auto limit = static_cast<std::int32_t>(std::max(a.size(), b.size()) / 2);
  return support::osa_distance(a, b, limit) <= limit;
}

ofac_like_part best_of(const std::string& query, const std::vector<std::string>& listed) {
  ofac_like_part out;
  out.query = query;
  const std::string sound = scoring::soundex(query);
  for (const std::string& other : listed) {
    if (!may_be_alike(query, other)) continue;
    const std::int32_t alike = scoring::jaro_winkler(query, other, k_prefix);
    const bool same = !sound.empty() && sound == scoring::soundex(other);
    if ((alike < k_alike && !same) || alike <= out.similarity.units()) continue;
    out.listed = other;
    out.similarity = score::from_units(alike);
    out.same_sound = same;
  }
  return out;
}

}  // namespace

ofac_like_comparison compare_ofac_like(std::string_view query, std::string_view listed) {
  ofac_like_comparison out;
  const ofac_like_name left = read(query);
  const ofac_like_name right = read(listed);
  if (left.parts.empty() || right.parts.empty()) return out;
  out.whole = score::from_units(scoring::jaro_winkler(left.whole, right.whole, k_prefix));
  const bool any_long = std::any_of(left.parts.begin(), left.parts.end(), [](const auto& p) {
    return p.size() > k_longest_short_part;
  });
  std::int32_t sum = 0;
  std::int32_t counted = 0;
  for (const std::string& part : left.parts) {
    out.parts.push_back(best_of(part, right.parts));
    out.parts.back().left_out = any_long && part.size() <= k_longest_short_part;
    if (out.parts.back().left_out) continue;
    sum += out.parts.back().similarity.units();
    ++counted;
  }
  out.by_parts = score::from_units((sum + counted / 2) / counted);
  out.score = std::max(out.whole, out.by_parts);
  return out;
}

score ofac_like_score(std::string_view query, std::string_view listed) {
  return compare_ofac_like(query, listed).score;
}

}  // namespace tradewarden
