// The files of a snapshot: taken from disk as they are, and put into a folder to be read again.
//
// Example:
//   auto files = store::files_of(source, publication, limits);
//   auto folder = store::temporary_folder::make();
//   for (const auto& f : *files) store::write_file(folder->path() + "/" + f.name, f.bytes);
//
// Threads: plain values.
#ifndef TRADEWARDEN_STORE_SNAPSHOT_FILES_HPP
#define TRADEWARDEN_STORE_SNAPSHOT_FILES_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/digest.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::store {

struct kept_file {
  std::string name;
  digest sha256;
  std::string bytes;
};

/// The files that a publication was read from. Error conflict if one has changed since.
[[nodiscard]] result<std::vector<kept_file>> files_of(const source_spec& source, const publication& read,
                                                      const read_limits& limits);

/// The files of a source that could not be read as a list: the one, or those of the folder. Errors:
/// not_found, io, limit_exceeded (a folder of many files, which is hardly a list).
[[nodiscard]] result<std::vector<kept_file>> files_at(const std::string& path, const read_limits& limits);

/// As publication_digest(), of these.
[[nodiscard]] digest digest_of(const std::vector<kept_file>& files);

[[nodiscard]] result<void> write_file(const std::string& path, std::string_view bytes);

/// Gone with everything in it at the end.
class temporary_folder {
 public:
  [[nodiscard]] static result<temporary_folder> make();
  temporary_folder(temporary_folder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  temporary_folder& operator=(temporary_folder&&) = delete;
  ~temporary_folder();
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  explicit temporary_folder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_SNAPSHOT_FILES_HPP
