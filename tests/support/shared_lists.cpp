#include "support/shared_lists.hpp"

#include <filesystem>
#include <vector>

#include "tradewarden/publication.hpp"

namespace tradewarden::tests {

std::string shared_folder() {
  const std::string folder = TRADEWARDEN_SHARED_DIR;
  return std::filesystem::is_directory(folder + "/lists") ? folder : std::string();
}

std::string shared_path(std::string_view below) {
  std::string path = std::string(TRADEWARDEN_SHARED_DIR) + '/';
  path += below;
  return std::filesystem::exists(path) ? path : std::string();
}

std::optional<party_set> real_lists() {
  const std::string folder = shared_folder();
  if (folder.empty()) return std::nullopt;
  std::vector<publication> all;
  for (const char* source : {"ofac-2025-12@2025-12-24", "ofac-cons-2025-12@2025-12-19",
                             "csl-csv-2025-05/consolidated.csv@2025-05-15",
                             "bis-dpl-2022-09/dpl.txt@2022-09-01"}) {
    auto spec = source_spec::parse(folder + "/lists/" + source);
    all.push_back(read_publication(spec.value()).value());
  }
  return merge_publications(std::move(all)).value();
}

}  // namespace tradewarden::tests
