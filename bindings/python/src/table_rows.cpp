#include "table_rows.hpp"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <utility>

#include "arrow_abi.hpp"
#include "errors.hpp"
#include "tradewarden/day.hpp"

namespace tradewarden::python {
namespace {

constexpr std::int64_t k_day_seconds = 86'400;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

/// How the cells of an Arrow column are laid out.
enum class layout : std::uint8_t {
  null, text32, text64, view, i8, u8, i16, u16, i32, u32, i64, u64, f32, f64, day32, moment,
};

struct column_type {
  layout cells = layout::null;
  std::int64_t per_day = 1;  ///< Of a moment.
};

std::optional<column_type> type_of(const char* format) {
  const std::string_view f = format;
  if (f == "n") return column_type{layout::null};
  if (f == "u") return column_type{layout::text32};
  if (f == "U") return column_type{layout::text64};
  if (f == "vu") return column_type{layout::view};
  if (f == "tdD") return column_type{layout::day32};
  if (f == "tdm") return column_type{layout::moment, k_day_seconds * 1000};
  if (f.starts_with("ts") && f.size() >= 4) {
    const std::int64_t parts = f[2] == 's'   ? 1
                               : f[2] == 'm' ? 1'000
                               : f[2] == 'u' ? 1'000'000
                                             : 1'000'000'000;
    return column_type{layout::moment, k_day_seconds * parts};
  }
  constexpr std::pair<char, layout> k_numbers[] = {
      {'c', layout::i8},  {'C', layout::u8},  {'s', layout::i16}, {'S', layout::u16},
      {'i', layout::i32}, {'I', layout::u32}, {'l', layout::i64}, {'L', layout::u64},
      {'f', layout::f32}, {'g', layout::f64}};
  if (f.size() == 1) {
    for (const auto& [letter, cells] : k_numbers) {
      if (f[0] == letter) return column_type{cells};
    }
  }
  return std::nullopt;
}

bool is_index(layout l) { return l >= layout::i8 && l <= layout::u64; }

bool is_null(const ArrowArray& a, std::int64_t at) {
  if (a.n_buffers == 0 || a.buffers[0] == nullptr || a.null_count == 0) return false;
  const auto* const bits = static_cast<const std::uint8_t*>(a.buffers[0]);
  return (bits[at / 8] >> (at % 8) & 1) == 0;
}

template <class T>
T cell(const ArrowArray& a, std::int64_t at) {
  T out;
  std::memcpy(&out, static_cast<const char*>(a.buffers[1]) + at * static_cast<std::int64_t>(sizeof(T)),
              sizeof out);
  return out;
}

std::int64_t whole_number(const ArrowArray& a, layout cells, std::int64_t at) {
  switch (cells) {
    case layout::i8: return cell<std::int8_t>(a, at);
    case layout::u8: return cell<std::uint8_t>(a, at);
    case layout::i16: return cell<std::int16_t>(a, at);
    case layout::u16: return cell<std::uint16_t>(a, at);
    case layout::i32:
    case layout::day32: return cell<std::int32_t>(a, at);
    case layout::u32: return cell<std::uint32_t>(a, at);
    default: return cell<std::int64_t>(a, at);
  }
}

template <class Offset>
std::string_view text_cell(const ArrowArray& a, std::int64_t at) {
  const auto from = cell<Offset>(a, at);
  const auto until = cell<Offset>(a, at + 1);
  return {static_cast<const char*>(a.buffers[2]) + from, static_cast<std::size_t>(until - from)};
}

/// Up to 12 bytes stand in the view itself, more in the buffer that it names.
std::string_view view_cell(const ArrowArray& a, std::int64_t at) {
  const char* const view = static_cast<const char*>(a.buffers[1]) + at * 16;
  std::int32_t size = 0;
  std::memcpy(&size, view, sizeof size);
  if (size <= 12) return {view + 4, static_cast<std::size_t>(size)};
  std::int32_t place[2];
  std::memcpy(place, view + 8, sizeof place);
  return {static_cast<const char*>(a.buffers[2 + place[0]]) + place[1],
          static_cast<std::size_t>(size)};
}

std::string number_text(double value) {
  char out[40];
  // A column of whole numbers that has gaps is one of floating point in pandas.
  const bool whole = std::nearbyint(value) == value && std::abs(value) < 1e15;
  std::snprintf(out, sizeof out, whole ? "%.0f" : "%.17g", value);
  return out;
}

class stream_rows final : public table_rows {
 public:
  explicit stream_rows(std::vector<std::string> columns)
      : columns_(std::move(columns)), made_(columns_.size()) {
    children_.resize(columns_.size());
  }
  ~stream_rows() override {
    drop();
    if (schema_.release != nullptr) schema_.release(&schema_);
    if (stream_.release != nullptr) stream_.release(&stream_);
  }
  stream_rows(const stream_rows&) = delete;
  stream_rows& operator=(const stream_rows&) = delete;

