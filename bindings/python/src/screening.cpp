// Indexes, and one question to them.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "audit/hit_words.hpp"
#include "audit/json_parts.hpp"
#include "audit/review_words.hpp"
#include "errors.hpp"
#include "index/output_path.hpp"
#include "parts.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/publication.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

using held = std::unique_ptr<held_index>;

held hold(party_index idx) { return std::make_unique<held_index>(held_index{std::move(idx)}); }

held open(const std::string& path, bool lazily, nb::handle name_pack) {
  std::optional<score_rules> rules;
  if (!name_pack.is_none()) rules = rules_of(name_pack);
  const nb::gil_scoped_release free;
  return hold(take(party_index::open(path, lazily ? verify::lazily : verify::fully, rules)));
}

held from_bytes(nb::bytes bytes, nb::handle name_pack) {
  std::optional<score_rules> rules;
  if (!name_pack.is_none()) rules = rules_of(name_pack);
  return hold(take(
      party_index::from_bytes(std::string_view(bytes.c_str(), bytes.size()), verify::fully, rules)));
}

/// (index bytes or None, diagnostics): written to `out` unless that is None.
nb::tuple build(nb::list sources, nb::handle out, nb::handle name_pack) {
  std::vector<source_spec> specs;
  for (const nb::handle source : sources) {
    const nb::tuple row = nb::cast<nb::tuple>(source);  // (text, date or None)
    source_spec spec = take(source_spec::parse(string_of(row[0], "sources")), "sources");
    if (!row[1].is_none()) spec.date = day_of(row[1], "sources");
    specs.push_back(std::move(spec));
  }
  if (specs.empty()) raise_usage("there is no source", "sources");
  const std::optional<std::string_view> given = text_of(out, "out");
  const std::string path(given.value_or(std::string_view()));
  if (given) take(indexing::may_become_index(path, specs, "out"));
  const score_rules rules = rules_of(name_pack);
  std::vector<diagnostic> said;
  std::string bytes;
  {
    const nb::gil_scoped_release free;
    std::vector<publication> publications;
    std::vector<error> refused;
    for (const source_spec& spec : specs) {
      auto read = read_publication(spec);
      if (read) {
        publications.push_back(std::move(*read));
        continue;
      }
      error e = read.error();
      if (e.file.empty()) e.file = spec.path;
      refused.push_back(std::move(e));
    }
    // An index without one of its sources would miss its parties.
    if (!refused.empty()) throw raised{std::move(refused)};
    const party_set set = take(merge_publications(std::move(publications)));
    for (const publication& p : set.publications) {
      said.insert(said.end(), p.diagnostics.begin(), p.diagnostics.end());
    }
    if (given) {
      auto done = build_index(set, path, rules);
      if (!done) {
        error e = done.error();
        if (e.file.empty()) e.file = path;
        raise(std::move(e));
      }
    } else {
      bytes = take(build_index_bytes(set, rules));
    }
  }
  return nb::make_tuple(given ? nb::object(nb::none()) : nb::bytes(bytes.data(), bytes.size()),
                        rows_of(said));
}

std::unique_ptr<held_answer> ask(const held_index& idx, nb::tuple query, nb::tuple options) {
  const screening_query q = query_of(query);
  const screening_options o = options_of(options);
  const nb::gil_scoped_release free;
  return std::make_unique<held_answer>(held_answer{idx.index, screen(idx.index, q, o)});
}

const screening_hit& hit_at(const held_answer& a, std::size_t i) {
  if (i >= a.answer.hits.size()) throw nb::index_error("there is no such hit");
  return a.answer.hits[i];
}

nb::object word(std::string_view text) { return to_str(text); }

/// The attributes of a hit that are read most, in the order of tradewarden/_answer.py.
nb::tuple row_of(const held_answer& a, std::size_t i) {
  const screening_hit& h = hit_at(a, i);
  const bool by_name = a.answer.problem != query_problem::no_name;
  const list_info* const known = find_list(h.party.list);
  return nb::make_tuple(
      h.rank, by_name ? nb::object(nb::float_(to_number(h.score))) : nb::object(nb::none()),
      by_name ? nb::object(nb::float_(to_number(h.rank_score))) : nb::object(nb::none()),
      word(to_string(h.found_by)), word(h.party.list),
      word(known != nullptr ? known->name : std::string_view(h.party.list)), word(h.party.source_id),
      word(h.party.names.empty() ? std::string_view() : h.party.names.front().text),
      word(h.matched_name), word(to_string(h.kind)), word(to_string(h.strength)),
      h.weak_reason.empty() ? nb::object(nb::none()) : word(h.weak_reason),
      word(to_string(h.party.schema)), word(to_string(h.status)), to_date(h.from), to_date(h.until),
      word(audit::status_words(h)));
}

