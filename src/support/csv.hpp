// Reads separated-value text record by record, with the line on which each record begins.
//
// Grammar: RFC 4180 with what real files need beyond it: the separator is any byte; a record ends
// with CR, LF or CRLF, and the last one may lack it; blank lines are passed over; blanks may stand
// between a closing quote and the separator. A quoted field may hold separators and line ends.
//
// Text after a closing quote breaks the grammar. It is kept (the quote too) and the record is
// marked `stray_quote`, so that a reader can report it with its line; with `lazy_quotes` it is
// kept without a mark. A quote that never closes is an error: the file was cut, and what it
// swallowed cannot be told.
//
// Example:
//   csv_reader in{text, {.separator = '\t'}};
//   csv_record row;   // or csv_views, which copies nothing
//   for (;;) {
//     const result<bool> more = in.next(row);
//     if (!more) return more.error();
//     if (!*more) break;
//     use(row.line, row.fields);
//   }
//
// Threads: one reader belongs to one thread. The text must outlive the reader. The fields of a
// csv_record are its own; those of csv_views point into the text or into the reader, until the
// next call.
#ifndef TRADEWARDEN_SUPPORT_CSV_HPP
#define TRADEWARDEN_SUPPORT_CSV_HPP

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"

namespace tradewarden {

struct csv_options {
  char separator = ',';
  bool lazy_quotes = false;
  std::size_t max_field_bytes = 4 << 20;
  std::size_t max_fields = 1024;
};

/// What separates the fields of `text`, as its first line tells: spreadsheets of many countries write
/// ';', some a tab.
[[nodiscard]] char csv_separator(std::string_view text);

/// A record whose fields are copies: they may be changed.
struct csv_record {
  std::uint64_t line = 0;  ///< 1-based, of the record's first byte.
  std::vector<std::string> fields;
  bool stray_quote = false;  ///< A field had text after its closing quote.
  bool ended = true;         ///< False for a last record without a record separator.
};

/// The same record without a copy of any field that the text holds as it is.
struct csv_views {
  std::uint64_t line = 0;
  std::vector<std::string_view> fields;
  bool stray_quote = false;
  bool ended = true;
};

class csv_reader {
 public:
  csv_reader(std::string_view text, csv_options options) : text_(text), options_(options) {}
  csv_reader(const csv_reader&) = delete;
  csv_reader& operator=(const csv_reader&) = delete;

  /// The next record, or false at the end. Errors: truncated (a quote that never closes, with
  /// the line of the quote), limit_exceeded. After an error the reader is at its end.
  [[nodiscard]] result<bool> next(csv_views& out);
  [[nodiscard]] result<bool> next(csv_record& out);

 private:
  [[nodiscard]] std::size_t find_end(std::size_t from);
  [[nodiscard]] bool read_quoted(std::string_view& field, csv_views& out);
  void skip_blank_lines();
  void end_line();
  [[nodiscard]] error fail(errc code, std::uint64_t line, std::string message);

  std::string_view text_;
  csv_options options_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  // Where fields end in 64 bytes of the text: found once, asked for each field.
  std::size_t block_ = static_cast<std::size_t>(-1);
  std::uint64_t ends_ = 0;
  std::deque<std::string> unquoted_;  // fields of this record that are not in the text as they are
  std::size_t unquoted_used_ = 0;
  csv_views views_;  // for the copying form
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_CSV_HPP
