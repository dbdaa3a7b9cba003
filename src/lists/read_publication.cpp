// From a source to its reader: which format is it, and which of a folder's files are meant?
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include "lists/folder.hpp"
#include "lists/format_table.hpp"
#include "lists/input_file.hpp"
#include "lists/ofac_csv.hpp"
#include "lists/xlsx.hpp"
#include "support/ascii.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden {
namespace {

using lists::format_entry;

error about(errc code, const std::string& path, std::string message) {
  return error{code, std::move(message), path, 0, {}};
}

std::string format_names() {
  std::string out;
  for (const std::string_view f : known_formats()) {
    if (!out.empty()) out += ", ";
    out += f;
  }
  return out;
}

/// The first bytes of a file as text, or of a spreadsheet as they stand. Errors of make_input_file(): an
/// empty file, another archive or a page is refused by name here, before any reader sees it.
result<std::string> probe(const std::string& path) {
  struct closer {
    void operator()(std::FILE* f) const { std::fclose(f); }
  };
  std::error_code none;
  if (std::filesystem::is_fifo(path, none)) {
    return about(errc::not_found, path,
                 "a pipe cannot be looked at first: name its format (FORMAT:PATH), or save it as a "
                 "file");
  }
  const std::unique_ptr<std::FILE, closer> file{std::fopen(path.c_str(), "rb")};
  if (!file) return about(errc::not_found, path, "cannot be opened");
  std::string bytes(lists::k_probe_bytes, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  if (std::ferror(file.get()) != 0) return about(errc::io, path, "reading failed");
  if (lists::looks_like_xlsx(bytes)) return bytes;
  auto text = lists::make_input_file(path, std::move(bytes), read_limits{});
  if (!text) return text.error();
  return std::move(text->bytes);
}

const format_entry* detect(std::string_view file_name, std::string_view first_bytes) {
  for (const format_entry& f : lists::format_table()) {
    if (f.looks_like(file_name, first_bytes)) return &f;
  }
  return nullptr;
}

struct chosen {
  const format_entry* format = nullptr;
  std::string path;
  std::vector<std::string> passed_over;  ///< Other files of the folder.
};

/// Looks at one file; `format` is the one that the user named, or nullptr.
result<chosen> choose_file(const std::string& path, const format_entry* format) {
  if (format != nullptr) return chosen{format, path, {}};
  auto first = probe(path);
  if (!first) return first.error();
  const std::string name = std::filesystem::path(path).filename().string();
  const format_entry* found = detect(name, *first);
  if (found != nullptr) return chosen{found, path, {}};
  std::string message = "no list format is recognised";
  if (const std::string_view hint = lists::explain_ofac_part(*first); !hint.empty()) {
    message += ": " + std::string(hint);
  } else {
    message += "; if you know which it is, put it in front (FORMAT:PATH, one of " +
               format_names() + ")";
  }
  return about(errc::unknown_format, path, message);
}

result<chosen> choose_in_folder(const std::string& path, const format_entry* format) {
  const auto listing = lists::folder::open(path);
  if (!listing) return listing.error();
  // A format of several files claims the folder by its main file, or by any of them (so that a
  // missing main file is reported as that).
  if (format != nullptr && !format->folder_files.empty()) return chosen{format, path, {}};
  if (format == nullptr) {
    std::vector<const format_entry*> claims;
    for (const bool by_main : {true, false}) {
      for (const format_entry& f : lists::format_table()) {
        const auto files = by_main && !f.folder_files.empty() ? f.folder_files.first(1)
                                                              : f.folder_files;
        const bool has = std::any_of(files.begin(), files.end(), [&](std::string_view name) {
          return listing->find(name) != nullptr;
        });
        if (has) claims.push_back(&f);
      }
      if (!claims.empty()) break;
    }
    if (claims.size() > 1) {
      return about(errc::conflict, path,
                   "the folder holds the files of two publications; name each as a source of its "
                   "own: " + std::string(claims[0]->name) + ":" + path + " and " +
                       std::string(claims[1]->name) + ":" + path);
    }
    if (claims.size() == 1) return chosen{claims[0], path, {}};
  }
  // Otherwise the folder must hold one list file.
  std::vector<chosen> found;
  std::vector<std::string> others;
  std::optional<error> first_error;
  for (const lists::folder::item& file : listing->files()) {
    auto one = choose_file(file.path, listing->files().size() == 1 ? format : nullptr);
    if (one && (format == nullptr || one->format == format)) {
      found.push_back(std::move(*one));
    } else {
      if (!one && !first_error) first_error = one.error();
      others.push_back(file.name);
    }
  }
  if (found.size() == 1) {
    found[0].passed_over = std::move(others);
    return std::move(found[0]);
  }
  if (found.size() > 1) {
    return about(errc::conflict, path,
                 "the folder holds several list files; name the one that is meant: " +
                     found[0].path + " or " + found[1].path);
  }
  if (listing->files().size() == 1 && first_error) return *first_error;
  return about(errc::unknown_format, path,
               listing->files().empty() ? "the folder is empty"
                                        : "no file in this folder is recognised as a list");
}

}  // namespace

result<publication> read_publication(const source_spec& source, const read_limits& limits) {
  if (source.path.empty()) return about(errc::usage, {}, "a source has no path");
  const format_entry* format = nullptr;
  if (!source.format.empty()) {
    format = lists::find_format(source.format);
    if (format == nullptr) {
      return about(errc::usage, source.path,
                   "unknown format '" + source.format + "': use one of " + format_names());
    }
  }
  std::error_code ec;
  const auto status = std::filesystem::status(source.path, ec);
  if (ec || !std::filesystem::exists(status)) {
    return about(errc::not_found, source.path, "no such file or folder");
  }
  auto choice = std::filesystem::is_directory(status) ? choose_in_folder(source.path, format)
                                                      : choose_file(source.path, format);
  if (!choice) return choice.error();
  source_spec narrowed = source;
  narrowed.format = choice->format->name;
  narrowed.path = choice->path;
  auto out = choice->format->read(narrowed, limits);
  if (!out) return out;
  out->format = choice->format->name;
  out->path = source.path;
  for (const std::string& name : choice->passed_over) {
    out->diagnostics.push_back({diagnostic::level::warning,
                                (std::filesystem::path(source.path) / name).string(), 0, {},
                                "this file of the folder is no list that is recognised: not read"});
  }
  return out;
}

}  // namespace tradewarden