  void open(ArrowArrayStream* stream) {
    stream_ = *stream;
    stream->release = nullptr;
    ended_ = false;
    if (stream_.get_schema(&stream_, &schema_) != 0) raise_stream("its columns");
    find_columns();
  }
  void open(ArrowSchema* schema, ArrowArray* array) {
    schema_ = *schema;
    schema->release = nullptr;
    batch_ = *array;
    array->release = nullptr;
    find_columns();
  }

  bool next() override {
    ++row_;
    while (batch_.release == nullptr || row_ >= batch_.length) {
      if (ended_) return false;
      drop();
      if (stream_.get_next(&stream_, &batch_) != 0) raise_stream("its rows");
      row_ = 0;
      if (batch_.release == nullptr) {
        ended_ = true;
        return false;
      }
    }
    return true;
  }

  std::optional<std::string_view> text(std::size_t column) override {
    const child& c = children_[column];
    const ArrowArray* a = batch_.children[c.position];
    // The offset of the struct itself comes on top of the child's own.
    if (is_null(batch_, row_ + batch_.offset)) return std::nullopt;
    std::int64_t at = row_ + batch_.offset + a->offset;
    if (is_null(*a, at)) return std::nullopt;
    column_type type = c.type;
    if (c.dictionary) {
      at = whole_number(*a, type.cells, at) + a->dictionary->offset;
      a = a->dictionary;
      if (is_null(*a, at)) return std::nullopt;
      type = *c.dictionary;
    }
    return cell_text(*a, type, at, made_[column]);
  }

 private:
  struct child {
    std::int64_t position = 0;
    column_type type;
    std::optional<column_type> dictionary;
  };

  static std::optional<std::string_view> cell_text(const ArrowArray& a, column_type type,
                                                   std::int64_t at, std::string& made) {
    switch (type.cells) {
      case layout::null: return std::nullopt;
      case layout::text32: return text_cell<std::int32_t>(a, at);
      case layout::text64: return text_cell<std::int64_t>(a, at);
      case layout::view: return view_cell(a, at);
      case layout::u64: made = std::to_string(cell<std::uint64_t>(a, at)); return made;
      case layout::f32:
      case layout::f64: {
        const double value = type.cells == layout::f32
                                 ? static_cast<double>(cell<float>(a, at))
                                 : cell<double>(a, at);
        if (std::isnan(value)) return std::nullopt;
        made = number_text(value);
        return made;
      }
      case layout::day32:
      case layout::moment: {
        const std::int64_t days = floor_div(whole_number(a, type.cells, at), type.per_day);
        made = day::from_days(static_cast<std::int32_t>(days)).to_string();
        return made;
      }
      default: made = std::to_string(whole_number(a, type.cells, at)); return made;
    }
  }

  [[noreturn]] void raise_stream(const char* what) {
    const char* const said = stream_.get_last_error(&stream_);
    raise({errc::io, std::string("the table did not give ") + what + (said != nullptr ? ": " : "") +
                         (said != nullptr ? said : ""), {}, 0, {}});
  }

  void find_columns() {
    if (std::string_view(schema_.format) != "+s") {
      raise_usage("a table is expected, not a single column", "table");
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::int64_t at = 0;
      while (at < schema_.n_children && columns_[i] != schema_.children[at]->name) ++at;
      if (at == schema_.n_children) {
        raise({errc::missing_field, "the table has no such column", {}, 0, columns_[i]});
      }
      const ArrowSchema& s = *schema_.children[at];
      child c{at, {}, std::nullopt};
      const auto type = type_of(s.format);
      if (type) c.type = *type;
      bool good = type.has_value();
      if (s.dictionary != nullptr) {
        c.dictionary = type_of(s.dictionary->format);
        good = good && is_index(type->cells) && c.dictionary.has_value();
      }
      if (!good) {
        raise({errc::bad_value,
               "texts, whole numbers or dates are expected, not Arrow's format '" +
                   std::string(s.dictionary != nullptr ? s.dictionary->format : s.format) + "'",
               {}, 0, columns_[i]});
      }
      children_[i] = c;
    }
  }

