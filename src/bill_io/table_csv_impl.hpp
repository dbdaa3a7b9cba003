// The body of read_table_csv, for those who bring rows and a sink of their own.
//
// Example:
//   template <> ... columns_of(const edge_row&) ...
//   read_rows_csv<edge_row>(file, to);   // `to` is a table_sink with row(const edge_row&, line)
//
// Threads: one thread per sink.
#ifndef TRADEWARDEN_BILL_IO_TABLE_CSV_IMPL_HPP
#define TRADEWARDEN_BILL_IO_TABLE_CSV_IMPL_HPP

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bill_io/header.hpp"
#include "bill_io/table_sink.hpp"
#include "lists/input_file.hpp"
#include "support/ascii.hpp"
#include "support/csv.hpp"

namespace tradewarden::bill_io {

[[nodiscard]] inline bool is_blank(std::span<const std::string_view> fields) {
  return std::all_of(fields.begin(), fields.end(),
                     [](std::string_view f) { return ascii::trim(f).empty(); });
}

template <class Row, class Sink>
void read_rows_csv(const lists::input_file& file, Sink& out) {
  csv_reader in{file.bytes, {.separator = csv_separator(file.bytes), .max_fields = 256}};
  csv_views record;
  auto more = in.next(record);
  if (!more || !*more) {
    out.unread();
    if (!more) return out.problem(more.error());
    return out.problem(errc::empty_input, 1, {}, "the file has no header line");
  }

  Row row;
  const auto columns = columns_of(row);
  std::vector<std::string> names;
  for (const std::string_view f : record.fields) names.push_back(column_name(f));
  std::vector<std::string_view> known;
  std::array<bool, 16> required{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    known.push_back(columns[i].name);
    required[i] = columns[i].required;
  }
  const std::uint64_t before = out.problems();
  const auto where = match_columns(names, known, std::span(required).first(columns.size()),
                                   record.line, out);
  // Without its columns every row would be a problem of its own.
  if (out.problems() != before) return out.unread();
  struct cell {
    std::size_t from;
    std::string_view Row::*to;
  };
  std::vector<cell> cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (where[i] != k_no_column) cells.push_back({where[i], columns[i].field});
  }

  std::vector<std::string> repaired;
  bool told = false;
  const std::size_t want = names.size();
  for (;;) {
    more = in.next(record);
    if (!more) return out.problem(more.error());
    if (!*more) return;
    auto& fields = record.fields;
    if (fields.size() != want) {
      if (is_blank(fields)) continue;
      const bool harmless =
          fields.size() > want && is_blank(std::span(fields).subspan(want));
      if (!harmless) {
        out.read();
        out.rejected();
        out.problem(fields.size() < want && !record.ended ? errc::truncated : errc::bad_syntax,
                    record.line, {},
                    std::to_string(fields.size()) + " cells where the header has " +
                        std::to_string(want) +
                        (fields.size() > want ? ": a cell with a comma needs quotes round it" : ""));
        continue;
      }
    }
    if (!file.valid_utf8) {
      bool changed = false;
      repaired.resize(fields.size());
      for (std::size_t i = 0; i < fields.size(); ++i) {
        repaired[i] = lists::to_utf8(fields[i], &changed);
        fields[i] = repaired[i];
      }
      if (changed && !told) {
        told = true;
        out.note("bytes that are not UTF-8 are read as Windows-1252, here and below", record.line);
      }
    }
    for (const cell& c : cells) row.*c.to = fields[c.from];
    // A line of nothing but separators is what a spreadsheet leaves behind an empty row.
    if ((row.*cells.front().to).empty() && is_blank(fields)) continue;
    out.read();
    if (record.stray_quote) {
      out.rejected();
      out.problem(errc::bad_syntax, record.line, {},
                  "text follows a closing quote: a quote inside a cell is written twice");
      continue;
    }
    out.row(row, record.line);
  }
}

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_TABLE_CSV_IMPL_HPP
