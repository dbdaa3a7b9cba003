#include "rules/rule_source.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "lists/input_file.hpp"
#include "rules/rule_data.hpp"
#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

namespace fs = std::filesystem;

error problem(errc code, const std::string& file, std::string message) {
  error e;
  e.code = code;
  e.file = file;
  e.message = std::move(message);
  return e;
}

/// Paths of all *.json below the folder, relative to it, sorted.
std::vector<std::string> json_files(const std::string& folder, std::vector<error>& problems) {
  std::vector<std::string> out;
  std::error_code ec;
  fs::recursive_directory_iterator it(folder, ec);
  if (ec) {
    problems.push_back(problem(errc::not_found, folder, "the folder cannot be read: " + ec.message()));
    return out;
  }
  for (const fs::recursive_directory_iterator end; it != end; it.increment(ec)) {
    if (ec) break;
    std::error_code ignored;
    if (it.depth() > static_cast<int>(k_max_folder_depth) || out.size() >= k_max_files) {
      problems.push_back(problem(errc::limit_exceeded, folder,
                                 "more than " + std::to_string(k_max_files) + " files or " +
                                     std::to_string(k_max_folder_depth) + " folders in each other"));
      return out;
    }
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {
      if (it->is_directory(ignored)) it.disable_recursion_pending();
      continue;
    }
    const std::string path = it->path().lexically_relative(folder).generic_string();
    const bool link = it->is_symlink(ignored);
    if (link && it->is_directory(ignored)) {
      problems.push_back(problem(errc::bad_value, folder + '/' + path,
                                 "a link to a folder is not followed: put the folder itself here"));
      continue;
    }
    if (ascii::lower(it->path().extension().string()) != ".json") continue;
    if (it->is_regular_file(ignored)) {
      out.push_back(path);
    } else if (!it->is_directory(ignored)) {
      problems.push_back(problem(errc::bad_value, folder + '/' + path,
                                 link ? "a link to no ordinary file" : "this is no ordinary file"));
    }
  }
  if (ec) problems.push_back(problem(errc::io, folder, "reading the folder failed: " + ec.message()));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<rule_file> files_of_text(std::string_view text, std::vector<error>& problems) {
  std::vector<rule_file> out;
  while (!text.empty()) {
    const std::size_t name_end = text.find('\n');
    const std::size_t size_end =
        name_end == std::string_view::npos ? name_end : text.find('\n', name_end + 1);
    if (size_end == std::string_view::npos) {
      problems.push_back(problem(errc::truncated, "", "the head of a file is cut"));
      return out;
    }
    const std::string name(text.substr(0, name_end));
    const std::string_view digits = text.substr(name_end + 1, size_end - name_end - 1);
    std::size_t bytes = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), bytes);
    if (code != std::errc{} || end != digits.data() + digits.size() ||
        bytes > text.size() - size_end - 1) {
      problems.push_back(problem(errc::truncated, name, "the file is cut"));
      return out;
    }
    if (auto rule = read_rule_file(name, text.substr(size_end + 1, bytes), problems)) {
      rule->origin = "built-in";
      out.push_back(std::move(*rule));
    }
    text.remove_prefix(size_end + 1 + bytes);
  }
  return out;
}

std::vector<rule_file> built_in_files(std::vector<error>& problems) {
  return files_of_text(built_in_text(), problems);
}

std::vector<rule_file> files_with_folder(const std::string& folder, std::vector<error>& problems) {
  std::vector<rule_file> out = built_in_files(problems);
  const std::size_t built_in = out.size();
  const std::vector<std::string> names = json_files(folder, problems);
  if (names.empty() && problems.empty()) {
    problems.push_back(problem(errc::empty_input, folder, "the folder holds no rule file (*.json)"));
  }
  std::size_t total = 0;
  read_limits limits;
  limits.max_file_bytes = k_max_file_bytes;
  for (const std::string& name : names) {
    const std::string path = folder + '/' + name;
    auto file = lists::load_input_file(path, limits, lists::content_kind::other);
    if (!file) {
      error e = file.error();
      if (e.file.empty()) e.file = path;
      problems.push_back(std::move(e));
      continue;
    }
    total += file->bytes.size();
    if (total > k_max_total_bytes) {
      problems.push_back(problem(errc::limit_exceeded, folder, "more than " +
                                 std::to_string(k_max_total_bytes >> 20) + " MiB of rule files"));
      return out;
    }
    auto rule = read_rule_file(path, file->bytes, problems);
    if (!rule) continue;
    rule->origin = folder;
    rule->content = file->sha256;
    const auto same = [&](const rule_file& r) { return r.id == rule->id; };
    const auto mine = std::find_if(out.begin(), out.end(), same);
    if (mine == out.end()) {
      out.push_back(std::move(*rule));
    } else if (mine->type != rule->type) {
      problems.push_back(problem(errc::conflict, path,
                                 "the rule '" + rule->id + "' has the type " +
                                     std::string(mine->type) + " in " + mine->file +
                                     ", and another one here"));
    } else if (static_cast<std::size_t>(mine - out.begin()) < built_in && mine->origin != folder) {
      *mine = std::move(*rule);
    } else {
      problems.push_back(problem(errc::conflict, path,
                                 "the id '" + rule->id + "' stands in " + mine->file + " too"));
    }
  }
  return out;
}

}  // namespace tradewarden::rules
