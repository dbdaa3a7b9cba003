// Who gets a product and what for, as far as it is known: what no bill says, and what foreign direct
// product rules ask for.
//
// Example:
//   tradewarden::end_user_facts who;
//   who.parties.push_back(tradewarden::screen_end_user(index, "Example Telecom", on).value());
//   who.end_uses.emplace();                                // none of those that the rules name
//   assert(tradewarden::has_footnote(who, "1") != tradewarden::truth::unknown);
//
// A party whose name equals that of an entry of the Entity List has the footnotes of that entry. A
// possible match that is not equal leaves them unknown: `footnotes` says which it is.
//
// Threads: plain values and pure functions.
#ifndef TRADEWARDEN_END_USER_HPP
#define TRADEWARDEN_END_USER_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

class party_index;
class rule_book;

/// A possible match of a party with an entry of the Entity List.
struct end_user_match {
  std::string list;
  std::string source_id;
  std::string name;   ///< The name that matched.
  std::string score;  ///< "0.9312"
  bool equal = false;  ///< The names are equal, and the listed one is no weak alias.
  std::vector<std::string> footnotes;  ///< "1" to "5", or "unknown" where the mark is lost.
};

struct end_user_party {
  std::string name;
  bool screened = false;  ///< False: the name has no letter, or the index has no Entity List.
  /// False: the sample list, a few of many: that nobody was found says nothing.
  bool whole = true;
  std::vector<end_user_match> matches;  ///< Best first.
  std::string against;  ///< Which lists, by date and digest.
};

struct end_user_facts {
  std::vector<end_user_party> parties;
  /// Of any party that buys, receives or uses the product or what it goes into; "1" to "5", none if
  /// empty. Nothing: not stated, then the parties decide.
  std::optional<std::vector<std::string>> footnotes;
  /// Words of rule_book::end_uses(); none of them if empty. Nothing: not stated.
  std::optional<std::vector<std::string>> end_uses;
  std::string headquarters;  ///< A country by name or code; empty: not stated.

  [[nodiscard]] bool stated() const {
    return !parties.empty() || footnotes || end_uses || !headquarters.empty();
  }
};

/// Screens a name as of the day. Errors: bad_index, if the index proves damaged.
[[nodiscard]] result<end_user_party> screen_end_user(const party_index& index, std::string_view name,
                                                     day on);

/// Has a party this footnote? Unknown: nothing is stated, or a possible match has it.
[[nodiscard]] truth has_footnote(const end_user_facts& who, std::string_view footnote);

/// Footnotes, end uses and headquarters that some rule knows; the headquarters become a code. Errors:
/// usage (a word that no rule has, "none" and others), bad_value (no country).
[[nodiscard]] result<void> settle_end_user(end_user_facts& who, const rule_book& rules, day on);

}  // namespace tradewarden

#endif  // TRADEWARDEN_END_USER_HPP
