#include "cli/row_reader.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "lists/input_file.hpp"
#include "support/ascii.hpp"
#include "support/csv.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_most_ignored = 20;

// One flat JSON object. Values of other keys are skipped, however deep they go; nothing is built
// in memory for them.
class flat_object {
 public:
  using json = nlohmann::json;

  flat_object(std::span<const row_key> keys, std::vector<std::string>& values)
      : keys_(keys), values_(values), seen_(keys.size(), false), current_(keys.size()) {}

  bool null() { return value({}, true); }
  bool boolean(bool) { return scalar_problem("true or false"); }
  bool number_integer(json::number_integer_t n) { return value(std::to_string(n), false); }
  bool number_unsigned(json::number_unsigned_t n) { return value(std::to_string(n), false); }
  bool number_float(json::number_float_t, const std::string& raw) { return value(raw, false); }
  bool string(std::string& text) { return value(std::move(text), false); }
  bool binary(json::binary_t&) { return false; }
  bool start_object(std::size_t) {
    if (depth_ == 0) is_object_ = true;
    return open("an object");
  }
  bool end_object() {
    --depth_;
    return true;
  }
  bool start_array(std::size_t) { return open("an array"); }
  bool end_array() {
    --depth_;
    return true;
  }
  bool key(std::string& name) {
    if (depth_ != 1) return true;
    current_ = keys_.size();
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      if (keys_[k].name != name) continue;
      current_ = k;
      if (seen_[k]) {
        complain(errc::bad_syntax, "the key occurs twice", name);
        return true;
      }
      seen_[k] = true;
    }
    if (current_ == keys_.size()) ignored_.push_back(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    complain(errc::bad_syntax, "not JSON: wrong at byte " + std::to_string(position), {});
    syntax_error_ = true;
    return false;
  }

  [[nodiscard]] bool is_object() const { return is_object_; }
  [[nodiscard]] bool seen(std::size_t k) const { return seen_[k]; }
  [[nodiscard]] bool syntax_error() const { return syntax_error_; }
  [[nodiscard]] const std::optional<error>& problem() const { return problem_; }
  [[nodiscard]] const std::vector<std::string>& ignored() const { return ignored_; }

 private:
  void complain(errc code, std::string message, std::string field) {
    if (problem_ && code != errc::bad_syntax) return;
    problem_ = error{code, std::move(message), {}, 0, std::move(field)};
  }
  bool wanted() const { return depth_ == 1 && current_ < keys_.size(); }
  bool value(std::string text, bool is_null) {
    if (!wanted()) return true;
    if (is_null) {
      seen_[current_] = !keys_[current_].required;  // null is as good as absent
    } else {
      values_[current_] = std::move(text);
    }
    return true;
  }
  bool scalar_problem(const char* what) {
    if (wanted()) {
      complain(errc::bad_value, std::string("text expected, ") + what + " found",
               std::string(keys_[current_].name));
    }
    return true;
  }
  bool open(const char* what) {
    scalar_problem(what);
    ++depth_;
    return true;
  }

  std::span<const row_key> keys_;
  std::vector<std::string>& values_;
  std::vector<bool> seen_;
  std::size_t current_;  // position in keys_; keys_.size() for a key that no one asked for
  std::vector<std::string> ignored_;
  std::size_t depth_ = 0;
  bool is_object_ = false;
  bool syntax_error_ = false;
  std::optional<error> problem_;
};

bool has_nul(std::string_view s) { return s.find('\0') != std::string_view::npos; }

constexpr std::string_view k_missing_column_hint = " (the first line must name the columns)";

}  // namespace

std::optional<row_format> format_of_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string extension = ascii::lower(path.substr(dot + 1));
  return extension == "ndjson" ? row_format::jsonl : parse_row_format(extension);
}

std::optional<row_format> parse_row_format(std::string_view name) {
  if (name == "csv") return row_format::csv;
  if (name == "tsv") return row_format::tsv;
  if (name == "jsonl") return row_format::jsonl;
  return std::nullopt;
}

