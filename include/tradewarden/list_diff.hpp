// What changed between two states of a list: entries added, removed and changed, field by field.
//
// Example:
//   tradewarden::list_diff d = tradewarden::compare_lists(before.parties, after.parties);
//   for (const tradewarden::entry_change& c : d.entries) std::cout << c.name << '\n';
//
// Threads: a pure function.
#ifndef TRADEWARDEN_LIST_DIFF_HPP
#define TRADEWARDEN_LIST_DIFF_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/listed_party.hpp"

namespace tradewarden {

enum class entry_change_kind : std::uint8_t { added = 0, removed = 1, changed = 2 };
[[nodiscard]] std::string_view to_string(entry_change_kind k) noexcept;

/// What a field had and has no more, and what is new in it. A single value that changed is in both.
struct field_change {
  std::string field;  ///< "names", "addresses", "measures", "remarks" ...
  std::vector<std::string> removed;
  std::vector<std::string> added;
  friend bool operator==(const field_change&, const field_change&) = default;
};

struct entry_change {
  entry_change_kind kind = entry_change_kind::changed;
  std::string list;
  std::string source_id;
  std::string name;                   ///< The primary name; of a changed entry the later one.
  std::vector<field_change> fields;   ///< Of a changed entry.
  std::vector<std::string> names_added;  ///< Names to be screened that were not there before: all those
                                         ///< of an added entry, the new ones of a changed one.
};

struct list_diff {
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t names_added = 0;
  std::vector<entry_change> entries;  ///< By list and id.
};

/// Entries are the same by list and id. Where a fact stood in its file is no difference.
[[nodiscard]] list_diff compare_lists(std::span<const listed_party> before,
                                      std::span<const listed_party> after);

}  // namespace tradewarden

#endif  // TRADEWARDEN_LIST_DIFF_HPP
