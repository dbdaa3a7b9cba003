// Hits as columns: filled row by row, then handed over as an Arrow stream without a copy, or as lists.
//
// Example:
//   hit_table table;
//   table.add(row, answer);
//   nb::object capsule = std::move(table).stream();
//
// Threads: one thread while it is filled; immutable after finish(), and shared by what it hands out.
#ifndef TRADEWARDEN_PYTHON_HIT_TABLE_HPP
#define TRADEWARDEN_PYTHON_HIT_TABLE_HPP

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_abi.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::python {

namespace nb = nanobind;

enum class column_kind : std::uint8_t { text, number32, number64, real, date };

struct column_title {
  const char* name;
  column_kind kind;
  bool nullable;
};

/// A column of one chunk: bytes of its values, offsets of texts, one bit for each row that is set.
struct column_data {
  std::vector<std::uint8_t> valid;
  std::vector<std::int32_t> offsets;
  std::vector<char> bytes;
  std::int64_t nulls = 0;
};

struct table_chunk {
  std::int64_t rows = 0;
  std::vector<column_data> columns;
};

class hit_table {
 public:
  /// With a column query_id if rows have an id.
  explicit hit_table(bool with_id);

  /// A line per hit; none if there is none, but one with the status not_screened if nothing was
  /// screened.
  void add(std::int64_t row, const screening_answer& answer);
  /// A row that could not be asked.
  void add_failed(std::int64_t row, const screening_query& query, const error& why);
  void finish();

  [[nodiscard]] std::int64_t rows() const;
  [[nodiscard]] std::int64_t not_screened() const { return not_screened_; }
  [[nodiscard]] const std::vector<column_title>& titles() const { return titles_; }
  [[nodiscard]] const std::vector<std::shared_ptr<const table_chunk>>& chunks() const {
    return chunks_;
  }

  /// PyCapsules as the Arrow PyCapsule interface names them.
  [[nodiscard]] nb::object stream() const;
  [[nodiscard]] nb::object schema() const;
  /// A list of str, int, float or None. Dates are days since 1970-01-01, without one the least int64.
  [[nodiscard]] nb::list column(std::size_t position) const;

 private:
  void put(std::size_t column, std::string_view text);
  void put_null(std::size_t column);
  template <class T>
  void put_value(std::size_t column, T value);
  void put_date(std::size_t column, const std::optional<day>& d);
  void begin(std::int64_t row, const screening_query& query);
  void end_row();

  std::vector<column_title> titles_;
  bool with_id_;
  std::int64_t not_screened_ = 0;
  std::size_t at_ = 0;  ///< Column to be filled next.
  std::shared_ptr<table_chunk> open_;
  std::vector<std::shared_ptr<const table_chunk>> chunks_;
};

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_HIT_TABLE_HPP
