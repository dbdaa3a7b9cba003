#include "match/evidence.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::matching {
namespace {

/// A shorter number is borne by too many.
constexpr std::size_t k_least_identifier_bytes = 4;

/// Schemas that do not exclude each other.
bool compatible(schema a, schema b) {
  const auto group = [](schema s) {
    switch (s) {
      case schema::person: return 1;
      case schema::vessel: return 3;
      case schema::aircraft: return 4;
      default: return 2;
    }
  };
  const bool one_says_which = (a == schema::company && b == schema::organization) ||
                              (a == schema::organization && b == schema::company);
  return group(a) == group(b) && !one_says_which;
}

void add_unique(std::vector<std::string>& to, const std::string& value) {
  if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

evidence birth_date_evidence(const query_facts& facts, const listed_party& party) {
  evidence e;
  e.kind = "birth_date";
  std::vector<std::string> listed;
  bool agrees = false;
  for (const party_birth_date& b : party.birth_dates) {
    listed.push_back(b.date.to_string());
    agrees = agrees || (facts.birth_date && facts.birth_date->agrees_with(b.date));
  }
  e.listed = ascii::join(listed, ", ");
  if (facts.birth_date) {
    e.query = facts.birth_date->to_string();
    if (!listed.empty()) e.state = agrees ? evidence_state::confirms : evidence_state::contradicts;
  }
  return e;
}

evidence country_evidence(const query_facts& facts, const listed_party& party) {
  evidence e;
  e.kind = "country";
  std::vector<std::string> listed;
  for (const auto* from : {&party.countries, &party.nationalities, &party.citizenships}) {
    for (const std::string& c : *from) add_unique(listed, c);
  }
  for (const party_address& a : party.addresses) add_unique(listed, a.country);
  for (const party_identifier& i : party.identifiers) add_unique(listed, i.country);
  std::sort(listed.begin(), listed.end());
  e.query = facts.country;
  e.listed = ascii::join(listed, ", ");
  if (!facts.country.empty() && !listed.empty()) {
    e.state = std::find(listed.begin(), listed.end(), facts.country) != listed.end()
                  ? evidence_state::confirms
                  : evidence_state::contradicts;
  }
  return e;
}

evidence schema_evidence(const query_facts& facts, const listed_party& party) {
  evidence e;
  e.kind = "schema";
  if (facts.schema != schema::unknown) e.query = to_string(facts.schema);
  if (party.schema != schema::unknown) e.listed = to_string(party.schema);
  if (!e.query.empty() && !e.listed.empty()) {
    e.state = compatible(facts.schema, party.schema) ? evidence_state::confirms
                                                     : evidence_state::contradicts;
  }
  return e;
}

evidence identifier_evidence(const query_facts& facts, const listed_party& party) {
  evidence e;
  e.kind = "identifier";
  e.query = facts.identifier;
  if (facts.identifier.empty()) return e;
  const auto compare = [&](std::string_view type, const std::string& value) {
    if (value.empty() || normalise_identifier(value) != facts.identifier) return;
    e.state = evidence_state::confirms;
    e.listed = std::string(type).append(" ").append(value);
  };
  for (const party_identifier& i : party.identifiers) compare(i.type, i.value);
  compare("IMO", party.imo);
  compare("call sign", party.call_sign);
  return e;
}

}  // namespace

std::string normalise_identifier(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
    if (ascii::is_alpha(c)) out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  if (out.size() > 3 && out.starts_with("IMO") && ascii::is_digit(out[3])) out = out.substr(3);
  return out;
}

query_facts read_facts(const screening_query& query, std::vector<std::string>& notes) {
  query_facts facts;
  facts.schema = query.schema;
  facts.identifier = normalise_identifier(query.identifier);
  if (!query.identifier.empty() && facts.identifier.size() < k_least_identifier_bytes) {
    notes.push_back("identifier '" + query.identifier.substr(0, 60) +
                    "' is too short to tell anybody apart: not used as evidence");
    facts.identifier.clear();
  }
  if (!query.country.empty()) {
    facts.country = country_code(query.country);
    if (facts.country.empty()) {
      notes.push_back("country '" + query.country.substr(0, 60) + "' is not known: not used as evidence");
    }
  }
  if (!query.birth_date.empty()) {
    if (auto date = partial_date::parse(query.birth_date)) {
      facts.birth_date = *date;
    } else {
      notes.push_back("birth date '" + query.birth_date.substr(0, 60) +
                      "' is not understood: not used as evidence");
    }
  }
  return facts;
}

std::vector<evidence> gather_evidence(const query_facts& facts, const listed_party& party) {
  return {birth_date_evidence(facts, party), country_evidence(facts, party),
          schema_evidence(facts, party), identifier_evidence(facts, party)};
}

}  // namespace tradewarden::matching
