#include "lists/csv.hpp"

#include <algorithm>
#include <utility>

namespace tradewarden::lists {
namespace {

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// Lines in a stretch of text: CR, LF and CRLF count once each.
std::uint64_t count_lines(std::string_view s) {
  std::uint64_t n = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\n') {
      ++n;
    } else if (s[i] == '\r' && (i + 1 == s.size() || s[i + 1] != '\n')) {
      ++n;
    }
  }
  return n;
}

}  // namespace

error csv_reader::fail(errc code, std::uint64_t line, std::string message) {
  rest_ = {};
  return error{code, std::move(message), {}, line, {}};
}

void csv_reader::end_line() {
  const bool pair = rest_.size() > 1 && rest_[0] == '\r' && rest_[1] == '\n';
  rest_.remove_prefix(pair ? 2 : 1);
  ++line_;
}

void csv_reader::read_plain(std::string& field) {
  const char separator = options_.separator;
  const auto end = std::find_if(rest_.begin(), rest_.end(), [separator](char c) {
    return c == separator || ends_line(c);
  });
  const auto n = static_cast<std::size_t>(end - rest_.begin());
  field.append(rest_.substr(0, n));
  rest_.remove_prefix(n);
}

// rest_ begins behind the opening quote. False if the quote never closes.
bool csv_reader::read_quoted(std::string& field, csv_record& out) {
  for (;;) {
    const std::size_t quote = rest_.find('"');
    if (quote == std::string_view::npos) return false;
    const std::string_view piece = rest_.substr(0, quote);
    line_ += count_lines(piece);
    field.append(piece);
    rest_.remove_prefix(quote + 1);
    if (!rest_.empty() && rest_.front() == '"') {
      field += '"';
      rest_.remove_prefix(1);
      continue;
    }
    std::size_t after = 0;
    while (after < rest_.size() && rest_[after] == ' ' && options_.separator != ' ') ++after;
    if (after == rest_.size() || rest_[after] == options_.separator || ends_line(rest_[after])) {
      rest_.remove_prefix(after);
      return true;
    }
    // Text behind the closing quote. Strictly the field goes on as plain text up to the
    // separator; lazily the quote was no closing one.
    field += '"';
    if (options_.lazy_quotes) continue;
    out.stray_quote = true;
    read_plain(field);
    return true;
  }
}

result<bool> csv_reader::next(csv_record& out) {
  while (!rest_.empty()) {
    // A blank line is no record.
    std::size_t i = 0;
    while (i < rest_.size() && (rest_[i] == ' ' || (rest_[i] == '\t' && options_.separator != '\t'))) {
      ++i;
    }
    if (i < rest_.size() && !ends_line(rest_[i])) break;
    rest_.remove_prefix(i);
    if (!rest_.empty()) end_line();
  }
  out.line = line_;
  out.stray_quote = false;
  out.ended = true;
  if (rest_.empty()) {
    out.fields.clear();
    return false;
  }
  std::size_t count = 0;
  for (;;) {
    if (count == options_.max_fields) {
      return fail(errc::limit_exceeded, out.line,
                  "a record has more than " + std::to_string(options_.max_fields) + " fields");
    }
    // Fields are reused from record to record, so that their memory is.
    if (count == out.fields.size()) out.fields.emplace_back();
    std::string& field = out.fields[count++];
    field.clear();
    if (!rest_.empty() && rest_.front() == '"') {
      const std::uint64_t opened = line_;
      rest_.remove_prefix(1);
      if (!read_quoted(field, out)) {
        return fail(errc::truncated, opened,
                    "a quoted field that begins here never ends: the file is cut short");
      }
    } else {
      read_plain(field);
    }
    if (field.size() > options_.max_field_bytes) {
      return fail(errc::limit_exceeded, out.line,
                  "a field is longer than " + std::to_string(options_.max_field_bytes) + " bytes");
    }
    if (rest_.empty()) {
      out.ended = false;
      break;
    }
    if (ends_line(rest_.front())) {
      end_line();
      break;
    }
    rest_.remove_prefix(1);  // The separator.
  }
  out.fields.resize(count);
  return true;
}

}  // namespace tradewarden::lists
