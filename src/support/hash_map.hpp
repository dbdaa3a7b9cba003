// Hash map and hash set with string keys found by a view. The only file that includes absl.
//
// Example:
//   string_map<std::uint32_t> ids;
//   ids.emplace("ofac", 7);
//   std::string_view key = row.substr(0, 4);
//   if (const auto it = ids.find(key); it != ids.end()) use(it->second);   // no copy of the key
//
// The hash is ours and transparent: the absl of Debian 12 has string_view and optional types of
// its own, so its default hash does not take a std::string_view.
//
// Order: iteration follows the seed of the process, which differs from run to run. Nothing that
// is printed, stored or scored may come from iterating one of these: look up only, or sort first.
//
// Invalidation: any insertion may move every element; keep no pointer, reference or iterator.
// Threads: as std::unordered_map: many readers, or one writer.
#ifndef TRADEWARDEN_SUPPORT_HASH_MAP_HPP
#define TRADEWARDEN_SUPPORT_HASH_MAP_HPP

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "support/text_hash.hpp"

namespace tradewarden {

struct string_hash {
  using is_transparent = void;
  /// Not std::hash: that is a call to a library for every short word.
  [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept {
    const std::uint64_t h = support::text_hash(text);
    return static_cast<std::size_t>(h ^ (h >> 32U));
  }
};

struct string_equal {
  using is_transparent = void;
  [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const noexcept {
    return a == b;
  }
};

/// std::string -> T, found by std::string_view, std::string or a literal.
template <class T>
using string_map = absl::flat_hash_map<std::string, T, string_hash, string_equal>;
using string_set = absl::flat_hash_set<std::string, string_hash, string_equal>;

/// The same over text that somebody else owns: the views must outlive the map.
template <class T>
using string_view_map = absl::flat_hash_map<std::string_view, T, string_hash, string_equal>;
using string_view_set = absl::flat_hash_set<std::string_view, string_hash, string_equal>;

/// std::hash with its bits mixed: that of an integer is the integer itself, and absl takes the
/// low bits as they are, so that multiples of a power of two would all meet in one place.
template <class K>
struct mixed_hash {
  [[nodiscard]] std::size_t operator()(const K& key) const noexcept {
    std::uint64_t h = std::hash<K>{}(key);
    h = (h ^ (h >> 32)) * 0x9e3779b97f4a7c15U;
    h = (h ^ (h >> 29)) * 0xbf58476d1ce4e5b9U;
    return static_cast<std::size_t>(h ^ (h >> 32));
  }
};

/// Keys that are numbers, or types with a hash functor of their own.
template <class K, class T, class Hash = mixed_hash<K>, class Equal = std::equal_to<K>>
using hash_map = absl::flat_hash_map<K, T, Hash, Equal>;
template <class K, class Hash = mixed_hash<K>, class Equal = std::equal_to<K>>
using hash_set = absl::flat_hash_set<K, Hash, Equal>;

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_HASH_MAP_HPP
