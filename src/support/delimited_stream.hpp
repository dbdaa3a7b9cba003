// Records of a CSV or TSV stream, one at a time, in bounded memory.
//
// Example:
//   line_stream lines(std::cin);
//   delimited_stream records(lines, ',');
//   while (auto r = records.next()) use(r->line, r->fields);
//
// A record is read as soon as its last line has arrived: nothing is read ahead, so that another
// program may write a line, read its answer and only then write the next.
//
// CSV: a cell that begins with a quote ends at its closing quote, may hold line ends, and doubles
// inner quotes (RFC 4180). A quote elsewhere is a plain character. A record with a stray quote is
// reported, and reading goes on at the line after the one on which the record began.
// TSV: a record is one line. A cell wholly in quotes is unquoted (spreadsheets write it so);
// any other quote is a plain character.
//
// Threads: one thread per stream.
#ifndef TRADEWARDEN_SUPPORT_DELIMITED_STREAM_HPP
#define TRADEWARDEN_SUPPORT_DELIMITED_STREAM_HPP

#include <cstddef>
#include <cstdint>
#include <deque>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/error.hpp"

namespace tradewarden {

/// Lines of a stream without their ends (LF or CRLF); a UTF-8 byte order
/// mark at the very beginning is dropped.
class line_stream {
 public:
  struct line {
    std::uint64_t number = 0;  ///< From 1.
    std::string text;
    bool too_long = false;  ///< The text is cut; the rest of the line was skipped.
  };

  explicit line_stream(std::istream& in, std::size_t max_bytes = std::size_t{1} << 20)
      : in_(in), max_bytes_(max_bytes) {}

  /// The next line, or nothing at the end.
  [[nodiscard]] std::optional<line> next();
  /// Gives lines back, the first in front; next() returns them again.
  void unread(std::vector<line> lines);
  /// True once the stream itself failed (not merely ended).
  [[nodiscard]] bool failed() const { return failed_ || in_.bad(); }

 private:
  std::istream& in_;
  std::size_t max_bytes_;
  std::uint64_t count_ = 0;
  bool failed_ = false;
  std::deque<line> pending_;
};

struct delimited_record {
  std::uint64_t line = 0;  ///< On which the record begins.
  std::vector<std::string> fields;
  std::optional<error> problem;  ///< The record cannot be read; `fields` then mean nothing.
};

class delimited_stream {
 public:
  delimited_stream(line_stream& lines, char separator,
                   std::size_t max_record_bytes = std::size_t{1} << 20)
      : lines_(lines), separator_(separator), max_record_bytes_(max_record_bytes) {}

  /// The next record that is not a blank line, or nothing at the end.
  [[nodiscard]] std::optional<delimited_record> next();

 private:
  delimited_record read_csv(line_stream::line first);
  delimited_record read_tsv(const line_stream::line& only) const;

  line_stream& lines_;
  char separator_;
  std::size_t max_record_bytes_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_DELIMITED_STREAM_HPP
