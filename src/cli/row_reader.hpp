// Rows of names to screen or to compare, from CSV, TSV or JSON Lines, one at a time.
//
// Example:
//   const row_key keys[] = {{"id", true}, {"name", true}, {"country", false}};
//   auto rows = row_reader::open(std::cin, row_format::tsv, keys, "queries.tsv");
//   while (auto row = rows->next())
//     if (!row->problem) use(row->values[1]);
//
// Nothing is read ahead of the row that is returned, and one row is held at a time.
// A row that cannot be read carries its problem with file, line and field; the next one follows.
//
// Threads: one thread per reader.
#ifndef TRADEWARDEN_CLI_ROW_READER_HPP
#define TRADEWARDEN_CLI_ROW_READER_HPP

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/delimited_stream.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::cli {

enum class row_format : std::uint8_t { csv, tsv, jsonl };

/// By extension: .csv, .tsv, .jsonl (also .ndjson), in any case.
[[nodiscard]] std::optional<row_format> format_of_path(std::string_view path);
/// "csv", "tsv" or "jsonl".
[[nodiscard]] std::optional<row_format> parse_row_format(std::string_view name);

struct row_key {
  std::string_view name;
  bool required = false;  ///< The column or key must be there; what it may hold, the caller says.
  std::string_view instead{};  ///< Keys with blanks between them, of which one will do as well.
};

struct input_row {
  std::uint64_t line = 0;
  std::vector<std::string> values;  ///< By position in the keys; empty if absent.
  bool decoded = false;             ///< Held bytes that are not UTF-8, taken as Windows-1252.
  std::optional<error> problem;     ///< `values` then hold what could be read, perhaps the id.
};

class row_reader {
 public:
  /// Reads the header of CSV and TSV; that of a CSV tells whether ',', ';' or a tab separates.
  /// Errors: empty_input (not one byte, in any format; no header),
  /// not_text (UTF-16, binary), missing_field (a required column), bad_syntax (a column twice).
  [[nodiscard]] static result<row_reader> open(std::istream& in, row_format format,
                                               std::span<const row_key> keys, std::string file);

  /// The next row that is not blank, or nothing at the end.
  [[nodiscard]] std::optional<input_row> next();

  /// Columns or keys met so far that no one asked for, at most 20, in order of appearance.
  [[nodiscard]] const std::vector<std::string>& ignored() const { return ignored_; }
  /// Rows so far with bytes that are not UTF-8, and the line of the first of them.
  [[nodiscard]] std::uint64_t decoded_rows() const { return decoded_rows_; }
  [[nodiscard]] std::uint64_t first_decoded_line() const { return first_decoded_line_; }
  /// True if reading broke off (a disk error), as opposed to having come to the end.
  [[nodiscard]] bool failed() const { return lines_->failed(); }

 private:
  row_reader(std::istream& in, row_format format, std::span<const row_key> keys, std::string file);

  std::optional<error> read_header();
  std::optional<input_row> next_delimited();
  std::optional<input_row> next_json();
  void ignore(std::string_view key);
  /// Whether a required key is there, or one that does as well.
  template <class Seen>
  [[nodiscard]] bool is_given(std::size_t key, const Seen& seen) const;
  [[nodiscard]] error problem_at(errc code, std::string message, std::uint64_t line,
                                 std::string field = {}) const;

  row_format format_;
  std::vector<row_key> keys_;
  std::string file_;
  std::unique_ptr<line_stream> lines_;  // on the heap: records_ refers to it when this moves
  std::unique_ptr<delimited_stream> records_;
  std::vector<std::optional<std::size_t>> column_key_;  // per column of the file
  std::vector<bool> unnamed_;  // by column: without a name, right of one that is used
  std::vector<std::string> ignored_;
  std::uint64_t decoded_rows_ = 0;
  std::uint64_t first_decoded_line_ = 0;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ROW_READER_HPP
