// Names of the enumerations of screening, as JSON and tables print them.
#include "support/ascii.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

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
    case evidence_state::partial: return "partial";
  }
  return "absent";
}

std::string_view to_string(evidence_kind k) noexcept {
  switch (k) {
    case evidence_kind::birth_date: return "birth_date";
    case evidence_kind::country: return "country";
    case evidence_kind::nationality: return "nationality";
    case evidence_kind::gender: return "gender";
    case evidence_kind::schema: return "schema";
    case evidence_kind::identifier: return "identifier";
    case evidence_kind::imo: return "imo";
  }
  return "schema";
}

result<evidence_kinds> evidence_kinds::parse(std::string_view text) {
  evidence_kinds out;
  for (const std::string_view word : ascii::split(text, ",")) {
    std::string name = ascii::lower(word);
    for (char& c : name) c = c == '-' ? '_' : c;
    bool known = false;
    for (std::size_t i = 0; i < k_evidence_kinds && !known; ++i) {
      const auto k = static_cast<evidence_kind>(i);
      known = tradewarden::to_string(k) == name;
      if (known) out.add(k);
    }
    if (!known) {
      return error{errc::bad_value,
                   "unknown kind of evidence '" + std::string(word.substr(0, 40)) +
                       "': use birth_date, country, nationality, gender, schema, identifier, imo",
                   {}, 0, "contradiction_by"};
    }
  }
  if (out == evidence_kinds{}) {
    return error{errc::bad_value, "no kind of evidence is named", {}, 0, "contradiction_by"};
  }
  return out;
}

std::string evidence_kinds::to_string() const {
  std::string out;
  for (std::size_t i = 0; i < k_evidence_kinds; ++i) {
    const auto k = static_cast<evidence_kind>(i);
    if (has(k)) out.append(out.empty() ? "" : ",").append(tradewarden::to_string(k));
  }
  return out;
}

std::string_view to_string(contradiction_policy p) noexcept {
  switch (p) {
    case contradiction_policy::keep: return "keep";
    case contradiction_policy::lower: return "lower";
    case contradiction_policy::drop: return "drop";
  }
  return "keep";
}

result<contradiction_policy> parse_contradiction_policy(std::string_view text) {
  const std::string s = ascii::lower(ascii::trim(text));
  if (s == "keep") return contradiction_policy::keep;
  if (s == "lower") return contradiction_policy::lower;
  if (s == "drop") return contradiction_policy::drop;
  return error{errc::bad_value,
               "unknown policy on contradictions '" + std::string(text.substr(0, 40)) +
                   "': use keep, lower or drop",
               {}, 0, "contradiction"};
}

std::string_view to_string(hit_origin o) noexcept {
  switch (o) {
    case hit_origin::name: return "name";
    case hit_origin::identifier: return "identifier";
    case hit_origin::both: return "name_and_identifier";
  }
  return "name";
}

std::string_view to_string(query_problem p) noexcept {
  switch (p) {
    case query_problem::none: return "none";
    case query_problem::empty: return "empty";
    case query_problem::single_letter: return "single_letter";
    case query_problem::only_common: return "only_common";
    case query_problem::damaged_index: return "damaged_index";
    case query_problem::no_name: return "no_name";
  }
  return "none";
}

}  // namespace tradewarden
