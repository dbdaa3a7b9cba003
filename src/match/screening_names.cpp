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
  }
  return "absent";
}

std::string_view to_string(query_problem p) noexcept {
  switch (p) {
    case query_problem::none: return "none";
    case query_problem::empty: return "empty";
    case query_problem::single_letter: return "single_letter";
    case query_problem::only_common: return "only_common";
    case query_problem::damaged_index: return "damaged_index";
  }
  return "none";
}

}  // namespace tradewarden
