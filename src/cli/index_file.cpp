#include "cli/index_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "index/file_format.hpp"

namespace tradewarden::cli {
namespace {

namespace fs = std::filesystem;

bool begins_like_an_index(const std::string& path) {
  std::array<char, indexing::k_magic.size()> begin{};
  std::ifstream in(path, std::ios::binary);
  in.read(begin.data(), begin.size());
  return in && begin == indexing::k_magic;
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

result<party_index> open_index(const std::string& path,
                               const std::optional<score_rules>& rules) {
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

result<void> may_become_index(const std::string& out, std::span<const source_spec> sources) {
  std::error_code none;
  const auto refused = [](std::string message) {
    return error{errc::usage, std::move(message), {}, 0, {}};
  };
  if (out == "-" || same_file(out, "/dev/stdout") || same_file(out, "/dev/stderr")) {
    return refused("--out: an index is a file of its own, it cannot go to standard output; for a "
                   "file named - write ./-");
  }
  const fs::file_status status = fs::status(out, none);
  if (!fs::exists(status)) return {};
  // The file is put in place by renaming: a device or a pipe would be gone.
  if (!fs::is_regular_file(status)) return refused("--out is not a file: " + out);
  for (const source_spec& source : sources) {
    if (same_file(source.path, out)) {
      return refused("--out names a source: " + out + " would be lost");
    }
    if (holds(source.path, out) && !begins_like_an_index(out)) {
      return refused("--out names a file of a source: " + out + " would be lost");
    }
  }
  return {};
}

}  // namespace tradewarden::cli