std::string explain(const held_answer& a, std::size_t i) {
  const screening_hit& h = hit_at(a, i);
  const screening_query& q = a.answer.query;
  std::string out = std::to_string(h.rank) + "  " +
                    (h.party.names.empty() ? h.matched_name : h.party.names.front().text) + "\n";
  const auto line = [&](const char* title, const std::string& text) {
    if (!text.empty()) out += "   " + std::string(title) + std::string(11 - std::string_view(title).size(), ' ') + text + "\n";
  };
  const list_info* const known = find_list(h.party.list);
  line("list", (known != nullptr ? std::string(known->name) : h.party.list) + "; id " +
                   h.party.source_id);
  line("status", audit::status_words(h));
  for (const std::string& also : audit::further_measures(h)) line("also", also);
  line("as", audit::matched_sentence(h));
  if (a.answer.problem != query_problem::no_name) {
    line("score", h.score.to_string() + " (threshold " + a.answer.options.threshold.to_string() + ")");
    for (const token_pair& p : h.explanation.pairs) line("because", audit::weighed_pair(p));
    for (const std::string& s : audit::against_sentences(h.explanation)) line("against", s);
  }
  for (const std::string& s : audit::evidence_sentences(h.evidences)) line("evidence", s);
  if (a.answer.problem != query_problem::no_name) {
    const auto what_if =
        a.answer.options.explain
            ? h.what_if
            : what_would_change(q.name, h.matched_name, a.answer.options.threshold, q.schema,
                                a.index.rules());
    for (const counterfactual& c : what_if) line("what if", c.words);
  }
  return out;
}

}  // namespace

screening_query query_of(const nb::tuple& given) {
  screening_query q;
  q.name = string_of(given[0], "name");
  if (!given[1].is_none()) q.schema = take(parse_schema(*text_of(given[1], "schema")), "schema");
  q.country = string_of(given[2], "country");
  if (!given[3].is_none() && !PyUnicode_Check(given[3].ptr())) {
    q.birth_date = day_of(given[3], "birth_date")->to_string();
  } else {
    q.birth_date = string_of(given[3], "birth_date");
  }
  q.identifier = string_of(given[4], "identifier");
  if (!given[5].is_none()) {
    q.identifier_type = take(parse_identifier_type(*text_of(given[5], "identifier_type")),
                             "identifier_type");
  }
  q.nationality = string_of(given[6], "nationality");
  q.gender = string_of(given[7], "gender");
  q.imo = string_of(given[8], "imo");
  q.id = string_of(given[9], "query_id");
  return q;
}

nb::list rows_of(const std::vector<diagnostic>& said) {
  nb::list rows;
  for (const diagnostic& d : said) {
    rows.append(nb::make_tuple(d.severity == diagnostic::level::rejected ? "rejected" : "warning",
                               to_str(d.file), d.line, to_str(d.field), to_str(d.message)));
  }
  return rows;
}

void add_screening(nb::module_& m) {
  nb::class_<held_index>(m, "Index")
      .def_static("open", &open, nb::arg("path"), nb::arg("lazily"), nb::arg("name_pack").none())
      .def_static("from_bytes", &from_bytes, nb::arg("data"), nb::arg("name_pack").none())
      .def_static("sample", [] { return hold(party_index::sample()); })
      .def("screen", &ask, nb::arg("query"), nb::arg("options"))
      .def("info_json",
           [](const held_index& i) { return to_str(audit::index_info_json(i.index.info())); })
      .def("content",
           [](const held_index& i) { return to_str(i.index.info().content.to_string()); })
      .def("is_sample", [](const held_index& i) { return audit::is_sample(i.index); })
      .def("check",
           [](const held_index& i, bool content) {
             const nb::gil_scoped_release free;
             take(content ? i.index.check_content() : i.index.check());
           },
           nb::arg("content"))
      .def("__len__", [](const held_index& i) { return i.index.party_count(); });

  m.def("build", &build, nb::arg("sources"), nb::arg("out").none(), nb::arg("name_pack").none());

  nb::class_<held_answer>(m, "Answer")
      .def("__len__", [](const held_answer& a) { return a.answer.hits.size(); })
      .def("row", &row_of, nb::arg("position"))
      .def("explain", [](const held_answer& a, std::size_t i) { return to_str(explain(a, i)); },
           nb::arg("position"))
      .def("json", [](const held_answer& a) {
             std::string out;
             {
               const nb::gil_scoped_release free;
               out = to_json(a.answer, a.index);
             }
             return to_str(out);
           })
      .def("problem", [](const held_answer& a) { return to_str(to_string(a.answer.problem)); })
      .def("screened", [](const held_answer& a) { return was_screened(a.answer.problem); })
      .def("more", [](const held_answer& a) { return a.answer.more; })
      .def("more_is_exact", [](const held_answer& a) { return a.answer.more_is_exact; })
      .def("as_of", [](const held_answer& a) { return to_date(a.answer.options.as_of); })
      .def("name", [](const held_answer& a) { return to_str(a.answer.query.name); })
      .def("notes", [](const held_answer& a) {
        nb::list out;
        for (const std::string& n : a.answer.notes) out.append(to_str(n));
        return out;
      });
}

}  // namespace tradewarden::python
