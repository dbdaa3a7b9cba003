// Header and section table of an index file: where each section lies, checked in constant time.
//
//   parse()   magic, version, length, both checksums, and that the sections follow each other within
//             the file: no byte of a section is read
//   verify()  the checksum of one section
//
// Example:
//   auto table = section_table::parse(bytes);
//   if (auto good = table->verify(section_id::names); !good) return good.error();
//   use(table->bytes(section_id::names));
//
// Threads: immutable; any number of threads read it. The file outlives it.
#ifndef TRADEWARDEN_INDEX_SECTION_TABLE_HPP
#define TRADEWARDEN_INDEX_SECTION_TABLE_HPP

#include <array>
#include <mutex>
#include <string_view>

#include "index/file_format.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::indexing {

/// The error of a file that does not hold what it must.
[[nodiscard]] error damaged(std::string_view what);

class section_table {
 public:
  /// Errors: truncated, bad_index, old_version.
  [[nodiscard]] static result<section_table> parse(std::string_view file);

  [[nodiscard]] std::string_view bytes(section_id id) const {
    const section_entry& e = entries_[static_cast<std::size_t>(id) - 1];
    return file_.substr(static_cast<std::size_t>(e.offset), static_cast<std::size_t>(e.bytes));
  }
  /// The digest that the header states of all that follows it.
  [[nodiscard]] digest content() const noexcept { return {header_.content}; }
  [[nodiscard]] std::string_view file() const noexcept { return file_; }

  [[nodiscard]] result<void> verify(section_id id) const;
  /// That nothing but zeros stands between the sections.
  [[nodiscard]] result<void> verify_padding() const;
  /// That content() is true: the one check that covers every byte, and the slowest.
  [[nodiscard]] result<void> verify_content() const;

 private:
  section_table() = default;

  std::string_view file_;
  file_header header_;
  std::array<section_entry, k_sections> entries_{};  // by id
};

/// A check that is made once, by whoever asks first; all others wait for it and share its outcome.
class checked_once {
 public:
  template <class Check>
  const result<void>& operator()(const Check& check) const {
    std::call_once(once_, [&] { outcome_ = check(); });
    return outcome_;
  }

 private:
  mutable std::once_flag once_;
  mutable result<void> outcome_;
};

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_SECTION_TABLE_HPP
