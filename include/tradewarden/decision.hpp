// A decision of people that a hit is not the customer: for one customer and one entry, as both were on
// the day. docs/decisions.md says what a decision does and when it ends.
//
// Example:
//   tradewarden::decision d;
//   d.customer = "C-17"; d.list = "US-SDN"; d.source_id = "12345";
//   d.reason = "another birth date, passport seen"; d.who = "A. Analyst"; d.approved_by = "B. Officer";
//
// Threads: plain values; pure functions.
#ifndef TRADEWARDEN_DECISION_HPP
#define TRADEWARDEN_DECISION_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden {

struct decision {
  std::string id;          ///< 16 hexadecimal digits, of what was decided.
  std::string customer;    ///< The customer's id: a decision never holds for a name.
  digest customer_digest;  ///< Of the customer's fields (customer_digest()).
  std::string customer_name;
  std::string list;
  std::string source_id;
  digest entry_digest;     ///< Of the entry (entry_digest()).
  std::string entry_name;
  std::string reason;
  std::string who;
  std::string at;          ///< UTC, "2026-08-01T06:30:00Z".
  std::optional<day> expires;  ///< The first day on which it no longer holds.
  std::string approved_by;     ///< The second person; empty until somebody has approved.
  std::string approved_at;
  std::string withdrawn_by;    ///< Empty while it stands.
  std::string withdrawn_at;
  std::string withdrawn_reason;
  friend bool operator==(const decision&, const decision&) = default;
};

/// Whether it sets a hit aside, or why it does not.
enum class decision_state : std::uint8_t {
  in_force = 0,
  awaiting_approval = 1,
  withdrawn = 2,
  expired = 3,
  customer_changed = 4,
  entry_changed = 5,
};
[[nodiscard]] std::string_view to_string(decision_state s) noexcept;

/// A decision that was found for a hit.
struct applied_decision {
  tradewarden::decision decision;
  decision_state state = decision_state::in_force;
  friend bool operator==(const applied_decision&, const applied_decision&) = default;
};

/// One digest over everything that the list says of the entry: names, addresses, numbers, dates,
/// measures, remarks. Where it stood in a file, and which publications have it, is no part of it.
[[nodiscard]] digest entry_digest(const listed_party& entry);

/// How a decision stands on a day to a customer and an entry of these digests.
[[nodiscard]] decision_state state_of(const decision& d, day on, const digest& customer,
                                      const digest& entry);

}  // namespace tradewarden

#endif  // TRADEWARDEN_DECISION_HPP
