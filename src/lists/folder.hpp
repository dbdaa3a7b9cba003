// The files of a folder, found by name whatever its case ("SDN.CSV" is "sdn.csv").
//
// Example:
//   auto dir = lists::folder::open("lists/ofac");
//   if (const auto* f = dir->find("alt.csv")) read(f->path);
//
// Threads: a plain value.
#ifndef TRADEWARDEN_LISTS_FOLDER_HPP
#define TRADEWARDEN_LISTS_FOLDER_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"

namespace tradewarden::lists {

class folder {
 public:
  struct item {
    std::string name;
    std::string path;
  };

  /// Plain files that do not begin with a dot, sorted by name. Errors: not_found, io.
  [[nodiscard]] static result<folder> open(const std::string& path);

  [[nodiscard]] const std::vector<item>& files() const noexcept { return files_; }
  /// The exact name first, then any case; nullptr if there is none.
  [[nodiscard]] const item* find(std::string_view name) const noexcept;

 private:
  std::vector<item> files_;
};

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FOLDER_HPP
