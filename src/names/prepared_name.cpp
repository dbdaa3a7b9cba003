#include "names/prepared_name.hpp"

#include <algorithm>

#include "names/fold.hpp"
#include "names/words.hpp"

namespace tradewarden::names {
namespace {

constexpr std::uint8_t k_initial_weight = 30;
constexpr std::uint8_t k_number_weight = 60;
constexpr std::uint8_t k_least_place_weight = 50;
constexpr std::uint8_t k_particle_weight = 14;
constexpr std::uint8_t k_honorific_weight = 14;
constexpr std::uint8_t k_most_legal_form_weight = 16;
/// Words that this many parties share tell nothing apart.
constexpr std::uint8_t k_most_common_weight = 60;

bool is_number(std::string_view t) {
  return std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Consonants that one sound is written with fall together; vowels, y, and h after the first
/// letter are left out; doubled consonants count once.
char skeleton_letter(std::string_view t, std::size_t i, std::size_t& used) {
  const char c = t[i];
  const char next = i + 1 < t.size() ? t[i + 1] : '\0';
  used = 1;
  const auto pair = [&](char second) {
    if (next != second) return false;
    used = 2;
    return true;
  };
  switch (c) {
    case 'a': case 'e': case 'i': case 'o': case 'u': case 'y': return 0;
    case 'h': return i == 0 ? 'h' : '\0';
    case 'c': return pair('h') ? 'c' : 'k';
    case 'q': return 'k';
    case 'k': return pair('h') ? 'k' : 'k';
    case 'g': return pair('h') ? 'g' : 'g';
    case 'p': return pair('h') ? 'f' : 'p';
    case 's': return pair('h') ? 'x' : 's';
    case 'z': return pair('h') ? 'j' : 'z';
    case 'd': return pair('h') ? 'd' : (pair('j') ? 'j' : 'd');
    case 't': return pair('h') ? 't' : (pair('s') ? 's' : 't');
    case 'w': return 'v';
    case 'x': return 's';
    default: return c >= 'b' && c <= 'z' ? c : '\0';
  }
}

}  // namespace

token_features features_of(std::string_view token) {
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
  f.families = look_up_word(token).families;
  constexpr int k_most_consonants = 12;  // 5 bits each
  int consonants = 0;
  char last = 0;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < token.size();) {
    if (token[i] < 'a' || token[i] > 'z') return f;  // digits and other letters: no key
    std::size_t used = 1;
    const char k = skeleton_letter(token, i, used);
    i += used;
    if (k == 0) {
      last = 0;
      continue;
    }
    if (k == last) continue;
    last = k;
    if (++consonants > k_most_consonants) return f;
    key = (key << 5U) | static_cast<std::uint64_t>(k - 'a' + 1);
  }
  if (consonants >= 3) f.key = key;
  return f;
}

std::vector<role_and_weight> assign_roles(std::span<const std::string> tokens, schema hint) {
  std::vector<word> words;
  words.reserve(tokens.size());
  for (const std::string& t : tokens) words.push_back(look_up_word(t));
  bool organisation = false;
  switch (hint) {
    case schema::person: break;
    case schema::unknown:
      for (const word& w : words) {
        organisation = organisation || w.is_organisation_word || (w.is_legal_form && !w.is_short_form);
      }
      break;
    default: organisation = true;
  }
  std::vector<role_and_weight> out;
  out.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const word& w = words[i];
    const std::string& t = tokens[i];
    const bool at_edge = i == 0 || i + 3 >= tokens.size();
    role_and_weight r{token_role::name, w.weight};
    if (is_number(t)) {
      r = {token_role::number, k_number_weight};
    } else if (w.is_legal_form && tokens.size() > 1 &&
               (organisation ? (!w.is_short_form || at_edge) : !w.is_short_form && hint != schema::person)) {
      r = {token_role::legal_form, std::min(w.weight, k_most_legal_form_weight)};
    } else if (t.size() == 1) {
      r = {token_role::initial, k_initial_weight};
    } else if (w.is_particle && (tokens.size() > 1)) {
      r = {token_role::particle, std::min(w.weight, k_particle_weight)};
    } else if (w.is_honorific && !organisation && tokens.size() > 1) {
      r = {token_role::honorific, std::min(w.weight, k_honorific_weight)};
    } else if (w.is_place && organisation) {
      r = {token_role::place, std::max(w.weight, k_least_place_weight)};
    } else if (w.is_organisation_word && organisation) {
      r = {token_role::common, std::min(w.weight, k_most_common_weight)};
    }
    out.push_back(r);
  }
  return out;
}

bool is_common_alone(std::string_view token) {
  const word w = look_up_word(token);
  return w.is_legal_form || w.is_organisation_word || w.is_particle || w.is_honorific;
}

prepared_name prepare(std::string_view name, schema hint) {
  std::vector<std::string> tokens = fold(name);
  const std::vector<role_and_weight> roles = assign_roles(tokens, hint);
  prepared_name out;
  out.tokens.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    prepared_token t;
    t.features = features_of(tokens[i]);
    t.text = std::move(tokens[i]);
    t.role = roles[i].role;
    t.weight = roles[i].weight;
    out.tokens.push_back(std::move(t));
  }
  return out;
}

}  // namespace tradewarden::names
