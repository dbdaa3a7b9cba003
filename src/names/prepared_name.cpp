#include "names/chinese_syllables.hpp"
#include "names/prepared_name.hpp"

#include <algorithm>

namespace tradewarden::names {
namespace {

bool is_number(std::string_view t) {
  return std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/// One sound of a token: its letter in the key (0 for none) and how many bytes it took.
struct sound {
  char letter = 0;
  std::size_t bytes = 1;
};

/// Consonants that one sound is written with fall together: c k q ck, f ph, v w and a final f(f),
/// s ts tz, j zh dj dz dzh, c tch, x sch, h kh. Vowels are left out, and h where no vowel follows.
[[gnu::always_inline]] inline sound sound_at(std::string_view t, std::size_t i) {
  const char c = t[i];
  const char next = i + 1 < t.size() ? t[i + 1] : '\0';
  const char after = i + 2 < t.size() ? t[i + 2] : '\0';
  const auto two = [](char letter) { return sound{letter, 2}; };
  switch (c) {
    case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': return {};
    case 'h': return {is_vowel(next) ? 'h' : '\0', 1};
    case 'c': return next == 'h' ? two('c') : next == 'k' ? two('k') : sound{'k', 1};
    case 'q': return {'k', 1};
    case 'k': return next == 'h' ? two('h') : sound{'k', 1};
    case 'g': return next == 'h' ? two('g') : sound{'g', 1};
    case 'p': return next == 'h' ? two('f') : sound{'p', 1};
    case 's':
      if (next == 'c' && after == 'h') return {'x', 3};
      return next == 'h' ? two('x') : sound{'s', 1};
    case 'z': return next == 'h' ? two('j') : sound{'z', 1};
    case 'd':
      if (next == 'z' && after == 'h') return {'j', 3};
      return next == 'j' || next == 'z' ? two('j') : next == 'h' ? two('d') : sound{'d', 1};
    case 't':
      if (next == 'c' && after == 'h') return {'c', 3};
      return next == 's' || next == 'z' ? two('s') : next == 'h' ? two('t') : sound{'t', 1};
    case 'w': return {'v', 1};
    case 'f': return {i + 1 == t.size() || (next == 'f' && i + 2 == t.size()) ? 'v' : 'f', 1};
    default: return {c >= 'b' && c <= 'z' ? c : '\0', 1};
  }
}

/// Whether an honorific is one where it stands: behind a particle ("el sayed") or at the end it is a
/// name, unless it is one of those that follow a name.
bool is_title_here(std::span<const folded_token> tokens, std::size_t i, const name_tables& tables) {
  if (tokens.size() == 1) return false;
  const std::string& t = tokens[i].text;
  if (t == "jr" || t == "sr" || t == "phd" || t == "esq") return true;
  if (i + 1 == tokens.size()) return false;
  return i == 0 || !tables.look_up(tokens[i - 1].text).is_particle;
}

}  // namespace

spelled_sounds sounds_of(std::string_view token) noexcept {
  spelled_sounds out;
  std::size_t consonants = 0;
  char last = 0;
  bool fits = true;
  const auto add = [&](char c) {
    fits = fits && out.size < out.letters.size();
    if (fits) out.letters[out.size++] = c;
  };
  // Consonants as in the key, and each run of vowels as it stands, y as i.
  for (std::size_t i = 0; i < token.size();) {
    if (token[i] < 'a' || token[i] > 'z') return {};
    if (is_vowel(token[i])) {
      add(token[i] == 'y' ? 'i' : token[i]);
      last = 0;
      ++i;
      continue;
    }
    if (token[i] == 'x' && last != 'k') {
      add('k');
      ++consonants;
    }
    const sound s = token[i] == 'x' ? sound{'s', 1} : sound_at(token, i);
    if (s.letter != 0 && s.letter != last) {
      add(s.letter);
      ++consonants;
    }
    last = s.letter;
    i += s.bytes;
  }
  if (!fits) return {};
  // Long vowels: ee as i, oo and ou as u, doubled ones once. Glides of long names: "ievich, evich".
  const bool no_glides = consonants >= 3 && token.size() >= k_least_glide_letters;
  spelled_sounds spelled;
  for (std::size_t i = 0; i < out.size;) {
    std::size_t end = i;
    while (end < out.size && is_vowel(out.letters[end])) ++end;
    if (end == i) {
      spelled.letters[spelled.size++] = out.letters[i++];
      continue;
    }
    const std::size_t from = spelled.size;
    for (; i < end; ++i) {
      const char c = out.letters[i];
      const char next = i + 1 < end ? out.letters[i + 1] : '\0';
      char v = c;
      if ((c == 'e' && next == 'e') || (c == 'o' && (next == 'o' || next == 'u'))) {
        v = c == 'e' ? 'i' : 'u';
        ++i;
      }
      if (spelled.size == from || spelled.letters[spelled.size - 1] != v) {
        spelled.letters[spelled.size++] = v;
      }
    }
    if (no_glides && spelled.size - from > 1) {
      const auto begin = spelled.letters.begin() + static_cast<std::ptrdiff_t>(from);
      const auto last_vowel = spelled.letters.begin() + static_cast<std::ptrdiff_t>(spelled.size);
      spelled.size -= static_cast<std::size_t>(last_vowel - std::remove(begin, last_vowel, 'i'));
    }
  }
  return spelled;
}

bool sound_the_same(std::string_view a, std::string_view b) noexcept {
  if (is_two_chinese_syllables(a) && is_two_chinese_syllables(b)) return false;
  const spelled_sounds x = sounds_of(a);
  return x.size >= k_least_sounds && x == sounds_of(b);
}

bool is_known(std::string_view token, std::uint8_t word_weight) noexcept {
  return word_weight < k_top_weight || is_two_chinese_syllables(token);
}

token_features features_of(std::string_view token, const name_tables& tables) {
  token_features f;
  for (const char c : token) {
    if (c >= 'a' && c <= 'z') {
      f.letters |= std::uint64_t{1} << static_cast<unsigned>(c - 'a');
    } else if (c >= '0' && c <= '9') {
      f.letters |= std::uint64_t{1} << static_cast<unsigned>(c - '0' + 26);
    } else {
      f.letters |= std::uint64_t{1} << (36U + (static_cast<unsigned char>(c) % 28U));
    }
  }
  const word& known = tables.look_up(token);
  f.families = known.families;
  f.surname = tables.surname_form_of(token);
  f.known = is_known(token, known.weight);
  f.form = known.is_legal_form;
  f.bare = token.size() >= 3 && token.find_first_of("aeiou", 1) == std::string_view::npos;
  constexpr int k_most_consonants = 12;  // 5 bits each
  int consonants = 0;
  char last = 0;
  const auto add = [&](char letter) {
    if (letter == 0 || letter == last) return;
    f.key = (f.key << 5U) | static_cast<std::uint64_t>(letter - 'a' + 1);
    ++consonants;
  };
  for (std::size_t i = 0; i < token.size();) {
    // Digits and letters without romanisation: no key.
    if (token[i] < 'a' || token[i] > 'z') consonants = k_most_consonants;
    if (token[i] == 'x') add('k');
    const sound s = token[i] == 'x' ? sound{'s', 1} : sound_at(token, i);
    add(s.letter);
    last = s.letter;  // a vowel between makes two of a doubled consonant
    i += s.bytes;
    if (consonants >= k_most_consonants) break;
  }
  if (consonants >= k_most_consonants) {
    f.key = 0;
  } else if (consonants < 3) {
    f.key = 0;
    if (token.size() < k_least_sounds) return f;
    // Too few consonants: all sounds, so that only what sounds the same has the same key.
    const spelled_sounds sounds = sounds_of(token);
    if (sounds.size >= k_least_sounds && sounds.size <= std::size_t{k_most_consonants}) {
      for (std::size_t i = 0; i < sounds.size; ++i) {
        f.key = (f.key << 5U) | static_cast<std::uint64_t>(sounds.letters[i] - 'a' + 1);
      }
      f.key |= k_all_sounds;
    }
  }
  return f;
}

std::vector<role_and_weight> assign_roles(std::span<const folded_token> tokens, schema hint,
                                          const name_tables& tables) {
  std::vector<const word*> words;
  words.reserve(tokens.size());
  for (const folded_token& t : tokens) words.push_back(&tables.look_up(t.text));
  bool organisation = false;
  switch (hint) {
    case schema::person: break;
    case schema::unknown:
      for (const word* w : words) {
        organisation = organisation || w->is_organisation_word || (w->is_legal_form && !w->is_short_form);
      }
      break;
    default: organisation = true;
  }
  std::vector<role_and_weight> out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const word& w = *words[i];
    const std::string& t = tokens[i].text;
    const bool at_edge = i == 0 || i + 3 >= tokens.size();
    token_role role = token_role::name;
    if (is_number(t)) {
      role = token_role::number;
    } else if (w.is_legal_form && tokens.size() > 1 &&
               (organisation ? (!w.is_short_form || at_edge) : !w.is_short_form && hint != schema::person)) {
      role = token_role::legal_form;
    } else if (t.size() == 1) {
      role = token_role::initial;
    } else if (w.is_particle && (tokens.size() > 1)) {
      role = token_role::particle;
    } else if (w.is_honorific && !organisation && is_title_here(tokens, i, tables)) {
      role = token_role::honorific;
    } else if (w.is_place && organisation) {
      role = token_role::place;
    } else if (w.is_organisation_word && organisation) {
      role = token_role::common;
    }
    out.push_back({role, tables.roles().in_role(role, w.weight)});
  }
  return out;
}

bool is_common_alone(std::string_view token, const name_tables& tables) {
  const word& w = tables.look_up(token);
  return w.is_legal_form || w.is_organisation_word || w.is_particle || w.is_honorific;
}

namespace {

prepared_name prepare_tokens(std::vector<folded_token> tokens, schema hint,
                             const name_tables& tables) {
  const std::vector<role_and_weight> roles = assign_roles(tokens, hint, tables);
  prepared_name out;
  out.tokens.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    prepared_token t;
    t.features = features_of(tokens[i].text, tables);
    t.repaired = tokens[i].repaired;
    t.text = std::move(tokens[i].text);
    t.role = roles[i].role;
    t.weight = roles[i].weight;
    out.tokens.push_back(std::move(t));
  }
  return out;
}

}  // namespace

prepared_name prepare(std::string_view name, schema hint, const name_tables& tables) {
  return prepare_tokens(fold(name, tables), hint, tables);
}

std::vector<prepared_name> prepare_readings(std::string_view name, schema hint,
                                            const name_tables& tables) {
  std::vector<prepared_name> out;
  for (std::vector<folded_token>& tokens : fold_readings(name, tables)) {
    out.push_back(prepare_tokens(std::move(tokens), hint, tables));
  }
  return out;
}

}  // namespace tradewarden::names
