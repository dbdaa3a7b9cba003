#include "lists/ofac_ids.hpp"

#include <algorithm>

#include "lists/list_text.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/partial_date.hpp"

namespace tradewarden::lists {
namespace {

/// Facts that stand among the ids and identify nobody: they go to the remarks.
bool is_remark(std::string_view type) {
  if (type.ends_with(':') || type.ends_with(" -")) return true;
  for (const std::string_view part : {" Date", "Directive", "Model", "Operator", "Vessel Type",
                                      "Vessel Flag", "Year of Build", "Target Type",
                                      "Issuer Name", "Nationality", "Registration Country"}) {
    if (type.find(part) != std::string_view::npos) return true;
  }
  return false;
}

/// "IMO 9211999" -> "9211999"; empty if it is none.
std::string_view imo_number(std::string_view s) {
  s = ascii::trim(s);
  if (!ascii::starts_with_ignoring_case(s, "IMO")) return {};
  s = ascii::trim(s.substr(3));
  const bool seven = s.size() == 7 && std::all_of(s.begin(), s.end(), ascii::is_digit);
  return seven ? s : std::string_view{};
}

std::string iso_or_empty(std::string_view listed) {
  if (ascii::trim(listed).empty()) return {};
  const auto d = partial_date::parse(ascii::trim(listed));
  return d ? d->to_string() : std::string{};
}

}  // namespace

void add_ofac_id(ofac_id id, source_position at, listed_party& p) {
  if (ascii::equal_ignoring_case(id.type, "Gender")) {
    const std::string g = ascii::lower(ascii::trim(id.number));
    if (g == "male" || g == "female") p.gender = g;
    return;
  }
  if (is_remark(id.type)) {
    std::string text = id.type;
    for (const std::string& part : {id.number, id.country, id.issued, id.expires}) {
      if (!part.empty()) text += ' ' + part;
    }
    append_text(p.remarks, text);
    return;
  }
  party_identifier out;
  out.type = std::move(id.type);
  out.value = std::move(id.number);
  out.country = country_code(id.country);
  out.issued = iso_or_empty(id.issued);
  out.expires = iso_or_empty(id.expires);
  out.at = at;
  if (!id.date.empty()) append_text(p.remarks, out.type + ' ' + out.value + ": " + id.date);
  if (const std::string_view imo = imo_number(out.value); !imo.empty() && p.imo.empty()) p.imo = imo;
  const bool known = std::any_of(
      p.identifiers.begin(), p.identifiers.end(), [&](const party_identifier& i) {
        return i.type == out.type && i.value == out.value && i.country == out.country;
      });
  if (!known && !out.value.empty()) p.identifiers.push_back(std::move(out));
}

}  // namespace tradewarden::lists
