#include "store/snapshot_files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <utility>

#include "lists/folder.hpp"
#include "lists/input_file.hpp"

namespace tradewarden::store {
namespace {

namespace fs = std::filesystem;

/// More files than a publication has: the folder is something else.
constexpr std::size_t k_most_files = 16;

struct closer {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

result<kept_file> load(const std::string& path, const read_limits& limits) {
  std::error_code none;
  if (!fs::is_regular_file(path, none)) {
    return error{errc::not_found, "only files can be kept: a pipe or a device is saved as a file first", path, 0, {}};
  }
  const std::unique_ptr<std::FILE, closer> file{std::fopen(path.c_str(), "rb")};
  if (!file) return error{errc::not_found, std::string("cannot be opened: ") + std::strerror(errno), path, 0, {}};
  kept_file out;
  out.name = fs::path(path).filename().string();
  std::string block(std::size_t{1} << 20, '\0');
  for (std::size_t n = block.size(); n == block.size();) {
    n = std::fread(block.data(), 1, block.size(), file.get());
    out.bytes.append(block.data(), n);
    if (out.bytes.size() > limits.max_file_bytes) {
      return error{errc::limit_exceeded, "the file is larger than " + std::to_string(limits.max_file_bytes) + " bytes", path, 0, {}};
    }
  }
  if (std::ferror(file.get()) != 0) return error{errc::io, "reading failed", path, 0, {}};
  out.sha256 = sha256(out.bytes);
  return out;
}

}  // namespace

result<std::vector<kept_file>> files_of(const source_spec& source, const publication& read,
                                        const read_limits& limits) {
  std::error_code none;
  const bool in_folder = fs::is_directory(source.path, none);
  const fs::path folder = in_folder ? fs::path(source.path) : fs::path(source.path).parent_path();
  std::vector<kept_file> out;
  for (const publication_file& f : read.files) {
    auto one = load(in_folder || read.files.size() > 1 ? (folder / f.name).string() : source.path, limits);
    if (!one) return one.error();
    if (one->sha256 != f.sha256) {
      return error{errc::conflict, "the file changed while it was read: import it again", (folder / f.name).string(), 0, {}};
    }
    out.push_back(std::move(*one));
  }
  return out;
}

result<std::vector<kept_file>> files_at(const std::string& path, const read_limits& limits) {
  std::vector<kept_file> out;
  std::error_code none;
  if (!fs::is_directory(path, none)) {
    auto one = load(path, limits);
    if (!one) return one.error();
    out.push_back(std::move(*one));
    return out;
  }
  const auto listing = lists::folder::open(path);
  if (!listing) return listing.error();
  if (listing->files().size() > k_most_files) {
    return error{errc::limit_exceeded, "the folder holds more than " + std::to_string(k_most_files) +
                     " files and no list that can be read: it is not kept", path, 0, {}};
  }
  for (const lists::folder::item& f : listing->files()) {
    auto one = load(f.path, limits);
    if (!one) return one.error();
    out.push_back(std::move(*one));
  }
  return out;
}

digest digest_of(const std::vector<kept_file>& files) {
  std::vector<publication_file> named;
  for (const kept_file& f : files) named.push_back({f.name, f.sha256, f.bytes.size()});
  return lists::publication_digest(named);
}

result<void> write_file(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return error{errc::not_found, std::string("cannot be written: ") + std::strerror(errno), path, 0, {}};
  const bool written = bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (std::fclose(file) != 0 || !written) return error{errc::io, "writing failed", path, 0, {}};
  return {};
}

result<temporary_folder> temporary_folder::make() {
  std::error_code ec;
  const fs::path base = fs::temp_directory_path(ec);
  if (ec) return error{errc::io, "there is no folder for temporary files: " + ec.message(), base.string(), 0, {}};
  std::string name = (base / "tradewarden-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    return error{errc::io, std::string("no temporary folder can be made: ") + std::strerror(errno), name, 0, {}};
  }
  return temporary_folder(std::move(name));
}

temporary_folder::~temporary_folder() {
  if (path_.empty()) return;
  std::error_code none;
  fs::remove_all(path_, none);
}

}  // namespace tradewarden::store
