// What tokens of earlier queries matched, kept for later queries of a batch over the same index.
//
// Example:
//   expansion_cache cache(1'000'000);
//   if (const auto* known = cache.find("trading")) replay(*known);
//
// Threads: a cache belongs to one thread and one index.
#ifndef TRADEWARDEN_MATCH_EXPANSION_CACHE_HPP
#define TRADEWARDEN_MATCH_EXPANSION_CACHE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/match_table.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::matching {

class expansion_cache {
 public:
  /// `room`: entries, pairs and tokens kept together, some 20 to 80 bytes each; a token that finds
  /// no room makes the cache begin anew.
  explicit expansion_cache(std::size_t room) : room_(room) {}

  /// The entries and pairs of one token, as they were added.
  struct known_token {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t first_pair = 0;
    std::uint32_t pair_count = 0;
  };
  [[nodiscard]] const known_token* find(std::string_view text) const {
    const auto it = tokens_.find(text);
    return it == tokens_.end() ? nullptr : &it->second;
  }
  [[nodiscard]] std::span<const alike> entries(const known_token& t) const {
    return std::span(entries_).subspan(t.first, t.count);
  }
  [[nodiscard]] std::span<const listed_pair> pairs(const known_token& t) const {
    return std::span(pairs_).subspan(t.first_pair, t.pair_count);
  }
  void add(std::string_view text, std::span<const alike> entries,
           std::span<const listed_pair> pairs);

 private:
  std::size_t room_;
  string_map<known_token> tokens_;
  std::vector<alike> entries_;
  std::vector<listed_pair> pairs_;
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EXPANSION_CACHE_HPP
