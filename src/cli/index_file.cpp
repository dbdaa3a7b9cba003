#include "cli/index_file.hpp"

#include <filesystem>
#include <system_error>

namespace tradewarden::cli {

result<party_index> open_index(const std::string& path,
                               const std::optional<score_rules>& rules) {
  namespace fs = std::filesystem;
  std::error_code none;
  const fs::file_status status = fs::status(path, none);
  if (fs::is_directory(status)) {
    return error{errc::bad_index, "a folder, not an index file", path, 0, {}};
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return error{errc::bad_index, "a device or a pipe, not an index file", path, 0, {}};
  }
  auto idx = party_index::open(path, verify::fully, rules);
  if (idx) return idx;
  error e = idx.error();
  if (e.file.empty()) e.file = path;
  if (e.code == errc::io) e.code = errc::bad_index;  // the index is refused; no output failed
  return e;
}

}  // namespace tradewarden::cli
