// Sets of parties for tests, made from names alone, and random variants of names.
#ifndef TRADEWARDEN_TESTS_SUPPORT_NAME_LISTS_HPP
#define TRADEWARDEN_TESTS_SUPPORT_NAME_LISTS_HPP

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tradewarden/party_set.hpp"

namespace tradewarden::tests {

/// One party a name, listed without dates, on list X-TEST with the position as id.
[[nodiscard]] party_set parties_of(const std::vector<std::string>& names);

/// Draws variants of names as typing and copying make them: letters changed, dropped, doubled and
/// swapped; words dropped, added, joined, split, reordered and cut to their initial.
class name_mutator {
 public:
  explicit name_mutator(std::uint64_t seed) : random_(seed) {}
  [[nodiscard]] std::string mutate(const std::string& name);
  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }

 private:
  std::mt19937_64 random_;
};

/// The index of the set must answer `query` as the brute force does, at each of the thresholds
/// (1/10,000), all parties and cut to ten. Returns what differs, one sentence each.
class differential {
 public:
  explicit differential(const party_set& set);
  explicit differential(party_set&&) = delete;  // would dangle
  ~differential();
  [[nodiscard]] std::vector<std::string> differences(const std::string& query,
                                                     const std::vector<std::int32_t>& thresholds);

 private:
  struct state;
  state* state_;
};

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_NAME_LISTS_HPP
