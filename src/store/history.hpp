// From the snapshots of one publication to one publication whose entries know their history.
//
//   2021  A B          A     seen 2021 .. 2023
//   2022  A b    ->    b     seen 2022, missing from 2023
//   2023  A              B   in its `earlier`, seen 2021
//
// An entry that does not change is one party, however many snapshots show it.
//
// Example:
//   store::history_builder history;
//   for (publication& p : snapshots_oldest_first) history.add(std::move(p), false);
//   publication all = history.finish();
//
// Threads: one thread.
#ifndef TRADEWARDEN_STORE_HISTORY_HPP
#define TRADEWARDEN_STORE_HISTORY_HPP

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "tradewarden/publication.hpp"

namespace tradewarden::store {

/// Builds it one snapshot after the other, so that no more than one is in memory besides the result.
class history_builder {
 public:
  /// The next snapshot; all have a date, later than that of the one before. A `partial` one lacks its
  /// alias file: it says who is listed, and the entry keeps the facts of the snapshots around it.
  void add(publication&& snapshot, bool partial);
  /// The newest snapshot, with the parties of all.
  [[nodiscard]] publication finish();

 private:
  struct run {
    std::size_t state = 0;
    std::size_t first = 0;  ///< Snapshots, counted from 0.
    std::size_t last = 0;
  };
  struct entry {
    std::vector<listed_party> states;
    std::vector<bool> provisional;  ///< Known from a partial snapshot alone.
    std::vector<run> runs;
  };
  void see(listed_party&& party, bool partial);

  std::vector<entry> entries_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<day> dates_;
  publication newest_;
  bool partial_ = false;  ///< The newest one is.
};

/// Whether two say the same of a party, wherever it stood in a file.
[[nodiscard]] bool same_facts(const listed_party& a, const listed_party& b);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_HISTORY_HPP
