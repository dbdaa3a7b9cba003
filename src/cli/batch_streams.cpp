#include "cli/batch_streams.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"

namespace tradewarden::cli {
namespace {

error usage(std::string message) { return error{errc::usage, std::move(message), {}, 0, {}}; }

error no_format(const std::string& path) {
  return usage(path == "-" ? "standard input: say --format csv, tsv or jsonl"
                           : path + ": the extension is none of .csv, .tsv, .jsonl: say --format");
}

}  // namespace

result<std::unique_ptr<batch_streams>> batch_streams::open(const batch_request& request,
                                                           std::span<const row_key> keys) {
  std::unique_ptr<batch_streams> out(new batch_streams);
  const std::string output = request.output.empty() ? "-" : request.output;
  const bool from_stdin = request.input == "-";
  std::istream* in = &std::cin;
  out->input_name_ = from_stdin ? "standard input" : request.input;
  if (from_stdin) {
    std::ios::sync_with_stdio(false);  // before the first read; a pipe then gives what it has
  } else {
    out->file_.open(request.input, std::ios::binary);
    std::error_code ignored;
    if (std::filesystem::is_directory(request.input, ignored)) {
      return error{errc::not_found, "a folder, not a file of rows", request.input, 0, {}};
    }
    if (!out->file_.is_open()) {
      return error{errc::not_found, "cannot be opened", request.input, 0, {}};
    }
    if (output != "-" && std::filesystem::equivalent(request.input, output, ignored)) {
      return usage("input and output are the same file: " + output);
    }
    in = &out->file_;
  }

  std::optional<row_format> format = from_stdin ? std::nullopt : format_of_path(request.input);
  if (!format) format = request.format;
  if (!format && from_stdin && std::cin.peek() == '{') format = row_format::jsonl;
  if (!format) return no_format(request.input);
  std::optional<row_format> output_format = output == "-" ? std::nullopt : format_of_path(output);
  if (!output_format) output_format = request.format ? request.format : format;
  out->output_format_ = *output_format;

  auto rows = row_reader::open(*in, *format, keys, out->input_name_);
  if (!rows) return rows.error();
  out->rows_.emplace(std::move(*rows));
  auto file = output_file::open(output);
  if (!file) return file.error();
  out->out_.emplace(std::move(*file));
  out->flush_ = request.flush;
  // Progress would run into the answers if both go to one terminal.
  out->progress_ = progress_line("rows", isatty(2) == 1 && (output != "-" || isatty(1) == 0));
  return out;
}

bool batch_streams::write(std::string_view lines) {
  return out_->write(lines) && (!flush_ || out_->flush());
}

void batch_streams::complain(std::string_view sentence) {
  progress_.clear();
  std::cerr << "tradewarden: " << printable(sentence) << '\n';
}

std::vector<std::string> batch_streams::notes() const {
  std::vector<std::string> out;
  if (!rows_->ignored().empty()) {
    std::string names;
    for (const std::string& name : rows_->ignored()) names += (names.empty() ? "" : ", ") + name;
    out.push_back("note: columns or keys not used: " + names);
  }
  if (const std::uint64_t n = rows_->decoded_rows(); n != 0) {
    out.push_back("note: " + input_name_ + ": " + grouped(n) +
                  (n == 1 ? " row holds" : " rows hold") + " bytes that are not UTF-8, read as " +
                  "Windows-1252; the first on line " + std::to_string(rows_->first_decoded_line()));
  }
  return out;
}

int batch_streams::finish(const batch_counts& counts, std::string_view summary) {
  progress_.clear();
  for (const std::string& note : notes()) complain(note);
  if (rows_->failed()) {
    complain(input_name_ + ": reading broke off after row " + std::to_string(counts.rows));
    return k_refused;
  }
  if (auto done = out_->commit(); !done) {
    complain(done.error().to_string());
    return k_output_failed;
  }
  complain(summary);
  if (counts.damaged != 0) return k_refused;
  return counts.failed + counts.unusable != 0 ? k_rows_failed : k_done;
}

}  // namespace tradewarden::cli
