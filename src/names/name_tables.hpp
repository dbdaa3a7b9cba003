// All that is known of names beyond their letters: the words of one score version, with or without
// a name pack. One immutable object, so that several versions and packs live side by side.
//
// Example:
//   const names::name_tables& t = names::current_tables();
//   assert(t.look_up("ltd").is_legal_form);
//   for (std::string_view member : t.family_members(t.look_up("yusuf").families[0])) use(member);
//
// Threads: immutable once made; references into it live as long as it does.
#ifndef TRADEWARDEN_NAMES_NAME_TABLES_HPP
#define TRADEWARDEN_NAMES_NAME_TABLES_HPP

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/gender_words.hpp"
#include "names/latin_spelling.hpp"
#include "names/role_weights.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {

/// Weight of a token that is in no table.
inline constexpr std::uint8_t k_top_weight = 100;
/// Most families of one token.
inline constexpr std::size_t k_most_families = 6;

struct word {
  std::uint8_t weight = k_top_weight;
  bool is_legal_form = false;
  bool is_short_form = false;        ///< A legal form of two letters, also an ordinary syllable.
  bool is_organisation_word = false; ///< "bank", "trading": makes a name one of an organisation.
  bool is_particle = false;
  bool is_honorific = false;
  bool is_place = false;
  bool is_generation = false;        ///< "jr", "sr"
  bool is_theophoric = false;        ///< "rahman": follows "abd al" in a name
  bool is_rewritten = false;         ///< Stands in a rewrite, alone or with others.
  std::array<std::uint16_t, k_most_families> families{};  ///< 0 is none.
};

/// A run of folded tokens that stands for another ("joint stock company" -> "jsc").
struct rewrite {
  std::vector<std::string_view> from;
  std::vector<std::string_view> to;
};

enum class word_kind : std::uint8_t {
  legal_form,
  organisation,
  particle,
  honorific,
  place,
  generation,
  theophoric,
};

struct token_weight {
  const char* token;
  std::uint8_t weight;
};
/// Tokens that weigh so much at most; "(a|b)" stands for each.
struct weight_cap {
  std::uint8_t most;
  std::string_view words;
};
struct word_list {
  word_kind kind;
  std::string_view words;  ///< Folded tokens, a blank between.
};
struct rewrite_line {
  std::string_view from;  ///< Folded tokens, a blank between; "(a|b)" stands for each.
  std::string_view to;
};

/// What name_tables are made of. The texts outlive them.
/// What a word is as a surname that has endings: which line of them, and where its own begins.
struct surname_form {
  std::uint8_t endings = 0;  ///< 0: none.
  std::uint8_t stem = 0;     ///< Bytes before the ending.
  friend bool operator==(const surname_form&, const surname_form&) = default;
};

struct table_sources {
  std::span<const token_weight> weights;
  std::span<const word_list> words;
  std::span<const std::string_view> families;  ///< A family a line; folded tokens, a blank between.
  std::span<const rewrite_line> rewrites;
  role_weights roles;
  /// Endings of surnames, a line of those that one stem may have; a blank between.
  std::span<const std::string_view> surname_endings = {};
  /// They hold over `weights` of the same sources; the words in them become known ones.
  std::span<const weight_cap> weight_caps = {};
  /// The romanisation: unicode.hpp.
  char_class (*fold_character)(char32_t, std::string&) = &append_folded;
  /// The readings of names in other scripts, and the tables that they come from: latin_spelling.hpp.
  std::vector<std::string> (*spellings)(std::string_view) = &latin_spellings;
  std::string (*spelling_tables)() = &spelling_tables_text;
  const gender_words& (*genders)() = &current_gender_words;
};

class name_tables {
 public:
  /// Of two sources (a version's and a pack's) the later ones add; a weight or rewrite of theirs
  /// takes the place of an earlier one.
  explicit name_tables(std::span<const table_sources> sources);
  ~name_tables();
  name_tables(const name_tables&) = delete;
  name_tables& operator=(const name_tables&) = delete;

  [[nodiscard]] const word& look_up(std::string_view token) const;
  /// All members of a family, for the enumerator of the search; family is below family_count().
  [[nodiscard]] std::span<const std::string_view> family_members(std::uint16_t family) const;
  /// One more than the largest family number.
  [[nodiscard]] std::uint16_t family_count() const;
  /// Rewrites that begin with `token`, the longest first.
  [[nodiscard]] std::span<const rewrite> rewrites_from(std::string_view token) const;
  [[nodiscard]] surname_form surname_form_of(std::string_view token) const;
  /// The endings of a line; `endings` is that of a surname_form.
  [[nodiscard]] std::span<const std::string_view> surname_endings(std::uint8_t endings) const;
  [[nodiscard]] const role_weights& roles() const noexcept { return roles_; }
  char_class fold_character(char32_t c, std::string& out) const { return fold_character_(c, out); }

  [[nodiscard]] std::vector<std::string> spellings(std::string_view name) const {
    return spellings_(name);
  }

  /// What tells a man's name from a woman's (gender.hpp).
  [[nodiscard]] const gender_words& genders() const { return genders_(); }

  /// The tables as text, each word once and in order: what their digest is made of.
  [[nodiscard]] std::string canonical_text() const;

 private:
  struct dictionary;
  std::unique_ptr<const dictionary> known_;
  role_weights roles_;
  char_class (*fold_character_)(char32_t, std::string&);
  std::vector<std::string> (*spellings_)(std::string_view);
  std::string (*spelling_tables_)();
  const gender_words& (*genders_)();
};

/// The sources and tables of the newest score version.
[[nodiscard]] const table_sources& current_sources();
[[nodiscard]] const name_tables& current_tables();

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_NAME_TABLES_HPP
