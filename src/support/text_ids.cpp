#include "support/text_ids.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

namespace tradewarden {
namespace {

constexpr std::size_t k_first_slots = 64;
constexpr std::size_t k_block_bytes = std::size_t{1} << 16;
constexpr std::uint64_t k_odd = 0x9e3779b97f4a7c15U;

std::uint64_t seed() {
  static const std::uint64_t drawn = [] {
    std::random_device source;
    return (static_cast<std::uint64_t>(source()) << 32) ^ source();
  }();
  return drawn;
}

/// Three quarters: two slots of 32 bytes lie in one cache line, and runs stay short.
bool is_full(std::size_t texts, std::size_t slots) noexcept { return texts * 4 > slots * 3; }

std::uint64_t load_8(const char* from) noexcept {
  std::uint64_t out;
  std::memcpy(&out, from, 8);
  return out;
}

/// Up to 7 bytes; another value for each text of the same length.
std::uint64_t load_few(const char* from, std::size_t n) noexcept {
  if (n >= 4) {
    std::uint32_t first;
    std::uint32_t last;
    std::memcpy(&first, from, 4);
    std::memcpy(&last, from + n - 4, 4);
    return first | (static_cast<std::uint64_t>(last) << 32);
  }
  if (n == 0) return 0;
  const auto byte = [from](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(from[i]));
  };
  return byte(0) | (byte(n / 2) << 8) | (byte(n - 1) << 16);
}

__extension__ typedef unsigned __int128 uint128;

/// Both halves of the product: in the lower one alone, the last letter of a text would decide nothing
/// about its slot, and numbers in sequence, as ids are, would stand in long runs.
std::uint64_t mixed(std::uint64_t h, std::uint64_t word) noexcept {
  const uint128 product = static_cast<uint128>(h ^ word) * k_odd;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

text_ids::text_ids() : seed_(seed()), slots_(k_first_slots) {}

text_ids::key text_ids::key_of(std::string_view text) const noexcept {
  const std::size_t n = text.size();
  key k{seed_ + n, 0, 0, static_cast<std::uint32_t>(n)};
  if (n < 8) {
    k.head = load_few(text.data(), n);
  } else {
    k.head = load_8(text.data());
    if (n > 8) k.tail = load_8(text.data() + n - 8);
    for (std::size_t i = 8; i + 8 < n; i += 8) k.hash = mixed(k.hash, load_8(text.data() + i));
  }
  k.hash = mixed(mixed(k.hash, k.head), k.tail);
  return k;
}

// The slot that holds the text, or the empty one where it belongs.
std::size_t text_ids::place(std::string_view text, const key& k) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = static_cast<std::size_t>(k.hash) & mask;
  for (;; i = (i + 1) & mask) {
    const slot& s = slots_[i];
    if (s.id == k_none) return i;
    if (s.head != k.head || s.tail != k.tail || s.length != k.length) continue;
    if (text.size() <= 16 || texts_[s.id] == text) return i;
  }
}

std::uint32_t text_ids::add(std::string_view text, const key& k) {
  slot& s = slots_[place(text, k)];
  if (s.id != k_none) return s.id;
  const auto id = static_cast<std::uint32_t>(texts_.size());
  s = {k.head, k.tail, k.length, id};
  texts_.push_back(keep(text));
  if (is_full(texts_.size(), slots_.size())) grow(slots_.size() * 2);
  return id;
}

void text_ids::reserve(std::size_t texts) {
  texts_.reserve(texts);
  std::size_t slots = slots_.size();
  while (is_full(texts, slots)) slots *= 2;
  if (slots > slots_.size()) grow(slots);
}

void text_ids::grow(std::size_t slots) {
  // The old slots are of no use any more: of a large table, both would not fit.
  large_vector<slot>().swap(slots_);
  slots_.assign(slots, slot{});
  constexpr std::uint32_t k_ahead = 16;
  std::array<key, k_ahead> keys;
  const std::size_t mask = slots - 1;
  for (std::uint32_t first = 0; first < texts_.size(); first += k_ahead) {
    const std::uint32_t last = std::min<std::uint32_t>(first + k_ahead, size());
    for (std::uint32_t id = first; id < last; ++id) {
      keys[id - first] = key_of(texts_[id]);
      prefetch(keys[id - first]);
    }
    for (std::uint32_t id = first; id < last; ++id) {
      const key& k = keys[id - first];
      std::size_t at = static_cast<std::size_t>(k.hash) & mask;
      while (slots_[at].id != k_none) at = (at + 1) & mask;  // no text is there twice
      slots_[at] = {k.head, k.tail, k.length, id};
    }
  }
}

std::string_view text_ids::keep(std::string_view text) {
  if (text.size() > room_) {
    room_ = std::max(k_block_bytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(room_));
    free_ = blocks_.back().get();
  }
  char* const at = free_;
  std::copy(text.begin(), text.end(), at);
  free_ += text.size();
  room_ -= text.size();
  return {at, text.size()};
}

}  // namespace tradewarden
