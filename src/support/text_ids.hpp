// Numbers for texts: equal texts have one number, counted from 0 in the order of first use.
//
// Example:
//   text_ids parts;
//   const std::uint32_t a = parts.add("P-100");             // 0
//   if (const auto id = parts.find("P-200"); id == text_ids::k_none) report();
//   parts.text(a);                                             // "P-100"
//
// For millions of look-ups of short texts: up to 16 bytes lie in the slot itself, so that a look-up
// touches one cache line, and key_of() with prefetch() lets a reader fetch it some records ahead:
//
//   | head: bytes 0-7 | tail: last 8 bytes, or 0 | length | number |     32 bytes a slot
//
// The numbers depend on the texts alone; the hash is seeded by the process, so that no file can be
// made to collide.
//
// Invalidation: views given out by text() stay valid for the life of the object.
// Threads: many readers, or one writer.
#ifndef TRADEWARDEN_SUPPORT_TEXT_IDS_HPP
#define TRADEWARDEN_SUPPORT_TEXT_IDS_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "support/large_vector.hpp"

namespace tradewarden {

class text_ids {
 public:
  static constexpr std::uint32_t k_none = 0xFFFFFFFF;

  text_ids();

  /// What a look-up needs of a text; for texts of up to 16 bytes, all of it.
  struct key {
    std::uint64_t hash;
    std::uint64_t head;
    std::uint64_t tail;
    std::uint32_t length;
  };
  [[nodiscard]] key key_of(std::string_view text) const noexcept;
  /// Fetches what a look-up of this key will read.
  void prefetch(const key& k) const noexcept {
#if defined(__GNUC__)
    __builtin_prefetch(&slots_[k.hash & (slots_.size() - 1)]);
#else
    static_cast<void>(k);
#endif
  }

  /// The number of the text; a new one if it was not there. The text is copied then.
  std::uint32_t add(std::string_view text) { return add(text, key_of(text)); }
  std::uint32_t add(std::string_view text, const key& k);
  /// The number of the text, or k_none.
  [[nodiscard]] std::uint32_t find(std::string_view text) const { return find(text, key_of(text)); }
  [[nodiscard]] std::uint32_t find(std::string_view text, const key& k) const noexcept {
    return slots_[place(text, k)].id;
  }

  [[nodiscard]] std::string_view text(std::uint32_t id) const { return texts_[id]; }
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(texts_.size());
  }
  /// Memory for so many texts.
  void reserve(std::size_t texts);

 private:
  struct alignas(32) slot {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::uint32_t length = 0;
    std::uint32_t id = k_none;
  };
  [[nodiscard]] std::size_t place(std::string_view text, const key& k) const noexcept;
  void grow(std::size_t slots);
  [[nodiscard]] std::string_view keep(std::string_view text);

  std::uint64_t seed_;
  large_vector<slot> slots_;
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_TEXT_IDS_HPP
