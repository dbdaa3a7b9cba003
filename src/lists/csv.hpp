// Reads separated-value text record by record, with the line on which each record begins.
//
// Grammar: RFC 4180 with what list files need beyond it: the separator is any byte; a record ends
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
//   csv_record row;
//   for (;;) {
//     const result<bool> more = in.next(row);
//     if (!more) return more.error();
//     if (!*more) break;
//     use(row.line, row.fields);
//   }
//
// Threads: one reader belongs to one thread. The text must outlive the reader; a record's fields
// are its own and are overwritten by the next call.
#ifndef TRADEWARDEN_LISTS_CSV_HPP
#define TRADEWARDEN_LISTS_CSV_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"

namespace tradewarden::lists {

struct csv_options {
  char separator = ',';
  bool lazy_quotes = false;
  std::size_t max_field_bytes = 4 << 20;
  std::size_t max_fields = 1024;
};

struct csv_record {
  std::uint64_t line = 0;  ///< 1-based, of the record's first byte.
  std::vector<std::string> fields;
  bool stray_quote = false;  ///< A field had text after its closing quote.
  bool ended = true;         ///< False for a last record without a record separator.
};

class csv_reader {
 public:
  csv_reader(std::string_view text, csv_options options) : rest_(text), options_(options) {}

  /// The next record, or false at the end. Errors: truncated (a quote that never closes, with
  /// the line of the quote), limit_exceeded. After an error the reader is at its end.
  [[nodiscard]] result<bool> next(csv_record& out);

 private:
  [[nodiscard]] bool read_quoted(std::string& field, csv_record& out);
  void read_plain(std::string& field);
  void end_line();
  [[nodiscard]] error fail(errc code, std::uint64_t line, std::string message);

  std::string_view rest_;
  csv_options options_;
  std::uint64_t line_ = 1;
};

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CSV_HPP
