// A table of customers screened again, as far as something has changed.
#include "tradewarden/rescreening.hpp"

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <exception>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "errors.hpp"
#include "parts.hpp"
#include "query_fields.hpp"
#include "support/ascii.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

/// Rows as customers. One that cannot be read would be taken for one that is gone: it ends the run.
class customers {
 public:
  customers(const query_fields& fields, table_rows& rows) : fields_(fields), rows_(rows) {}

  bool next(screening_query& q) {
    if (read(q)) return true;
    if (!fault_ && count_ != 0) return false;
    // The run must not take what was read so far for the whole: an empty id ends it with an error.
    q = {};
    return true;
  }

  /// What ended the run; raises it.
  void finish() const {
    if (fault_) std::rethrow_exception(fault_);
    if (count_ == 0) {
      raise({errc::empty_input, "there is no customer: nothing was screened, and nothing kept", {}, 0, "customers"});
    }
  }
  [[nodiscard]] std::uint64_t unscreened() const { return unscreened_; }
  [[nodiscard]] std::uint64_t unusable() const { return unusable_; }

 private:
  bool read(screening_query& q) {
    try {
      if (!rows_.next()) return false;
      if (auto problem = fields_.fill(q, rows_)) {
        problem->message = "row " + std::to_string(count_) + ": " + problem->message +
                           "; nothing was kept: a customer that cannot be read would be taken for one that is gone";
        raise(std::move(*problem));
      }
    } catch (...) {
      fault_ = std::current_exception();
      return false;
    }
    ++count_;
    unusable_ += unusable_facts(q).empty() ? 0 : 1;
    unscreened_ += holds_nothing(q) ? 1 : 0;
    return true;
  }

  /// Any index can tell; where a plain letter or digit stands it need not be asked.
  static bool holds_nothing(const screening_query& q) {
    if (std::any_of(q.name.begin(), q.name.end(), [](char c) { return ascii::is_digit(c) || ascii::is_alpha(c); })) {
      return false;
    }
    return !was_screened(screen(party_index::sample(), q).problem);
  }

  const query_fields& fields_;
  table_rows& rows_;
  std::exception_ptr fault_;
  std::uint64_t count_ = 0;
  std::uint64_t unusable_ = 0;
  std::uint64_t unscreened_ = 0;
};

nb::list lines_of(const std::vector<alert>& all) {
  nb::list out;
  for (const alert& a : all) out.append(to_str(to_json(a)));
  return out;
}

/// (alerts, closed ones, figures): JSON texts, and a dict.
nb::tuple rescreen_table(const std::string& store, const std::string& portfolio, const held_index& idx,
                         nb::object source, nb::list fields, nb::tuple options, std::size_t threads, bool full,
                         nb::handle max_shrink) {
  const query_fields wanted(fields);
  rescreen_settings settings;
  settings.options = options_of(options);
  settings.threads = threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  settings.full = full;
  settings.most_shrink = share_of(max_shrink, settings.most_shrink, "max_shrink");
  const std::unique_ptr<table_rows> rows = wanted.rows_of(std::move(source));
  customers all(wanted, *rows);
  rescreen_outcome done;
  {
    const nb::gil_scoped_release free;
    auto outcome = rescreen(store, portfolio, idx.index, settings, [&](screening_query& q) { return all.next(q); });
    all.finish();
    done = take(std::move(outcome));
  }
  nb::dict figures;
  figures["full_because"] = done.full_because.empty() ? nb::object(nb::none()) : to_str(done.full_because);
  figures["customers"] = done.customers;
  figures["customers_changed"] = done.customers_changed;
  figures["customers_gone"] = done.customers_gone;
  figures["entries"] = done.entries;
  figures["entries_changed"] = done.entries_changed;
  figures["entries_gone"] = done.entries_gone;
  figures["unscreened"] = all.unscreened();
  figures["unusable"] = all.unusable();
  return nb::make_tuple(lines_of(done.alerts), lines_of(done.closed), figures);
}

}  // namespace

void add_rescreening(nb::module_& m) {
  m.def("rescreen_table", &rescreen_table, nb::arg("store"), nb::arg("portfolio"), nb::arg("index"),
        nb::arg("source"), nb::arg("fields"), nb::arg("options"), nb::arg("threads"), nb::arg("full"),
        nb::arg("max_shrink").none());
}

}  // namespace tradewarden::python
