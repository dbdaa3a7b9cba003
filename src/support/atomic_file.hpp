// Writes a file so that a reader sees the old one or the new one whole, never half of one.
//
// Example:
//   if (auto done = support::write_file_atomically("lists.twi", bytes); !done) return done.error();
//
// Threads: may run on several threads for different paths.
#ifndef TRADEWARDEN_SUPPORT_ATOMIC_FILE_HPP
#define TRADEWARDEN_SUPPORT_ATOMIC_FILE_HPP

#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden::support {

/// Writes beside `path`, syncs, renames over it and syncs the folder. Errors: not_found if the
/// folder cannot be written to, io; the temporary file is removed then.
[[nodiscard]] result<void> write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_ATOMIC_FILE_HPP