row_reader::row_reader(std::istream& in, row_format format, std::span<const row_key> keys,
                       std::string file)
    : format_(format), keys_(keys.begin(), keys.end()), file_(std::move(file)),
      lines_(std::make_unique<line_stream>(in)) {
  if (format == row_format::tsv) records_ = std::make_unique<delimited_stream>(*lines_, '\t');
  if (format == row_format::csv) {
    std::vector<line_stream::line> top;
    char separator = ',';
    while (auto line = lines_->next()) {
      top.push_back(std::move(*line));
      if (ascii::trim(top.back().text).empty()) continue;
      separator = csv_separator(top.back().text);
      break;
    }
    lines_->unread(std::move(top));
    records_ = std::make_unique<delimited_stream>(*lines_, separator);
  }
}

result<row_reader> row_reader::open(std::istream& in, row_format format,
                                    std::span<const row_key> keys, std::string file) {
  row_reader out(in, format, keys, std::move(file));
  if (format != row_format::jsonl) {
    if (auto problem = out.read_header()) return *problem;
    return out;
  }
  const int first = in.peek();
  if (first == std::istream::traits_type::eof()) {
    if (out.failed()) return out.problem_at(errc::io, "cannot be read", 0);
    return out.problem_at(errc::empty_input, "empty: not one byte, so no row was read", 0);
  }
  if (first == 0xFF || first == 0xFE) {
    return out.problem_at(errc::not_text, "UTF-16: save the file as UTF-8", 1);
  }
  return out;
}

error row_reader::problem_at(errc code, std::string message, std::uint64_t line,
                             std::string field) const {
  return error{code, std::move(message), file_, line, std::move(field)};
}

void row_reader::ignore(std::string_view key) {
  if (ignored_.size() >= k_most_ignored) return;
  if (std::find(ignored_.begin(), ignored_.end(), key) == ignored_.end())
    ignored_.emplace_back(key);
}

template <class Seen>
bool row_reader::is_given(std::size_t key, const Seen& seen) const {
  if (seen(key)) return true;
  for (const std::string_view other : ascii::split(keys_[key].instead, " ")) {
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      if (keys_[k].name == other && seen(k)) return true;
    }
  }
  return false;
}

std::optional<error> row_reader::read_header() {
  const auto header = records_->next();
  if (failed()) return problem_at(errc::io, "cannot be read", 0);
  if (!header) {
    return problem_at(errc::empty_input, "no header: the first line must name the columns", 0);
  }
  if (header->problem) {
    error e = *header->problem;
    e.file = file_;
    return e;
  }
  const std::string& first = header->fields.front();
  if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF")) {
    return problem_at(errc::not_text, "UTF-16: save the file as UTF-8", header->line);
  }
  for (const std::string& title : header->fields) {
    if (has_nul(title)) return problem_at(errc::not_text, "binary data, not a table", header->line);
  }
  for (const std::string& title : header->fields) {
    const std::string key = ascii::lower(ascii::trim(title));
    const auto known =
        std::find_if(keys_.begin(), keys_.end(), [&](const row_key& k) { return k.name == key; });
    if (known == keys_.end()) {
      unnamed_.resize(column_key_.size() + 1);
      // To the left of all that is used nothing can have shifted: the row numbers of some tools.
      unnamed_.back() =
          key.empty() && std::any_of(column_key_.begin(), column_key_.end(),
                                     [](const auto& k) { return k.has_value(); });
      column_key_.emplace_back(std::nullopt);
      bool decoded = false;
      if (!key.empty()) ignore(lists::to_utf8(ascii::trim(title), &decoded));
      continue;
    }
    const auto at = static_cast<std::size_t>(known - keys_.begin());
    if (std::find(column_key_.begin(), column_key_.end(), at) != column_key_.end()) {
      return problem_at(errc::bad_syntax, "the column occurs twice", header->line, key);
    }
    column_key_.emplace_back(at);
  }
  const auto seen = [&](std::size_t k) {
    return std::find(column_key_.begin(), column_key_.end(), k) != column_key_.end();
  };
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    if (!keys_[k].required || is_given(k, seen)) continue;
    return problem_at(errc::missing_field, "no such column" + std::string(k_missing_column_hint),
                      header->line, std::string(keys_[k].name));
  }
  return std::nullopt;
}

