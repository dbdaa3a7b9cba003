#include <algorithm>
#include <vector>

#include "evaluate/letters.hpp"
#include "evaluate/variant_makers.hpp"

namespace tradewarden::evaluating {
namespace {

// Keys beside each other on the keyboards most used for Latin letters (QWERTY).
constexpr std::string_view k_beside[26] = {
    "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
    "huikmn", "jiolm", "kop", "njk", "bhjm", "iklp", "ol", "wa", "edft",
    "awedxz", "rfgy", "yhji", "cfgb", "qase", "zsdc", "tghu", "asx"};

constexpr std::size_t k_least_letters = 4;

/// Words that a slip may be made in.
std::vector<std::size_t> long_words(const listed_name& n, std::size_t least = k_least_letters) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < n.words.size(); ++i) {
    const std::string& w = n.words[i];
    if (w.size() >= least && is_latin_word(w) && !is_form_word(w)) out.push_back(i);
  }
  return out;
}

template <class T>
const T& any_of(const std::vector<T>& from, split_mix& random) {
  return from[random.below(from.size())];
}

char other_letter(char c, split_mix& random) {
  const std::string_view near = k_beside[static_cast<std::size_t>(ascii::lower(c) - 'a')];
  const char drawn = near[random.below(near.size())];
  return c >= 'A' && c <= 'Z' ? ascii::upper(drawn) : drawn;
}

std::string swapped_at(std::string w, std::size_t at) {
  const bool capital = at == 0 && ascii::lower(w[1]) == w[1] && ascii::upper(w[0]) == w[0];
  std::swap(w[at], w[at + 1]);
  if (capital) {
    w[0] = ascii::upper(w[0]);
    w[1] = ascii::lower(w[1]);
  }
  return w;
}

/// A letter changed, dropped, added or swapped with the next, behind the first.
std::string with_slip(std::string w, split_mix& random) {
  const std::string before = w;
  for (int tries = 0; tries < 8 && w == before; ++tries) {
    const std::size_t at = 1 + random.below(w.size() - 1);
    switch (random.below(4)) {
    case 0: w[at] = other_letter(w[at], random); break;
    case 1: w.erase(at, 1); break;
    case 2: w.insert(at, 1, other_letter(w[at], random)); break;
    default: w = swapped_at(w, std::min(at, w.size() - 2)); break;
    }
  }
  return w;
}

variant_text changed(const listed_name& n, std::size_t at, const std::string& word) {
  if (word == n.words[at]) return std::nullopt;
  std::vector<std::string> words = n.words;
  words[at] = word;
  return join_words(words);
}

}  // namespace

variant_text one_typo(const listed_name& n, split_mix& random) {
  const auto where = long_words(n);
  if (where.empty()) return std::nullopt;
  const std::size_t at = any_of(where, random);
  return changed(n, at, with_slip(n.words[at], random));
}

variant_text two_typos(const listed_name& n, split_mix& random) {
  const auto where = long_words(n);
  if (where.size() < 2) {
    const auto longer = long_words(n, 8);
    if (longer.empty()) return std::nullopt;
    const std::size_t at = any_of(longer, random);
    return changed(n, at, with_slip(with_slip(n.words[at], random), random));
  }
  const std::size_t first = random.below(where.size());
  const std::size_t second = (first + 1 + random.below(where.size() - 1)) % where.size();
  listed_name out = n;
  for (const std::size_t k : {first, second}) {
    out.words[where[k]] = with_slip(out.words[where[k]], random);
  }
  return join_words(out.words);
}

variant_text first_letter_typo(const listed_name& n, split_mix& random) {
  const auto where = long_words(n);
  if (where.empty()) return std::nullopt;
  const std::size_t at = any_of(where, random);
  std::string w = n.words[at];
  w[0] = other_letter(w[0], random);
  return changed(n, at, w);
}

variant_text transposition(const listed_name& n, split_mix& random) {
  const auto where = long_words(n);
  if (where.empty()) return std::nullopt;
  const std::size_t at = any_of(where, random);
  const std::string& w = n.words[at];
  std::vector<std::size_t> unlike;
  for (std::size_t i = 0; i + 1 < w.size(); ++i) {
    if (ascii::lower(w[i]) != ascii::lower(w[i + 1])) unlike.push_back(i);
  }
  if (unlike.empty()) return std::nullopt;
  return changed(n, at, swapped_at(w, any_of(unlike, random)));
}

variant_text doubled_letter(const listed_name& n, split_mix& random) {
  const auto where = long_words(n);
  if (where.empty()) return std::nullopt;
  const std::size_t at = any_of(where, random);
  std::string w = n.words[at];
  std::vector<std::size_t> doubled;
  for (std::size_t i = 1; i < w.size(); ++i) {
    if (ascii::lower(w[i]) == ascii::lower(w[i - 1])) doubled.push_back(i);
  }
  if (!doubled.empty()) {
    w.erase(any_of(doubled, random), 1);
  } else {
    const std::size_t letter = 1 + random.below(w.size() - 1);
    w.insert(letter, 1, w[letter]);
  }
  return changed(n, at, w);
}

variant_text missing_vowel(const listed_name& n, split_mix& random) {
  std::vector<std::pair<std::size_t, std::size_t>> vowels;
  for (const std::size_t at : long_words(n)) {
    for (std::size_t i = 1; i < n.words[at].size(); ++i) {
      if (is_vowel(n.words[at][i])) vowels.emplace_back(at, i);
    }
  }
  if (vowels.empty()) return std::nullopt;
  const auto [at, letter] = any_of(vowels, random);
  std::string w = n.words[at];
  w.erase(letter, 1);
  return changed(n, at, w);
}

variant_text truncation(const listed_name& n, split_mix& random) {
  const auto where = long_words(n, 7);
  if (where.empty() || n.words.size() < 2) return std::nullopt;
  const std::size_t at = any_of(where, random);
  const std::string& w = n.words[at];
  const std::size_t kept = 4 + random.below(w.size() - 5);  // two letters are lost at least
  return changed(n, at, w.substr(0, kept));
}

}  // namespace tradewarden::evaluating
