// Index files named on the command line: which path can be read as one, which may become one.
//
// Example:
//   auto idx = open_index("lists.twi");
//   if (!idx) return report(idx.error());
//
// Threads: pure functions over the file system.
#ifndef TRADEWARDEN_CLI_INDEX_FILE_HPP
#define TRADEWARDEN_CLI_INDEX_FILE_HPP

#include <optional>
#include <span>
#include <string>

#include "tradewarden/party_index.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::cli {

/// party_index::open(), but a folder, a device or a pipe is named as such (bad_index).
[[nodiscard]] result<party_index> open_index(const std::string& path,
                                             const std::optional<score_rules>& rules = {});

/// Error usage if an index written to `out` would take the place of a folder, a device, a pipe, a
/// source, or a file in a source that is a folder, however spelled or linked. An older index in
/// such a folder may be replaced.
[[nodiscard]] result<void> may_become_index(const std::string& out,
                                            std::span<const source_spec> sources);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_INDEX_FILE_HPP
