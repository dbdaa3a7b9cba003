// Which path may become an index file: never one of the sources, nor anything that is no file.
//
// Example:
//   if (auto may = indexing::may_become_index("lists.twi", sources, "--out"); !may) return may.error();
//
// Threads: a pure function over the file system.
#ifndef TRADEWARDEN_INDEX_OUTPUT_PATH_HPP
#define TRADEWARDEN_INDEX_OUTPUT_PATH_HPP

#include <span>
#include <string>
#include <string_view>

#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::indexing {

/// Error usage if an index written to `out` would take the place of a folder, a device, a pipe, a
/// source, or a file in a source that is a folder, however spelled or linked. An older index in
/// such a folder may be replaced. `called` is the caller's word for `out` in the message.
[[nodiscard]] result<void> may_become_index(const std::string& out,
                                            std::span<const source_spec> sources,
                                            std::string_view called);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_OUTPUT_PATH_HPP
