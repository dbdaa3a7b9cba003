#include "match/evidence.hpp"

#include <algorithm>
#include <array>

#include "match/birth_date.hpp"
#include "match/places.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::matching {
namespace {

/// A shorter number is borne by too many.
constexpr std::size_t k_least_identifier_bytes = 4;
constexpr std::size_t k_most_identifier_bytes = 200;

/// What a contradiction takes off the rank, by kind, in score units.
constexpr std::array<std::int32_t, k_evidence_kinds> k_penalties = {1'000, 500, 500, 1'000, 200, 1'000, 2'000};

evidence of_kind(evidence_kind k) {
  evidence e;
  e.kind = to_string(k);
  return e;
}

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

/// Confirming counts most, then agreeing in part.
int strength(evidence_state s) {
  switch (s) {
    case evidence_state::confirms: return 3;
    case evidence_state::partial: return 2;
    case evidence_state::contradicts: return 1;
    case evidence_state::absent: break;
  }
  return 0;
}

evidence birth_date_evidence(const query_facts& facts, const listed_party& party) {
  evidence e = of_kind(evidence_kind::birth_date);
  std::vector<std::string> listed;
  for (const party_birth_date& b : party.birth_dates) {
    listed.push_back(b.date.to_string());
    if (!facts.birth_date) continue;
    const birth_verdict v = compare_birth_dates(*facts.birth_date, b.date);
    if (strength(v.state) <= strength(e.state)) continue;  // one of several suffices
    e.state = v.state;
    e.how = v.how;
  }
  e.listed = ascii::join(listed, ", ");
  if (facts.birth_date) e.query = facts.birth_date->to_string();
  return e;
}

evidence schema_evidence(const query_facts& facts, const listed_party& party) {
  evidence e = of_kind(evidence_kind::schema);
  if (facts.schema != schema::unknown) e.query = to_string(facts.schema);
  if (party.schema != schema::unknown) e.listed = to_string(party.schema);
  if (!e.query.empty() && !e.listed.empty()) {
    e.state = compatible(facts.schema, party.schema) ? evidence_state::confirms
                                                     : evidence_state::contradicts;
  }
  return e;
}

std::string in_words(const indexing::borne_identifier& b) {
  std::string out = b.listed_type + " " + b.id.value;
  if (!b.country.empty()) out += " (" + b.country + ")";
  return out;
}

evidence identifier_evidence(const query_facts& facts,
                             const std::vector<indexing::borne_identifier>& borne) {
  evidence e = of_kind(evidence_kind::identifier);
  e.query = facts.identifier_text;
  if (facts.identifiers.empty()) return e;
  const number_match best = best_number(facts, borne);
  if (best.match.grade != identifier_grade::none) {
    e.state = best.match.grade == identifier_grade::same ? evidence_state::confirms
                                                         : evidence_state::partial;
    e.listed = in_words(best.borne);
    e.how = best.match.how;
    return e;
  }
  // A party may have several passports; a legal entity has one LEI.
  if (facts.identifiers.front().type != identifier_type::lei) return e;
  for (const indexing::borne_identifier& b : borne) {
    if (b.id.type != identifier_type::lei) continue;
    e.state = evidence_state::contradicts;
    e.listed = in_words(b);
  }
  return e;
}

/// A ship keeps its IMO number for life.
evidence imo_evidence(const query_facts& facts, const listed_party& party,
                      const std::vector<indexing::borne_identifier>& borne) {
  evidence e = of_kind(evidence_kind::imo);
  e.query = facts.imo;
  std::vector<std::string> listed;
  for (const indexing::borne_identifier& b : borne) {
    if (b.id.type != identifier_type::imo) continue;
    const std::string number = normalise_identifier(b.id);
    if (std::find(listed.begin(), listed.end(), number) == listed.end()) listed.push_back(number);
  }
  e.listed = ascii::join(listed, ", ");
  if (facts.imo.empty() || listed.empty()) return e;
  if (std::find(listed.begin(), listed.end(), facts.imo) != listed.end()) {
    e.state = evidence_state::confirms;
  } else if (party.schema == schema::vessel) {  // companies bear IMO numbers of another series
    e.state = evidence_state::contradicts;
  }
  return e;
}

void read_numbers(const screening_query& query, query_facts& facts, std::vector<std::string>& notes) {
  const std::string_view text = ascii::trim(query.identifier);
  if (!text.empty()) {
    auto readings = read_identifier(text, query.identifier_type);
    std::erase_if(readings, [](const identifier& id) {
      return normalise_identifier(id).size() < k_least_identifier_bytes || identifier_key(id).empty();
    });
    const std::string shown = "identifier '" + std::string(text.substr(0, 60)) + "' ";
    if (text.size() > k_most_identifier_bytes) {
      notes.push_back(shown + "is longer than any number: not used");
    } else if (readings.empty()) {
      notes.push_back(shown + "is too short to tell anybody apart: not used as evidence");
    } else {
      facts.identifiers = std::move(readings);
      facts.identifier_text = text;
      const identifier& first = facts.identifiers.front();
      if (first.type != identifier_type::imo && check_identifier(first) == check_digits::bad) {
        notes.push_back(shown + "fails its check digits: perhaps mistyped; looked for as it is");
      }
      if (first.type == identifier_type::imo) facts.imo = normalise_identifier(first);
    }
  }
  if (!ascii::trim(query.imo).empty()) {
    facts.imo = normalise_identifier({identifier_type::imo, query.imo});
    if (facts.imo.size() != 7) {
      notes.push_back("IMO number '" + query.imo.substr(0, 60) + "' has not seven digits: not used");
      facts.imo.clear();
    }
  }
  if (!facts.imo.empty() && check_identifier({identifier_type::imo, facts.imo}) == check_digits::bad) {
    notes.push_back("IMO number '" + facts.imo.substr(0, 60) +
                    "' is none of a ship by its check digit: perhaps mistyped; looked for as it is");
  }
}

std::string read_country(const char* what, const std::string& text, std::vector<std::string>& notes) {
  std::string code(country_code(text));
  if (const auto successors = country_successors(text); code.empty() && !successors.empty()) {
    std::string all;
    for (const std::string_view c : successors) all.append(all.empty() ? "" : ", ").append(c);
    notes.push_back(std::string(what) + " '" + text.substr(0, 60) + "' is no single country of today (" + all +
                    "): give one of them; not used as evidence");
  } else if (!text.empty() && code.empty()) {
    notes.push_back(std::string(what) + " '" + text.substr(0, 60) + "' is not known: not used as evidence");
  }
  return code;
}

}  // namespace

