// A publication as plain text, one fact a line: what the golden files of tests/golden/lists hold.
#ifndef TRADEWARDEN_TESTS_LIST_DUMP_HPP
#define TRADEWARDEN_TESTS_LIST_DUMP_HPP

#include <string>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::test {

/// A list file held in memory; the text must be one that make_input_file() takes.
inline lists::input_file file_of(std::string text, std::string name = "list.txt") {
  return lists::make_input_file(std::move(name), std::move(text), {}).value();
}

inline std::string shown(const std::optional<day>& d) { return d ? d->to_string() : "?"; }

inline std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) out += (i == 0 ? "" : " | ") + values[i];
  return out;
}

inline void dump_party(const listed_party& p, std::string& out) {
  const auto line = [&out](std::string_view what, const std::string& value) {
    if (!value.empty()) out += "  " + std::string(what) + ": " + value + '\n';
  };
  out += p.list + " " + p.source_id + " (" + std::string(to_string(p.schema)) + ")\n";
  for (const party_name& n : p.names) {
    line("name", n.text + " [" + std::string(to_string(n.kind)) + ", " +
                     std::string(to_string(n.strength)) + ", line " + std::to_string(n.at.line) +
                     (n.language.empty() ? "" : ", " + n.language) + "]");
  }
  for (const party_address& a : p.addresses) {
    line("address", joined({a.street, a.city, a.state, a.postal_code, a.country, a.text}));
  }
  line("countries", joined(p.countries));
  for (const party_birth_date& b : p.birth_dates) line("born", b.date.to_string());
  line("born in", joined(p.birth_places));
  line("nationalities", joined(p.nationalities));
  line("citizenships", joined(p.citizenships));
  line("gender", p.gender);
  for (const party_identifier& i : p.identifiers) {
    line("identifier", joined({i.type, i.value, i.country, i.issued, i.expires}));
  }
  line("title", p.title);
  line("ship", p.imo.empty() && p.call_sign.empty() && p.vessel_flag.empty()
                   ? ""
                   : joined({p.imo, p.call_sign, p.vessel_type, p.vessel_flag, p.vessel_owner,
                             p.tonnage, p.gross_registered_tonnage}));
  line("programmes", joined(p.programmes));
  line("sublists", joined(p.sublists));
  line("requirement", p.licence_requirement);
  line("policy", p.licence_policy);
  line("footnotes", joined(p.footnotes));
  line("citations", joined(p.citations));
  for (const measure& m : p.measures) {
    const char* end = m.end == measure_end::lifted    ? " lifted"
                      : m.end == measure_end::expired ? " expired"
                                                      : "";
    line("measure", std::string(to_string(m.kind)) + ' ' + shown(m.from) + " to " +
                        shown(m.until) + end + ", published " + shown(m.published) +
                        (m.note.empty() ? "" : ", " + m.note));
  }
  for (const overlay& o : p.overlays) {
    line("overlay", o.kind + ' ' + shown(o.from) + " to " + shown(o.until));
  }
  for (const linked_party& l : p.linked) line("linked", l.relation + ": " + l.name);
  line("remarks", p.remarks);
  for (const party_source& s : p.sources) {
    line("source", s.list_name + " | " + s.id + " | line " + std::to_string(s.at.line));
  }
}

inline std::string dump(const publication& p) {
  std::string out = p.format + ": " + p.name + ", " + shown(p.date) + '\n';
  const publication_counts& c = p.counts;
  out += "rows " + std::to_string(c.rows) + ", distinct ids " + std::to_string(c.distinct_ids) +
         ", parties " + std::to_string(c.parties) + ", names " + std::to_string(c.names) +
         ", joined " + std::to_string(c.joined) + ", rejected " + std::to_string(c.rejected) + '\n';
  for (diagnostic d : p.diagnostics) {
    // Complaints name the path as given; a golden file must not depend on where the tests lie.
    d.file.erase(0, d.file.rfind('/') + 1);
    out += (d.severity == diagnostic::level::rejected ? "rejected " : "warning ") + d.to_string() +
           '\n';
  }
  for (const listed_party& party : p.parties) dump_party(party, out);
  return out;
}

/// The only party of that name, or the test fails.
inline const listed_party* find_party(const publication& p, std::string_view name) {
  for (const listed_party& party : p.parties) {
    for (const party_name& n : party.names) {
      if (n.text == name) return &party;
    }
  }
  return nullptr;
}

inline bool has_diagnostic(const publication& p, std::uint64_t line, std::string_view field,
                           std::string_view part) {
  for (const diagnostic& d : p.diagnostics) {
    if (d.line == line && d.field == field && d.message.find(part) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace tradewarden::test

#endif  // TRADEWARDEN_TESTS_LIST_DUMP_HPP
