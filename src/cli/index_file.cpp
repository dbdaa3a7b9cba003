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
  return party_index::open(path, verify::fully, rules);
}

}  // namespace tradewarden::cli
