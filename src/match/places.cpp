#include "match/places.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "support/ascii.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/identifier.hpp"

namespace tradewarden::matching {
namespace {

void add_unique(std::vector<std::string>& to, std::string_view value) {
  if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.emplace_back(value);
}

bool has(const std::vector<std::string>& all, std::string_view code) {
  return std::find(all.begin(), all.end(), code) != all.end();
}

/// "Tehran, Iran" -> IR
std::vector<std::string> birth_countries(const listed_party& party) {
  std::vector<std::string> out;
  for (const std::string& place : party.birth_places) {
    const std::size_t comma = place.rfind(',');
    const std::string_view last = std::string_view(place).substr(comma == std::string::npos ? 0 : comma + 1);
    add_unique(out, country_code(ascii::trim(last)));
    for (const std::string_view successor : country_successors(last)) add_unique(out, successor);
  }
  return out;
}

/// Where a register or tax office stands is where the party is at home in law.
bool is_jurisdiction(identifier_type t) {
  return t == identifier_type::registration || t == identifier_type::tax;
}

bool is_of_a_national(identifier_type t) {
  return t == identifier_type::passport || t == identifier_type::national_id;
}

bool given_by(const listed_party& party, std::string_view code, bool (*which)(identifier_type)) {
  return std::any_of(party.identifiers.begin(), party.identifiers.end(), [&](const party_identifier& i) {
    return i.country == code && (which == nullptr || which(identifier_type_of(i.type, i.value)));
  });
}

bool has_address_in(const listed_party& party, std::string_view code) {
  return std::any_of(party.addresses.begin(), party.addresses.end(),
                     [&](const party_address& a) { return a.country == code; });
}

}  // namespace

evidence country_evidence(const std::string& asked, const listed_party& party) {
  evidence e;
  e.kind = to_string(evidence_kind::country);
  std::vector<std::string> listed;
  for (const auto* from : {&party.countries, &party.nationalities, &party.citizenships}) {
    for (const std::string& c : *from) add_unique(listed, c);
  }
  for (const party_address& a : party.addresses) add_unique(listed, a.country);
  for (const party_identifier& i : party.identifiers) add_unique(listed, i.country);
  std::sort(listed.begin(), listed.end());
  e.query = asked;
  e.listed = ascii::join(listed, ", ");
  if (asked.empty()) return e;
  if (has(listed, asked)) {
    e.state = evidence_state::confirms;
    if (has_address_in(party, asked)) {
      e.how = "address";
    } else if (country_code(party.vessel_flag) == asked) {
      e.how = "flag";
    } else if (has(party.countries, asked)) {
      e.how = "entry";
    } else if (has(party.nationalities, asked) || has(party.citizenships, asked)) {
      e.how = "nationality";
    } else {
      e.how = given_by(party, asked, is_jurisdiction) ? "jurisdiction" : "issuer";
    }
    return e;
  }
  if (has(birth_countries(party), asked)) {
    e.state = evidence_state::partial;
    e.how = "birth_place";
  } else if (!listed.empty()) {
    e.state = evidence_state::contradicts;
  }
  if (e.state == evidence_state::partial && listed.empty()) e.listed = asked;  // what agrees
  return e;
}

evidence nationality_evidence(const std::string& asked, const listed_party& party) {
  evidence e;
  e.kind = to_string(evidence_kind::nationality);
  std::vector<std::string> listed;
  for (const auto* from : {&party.nationalities, &party.citizenships}) {
    for (const std::string& c : *from) add_unique(listed, c);
  }
  e.query = asked;
  e.listed = ascii::join(listed, ", ");
  if (asked.empty()) return e;
  if (has(listed, asked)) {
    e.state = evidence_state::confirms;
    e.how = has(party.nationalities, asked) ? "nationality" : "citizenship";
    return e;
  }
  if (given_by(party, asked, is_of_a_national)) {
    e.state = evidence_state::partial;
    e.how = "issuer";
  } else if (has(birth_countries(party), asked)) {
    e.state = evidence_state::partial;
    e.how = "birth_place";
  } else if (listed.empty() && has_address_in(party, asked)) {
    e.state = evidence_state::partial;
    e.how = "address";
  } else if (!listed.empty()) {
    e.state = evidence_state::contradicts;
  }
  if (e.state == evidence_state::partial && listed.empty()) e.listed = asked;  // what agrees
  return e;
}

}  // namespace tradewarden::matching
