// Names of the small enumerations, as JSON and tables print them.
#include "support/ascii.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/measure.hpp"
#include "tradewarden/party_name.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

std::string_view to_string(schema s) noexcept {
  switch (s) {
    case schema::unknown: return "unknown";
    case schema::person: return "person";
    case schema::entity: return "entity";
    case schema::company: return "company";
    case schema::organization: return "organization";
    case schema::vessel: return "vessel";
    case schema::aircraft: return "aircraft";
  }
  return "unknown";
}

result<schema> parse_schema(std::string_view text) {
  const std::string s = ascii::lower(ascii::trim(text));
  if (s.empty() || s == "unknown") return schema::unknown;
  if (s == "person" || s == "individual") return schema::person;
  if (s == "entity" || s == "legalentity" || s == "legal_entity") return schema::entity;
  if (s == "company") return schema::company;
  if (s == "organization" || s == "organisation") return schema::organization;
  if (s == "vessel" || s == "ship") return schema::vessel;
  if (s == "aircraft" || s == "plane" || s == "airplane") return schema::aircraft;
  return error{errc::bad_value,
               "unknown schema '" + std::string(text.substr(0, 40)) +
                   "': use person, entity, company, organization, vessel, aircraft or unknown",
               {}, 0, "schema"};
}

std::string_view to_string(name_kind k) noexcept {
  switch (k) {
    case name_kind::primary: return "primary";
    case name_kind::aka: return "a.k.a.";
    case name_kind::fka: return "f.k.a.";
    case name_kind::nka: return "n.k.a.";
  }
  return "primary";
}

std::string_view to_string(name_strength s) noexcept {
  return s == name_strength::weak ? "weak" : "strong";
}

std::string_view to_string(script s) noexcept {
  switch (s) {
    case script::unknown: return "unknown";
    case script::latin: return "latin";
    case script::cyrillic: return "cyrillic";
    case script::greek: return "greek";
    case script::armenian: return "armenian";
    case script::georgian: return "georgian";
    case script::arabic: return "arabic";
    case script::hebrew: return "hebrew";
    case script::han: return "han";
    case script::hangul: return "hangul";
    case script::kana: return "kana";
    case script::devanagari: return "devanagari";
    case script::thai: return "thai";
    case script::other: return "other";
  }
  return "unknown";
}

std::string_view to_string(measure_kind k) noexcept {
  switch (k) {
    case measure_kind::listing: return "listing";
    case measure_kind::denial: return "denial";
    case measure_kind::suspended_order: return "suspended_order";
  }
  return "listing";
}

std::string_view to_string(match_reason r) noexcept {
  switch (r) {
    case match_reason::equal: return "equal";
    case match_reason::edit: return "edit";
    case match_reason::family: return "family";
    case match_reason::key: return "key";
    case match_reason::initial: return "initial";
    case match_reason::joined: return "joined";
  }
  return "equal";
}

std::string_view to_string(token_role r) noexcept {
  switch (r) {
    case token_role::name: return "name";
    case token_role::common: return "common";
    case token_role::legal_form: return "legal_form";
    case token_role::particle: return "particle";
    case token_role::honorific: return "honorific";
    case token_role::initial: return "initial";
    case token_role::number: return "number";
    case token_role::place: return "place";
  }
  return "name";
}

std::string_view to_string(party_status s) noexcept {
  switch (s) {
    case party_status::listed: return "listed";
    case party_status::denied: return "denied";
    case party_status::suspended_order: return "suspended_order";
    case party_status::lifted: return "lifted";
    case party_status::expired: return "expired";
    case party_status::unknown_on_date: return "unknown_on_date";
    case party_status::not_yet: return "not_yet";
  }
  return "listed";
}

std::string_view to_string(weak_policy p) noexcept {
  switch (p) {
    case weak_policy::ignore: return "ignore";
    case weak_policy::confirm: return "confirm";
    case weak_policy::full: return "full";
  }
  return "confirm";
}

result<weak_policy> parse_weak_policy(std::string_view text) {
  const std::string s = ascii::lower(ascii::trim(text));
  if (s == "ignore") return weak_policy::ignore;
  if (s == "confirm") return weak_policy::confirm;
  if (s == "full") return weak_policy::full;
  return error{errc::bad_value,
               "unknown weak-alias policy '" + std::string(text.substr(0, 40)) +
                   "': use ignore, confirm or full",
               {}, 0, "weak"};
}

std::string_view to_string(evidence_state s) noexcept {
  switch (s) {
    case evidence_state::absent: return "absent";
    case evidence_state::confirms: return "confirms";
    case evidence_state::contradicts: return "contradicts";
  }
  return "absent";
}

std::string_view to_string(query_problem p) noexcept {
  switch (p) {
    case query_problem::none: return "none";
    case query_problem::empty: return "empty";
    case query_problem::single_letter: return "single_letter";
    case query_problem::only_common: return "only_common";
  }
  return "none";
}

}  // namespace tradewarden
