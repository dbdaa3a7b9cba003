// Names of the enumerations of parties, as JSON and tables print them.
#include "support/ascii.hpp"
#include "tradewarden/measure.hpp"
#include "tradewarden/party_name.hpp"
#include "tradewarden/schema.hpp"

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

}  // namespace tradewarden
