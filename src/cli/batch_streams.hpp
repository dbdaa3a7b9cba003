// The two ends of a batch: rows in, lines out, complaints and counts to standard error.
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_BATCH_STREAMS_HPP
#define TRADEWARDEN_CLI_BATCH_STREAMS_HPP

#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/row_reader.hpp"

namespace tradewarden::cli {

struct batch_request {
  std::string input;
  std::string output;                ///< Empty means "-".
  std::optional<row_format> format;  ///< Of "-" and of paths whose extension says nothing.
  bool flush = false;                ///< Answer each row before the next is read.
  std::size_t threads = 1;
};

/// Counts that the summary and the exit code need.
struct batch_counts {
  std::uint64_t rows = 0;
  std::uint64_t failed = 0;
  std::uint64_t damaged = 0;  ///< Of the failed: the index proved damaged.
  std::uint64_t with_hits = 0;
  std::uint64_t hits = 0;
  std::uint64_t owned = 0;         ///< Of the hits: by ownership.
  std::uint64_t set_aside = 0;     ///< Hits that a decision sets aside; not among `hits`.
  std::uint64_t dropped = 0;       ///< Hits left out because a fact contradicts them.
  std::uint64_t unusable = 0;      ///< Rows screened without a value that cannot be used.
  std::uint64_t with_facts = 0;    ///< Rows with a fact that a contradiction could come of.
  std::uint64_t notes_unseen = 0;  ///< Rows without hits whose notes a table has no place for.
};

class batch_streams {
 public:
  /// Error usage if a format is neither given nor to be guessed, or if input and output are one
  /// file; else what opening said. Nothing is written yet.
  [[nodiscard]] static result<std::unique_ptr<batch_streams>> open(const batch_request& request,
                                                                   std::span<const row_key> keys);

  [[nodiscard]] row_reader& rows() { return *rows_; }
  [[nodiscard]] row_format output_format() const { return output_format_; }
  [[nodiscard]] const std::string& input_name() const { return input_name_; }

  /// Writes lines, and flushes if so asked; false once writing has failed.
  bool write(std::string_view lines);
  /// A sentence to standard error.
  void complain(std::string_view sentence);
  /// Shows the count on a terminal, a few times a second at most.
  void progress(std::uint64_t rows) { progress_.show(rows); }
  /// What is to be said of the rows read so far: columns that are not used, bytes that are not UTF-8.
  [[nodiscard]] std::vector<std::string> notes() const;
  /// Commits the output and prints notes and summary. Returns k_done, k_rows_failed, k_refused or
  /// k_output_failed.
  [[nodiscard]] int finish(const batch_counts& counts, std::string_view summary);

 private:
  batch_streams() = default;

  std::ifstream file_;
  std::string input_name_;
  std::optional<row_reader> rows_;
  std::optional<output_file> out_;
  row_format output_format_ = row_format::tsv;
  bool flush_ = false;
  progress_line progress_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_BATCH_STREAMS_HPP
