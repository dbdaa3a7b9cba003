// Where rows go: standard output, or a file that appears whole or not at all.
//
// Example:
//   auto out = output_file::open("hits.tsv");
//   out->write(line);
//   if (auto done = out->commit(); !done) std::cerr << done.error().to_string();
//
// A file is written under another name beside its own and renamed at commit(); without commit(),
// and when the program is interrupted, it is removed and an older file stays as it was.
// "-", devices and pipes are written directly.
//
// Threads: one thread; one open file at a time (an interrupt must know which one to remove).
#ifndef TRADEWARDEN_CLI_OUTPUT_FILE_HPP
#define TRADEWARDEN_CLI_OUTPUT_FILE_HPP

#include <cstdio>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden::cli {

class output_file {
 public:
  [[nodiscard]] static result<output_file> open(const std::string& path);

  output_file(output_file&& other) noexcept;
  output_file& operator=(output_file&&) = delete;
  output_file(const output_file&) = delete;
  output_file& operator=(const output_file&) = delete;
  ~output_file();

  /// False once writing has failed; commit() then says why.
  bool write(std::string_view bytes);
  bool flush();
  /// Syncs and renames. Error io if anything could not be written.
  [[nodiscard]] result<void> commit();

 private:
  output_file(std::FILE* file, std::string path, std::string temporary)
      : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}

  std::FILE* file_;
  std::string path_;
  std::string temporary_;  // empty if written directly
  int failure_ = 0;        // errno of the first failure
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OUTPUT_FILE_HPP
