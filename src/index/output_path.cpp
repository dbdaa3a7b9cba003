#include "index/output_path.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "index/file_format.hpp"

namespace tradewarden::indexing {
namespace {

namespace fs = std::filesystem;

bool begins_like_an_index(const std::string& path) {
  std::array<char, k_magic.size()> begin{};
  std::ifstream in(path, std::ios::binary);
  in.read(begin.data(), begin.size());
  return in && begin == k_magic;
}

bool same_file(const fs::path& a, const fs::path& b) {
  std::error_code none;
  return fs::equivalent(a, b, none);
}

bool holds(const std::string& folder, const std::string& file) {
  std::error_code none;
  const fs::directory_iterator entries(folder, none);
  return std::any_of(fs::begin(entries), fs::end(entries),
                     [&](const fs::directory_entry& e) { return same_file(e.path(), file); });
}

}  // namespace

result<void> may_become_index(const std::string& out, std::span<const source_spec> sources,
                              std::string_view called) {
  std::error_code none;
  const auto refused = [&](const char* what, const char* then) {
    return error{errc::usage, std::string(called) + what + out + then, {}, 0, {}};
  };
  if (out == "-" || same_file(out, "/dev/stdout") || same_file(out, "/dev/stderr")) {
    return error{errc::usage,
                 std::string(called) + ": an index is a file of its own, it cannot go to standard "
                                       "output; for a file named - write ./-",
                 {}, 0, {}};
  }
  const fs::file_status status = fs::status(out, none);
  if (!fs::exists(status)) return {};
  // The file is put in place by renaming: a device or a pipe would be gone.
  if (!fs::is_regular_file(status)) return refused(" is not a file: ", "");
  for (const source_spec& source : sources) {
    if (same_file(source.path, out)) return refused(" names a source: ", " would be lost");
    if (holds(source.path, out) && !begins_like_an_index(out)) {
      return refused(" names a file of a source: ", " would be lost");
    }
  }
  return {};
}

}  // namespace tradewarden::indexing