  void drop() {
    if (batch_.release != nullptr) batch_.release(&batch_);
    batch_.release = nullptr;
  }

  std::vector<std::string> columns_;
  std::vector<std::string> made_;  ///< Cells that are no texts, by column.
  std::vector<child> children_;
  ArrowArrayStream stream_{};
  ArrowSchema schema_{};
  ArrowArray batch_{};
  bool ended_ = true;  ///< Of a single array, from the start.
  std::int64_t row_ = -1;
};

template <class T>
T* pointer_of(nb::handle capsule, const char* name) {
  auto* const out = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (out == nullptr) throw nb::python_error();
  if (out->release == nullptr) raise_usage("the table's stream was read before", "table");
  return out;
}

class list_rows final : public table_rows {
 public:
  list_rows(nb::list lists, const std::vector<std::string>& columns) : columns_(columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const nb::list values = nb::cast<nb::list>(lists[i]);
      if (i == 0) rows_ = values.size();
      if (values.size() != rows_) raise_usage("the columns have different lengths", columns[i]);
      read(columns_[i], values, columns[i]);
    }
  }
  ~list_rows() override {
    const nb::gil_scoped_acquire gil;
    kept_.clear();
  }
  list_rows(const list_rows&) = delete;
  list_rows& operator=(const list_rows&) = delete;

  bool next() override { return ++row_ < static_cast<std::ptrdiff_t>(rows_); }
  std::optional<std::string_view> text(std::size_t column) override {
    const std::string_view cell = columns_[column][static_cast<std::size_t>(row_)];
    if (cell.data() == nullptr) return std::nullopt;
    return cell;
  }

 private:
  void read(std::vector<std::string_view>& out, const nb::list& values, const std::string& column) {
    out.reserve(values.size());
    kept_.push_back(values);
    for (std::size_t row = 0; row < values.size(); ++row) {
      nb::object value = nb::borrow(values[row]);
      // Each stays alive with the list, unless its text is made here.
      if (!PyUnicode_Check(value.ptr())) {
        value = text_of_other(value, column, row);
        if (!value.is_none()) kept_.push_back(value);
      }
      if (value.is_none()) {
        out.emplace_back();
        continue;
      }
      Py_ssize_t size = 0;
      const char* const data = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
      if (data == nullptr) {
        PyErr_Clear();
        raise({errc::not_text, "row " + std::to_string(row) + " holds text that is not Unicode", {}, 0,
               column});
      }
      out.emplace_back(data, static_cast<std::size_t>(size));
    }
  }

  static nb::object text_of_other(const nb::object& value, const std::string& column,
                                  std::size_t row) {
    if (value.is_none()) return value;
    if (PyFloat_Check(value.ptr())) {
      const double number = PyFloat_AsDouble(value.ptr());
      if (std::isnan(number)) return nb::none();
      return nb::str(number_text(number).c_str());
    }
    if (PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr())) return nb::str(value);
    if (nb::hasattr(value, "isoformat")) {
      // A date, or a moment of which the day is meant.
      return nb::str(nb::object(value.attr("isoformat")()[nb::slice(0, 10)]));
    }
    raise({errc::bad_value,
           "row " + std::to_string(row) + ": texts, whole numbers or dates are expected, not " +
               nb::cast<std::string>(nb::str(value.type().attr("__name__"))),
           {}, 0, column});
  }

  std::vector<std::vector<std::string_view>> columns_;
  std::vector<nb::object> kept_;
  std::size_t rows_ = 0;
  std::ptrdiff_t row_ = -1;
};

}  // namespace

std::unique_ptr<table_rows> rows_of_stream(nb::object capsule, std::vector<std::string> columns) {
  auto out = std::make_unique<stream_rows>(std::move(columns));
  out->open(pointer_of<ArrowArrayStream>(capsule, "arrow_array_stream"));
  return out;
}

std::unique_ptr<table_rows> rows_of_array(nb::tuple capsules, std::vector<std::string> columns) {
  auto out = std::make_unique<stream_rows>(std::move(columns));
  out->open(pointer_of<ArrowSchema>(capsules[0], "arrow_schema"),
            pointer_of<ArrowArray>(capsules[1], "arrow_array"));
  return out;
}

std::unique_ptr<table_rows> rows_of_lists(nb::list lists, std::vector<std::string> columns) {
  return std::make_unique<list_rows>(std::move(lists), columns);
}

}  // namespace tradewarden::python
