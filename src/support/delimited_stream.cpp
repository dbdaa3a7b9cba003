#include "support/delimited_stream.hpp"

#include <iterator>
#include <streambuf>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden {
namespace {

error record_error(errc code, std::string message, std::uint64_t line) {
  return error{code, std::move(message), {}, line, {}};
}

/// The inner text if the whole cell stands in quotes with the inner ones doubled.
std::optional<std::string> unquoted(std::string_view cell) {
  if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return std::nullopt;
  const std::string_view inner = cell.substr(1, cell.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    out += inner[i];
    if (inner[i] != '"') continue;
    if (++i == inner.size() || inner[i] != '"') return std::nullopt;
  }
  return out;
}

}  // namespace

std::optional<line_stream::line> line_stream::next() {
  if (!pending_.empty()) {
    line out = std::move(pending_.front());
    pending_.pop_front();
    return out;
  }
  if (!in_.good()) return std::nullopt;
  line out;
  std::streambuf& buffer = *in_.rdbuf();
  bool any = false;
  // Byte by byte from the stream's buffer: getline() has no limit, and read() waits for more.
  while (true) {
    int c = std::char_traits<char>::eof();
    try {
      c = buffer.sbumpc();
    } catch (...) {  // libstdc++ reports a failing read() (a folder, a broken disk) by exception
      failed_ = true;
    }
    if (c == std::char_traits<char>::eof()) {
      in_.setstate(std::ios::eofbit);
      break;
    }
    any = true;
    if (c == '\n') break;
    if (out.text.size() < max_bytes_) {
      out.text += static_cast<char>(c);
    } else {
      out.too_long = true;
    }
  }
  if (!any) return std::nullopt;
  out.number = ++count_;
  if (!out.text.empty() && out.text.back() == '\r') out.text.pop_back();
  if (out.number == 1 && out.text.starts_with("\xEF\xBB\xBF")) out.text.erase(0, 3);
  return out;
}

void line_stream::unread(std::vector<line> lines) {
  pending_.insert(pending_.begin(), std::make_move_iterator(lines.begin()),
                  std::make_move_iterator(lines.end()));
}

std::optional<delimited_record> delimited_stream::next() {
  while (auto line = lines_.next()) {
    if (line->too_long) {
      delimited_record out;
      out.line = line->number;
      out.problem =
          record_error(errc::limit_exceeded, "the line is longer than 1 MiB", line->number);
      return out;
    }
    // A line of blanks and separators only is what a spreadsheet leaves behind an empty row.
    bool blank = true;
    for (const char c : line->text) blank = blank && (ascii::is_space(c) || c == separator_);
    if (blank) continue;
    return separator_ == '\t' ? read_tsv(*line) : read_csv(std::move(*line));
  }
  return std::nullopt;
}

delimited_record delimited_stream::read_tsv(const line_stream::line& only) const {
  delimited_record out;
  out.line = only.number;
  std::string_view rest = only.text;
  while (true) {
    const std::size_t end = rest.find(separator_);
    const std::string_view cell = rest.substr(0, end);
    if (auto inner = unquoted(cell)) {
      out.fields.push_back(std::move(*inner));
    } else {
      out.fields.emplace_back(cell);
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return out;
}

delimited_record delimited_stream::read_csv(line_stream::line first) {
  delimited_record out;
  out.line = first.number;
  enum class where { cell_start, plain, quoted, after_quote } state = where::cell_start;
  std::string cell;
  std::size_t total = 0;
  std::vector<line_stream::line> further;  // lines taken after the first, to be given back
  std::string text = std::move(first.text);
  const auto give_up = [&](errc code, std::string message) {
    out.problem = record_error(code, std::move(message), out.line);
    lines_.unread(std::move(further));
  };
  while (true) {
    total += text.size() + 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (state == where::quoted) {
        if (c != '"') {
          cell += c;
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
          cell += c;
          ++i;
        } else {
          state = where::after_quote;
        }
      } else if (c == separator_) {
        out.fields.push_back(std::exchange(cell, {}));
        state = where::cell_start;
      } else if (state == where::cell_start && c == '"') {
        state = where::quoted;
      } else if (state == where::after_quote) {
        if (ascii::is_space(c)) continue;
        give_up(errc::bad_syntax, "text after a closing quote");
        return out;
      } else {
        cell += c;
        state = where::plain;
      }
    }
    if (state != where::quoted) {
      out.fields.push_back(std::move(cell));
      return out;
    }
    if (total > max_record_bytes_) {
      give_up(errc::limit_exceeded, "a quote opens here and does not close within 1 MiB");
      return out;
    }
    auto line = lines_.next();
    if (!line) {
      give_up(errc::truncated, "a quote opens here and never closes");
      return out;
    }
    const bool too_long = line->too_long;
    text = line->text;
    further.push_back(std::move(*line));
    if (too_long) {
      give_up(errc::limit_exceeded, "a quote opens here and does not close within 1 MiB");
      return out;
    }
    cell += '\n';
  }
}

}  // namespace tradewarden
