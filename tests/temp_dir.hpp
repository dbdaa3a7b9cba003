// A temporary directory of a test, removed with all that is in it at the end of its scope.
//
// Example:
//   const temp_dir dir;
//   const std::string path = dir.write("list.jsonl", text);   // dir.path("list.jsonl")
//
// Threads: each object belongs to one thread; two objects never share a directory.
#ifndef TRADEWARDEN_TESTS_TEMP_DIR_HPP
#define TRADEWARDEN_TESTS_TEMP_DIR_HPP

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace tradewarden::tests {

class temp_dir {
 public:
  temp_dir() {
    std::string name =
        (std::filesystem::temp_directory_path() / "tradewarden-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    root_ = name;
  }
  ~temp_dir() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  temp_dir(const temp_dir&) = delete;
  temp_dir& operator=(const temp_dir&) = delete;

  [[nodiscard]] std::string root() const { return root_.string(); }
  [[nodiscard]] std::string path(std::string_view name) const { return (root_ / name).string(); }

  /// Writes a file (with the folders that its name asks for) and returns its path.
  std::string write(std::string_view name, std::string_view content) const {
    const std::filesystem::path target = root_ / name;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream out(target, std::ios::binary);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    if (!out) throw std::runtime_error("cannot write " + target.string());
    return target.string();
  }

 private:
  std::filesystem::path root_;
};

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_TEMP_DIR_HPP
