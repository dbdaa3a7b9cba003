// Stores of lists: snapshots, indexes of them, decisions and the audit trail.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <memory>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "audit/store_json.hpp"
#include "errors.hpp"
#include "index/output_path.hpp"
#include "parts.hpp"
#include "report/store_status.hpp"
#include "review/decision_import.hpp"
#include "review/decision_json.hpp"
#include "review/review_session.hpp"
#include "review/stored_index.hpp"
#include "review/trail_json.hpp"
#include "tradewarden/store.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

using review::review_session;

/// A store belongs to one thread at a time, and a call lets other threads of Python run: calls take turns.
struct held_store {
  std::string path;
  store_access access = store_access::read;
  std::mutex turn;
  std::optional<list_store> lists;          ///< Empty: it is closed.
  std::optional<review_session> session;    ///< Opened by what first needs it.

  list_store& open_lists() {
    if (!lists) raise_usage("the store is closed", "store");
    return *lists;
  }
  review_session& open_session() {
    open_lists();
    if (!session) session.emplace(take(review_session::open(path, access)));
    return *session;
  }
};

/// Runs `work` without the GIL, in its turn. It must touch nothing of Python.
template <class Work>
auto in_turn(held_store& s, Work work) {
  const nb::gil_scoped_release free;
  const std::lock_guard mine(s.turn);
  return work();
}

std::unique_ptr<held_store> open(const std::string& path, int access) {
  auto out = std::make_unique<held_store>();
  out->path = path;
  out->access = static_cast<store_access>(access);
  const nb::gil_scoped_release free;
  out->lists.emplace(take(list_store::open(path, out->access)));
  return out;
}

void close(held_store& s) {
  in_turn(s, [&] {
    s.session.reset();
    s.lists.reset();
  });
}

digest digest_of(nb::handle given, const char* argument) {
  const auto read = review::digest_from(text_of(given, argument).value_or(""));
  if (!read) raise({errc::bad_value, "no SHA-256: 64 lower-case hexadecimal digits", {}, 0, argument});
  return *read;
}

/// (JSON of the import, what is wrong with its rows)
nb::tuple add(held_store& s, const std::string& source, nb::handle published, nb::handle require_digest,
              nb::handle max_shrink, nb::handle max_rejected, nb::handle called) {
  const source_spec from = take(source_spec::parse(source), "source");
  import_options how;
  how.published = day_of(published, "published");
  if (!require_digest.is_none()) how.require_digest = digest_of(require_digest, "require_digest");
  how.guards.most_shrink = share_of(max_shrink, how.guards.most_shrink, "max_shrink");
  how.guards.most_rejected = share_of(max_rejected, how.guards.most_rejected, "max_rejected");
  how.source = string_of(called, "called");
  std::vector<import_outcome> done;
  in_turn(s, [&] {
    auto one = s.open_lists().import(from, how);
    if (!one) {
      error e = one.error();
      if (e.file.empty()) e.file = from.path;
      raise(std::move(e));
    }
    done.push_back(std::move(*one));
  });
  return nb::make_tuple(to_str(audit::imports_json(done)), rows_of(done.front().diagnostics));
}

nb::object snapshots(held_store& s) {
  return to_str(in_turn(s, [&] { return audit::snapshots_json(take(s.open_lists().snapshots())); }));
}

nb::object newest(held_store& s, nb::handle as_of) {
  const auto on = day_of(as_of, "as_of");
  return to_str(in_turn(s, [&] { return audit::snapshots_json(take(s.open_lists().newest(on))); }));
}

nb::object find(held_store& s, const std::string& snapshot) {
  return to_str(in_turn(s, [&] { return audit::snapshots_json({take(s.open_lists().find(snapshot))}); }));
}

void change_state(held_store& s, bool release, const std::string& snapshot, const std::string& reason,
                  const std::string& who) {
  in_turn(s, [&] {
    list_store& lists = s.open_lists();
    const snapshot_info which = take(lists.find(snapshot));
    take(release ? lists.release(which.id, reason, who) : lists.quarantine(which.id, reason, who));
  });
}

void extract(held_store& s, const std::string& snapshot, const std::string& folder) {
  in_turn(s, [&] { take(s.open_lists().extract(take(s.open_lists().find(snapshot)), folder)); });
}

nb::list verify_lists(held_store& s) {
  const std::vector<error> found = in_turn(s, [&] { return take(s.open_lists().verify()); });
  nb::list out;
  for (const error& e : found) out.append(error_row(e));
  return out;
}

