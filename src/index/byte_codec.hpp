// Variable-length integers and strings as bytes, with every read checked.
//
// Example:
//   byte_writer w; w.number(7); w.text("abc");
//   byte_reader r(w.bytes()); auto n = r.number(); auto s = r.text(); assert(r.ok());
//
// Threads: plain values.
#ifndef TRADEWARDEN_INDEX_BYTE_CODEC_HPP
#define TRADEWARDEN_INDEX_BYTE_CODEC_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tradewarden::indexing {

class byte_writer {
 public:
  /// LEB128: seven bits a byte, the lowest first.
  void number(std::uint64_t v) {
    while (v >= 0x80) {
      out_ += static_cast<char>(static_cast<unsigned char>(v | 0x80U));
      v >>= 7U;
    }
    out_ += static_cast<char>(static_cast<unsigned char>(v));
  }
  /// Signed numbers, small ones short (zigzag).
  void signed_number(std::int64_t v) {
    number((static_cast<std::uint64_t>(v) << 1U) ^ static_cast<std::uint64_t>(v >> 63));
  }
  void text(std::string_view s) {
    number(s.size());
    out_ += s;
  }
  void raw(std::string_view s) { out_ += s; }
  [[nodiscard]] const std::string& bytes() const noexcept { return out_; }
  [[nodiscard]] std::string take() noexcept { return std::exchange(out_, {}); }

 private:
  std::string out_;
};

/// After a failed read ok() is false and every further read gives zero or nothing.
class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] std::uint64_t number() {
    std::uint64_t v = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto b = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      v |= static_cast<std::uint64_t>(b & 0x7FU) << shift;
      if (b < 0x80) return v;
    }
    return fail();
  }
  [[nodiscard]] std::int64_t signed_number() {
    const std::uint64_t v = number();
    return static_cast<std::int64_t>((v >> 1U) ^ (~(v & 1U) + 1U));
  }
  [[nodiscard]] std::string_view text() {
    const std::uint64_t n = number();
    return raw(n);
  }
  [[nodiscard]] std::string_view raw(std::uint64_t n) {
    if (n > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view s = rest_.substr(0, static_cast<std::size_t>(n));
    rest_.remove_prefix(static_cast<std::size_t>(n));
    return s;
  }
  /// A count of things that take at least one byte each: fails if there cannot be so many.
  [[nodiscard]] std::size_t count() {
    const std::uint64_t n = number();
    if (n > rest_.size()) return static_cast<std::size_t>(fail());
    return static_cast<std::size_t>(n);
  }
  /// What was read is no value of its kind.
  void refuse() { fail(); }
  [[nodiscard]] bool ok() const noexcept { return ok_; }
  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }

 private:
  std::uint64_t fail() {
    ok_ = false;
    rest_ = {};
    return 0;
  }
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_BYTE_CODEC_HPP
