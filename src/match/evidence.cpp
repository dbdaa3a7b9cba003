#include "match/evidence.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "match/birth_date.hpp"
#include "match/places.hpp"
#include "support/ascii.hpp"
#include "support/identifier_words.hpp"
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

std::string shown(std::string_view text) { return "'" + std::string(text.substr(0, 60)) + "'"; }

/// A fact that goes unused: an error to whoever asks (unusable_facts), a note to the others.
void leave_out(query_facts& facts, std::vector<std::string>& notes, const char* field,
               const std::string& why) {
  facts.unusable.push_back({errc::bad_value, why, {}, 0, field});
  notes.push_back(why + ": not used as evidence");
}

void say_bad_digits(std::string_view number, std::vector<std::string>& notes) {
  notes.push_back("identifier " + shown(number) +
                  " fails its check digits: perhaps mistyped; looked for as it is");
}

/// The readings of one number, and a note if it fails its check digits.
std::vector<identifier> read_number(std::string_view text, identifier_type said,
                                    std::vector<std::string>& notes) {
  auto readings = read_identifier(text, said);
  std::erase_if(readings, [](const identifier& id) {
    return normalise_identifier(id).size() < k_least_identifier_bytes || identifier_key(id).empty();
  });
  if (readings.empty()) return readings;
  const identifier& first = readings.front();
  const auto prefix = support::find_typed_prefix(text);
  const bool named = prefix && first.type == prefix->type &&
                     support::check_named_number(prefix->words, first.value) == check_digits::bad;
  const bool typed =
      first.type != identifier_type::imo && check_identifier(first) == check_digits::bad;
  if (named || typed) say_bad_digits(text, notes);
  return readings;
}

void read_numbers(const screening_query& query, query_facts& facts, std::vector<std::string>& notes) {
  const std::string_view text = ascii::trim(query.identifier);
  if (text.size() > k_most_identifier_bytes) {
    leave_out(facts, notes, "identifier", "identifier " + shown(text) + " is longer than any number");
  } else if (!text.empty()) {
    // Several in one cell are each looked for, and so is the whole: a comma may be part of a number.
    const std::vector<std::string_view> several = support::split_numbers(text);
    for (const std::string_view number : several) {
      const auto readings = read_number(number, query.identifier_type, notes);
      facts.identifiers.insert(facts.identifiers.end(), readings.begin(), readings.end());
    }
    std::vector<std::string> none;
    const auto whole = read_number(text, query.identifier_type, several.empty() ? notes : none);
    facts.identifiers.insert(facts.identifiers.end(), whole.begin(), whole.end());
    if (facts.identifiers.empty()) {
      leave_out(facts, notes, "identifier",
                "identifier " + shown(text) + " is too short to tell anybody apart");
    } else {
      facts.identifier_text = text;
      const auto imo = std::find_if(facts.identifiers.begin(), facts.identifiers.end(),
                                    [](const identifier& id) { return id.type == identifier_type::imo; });
      if (imo != facts.identifiers.end()) facts.imo = normalise_identifier(*imo);
    }
  }
  if (!ascii::trim(query.imo).empty()) {
    facts.imo = normalise_identifier({identifier_type::imo, query.imo});
    if (facts.imo.size() != 7) {
      leave_out(facts, notes, "imo", "IMO number " + shown(query.imo) + " has not seven digits");
      facts.imo.clear();
    }
  }
  if (!facts.imo.empty() && check_identifier({identifier_type::imo, facts.imo}) == check_digits::bad) {
    notes.push_back("IMO number " + shown(facts.imo) +
                    " is none of a ship by its check digit: perhaps mistyped; looked for as it is");
  }
}

asked_places read_countries(const char* what, const std::string& text, query_facts& facts,
                            std::vector<std::string>& notes) {
  std::vector<std::string> unknown;
  asked_places out = read_places(text, unknown);
  for (const std::string& part : unknown) {
    leave_out(facts, notes, what,
              std::string(what) + " " + shown(part) + " is not known (a country's name or ISO code)");
  }
  return out;
}