void backup(held_store& s, const std::string& to) {
  in_turn(s, [&] { take(s.open_lists().backup(to)); });
}

nb::object status(held_store& s, nb::handle as_of, nb::handle max_age, std::uint32_t most_dates) {
  report::status_request wanted;
  wanted.as_of = day_of(as_of, "as_of");
  if (!max_age.is_none()) wanted.max_age = nb::cast<std::uint32_t>(max_age);
  wanted.most_dates = most_dates;
  return to_str(in_turn(s, [&] { return audit::status_json(take(report::status_of(s.open_lists(), wanted))); }));
}

nb::object diff(held_store& s, const std::string& before, const std::string& after) {
  return to_str(in_turn(s, [&] {
    list_store& lists = s.open_lists();
    const snapshot_info a = take(lists.find(before));
    const snapshot_info b = take(lists.find(after));
    return take(audit::diff_of(lists, a, b));
  }));
}

/// (index bytes or None, why the trail does not remember it or None, what is wrong with rows)
nb::tuple build_index(held_store& s, nb::handle out, bool history, nb::handle as_of, nb::list only,
                      nb::handle name_pack) {
  stored_parties_options which;
  which.history = history;
  which.as_of = day_of(as_of, "as_of");
  for (const nb::handle each : only) which.snapshots.push_back(nb::cast<std::uint64_t>(each));
  if (which.as_of && !which.snapshots.empty()) {
    raise_usage("snapshots that are named are used whatever their day", "as_of");
  }
  const std::optional<std::string_view> given = text_of(out, "out");
  const std::string path(given.value_or(std::string_view()));
  const score_rules rules = rules_of(name_pack);
  std::string bytes;
  std::optional<error> forgotten;
  std::vector<diagnostic> said;
  in_turn(s, [&] {
    const list_store& lists = s.open_lists();
    source_spec input;
    input.path = s.path;
    const source_spec inputs[] = {input};
    if (given) take(indexing::may_become_index(path, inputs, "out"));
    const party_set set = take(stored_parties(lists, which));
    for (const publication& p : set.publications) {
      said.insert(said.end(), p.diagnostics.begin(), p.diagnostics.end());
    }
    std::optional<party_index> idx;
    if (given) {
      take(tradewarden::build_index(set, path, rules));
      idx.emplace(take(party_index::open(path, verify::lazily, rules)));
    } else {
      bytes = take(build_index_bytes(set, rules));
      idx.emplace(take(party_index::from_bytes(bytes, verify::lazily, rules)));
    }
    if (auto kept = review::remember_index(lists, idx->info(), which); !kept) forgotten = kept.error();
  });
  return nb::make_tuple(given ? nb::object(nb::none()) : nb::bytes(bytes.data(), bytes.size()),
                        forgotten ? to_str(forgotten->to_string()) : nb::object(nb::none()), rows_of(said));
}

std::unique_ptr<held_answer> screen(held_store& s, const held_index& idx, nb::tuple query, nb::tuple options) {
  const screening_query q = query_of(query);
  const screening_options o = options_of(options);
  return in_turn(s, [&] {
    auto kept = take(s.open_session().screen(idx.index, q, o));
    return std::make_unique<held_answer>(held_answer{idx.index, std::move(kept.answer)});
  });
}

/// (JSON, state) as if customer and entry were as they were.
nb::tuple row_of(const decision& d, day on) {
  return nb::make_tuple(to_str(to_json(d)), to_str(to_string(review::standing(d, on))));
}

nb::tuple decide(held_store& s, const std::string& answer, const std::string& hit, const std::string& reason,
                 const std::string& who, nb::handle approved_by, nb::handle expires) {
  const std::string second = string_of(approved_by, "approved_by");
  const auto until = day_of(expires, "expires");
  const decision made = in_turn(s, [&] {
    review_session& session = s.open_session();
    decision d = take(review::decide_on(take(find_answer(session.trail(), answer)), hit));
    d.reason = reason;
    d.who = who;
    d.approved_by = second;
    d.expires = until;
    return take(session.book().add(session.trail(), std::move(d)));
  });
  return row_of(made, day::today_utc());
}

nb::tuple approve(held_store& s, const std::string& id, const std::string& who) {
  const decision made = in_turn(s, [&] {
    review_session& session = s.open_session();
    return take(session.book().approve(session.trail(), id, who));
  });
  return row_of(made, day::today_utc());
}

