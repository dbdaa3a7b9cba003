#include "tradewarden/ownership_screening.hpp"

#include <utility>

#include "ownership/graph_data.hpp"
#include "tradewarden/batch_screening.hpp"

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

screening_query query_of(const ownership_graph& graph, entity_id party) {
  screening_query query;
  query.name = graph.name(party).empty() ? graph.id(party) : graph.name(party);
  query.country = graph.country(party);
  const auto& facts = graph.data().edges->facts;
  if (party.value < facts.size()) {
    if (const auto s = parse_schema(facts[party.value].schema)) query.schema = *s;
  }
  return query;
}

void add_seeds(const screening_answer& answer, entity_id party, std::vector<ownership_seed>& to) {
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
      to.push_back(std::move(seed));
    }
  }
}

}  // namespace

result<std::vector<ownership_seed>> screened_seeds(const ownership_graph& graph, const party_index& index,
                                                   const screening_options& options, seed_search which) {
  constexpr std::uint32_t k_most_hits = 1000;  // of a party: each may be of another list
  screening_options of_owners = options;
  of_owners.limit = k_most_hits;
  of_owners.include_ended = false;
  of_owners.explain = false;
  std::vector<ownership_seed> out;
  const auto& begin = graph.data().edges->begin;
  batch_screener screener(index, of_owners);
  for (std::uint32_t e = 0; e < graph.entity_count(); ++e) {
    if (which == seed_search::owners && begin[e] == begin[e + 1]) continue;
    const screening_query query[] = {query_of(graph, entity_id{e})};
    const std::vector<screening_answer> answer = screener.screen(query);
    if (answer.front().problem == query_problem::damaged_index) {
      return error{errc::bad_index, "the index proved damaged: the parties were not screened", {}, 0, "index"};
    }
    add_seeds(answer.front(), entity_id{e}, out);
  }
  return out;
}

}  // namespace tradewarden
