#include "lists/folder.hpp"

#include <algorithm>
#include <filesystem>

#include "support/ascii.hpp"

namespace tradewarden::lists {

result<folder> folder::open(const std::string& path) {
  std::error_code ec;
  std::filesystem::directory_iterator it{path, ec};
  if (ec) return error{errc::not_found, "the folder cannot be read: " + ec.message(), path, 0, {}};
  folder out;
  for (const std::filesystem::directory_iterator end; it != end; it.increment(ec)) {
    if (ec) break;
    std::error_code ignored;
    std::string name = it->path().filename().string();
    if (name.starts_with('.') || !it->is_regular_file(ignored)) continue;
    out.files_.push_back({std::move(name), it->path().string()});
  }
  if (ec) return error{errc::io, "reading the folder failed: " + ec.message(), path, 0, {}};
  std::sort(out.files_.begin(), out.files_.end(),
            [](const item& a, const item& b) { return a.name < b.name; });
  return out;
}

const folder::item* folder::find(std::string_view name) const noexcept {
  const item* any_case = nullptr;
  for (const item& f : files_) {
    if (f.name == name) return &f;
    if (any_case == nullptr && ascii::equal_ignoring_case(f.name, name)) any_case = &f;
  }
  return any_case;
}

}  // namespace tradewarden::lists
