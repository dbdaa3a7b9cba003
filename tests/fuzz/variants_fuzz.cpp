// Any text as a name: every maker of variants gives nothing or another text, the same each time; the
// OFAC-like score lies from 0 to 100, and is 100 for a name and itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "evaluate/variant_makers.hpp"
#include "tradewarden/ofac_like_score.hpp"

namespace {

using namespace tradewarden;
using namespace tradewarden::evaluating;

void require(bool truth) {
  if (!truth) std::abort();
}

variant_text with_other(const listed_name& n, split_mix& random) {
  return extra_word(n, words_of("Brackish Obelisk", n.schema), random);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto kind = static_cast<schema>(data[0] % 7);
  listed_name n = words_of(text, kind);
  n.writes_cyrillic = data[0] >= 128;
  require(n.family_words <= n.words.size());
  for (const auto make :
       {one_typo, two_typos, first_letter_typo, transposition, doubled_letter, missing_vowel, truncation,
        order, dropped_word, with_other, initials, joined_words, split_word, other_legal_form,
        lost_legal_form, added_legal_form, russian_spelling, arabic_spelling, in_cyrillic, chinese_order}) {
    split_mix random(data[0]);
    split_mix again(data[0]);
    const variant_text v = make(n, random);
    require(v == make(n, again));
    require(!v || !v->empty());
  }
  const auto c = compare_ofac_like(text, text);
  require(c.points() == (c.parts.empty() ? 0 : 100));
  const auto other = compare_ofac_like(text.substr(text.size() / 2), text.substr(0, text.size() / 2));
  require(other.points() >= 0 && other.points() <= 100);
  return 0;
}
