// What an index file says of itself, without the rules that a search of it needs.
//
// Example:
//   auto info = indexing::read_index_info("lists.twi");   // also of one built with a name pack
//
// Threads: pure functions over files.
#ifndef TRADEWARDEN_INDEX_READ_INDEX_INFO_HPP
#define TRADEWARDEN_INDEX_READ_INDEX_INFO_HPP

#include <string>

#include "tradewarden/index_info.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::indexing {

/// All checksums are verified. Errors: not_found, io, truncated, bad_index, old_version.
[[nodiscard]] result<index_info> read_index_info(const std::string& path);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_READ_INDEX_INFO_HPP