nb::tuple withdraw(held_store& s, const std::string& id, const std::string& who, const std::string& reason) {
  const decision made = in_turn(s, [&] {
    review_session& session = s.open_session();
    return take(session.book().withdraw(session.trail(), id, who, reason));
  });
  return row_of(made, day::today_utc());
}

/// Read again: others may have decided meanwhile.
nb::list decisions(held_store& s, nb::handle customer, nb::handle as_of) {
  const std::optional<std::string_view> given = text_of(customer, "customer");
  const std::optional<std::string> whose = given ? std::optional<std::string>(*given) : std::nullopt;
  const day on = day_of(as_of, "as_of").value_or(day::today_utc());
  const std::vector<decision> all = in_turn(s, [&] {
    review_session& session = s.open_session();
    take(session.refresh());
    return whose ? session.book().of_customer(*whose) : session.book().all();
  });
  nb::list out;
  for (const decision& d : all) out.append(row_of(d, on));
  return out;
}

/// (how many were new, what is wrong with the others)
nb::tuple import_decisions(held_store& s, const std::string& lines) {
  std::vector<error> problems;
  const review::import_counts counts = in_turn(s, [&] {
    std::istringstream in(lines);
    return take(review::import_decisions(s.open_session(), in, "lines",
                                         [&](const error& e) { problems.push_back(e); }));
  });
  nb::list rows;
  for (const error& e : problems) rows.append(error_row(e));
  return nb::make_tuple(counts.added, rows);
}

nb::list answers(held_store& s) {
  const auto records = in_turn(s, [&] { return take(s.open_session().trail().records("answer")); });
  nb::list out;
  for (const trail_record& r : records) out.append(to_str(review::answer_json(r)));
  return out;
}

nb::object replay(held_store& s, const std::string& answer, const held_index* idx) {
  return to_str(in_turn(s, [&] {
    return take(review::give_again(s.open_session().trail(), answer, idx != nullptr ? &idx->index : nullptr));
  }));
}

nb::object verify_trail(held_store& s, nb::handle head) {
  std::optional<digest> wanted;
  if (!head.is_none()) wanted = digest_of(head, "head");
  return to_str(in_turn(s, [&] { return review::check_json(take(s.open_session().trail().verify(wanted))); }));
}

}  // namespace

void add_store(nb::module_& m) {
  nb::class_<held_store>(m, "Store")
      .def_static("open", &open, nb::arg("path"), nb::arg("access"))
      .def("close", &close)
      .def("closed", [](held_store& s) { return in_turn(s, [&] { return !s.lists.has_value(); }); })
      .def("add", &add, nb::arg("source"), nb::arg("published").none(), nb::arg("require_digest").none(),
           nb::arg("max_shrink").none(), nb::arg("max_rejected").none(), nb::arg("called").none())
      .def("snapshots", &snapshots)
      .def("newest", &newest, nb::arg("as_of").none())
      .def("find", &find, nb::arg("snapshot"))
      .def("change_state", &change_state, nb::arg("release"), nb::arg("snapshot"), nb::arg("reason"),
           nb::arg("who"))
      .def("extract", &extract, nb::arg("snapshot"), nb::arg("folder"))
      .def("verify", &verify_lists)
      .def("backup", &backup, nb::arg("to"))
      .def("status", &status, nb::arg("as_of").none(), nb::arg("max_age").none(), nb::arg("most_dates"))
      .def("diff", &diff, nb::arg("before"), nb::arg("after"))
      .def("build_index", &build_index, nb::arg("out").none(), nb::arg("history"), nb::arg("as_of").none(),
           nb::arg("snapshots"), nb::arg("name_pack").none())
      .def("screen", &screen, nb::arg("index"), nb::arg("query"), nb::arg("options"))
      .def("decide", &decide, nb::arg("answer"), nb::arg("hit"), nb::arg("reason"), nb::arg("who"),
           nb::arg("approved_by").none(), nb::arg("expires").none())
      .def("approve", &approve, nb::arg("id"), nb::arg("who"))
      .def("withdraw", &withdraw, nb::arg("id"), nb::arg("who"), nb::arg("reason"))
      .def("decisions", &decisions, nb::arg("customer").none(), nb::arg("as_of").none())
      .def("import_decisions", &import_decisions, nb::arg("lines"))
      .def("answers", &answers)
      .def("replay", &replay, nb::arg("answer"), nb::arg("index").none())
      .def("verify_trail", &verify_trail, nb::arg("head").none());
}

}  // namespace tradewarden::python
