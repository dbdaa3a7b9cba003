// Rows of CSV, TSV and JSON Lines: any bytes give rows with growing line numbers and valid UTF-8,
// the same rows when the bytes arrive one by one, and rows that survive being written as CSV.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "cli/row_reader.hpp"
#include "cli/row_writer.hpp"
#include "support/ascii.hpp"
#include "support/utf8_text.hpp"

namespace {

using namespace tradewarden;
using namespace tradewarden::cli;

constexpr row_key k_keys[] = {{"id", true}, {"name", true}, {"country", false}};

void require(bool truth) {
  if (!truth) std::abort();
}

/// A pipe whose writer is slow: one byte at a time.
class slow_buffer : public std::streambuf {
 public:
  explicit slow_buffer(std::string_view text) : text_(text) {}

 private:
  int_type underflow() override {
    if (at_ == text_.size()) return traits_type::eof();
    byte_ = text_[at_++];
    setg(&byte_, &byte_, &byte_ + 1);
    return traits_type::to_int_type(byte_);
  }
  std::string_view text_;
  std::size_t at_ = 0;
  char byte_ = 0;
};

std::vector<input_row> rows_of(std::istream& in, row_format format) {
  std::vector<input_row> out;
  auto reader = row_reader::open(in, format, k_keys, "in");
  if (!reader) return out;
  while (auto row = reader->next()) out.push_back(std::move(*row));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto format = static_cast<row_format>(data[0] % 3);
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  std::istringstream in(text);
  const std::vector<input_row> rows = rows_of(in, format);

  const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  std::uint64_t last = 0;
  for (const input_row& row : rows) {
    require(row.line > last && row.line <= lines);
    last = row.line;
    require(row.values.size() == std::size(k_keys));
    for (const std::string& value : row.values) require(utf8::is_valid(value));
    require(!row.problem || row.problem->line == row.line);
  }

  slow_buffer slowly(text);
  std::istream slow(&slowly);
  const std::vector<input_row> again = rows_of(slow, format);
  require(again.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    require(again[i].values == rows[i].values && again[i].line == rows[i].line);
    require(again[i].problem.has_value() == rows[i].problem.has_value());
  }

  for (const input_row& row : rows) {
    const auto keeps = [](const std::string& v) {
      // Carriage returns are line ends to the reader, an apostrophe disarms formulas.
      return v.find('\r') == std::string::npos && csv_cell(v).find('\'') == v.find('\'');
    };
    const bool blank = std::all_of(row.values.begin(), row.values.end(),
                                   [](const std::string& v) { return ascii::trim(v).empty(); });
    if (row.problem || blank || !std::all_of(row.values.begin(), row.values.end(), keeps)) continue;
    std::istringstream written("id,name,country\n" + delimited_line(row.values, row_format::csv));
    const std::vector<input_row> back = rows_of(written, row_format::csv);
    require(back.size() == 1 && !back[0].problem);
    for (std::size_t k = 0; k < row.values.size(); ++k) {
      require(back[0].values[k] == ascii::trim(row.values[k]));
    }
  }
  return 0;
}
