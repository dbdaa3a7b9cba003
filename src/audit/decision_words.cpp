#include "audit/decision_words.hpp"

namespace tradewarden::audit {

std::string_view state_words(decision_state s) {
  switch (s) {
    case decision_state::in_force: return "set aside";
    case decision_state::awaiting_approval: return "decision awaits a second approver";
    case decision_state::withdrawn: return "decision withdrawn";
    case decision_state::expired: return "decision expired";
    case decision_state::customer_changed: return "decision ended: the customer has changed";
    case decision_state::entry_changed: return "decision ended: the entry has changed";
  }
  return {};
}

std::string decided_sentence(const applied_decision& a) {
  const decision& d = a.decision;
  const bool holds = a.state == decision_state::in_force;
  std::string out(state_words(a.state));
  out += holds ? " by decision " : "; decision ";
  out += d.id + " of " + d.at.substr(0, 10) + " by " + d.who;
  if (!d.approved_by.empty()) out += ", approved by " + d.approved_by;
  if (d.expires) out += ", until " + d.expires->to_string();
  if (!d.withdrawn_by.empty()) out += ", withdrawn by " + d.withdrawn_by;
  return out + ": " + d.reason;
}

}  // namespace tradewarden::audit
