// Every row of a table asked, on several threads, without the GIL.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <chrono>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "errors.hpp"
#include "hit_table.hpp"
#include "parts.hpp"
#include "query_fields.hpp"
#include "tradewarden/batch_screening.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

/// Rows that cannot be asked stand beside the queue, so that each takes its place in the output.
struct failed_row {
  std::int64_t row;
  screening_query query;
  error why;
};

class run {
 public:
  run(table_rows& rows, const query_fields& fields, hit_table& out, nb::handle progress)
      : rows_(rows), fields_(fields), out_(out), progress_(progress) {}

  /// The next row that can be asked. What a table throws waits until the threads are done.
  bool next(screening_query& query) {
    try {
      return !thrown_ && find_next(query);
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
  }

  bool take(screening_answer&& answer) {
    const std::int64_t row = asked_.front();
    asked_.pop_front();
    try {
      give_failed(row);
      out_.add(row, answer);
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
    return look_up(row + 1);
  }

  void finish() {
    if (thrown_) std::rethrow_exception(thrown_);
    give_failed(row_ + 1);
    out_.finish();
    last_ = {};
    tell(row_ + 1);
    if (thrown_) std::rethrow_exception(thrown_);
  }
  [[nodiscard]] std::int64_t rows() const { return row_ + 1; }

 private:
  bool find_next(screening_query& query) {
    while (rows_.next()) {
      ++row_;
      query = {};
      std::optional<error> problem = fields_.fill(query, rows_);
      if (!problem) {
        asked_.push_back(row_);
        return true;
      }
      failed_.push_back({row_, std::move(query), std::move(*problem)});
    }
    return false;
  }

  void give_failed(std::int64_t before) {
    while (!failed_.empty() && failed_.front().row < before) {
      out_.add_failed(failed_.front().row, failed_.front().query, failed_.front().why);
      failed_.pop_front();
    }
  }

  /// A few times a second: progress, and whether the user wants to stop.
  bool look_up(std::int64_t done) {
    if (++since_ < 64) return true;
    since_ = 0;
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < std::chrono::milliseconds(100)) return true;
    last_ = now;
    tell(done);
    return !thrown_;
  }

  void tell(std::int64_t done) {
    const nb::gil_scoped_acquire gil;
    try {
      if (PyErr_CheckSignals() != 0) throw nb::python_error();
      if (!progress_.is_none()) progress_(done);
    } catch (...) {
      thrown_ = std::current_exception();
    }
  }

  table_rows& rows_;
  const query_fields& fields_;
  hit_table& out_;
  nb::handle progress_;
  std::int64_t row_ = -1;
  std::deque<std::int64_t> asked_;  ///< Rows in the pipeline.
  std::deque<failed_row> failed_;
  unsigned since_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
  std::exception_ptr thrown_;
};

/// `fields`: pairs of a keyword and a column. Returns the table and how many rows were read.
nb::tuple screen_table(const held_index& idx, nb::object source, nb::list fields, nb::tuple options,
                       std::size_t threads, nb::object progress) {
  const query_fields wanted(fields);
  const screening_options o = options_of(options);
  const std::unique_ptr<table_rows> rows = wanted.rows_of(std::move(source));
  auto out = std::make_unique<hit_table>(wanted.has(query_field::id));
  std::int64_t read = 0;
  {
    const nb::gil_scoped_release free;
    run r(*rows, wanted, *out, progress);
    batch_options batch;
    batch.threads = threads;
    screen_batch(idx.index, o, batch, [&](screening_query& q) { return r.next(q); },
                 [&](screening_answer&& a) { return r.take(std::move(a)); });
    r.finish();
    read = r.rows();
  }
  return nb::make_tuple(std::move(out), read);
}

}  // namespace

void add_screen_table(nb::module_& m) {
  nb::class_<hit_table>(m, "HitTable")
      .def("__len__", &hit_table::rows)
      .def("not_screened", &hit_table::not_screened)
      .def("titles",
           [](const hit_table& t) {
             nb::list out;
             for (const column_title& c : t.titles()) {
               out.append(nb::make_tuple(c.name, c.kind == column_kind::date ? "date" : "plain"));
             }
             return out;
           })
      .def("column", &hit_table::column, nb::arg("position"))
      .def("stream", &hit_table::stream)
      .def("schema", &hit_table::schema);
  m.def("screen_table", &screen_table, nb::arg("index"), nb::arg("source"), nb::arg("fields"),
        nb::arg("options"), nb::arg("threads"), nb::arg("progress").none());
}

}  // namespace tradewarden::python
