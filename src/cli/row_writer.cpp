#include "cli/row_writer.hpp"

namespace tradewarden::cli {

std::string csv_cell(std::string_view text) {
  std::string out(text);
  if (!out.empty() && std::string_view("=+-@\t\r\n").find(out.front()) != std::string_view::npos) {
    out.insert(out.begin(), '\'');
  }
  const bool quote = out.find_first_of(",\";\t\r\n") != std::string::npos ||
                     (!out.empty() && (out.front() == ' ' || out.back() == ' '));
  if (!quote) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string tsv_cell(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return out;
}

std::string delimited_line(std::span<const std::string> cells, row_format format) {
  std::string out;
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out += format == row_format::csv ? ',' : '\t';
    first = false;
    out += format == row_format::csv ? csv_cell(cell) : tsv_cell(cell);
  }
  return out + '\n';
}

}  // namespace tradewarden::cli
