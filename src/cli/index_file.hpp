// Index files named on the command line: which path can be read as one.
//
// Example:
//   auto idx = open_index("lists.twi");
//   if (!idx) return report(idx.error());
//
// Threads: pure functions over the file system.
#ifndef TRADEWARDEN_CLI_INDEX_FILE_HPP
#define TRADEWARDEN_CLI_INDEX_FILE_HPP

#include <optional>
#include <string>

#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::cli {

/// party_index::open(), but a folder, a device or a pipe is named as such (bad_index).
[[nodiscard]] result<party_index> open_index(const std::string& path,
                                             const std::optional<score_rules>& rules = {});

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_INDEX_FILE_HPP