std::optional<input_row> row_reader::next() {
  auto row = format_ == row_format::jsonl ? next_json() : next_delimited();
  if (!row) return row;
  for (std::size_t k = 0; k < row->values.size(); ++k) {
    std::string& value = row->values[k];
    if (!utf8::is_valid(value)) {
      value = lists::to_utf8(value, &row->decoded);
    }
    if (!row->problem && has_nul(value)) {
      row->problem = problem_at(errc::not_text, "binary data (a zero byte), not text", row->line,
                                std::string(keys_[k].name));
    }
  }
  if (row->decoded && decoded_rows_++ == 0) first_decoded_line_ = row->line;
  return row;
}

std::optional<input_row> row_reader::next_delimited() {
  auto record = records_->next();
  if (!record) return std::nullopt;
  input_row row;
  row.line = record->line;
  row.values.resize(keys_.size());
  const std::size_t cells = std::min(record->fields.size(), column_key_.size());
  for (std::size_t c = 0; c < cells; ++c) {
    if (column_key_[c]) row.values[*column_key_[c]] = std::string(ascii::trim(record->fields[c]));
  }
  if (record->problem) {
    row.problem = std::move(record->problem);
    row.problem->file = file_;
    return row;
  }
  if (record->fields.size() > column_key_.size()) {
    // A name with a comma and no quotes would otherwise be screened cut short. Empty cells beyond
    // the header do not tell it from a row that is whole: the shift may have used up filled ones.
    row.problem = problem_at(errc::bad_syntax,
                             "the row has " + std::to_string(record->fields.size()) +
                                 " cells, the header " + std::to_string(column_key_.size()) +
                                 ": put quotes round a cell that holds a separator, or name the "
                                 "columns beyond in the header",
                             row.line);
    return row;
  }
  for (std::size_t c = 0; c < cells && c < unnamed_.size(); ++c) {
    if (!unnamed_[c] || ascii::trim(record->fields[c]).empty()) continue;
    row.problem = problem_at(errc::bad_syntax,
                             "cell " + std::to_string(c + 1) +
                                 " is filled, and its column has no name in the header: is a "
                                 "separator inside a cell without quotes?",
                             row.line);
    return row;
  }
  for (std::size_t c = record->fields.size(); c < column_key_.size(); ++c) {
    if (!column_key_[c] || !keys_[*column_key_[c]].required) continue;
    row.problem = problem_at(errc::missing_field, "the row ends before this column", row.line,
                             std::string(keys_[*column_key_[c]].name));
    return row;
  }
  return row;
}

std::optional<input_row> row_reader::next_json() {
  while (auto line = lines_->next()) {
    if (ascii::trim(line->text).empty()) continue;
    input_row row;
    row.line = line->number;
    row.values.resize(keys_.size());
    if (line->too_long) {
      row.problem = problem_at(errc::limit_exceeded, "the line is longer than 1 MiB", row.line);
      return row;
    }
    if (!utf8::is_valid(line->text)) {
      line->text = lists::to_utf8(line->text, &row.decoded);
    }
    flat_object object(keys_, row.values);
    const bool ok = nlohmann::json::sax_parse(line->text, &object);
    for (const std::string& key : object.ignored()) ignore(key);
    if (object.problem()) {
      const error& e = *object.problem();
      row.problem = problem_at(e.code, e.message, row.line, e.field);
    } else if (!ok || !object.is_object()) {
      row.problem = problem_at(errc::bad_syntax, "not a JSON object", row.line);
    }
    for (std::size_t k = 0; k < keys_.size() && !row.problem; ++k) {
      if (!keys_[k].required || is_given(k, [&](std::size_t i) { return object.seen(i); })) continue;
      row.problem = problem_at(errc::missing_field, "no such key, or null", row.line,
                               std::string(keys_[k].name));
    }
    return row;
  }
  return std::nullopt;
}

}  // namespace tradewarden::cli
