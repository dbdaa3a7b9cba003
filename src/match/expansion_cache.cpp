#include "match/expansion_cache.hpp"

namespace tradewarden::matching {

void expansion_cache::add(std::string_view text, std::span<const alike> entries,
                          std::span<const listed_pair> pairs) {
  // A token that matches nothing takes room too.
  if (entries_.size() + entries.size() + pairs_.size() + tokens_.size() > room_) {
    tokens_.clear();
    entries_.clear();
    pairs_.clear();
  }
  tokens_.emplace(text, known_token{static_cast<std::uint32_t>(entries_.size()),
                                    static_cast<std::uint32_t>(entries.size()),
                                    static_cast<std::uint32_t>(pairs_.size()),
                                    static_cast<std::uint32_t>(pairs.size())});
  entries_.insert(entries_.end(), entries.begin(), entries.end());
  pairs_.insert(pairs_.end(), pairs.begin(), pairs.end());
}

}  // namespace tradewarden::matching