query_facts read_facts(const screening_query& query, std::vector<std::string>& notes) {
  query_facts facts;
  facts.schema = query.schema;
  facts.name = query.name;
  read_numbers(query, facts, notes);
  facts.country = read_country("country", query.country, notes);
  facts.nationality = read_country("nationality", query.nationality, notes);
  if (!query.birth_date.empty()) {
    if (auto date = partial_date::parse(query.birth_date)) {
      facts.birth_date = *date;
    } else {
      notes.push_back("birth date '" + query.birth_date.substr(0, 60) +
                      "' is not understood: not used as evidence");
    }
  }
  if (!query.gender.empty()) {
    const std::string g = ascii::lower(ascii::trim(query.gender));
    if (g == "male" || g == "m") facts.stated_gender = "male";
    if (g == "female" || g == "f") facts.stated_gender = "female";
    if (facts.stated_gender.empty()) {
      notes.push_back("gender '" + query.gender.substr(0, 60) +
                      "' is not male, female, m or f: not used as evidence");
    }
  }
  return facts;
}

std::vector<evidence> gather_evidence(const query_facts& facts, const listed_party& party) {
  std::vector<indexing::borne_identifier> borne;
  if (facts.any_number()) borne = indexing::identifiers_of(party);
  return {birth_date_evidence(facts, party),     country_evidence(facts.country, party),
          nationality_evidence(facts.nationality, party), of_kind(evidence_kind::gender),
          schema_evidence(facts, party),         identifier_evidence(facts, borne),
          imo_evidence(facts, party, borne)};
}

void add_gender(query_facts& facts, const listed_party& party, std::vector<evidence>& to) {
  const bool person = party.schema == schema::person ||
                      (party.schema == schema::unknown && facts.schema == schema::person);
  if (!person || (facts.schema != schema::unknown && facts.schema != schema::person)) return;
  if (!facts.gender) {
    facts.gender = facts.stated_gender.empty() ? names::gender_told_by(facts.name)
                                               : names::told_gender{facts.stated_gender, {}};
  }
  names::told_gender listed{party.gender, {}};
  if (listed.gender.empty() && !party.names.empty()) listed = names::gender_told_by(party.names[0].text);
  const auto in_full = [](const names::told_gender& g) {
    return g.by.empty() ? g.gender : g.gender + " by " + g.by;
  };
  evidence e = of_kind(evidence_kind::gender);
  e.query = in_full(*facts.gender);
  e.listed = in_full(listed);
  if (!facts.gender->gender.empty() && !listed.gender.empty()) {
    e.state = facts.gender->gender == listed.gender ? evidence_state::confirms : evidence_state::contradicts;
    if (!facts.gender->by.empty() || !listed.by.empty()) e.how = "name";
  }
  to[static_cast<std::size_t>(evidence_kind::gender)] = std::move(e);
}

number_match best_number(const query_facts& facts, const std::vector<indexing::borne_identifier>& borne) {
  number_match best;
  for (const indexing::borne_identifier& b : borne) {
    for (const identifier& asked : facts.identifiers) {
      const identifier_match m = compare_identifiers(asked, b.id);
      if (m.grade > best.match.grade) best = {m, b};
    }
  }
  return best;
}

bool may_confirm_weak(std::string_view kind) {
  return kind != to_string(evidence_kind::schema) && kind != to_string(evidence_kind::gender);
}

contradiction contradiction_in(const std::vector<evidence>& all, evidence_kinds count) {
  const auto state = [&](evidence_kind k) { return all[static_cast<std::size_t>(k)].state; };
  if (state(evidence_kind::identifier) == evidence_state::confirms ||
      state(evidence_kind::imo) == evidence_state::confirms) {
    return {};
  }
  contradiction out;
  for (std::size_t i = 0; i < k_evidence_kinds; ++i) {
    const auto k = static_cast<evidence_kind>(i);
    if (!count.has(k) || state(k) != evidence_state::contradicts) continue;
    out.penalty += k_penalties[i];
    out.kinds.add(k);
  }
  return out;
}

}  // namespace tradewarden::matching