/// The best that any of the countries has to say. One that is not known may be the listed one: then
/// the others contradict nothing.
evidence of_several(const asked_places& asked, const listed_party& party,
                    evidence (*of_one)(const std::string&, const listed_party&)) {
  evidence best = of_one({}, party);
  const auto take = [&](evidence e) {
    if (strength(e.state) > strength(best.state)) best = std::move(e);
  };
  for (const std::string& code : asked.codes) take(of_one(code, party));
  for (const std::string& code : asked.successors) {
    evidence e = of_one(code, party);
    if (e.state != evidence_state::confirms && e.state != evidence_state::partial) continue;
    e.state = evidence_state::partial;  // who was born in the USSR may be a national of any of them
    e.how = "former_state";
    take(std::move(e));
  }
  best.query = ascii::join(asked.shown, ", ");
  if (!asked.all_known && best.state == evidence_state::contradicts) best.state = evidence_state::absent;
  return best;
}

}  // namespace

asked_places read_places(std::string_view text, std::vector<std::string>& unknown) {
  asked_places out;
  const auto take = [&](std::string_view part) {
    const std::string_view code = country_code(part);
    if (!code.empty()) {
      if (std::find(out.codes.begin(), out.codes.end(), code) != out.codes.end()) return true;
      out.codes.emplace_back(code);
      out.shown.emplace_back(code);
      return true;
    }
    const auto successors = country_successors(part);
    if (successors.empty()) return false;
    out.successors.insert(out.successors.end(), successors.begin(), successors.end());
    out.shown.emplace_back(part);
    out.all_known = false;  // those who left it are nationals of other states too
    return true;
  };
  // A comma may be part of a name ("Korea, Republic of"): it parts only what is none as a whole.
  const auto split_at = [&](std::string_view whole, std::string_view signs, const auto& then) {
    while (!whole.empty()) {
      const std::size_t end = std::min(whole.find_first_of(signs), whole.size());
      const std::string_view part = ascii::trim(whole.substr(0, end));
      if (!part.empty() && !take(part)) then(part);
      whole.remove_prefix(std::min(end + 1, whole.size()));
    }
  };
  text = ascii::trim(text);
  if (text.empty() || take(text)) return out;
  split_at(text, ";|/\n", [&](std::string_view part) {
    split_at(part, ",", [&](std::string_view rest) {
      out.all_known = false;
      unknown.emplace_back(rest);
    });
  });
  return out;
}

query_facts read_facts(const screening_query& query, std::vector<std::string>& notes) {
  query_facts facts;
  facts.schema = query.schema;
  facts.name = query.name;
  read_numbers(query, facts, notes);
  facts.countries = read_countries("country", query.country, facts, notes);
  facts.nationalities = read_countries("nationality", query.nationality, facts, notes);
  if (!query.birth_date.empty()) {
    if (auto date = partial_date::parse(query.birth_date)) {
      facts.birth_date = *date;
    } else {
      leave_out(facts, notes, "birth_date", "birth date " + shown(query.birth_date) + " is not understood");
    }
  }
  if (!query.gender.empty()) {
    const std::string g = ascii::lower(ascii::trim(query.gender));
    if (g == "male" || g == "m") facts.stated_gender = "male";
    if (g == "female" || g == "f") facts.stated_gender = "female";
    if (facts.stated_gender.empty()) {
      leave_out(facts, notes, "gender", "gender " + shown(query.gender) + " is not male, female, m or f");
    }
  }
  return facts;
}

std::vector<evidence> gather_evidence(const query_facts& facts, const listed_party& party) {
  std::vector<indexing::borne_identifier> borne;
  if (facts.any_number()) borne = indexing::identifiers_of(party);
  return {birth_date_evidence(facts, party),     of_several(facts.countries, party, &country_evidence),
          of_several(facts.nationalities, party, &nationality_evidence), of_kind(evidence_kind::gender),
          schema_evidence(facts, party),         identifier_evidence(facts, borne),
          imo_evidence(facts, party, borne)};
}

void add_gender(query_facts& facts, const listed_party& party, const names::name_tables& tables,
                std::vector<evidence>& to) {
  const bool person = party.schema == schema::person ||
                      (party.schema == schema::unknown && facts.schema == schema::person);
  if (!person || (facts.schema != schema::unknown && facts.schema != schema::person)) return;
  if (!facts.gender) {
    facts.gender = facts.stated_gender.empty() ? names::gender_told_by(facts.name, tables)
                                               : names::told_gender{facts.stated_gender, {}};
  }
  names::told_gender listed{party.gender, {}};
  if (listed.gender.empty() && !party.names.empty()) listed = names::gender_told_by(party.names[0].text, tables);
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

namespace tradewarden {

std::vector<error> unusable_facts(const screening_query& query) {
  std::vector<std::string> notes;
  return matching::read_facts(query, notes).unusable;
}

}  // namespace tradewarden
