// What the files of labels share: opened whole, checked to be text, problems gathered with their place.
//
// Threads: one thread per object.
#ifndef TRADEWARDEN_EVALUATE_LABELLED_ROWS_HPP
#define TRADEWARDEN_EVALUATE_LABELLED_ROWS_HPP

#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "lists/input_file.hpp"
#include "support/delimited_stream.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::evaluating {

/// Problems kept; all are counted.
inline constexpr std::size_t k_most_problems = 1000;

struct problem_list {
  std::vector<error> kept;
  std::uint64_t count = 0;
  void add(error e) {
    ++count;
    if (kept.size() < k_most_problems) kept.push_back(std::move(e));
  }
};

/// A file of labels as lines.
class labelled_rows {
 public:
  [[nodiscard]] static result<std::unique_ptr<labelled_rows>> open(const std::string& path) {
    auto file = lists::load_input_file(path, {}, lists::content_kind::other);
    if (!file) return file.error();
    return std::unique_ptr<labelled_rows>(new labelled_rows(path, std::move(*file)));
  }

  [[nodiscard]] line_stream& lines() { return lines_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const digest& sha256() const { return sha256_; }
  /// Bytes that are not UTF-8 are taken as Windows-1252, as everywhere.
  [[nodiscard]] std::string text(std::string_view cell) const {
    bool repaired = false;
    return valid_ ? std::string(cell) : lists::to_utf8(cell, &repaired);
  }
  [[nodiscard]] error problem(errc code, std::string message, std::uint64_t line,
                              std::string field = {}) const {
    return error{code, std::move(message), path_, line, std::move(field)};
  }

 private:
  labelled_rows(std::string path, lists::input_file file)
      : path_(std::move(path)), sha256_(file.sha256), valid_(file.valid_utf8),
        in_(std::move(file.bytes)), lines_(in_) {}

  std::string path_;
  digest sha256_;
  bool valid_;
  std::istringstream in_;
  line_stream lines_;
};

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_LABELLED_ROWS_HPP
