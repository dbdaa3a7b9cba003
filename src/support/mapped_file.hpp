// A file mapped into memory to be read.
//
// Example:
//   auto file = support::mapped_file::open("lists.twi");
//   if (!file) return file.error();
//   use((*file)->bytes());
//
// Threads: immutable; any number of threads read it. A file that is cut short while it is mapped faults when
// read; replace files by rename.
#ifndef TRADEWARDEN_SUPPORT_MAPPED_FILE_HPP
#define TRADEWARDEN_SUPPORT_MAPPED_FILE_HPP

#include <memory>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden::support {

class mapped_file {
 public:
  /// Errors: not_found (none, or a folder), truncated (empty), io. The bytes are aligned to a page.
  [[nodiscard]] static result<std::shared_ptr<const mapped_file>> open(const std::string& path);
  virtual ~mapped_file() = default;

  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

 protected:
  mapped_file() = default;
  std::string_view bytes_;
};

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_MAPPED_FILE_HPP
