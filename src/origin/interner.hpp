// Different texts and their numbers, in the order of first mention; texts lie in one pool.
//
// Example:
//   interner ids;
//   std::uint32_t a = ids.add("P1");      // 0
//   assert(ids.add("P1") == a && ids.text(a) == "P1" && ids.find("P2") == interner::k_none);
//
// A bill of ten million lines asks twenty million times: one probe of a table of numbers and hashes,
// then one comparison of text.
//
// Threads: many readers, or one writer. Views live until the next add().
#ifndef TRADEWARDEN_ORIGIN_INTERNER_HPP
#define TRADEWARDEN_ORIGIN_INTERNER_HPP

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::detail {

class interner {
 public:
  static constexpr std::uint32_t k_none = 0xffffffff;

  /// The text's number; a new one if it was not met before. At most 2^32-2 texts and 4 GiB.
  std::uint32_t add(std::string_view text) {
    if ((ends_.size() + 1) * 2 > slots_.size()) grow();
    const std::uint64_t h = hash(text);
    const std::size_t at = probe(text, h);
    if (slots_[at].number != k_none) return slots_[at].number;
    const auto number = static_cast<std::uint32_t>(ends_.size());
    pool_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(pool_.size()));
    slots_[at] = {static_cast<std::uint32_t>(h >> 32), number};
    return number;
  }
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    return slots_.empty() ? k_none : slots_[probe(text, hash(text))].number;
  }
  [[nodiscard]] std::string_view text(std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return {pool_.data() + begin, ends_[number] - begin};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  [[nodiscard]] std::size_t pool_bytes() const { return pool_.size(); }

  void reserve(std::uint32_t texts) {
    while (slots_.size() < std::size_t{texts} * 2 + 2) grow();
    ends_.reserve(texts);
  }

 private:
  struct slot {
    std::uint32_t tag;
    std::uint32_t number;
  };

  static std::uint64_t hash(std::string_view s) {
    std::uint64_t h = 0x9e3779b97f4a7c15U ^ (s.size() * 0xff51afd7ed558ccdU);
    const char* p = s.data();
    std::size_t n = s.size();
    for (; n >= 8; p += 8, n -= 8) {
      std::uint64_t w;
      std::memcpy(&w, p, 8);
      h = mix(h ^ w);
    }
    std::uint64_t w = 0;
    if (n > 0) std::memcpy(&w, p, n);
    return mix(h ^ w);
  }
  static std::uint64_t mix(std::uint64_t h) {
    h *= 0xbf58476d1ce4e5b9U;
    h ^= h >> 32;
    h *= 0x94d049bb133111ebU;
    return h ^ (h >> 29);
  }
  [[nodiscard]] std::size_t probe(std::string_view text, std::uint64_t h) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(h >> 32);
    for (std::size_t at = h & mask;; at = (at + 1) & mask) {
      const slot& s = slots_[at];
      if (s.number == k_none || (s.tag == tag && this->text(s.number) == text)) return at;
    }
  }
  void grow() {
    std::vector<slot> bigger(slots_.empty() ? 64 : slots_.size() * 2, slot{0, k_none});
    slots_.swap(bigger);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint64_t h = hash(text(i));
      std::size_t at = h & mask;
      while (slots_[at].number != k_none) at = (at + 1) & mask;
      slots_[at] = {static_cast<std::uint32_t>(h >> 32), i};
    }
  }

  std::string pool_;
  std::vector<std::uint32_t> ends_;
  std::vector<slot> slots_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_INTERNER_HPP
