// Pairs of texts numbered some records later, when what a look-up reads has come into the cache.
//
// Example:
//   id_pairs lines(ids, parent, child);   // parent and child get a number each for each pair
//   lines.add("P-100", "P-200");
//   lines.finish();
//
// Numbers are given in the order of the pairs, the first of a pair before its second: as by ids.add() at once.
//
// Threads: one thread.
#ifndef TRADEWARDEN_SUPPORT_ID_PAIRS_HPP
#define TRADEWARDEN_SUPPORT_ID_PAIRS_HPP

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "support/large_vector.hpp"
#include "support/text_ids.hpp"

namespace tradewarden {

class id_pairs {
 public:
  id_pairs(text_ids& ids, large_vector<std::uint32_t>& first, large_vector<std::uint32_t>& second)
      : ids_(ids), first_(first), second_(second) {}

  void add(std::string_view a, std::string_view b) {
    // Texts that a key does not hold whole cannot wait: their record may be gone by then.
    if (a.size() > k_whole || b.size() > k_whole) {
      finish();
      first_.push_back(ids_.add(a));
      second_.push_back(ids_.add(b));
      return;
    }
    for (const std::string_view text : {a, b}) {
      one& w = waiting_[n_++];
      w.key = ids_.key_of(text);
      std::memcpy(w.text.data(), text.data(), text.size());
      ids_.prefetch(w.key);
    }
    if (n_ == waiting_.size()) finish();
  }
  /// Numbers those that still wait; before the numbers are used, and before ids are added otherwise.
  void finish() {
    for (std::size_t i = 0; i < n_; i += 2) {
      first_.push_back(number(waiting_[i]));
      second_.push_back(number(waiting_[i + 1]));
    }
    n_ = 0;
  }

 private:
  static constexpr std::size_t k_whole = 16;
  struct one {
    text_ids::key key;
    std::array<char, k_whole> text;
  };
  std::uint32_t number(const one& w) { return ids_.add({w.text.data(), w.key.length}, w.key); }

  text_ids& ids_;
  large_vector<std::uint32_t>& first_;
  large_vector<std::uint32_t>& second_;
  std::array<one, 32> waiting_;
  std::size_t n_ = 0;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_ID_PAIRS_HPP
