// The file of an index that is in use, opened anew.
//
// Example:
//   auto next = indexing::reopen("lists.twi", live.current());
//
// Threads: a pure function over the file system.
#ifndef TRADEWARDEN_INDEX_REOPEN_HPP
#define TRADEWARDEN_INDEX_REOPEN_HPP

#include <string>

#include "tradewarden/party_index.hpp"

namespace tradewarden::indexing {

/// An index that was built with a name pack needs it to open; the next one was built by the same.
[[nodiscard]] inline result<party_index> reopen(const std::string& path, const party_index& before) {
  return before.rules().name_pack_sha256()
             ? party_index::open(path, verify::fully, before.rules())
             : party_index::open(path);
}

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_REOPEN_HPP
