// Who is restricted through owners. Reports come as the canonical JSON.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "errors.hpp"
#include "parts.hpp"
#include "tradewarden/ownership_report.hpp"
#include "tradewarden/ownership_screening.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

struct held_owners {
  ownership_graph graph;
  nb::object notes;
};

std::unique_ptr<held_owners> held(ownership_reading&& read) {
  if (!read.graph) raise_all(std::move(read.problems), read.more_problems);
  nb::list notes;
  for (const std::string& n : read.notes) notes.append(to_str(n));
  return std::make_unique<held_owners>(held_owners{std::move(*read.graph), std::move(notes)});
}

std::unique_ptr<held_owners> read(nb::object edges, nb::object parties, nb::object seeds) {
  ownership_sources s;
  s.edges = string_of(edges, "edges");
  s.parties = string_of(parties, "parties");
  s.seeds = string_of(seeds, "seeds");
  ownership_reading out;
  {
    const nb::gil_scoped_release free;
    out = read_ownership(s);
  }
  return held(std::move(out));
}

/// `texts`: (what, name, text) each.
std::unique_ptr<held_owners> read_texts(nb::list texts) {
  std::vector<ownership_text> files;
  for (const nb::handle each : texts) {
    const nb::tuple row = nb::cast<nb::tuple>(each);
    files.push_back({string_of(row[0], "texts"), string_of(row[1], "texts"), string_of(row[2], "texts")});
  }
  return held(read_ownership_texts(files));
}

nb::object assess_json(const held_owners& o, nb::handle regimes, nb::handle entities, nb::handle changes,
                       nb::object date, std::uint32_t limit, const held_index* idx, nb::object threshold) {
  ownership_questions q;
  q.regimes = strings_of(regimes, "regimes");
  if (q.regimes.empty()) raise_usage("a regime is needed: 'us-ofac', 'eu' ...", "regimes");
  q.entities = strings_of(entities, "entities");
  for (const std::string& c : strings_of(changes, "changes")) {
    q.changes.push_back(take(ownership_change::parse(c), "changes"));
  }
  q.date = day_of(date, "date");
  if (!q.date) q.date = day::today_utc();
  q.limit = limit;
  screening_options by_name;
  by_name.as_of = q.date;
  if (!threshold.is_none()) by_name.threshold = score_of(threshold, "threshold");
  std::string out;
  {
    const nb::gil_scoped_release free;
    ownership_graph graph = o.graph;
    if (idx != nullptr) {
      std::vector<ownership_seed> all = graph.seeds();
      const auto found = take(screened_seeds(graph, idx->index, by_name));
      all.insert(all.end(), found.begin(), found.end());
      graph = graph.with_seeds(std::move(all));
    }
    out = to_json(take(ask_ownership(graph, q)));
  }
  return to_str(out);
}

}  // namespace

void add_ownership(nb::module_& m) {
  nb::class_<held_owners>(m, "Owners")
      .def_static("read", &read, nb::arg("edges"), nb::arg("parties").none(), nb::arg("seeds").none())
      .def_static("read_texts", &read_texts, nb::arg("texts"))
      .def("counts",
           [](const held_owners& o) {
             return nb::make_tuple(o.graph.entity_count(), o.graph.edge_count(), o.graph.seeds().size());
           })
      .def("notes", [](const held_owners& o) { return o.notes; })
      .def("assess_json", &assess_json, nb::arg("regimes"), nb::arg("entities"), nb::arg("changes"),
           nb::arg("date").none(), nb::arg("limit"), nb::arg("index").none(), nb::arg("threshold").none());
}

}  // namespace tradewarden::python
