#include "tradewarden/ownership_screening.hpp"

#include <utility>

#include "ownership/graph_data.hpp"

namespace tradewarden {
namespace {

std::string joined(const std::vector<std::string>& all, const char* gap) {
  std::string out;
  for (const std::string& s : all) out += (out.empty() ? "" : gap) + s;
  return out;
}

/// A list that holds several has a rule for each: SSI is under the rule of 50 percent, CMIC is not.
std::vector<std::string> codes_of(const listed_party& p) {
  if (p.sublists.empty()) return {p.list};
  const std::string jurisdiction = p.list.substr(0, p.list.find('-') + 1);
  std::vector<std::string> out;
  for (const std::string& s : p.sublists) out.push_back(jurisdiction + s);
  return out;
}

}  // namespace

result<std::vector<ownership_seed>> screened_seeds(const ownership_graph& graph, const party_index& index,
                                                   const screening_options& options) {
  std::vector<ownership_seed> out;
  for (std::uint32_t e = 0; e < graph.entity_count(); ++e) {
    const entity_id party{e};
    screening_query query;
    query.name = graph.name(party).empty() ? graph.id(party) : graph.name(party);
    query.country = graph.country(party);
    const auto& facts = graph.data().edges->facts;
    if (e < facts.size()) {
      if (const auto s = parse_schema(facts[e].schema)) query.schema = *s;
    }
    const screening_answer answer = screen(index, query, options);
    if (answer.problem == query_problem::damaged_index) {
      return error{errc::bad_index, "the index proved damaged: the parties were not screened", {}, 0, "index"};
    }
    for (const screening_hit& h : answer.hits) {
      for (const std::string& code : codes_of(h.party)) {
        ownership_seed seed;
        seed.party = party;
        seed.list = code;
        seed.requirement = h.party.licence_requirement;
        seed.footnotes = joined(h.party.footnotes, "|");
        seed.citation = "possible match, score " + h.score.to_string() + ": " + h.matched_name + " (" + h.party.source_id + ")";
        for (const measure& m : h.measures) {
          if (!m.citations.empty()) seed.citation += "; " + joined(m.citations, "; ");
        }
        out.push_back(std::move(seed));
      }
    }
  }
  return out;
}

}  // namespace tradewarden
