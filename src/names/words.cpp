#include "names/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "support/ascii.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::names {
namespace {

struct token_weight {
  const char* token;
  std::uint8_t weight;
};
#include "names/token_weights_gen.inc"
#include "names/word_table.inc"

constexpr std::string_view k_family_lines[] = {
#include "names/family_table.inc"
};

struct rewrite_line {
  std::string_view from;
  std::string_view to;
};
constexpr rewrite_line k_rewrite_lines[] = {
#include "names/rewrite_table.inc"
};

/// Says of most tokens that no key is like them, without hashing them whole: a bit for each length
/// with the first three bytes and the last.
class quick_filter {
 public:
  void add(std::string_view token) { bits_[place(token) / 64] |= bit(token); }
  [[nodiscard]] bool may_have(std::string_view token) const {
    return (bits_[place(token) / 64] & bit(token)) != 0;
  }

 private:
  static constexpr std::size_t k_bits = std::size_t{1} << 16U;
  static std::size_t place(std::string_view t) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return i < t.size() ? static_cast<unsigned char>(t[i]) : 0;
    };
    const std::uint32_t first = byte(0) | byte(1) << 8U | byte(2) << 16U;
    const std::uint32_t last = t.empty() ? 0 : byte(t.size() - 1);
    const std::uint32_t mixed =
        first * 0x9E3779B1U ^ (last << 8U | static_cast<std::uint32_t>(t.size())) * 0x85EBCA77U;
    return mixed >> 16U;
  }
  static std::uint64_t bit(std::string_view t) { return std::uint64_t{1} << (place(t) % 64); }
  std::array<std::uint64_t, k_bits / 64> bits_{};
};

struct dictionary {
  quick_filter words_like;
  quick_filter rewrites_like;
  string_view_map<word> words;
  std::size_t longest_word = 0;
  std::vector<std::vector<std::string_view>> families{{}};  // family 0 is none
  string_view_map<std::vector<rewrite>> rewrites;

  template <class F>
  void mark(std::string_view list, F set) {
    for (const std::string_view token : ascii::split(list, " ")) set(words[token]);
  }

  dictionary() {
    for (const token_weight& w : k_token_weights) words[w.token].weight = w.weight;
    mark(k_legal_forms, [](word& w) { w.is_legal_form = true; });
    for (auto& [token, w] : words) w.is_short_form = w.is_legal_form && token.size() <= 2;
    mark(k_organisation_words, [](word& w) { w.is_organisation_word = true; });
    mark(k_particles, [](word& w) { w.is_particle = true; });
    mark(k_honorifics, [](word& w) { w.is_honorific = true; });
    mark(k_places, [](word& w) { w.is_place = true; });
    mark(k_generations, [](word& w) { w.is_generation = true; });
    mark(k_theophoric_names, [](word& w) { w.is_theophoric = true; });
    for (const std::string_view line : k_family_lines) {
      std::vector<std::string_view> members = ascii::split(line, " ");
      std::sort(members.begin(), members.end());
      members.erase(std::unique(members.begin(), members.end()), members.end());
      const auto id = static_cast<std::uint16_t>(families.size());
      for (const std::string_view token : members) {
        auto& ids = words[token].families;
        const auto free = std::find(ids.begin(), ids.end(), std::uint16_t{0});
        if (free != ids.end()) *free = id;
      }
      families.push_back(std::move(members));
    }
    for (const auto& [token, w] : words) {
      longest_word = std::max(longest_word, token.size());
      words_like.add(token);
    }
    for (const rewrite_line& line : k_rewrite_lines) {
      rewrite r{ascii::split(line.from, " "), ascii::split(line.to, " ")};
      rewrites[r.from.front()].push_back(std::move(r));
    }
    for (auto& [token, list] : rewrites) {
      rewrites_like.add(token);
      std::stable_sort(list.begin(), list.end(), [](const rewrite& a, const rewrite& b) {
        return a.from.size() > b.from.size();
      });
    }
  }
};

const dictionary& words_known() {
  static const dictionary d;
  return d;
}

}  // namespace

const word& look_up_word(std::string_view token) {
  static const word k_unknown;
  const dictionary& d = words_known();
  if (token.size() > d.longest_word || !d.words_like.may_have(token)) return k_unknown;
  const auto it = d.words.find(token);
  return it == d.words.end() ? k_unknown : it->second;
}

std::span<const std::string_view> family_members(std::uint16_t family) {
  return words_known().families[family];
}

std::uint16_t family_count() { return static_cast<std::uint16_t>(words_known().families.size()); }

std::span<const rewrite> rewrites_from(std::string_view token) {
  const dictionary& d = words_known();
  if (!d.rewrites_like.may_have(token)) return {};
  const auto& rewrites = d.rewrites;
  const auto it = rewrites.find(token);
  if (it == rewrites.end()) return {};
  return it->second;
}

}  // namespace tradewarden::names
