// A CSV file with a header: records read by column name, and what is wrong with their shape.
//
// Example:
//   csv_table table{file, options};
//   if (auto ok = table.read_header(out); !ok) return ok.error();
//   const auto name = table.column("name");
//   while (table.next(...)) use(table.field(name));
//
// Threads: one table belongs to one thread.
#ifndef TRADEWARDEN_LISTS_CSV_TABLE_HPP
#define TRADEWARDEN_LISTS_CSV_TABLE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/csv.hpp"
#include "lists/input_file.hpp"
#include "lists/publication_builder.hpp"

namespace tradewarden::lists {

class csv_table {
 public:
  static constexpr std::size_t k_absent = static_cast<std::size_t>(-1);

  csv_table(const input_file& file, csv_options options)
      : reader_(file.bytes, options), repair_(!file.valid_utf8) {}

  /// Reads the column names (lower case, blanks as '_'). Error missing_field without a header.
  [[nodiscard]] result<void> read_header(publication_builder& out);

  /// For files with a line of their own before the header ("Last Updated,25/01/2024"): its fields. Error
  /// missing_field without one. Call it before read_header().
  [[nodiscard]] result<std::vector<std::string>> read_preamble(publication_builder& out);

  /// Position of the column, or k_absent. Marks it as known.
  [[nodiscard]] std::size_t column(std::string_view name);
  /// The same of a name as a person writes it: case and blanks at the ends do not count.
  [[nodiscard]] std::size_t column_as_listed(std::string_view name);
  /// One warning for each column that nobody asked for.
  void warn_unknown_columns(publication_builder& out) const;

  /// The next record that has something in it; false at the end. Counts the rows; a record that
  /// is empty, or longer than the header, or (unless `short_rows`) shorter, is rejected and
  /// passed over. Error truncated if the file ends within a record.
  [[nodiscard]] result<bool> next(publication_builder& out, bool short_rows);

  /// A field of the current record, in UTF-8; empty if the column is absent.
  [[nodiscard]] std::string_view field(std::size_t column) const {
    return column < record_.fields.size() ? std::string_view{record_.fields[column]}
                                          : std::string_view{};
  }
  [[nodiscard]] std::uint64_t line() const { return record_.line; }

 private:
  csv_reader reader_;
  bool repair_;
  csv_record record_;
  std::vector<std::string> names_;
  std::vector<bool> known_;
  std::uint64_t header_line_ = 1;
};

/// Column names of the first line of `text`, as read_header() gives them; for detection.
[[nodiscard]] std::vector<std::string> header_names(std::string_view text, char separator);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CSV_TABLE_HPP
