#include "tradewarden/decision.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tradewarden {
namespace {

/// Fields one behind the other, each with its length in front: no two entries give the same text.
class field_text {
 public:
  field_text& add(std::string_view text) {
    out_ += std::to_string(text.size());
    out_ += ':';
    out_ += text;
    return *this;
  }
  field_text& add(const std::optional<day>& d) { return add(d ? d->to_string() : std::string()); }
  field_text& count(std::size_t n) { return add(std::to_string(n)); }
  field_text& all(const std::vector<std::string>& texts) {
    count(texts.size());
    for (const std::string& t : texts) add(t);
    return *this;
  }
  [[nodiscard]] digest sha256() const { return tradewarden::sha256(out_); }

 private:
  std::string out_;
};

void add_measures(const listed_party& p, field_text& to) {
  to.count(p.measures.size());
  for (const measure& m : p.measures) {
    to.add(to_string(m.kind)).add(m.from).add(m.until).add(m.published).all(m.citations).add(m.note);
    to.count(static_cast<std::size_t>(m.end)).count(m.verified ? 1 : 0);
  }
  to.count(p.overlays.size());
  for (const overlay& o : p.overlays) {
    to.add(o.kind).add(o.from).add(o.until).add(o.published).all(o.citations).add(o.note);
    to.count(o.verified ? 1 : 0);
  }
}

}  // namespace

digest entry_digest(const listed_party& p) {
  field_text to;
  to.add("entry 1").add(p.list).add(p.source_id).add(to_string(p.schema)).count(p.names.size());
  for (const party_name& n : p.names) to.add(n.text).add(n.language).add(to_string(n.kind)).add(to_string(n.strength));
  to.count(p.addresses.size());
  for (const party_address& a : p.addresses) {
    to.add(a.street).add(a.city).add(a.state).add(a.postal_code).add(a.country).add(a.text);
  }
  to.all(p.countries).count(p.birth_dates.size());
  for (const party_birth_date& b : p.birth_dates) to.add(b.date.to_string());
  to.all(p.birth_places).all(p.nationalities).all(p.citizenships).add(p.gender).count(p.identifiers.size());
  for (const party_identifier& i : p.identifiers) {
    to.add(i.type).add(i.value).add(i.country).add(i.issued).add(i.expires);
  }
  to.add(p.title).add(p.call_sign).add(p.imo).add(p.vessel_type).add(p.vessel_flag).add(p.vessel_owner);
  to.add(p.tonnage).add(p.gross_registered_tonnage).all(p.programmes).all(p.sublists);
  to.add(p.licence_requirement).add(p.licence_policy).all(p.footnotes).all(p.citations);
  add_measures(p, to);
  to.count(p.linked.size());
  for (const linked_party& l : p.linked) to.add(l.relation).add(l.name);
  to.add(p.remarks);
  return to.sha256();
}

std::string_view to_string(decision_state s) noexcept {
  switch (s) {
    case decision_state::in_force: return "in_force";
    case decision_state::awaiting_approval: return "awaiting_approval";
    case decision_state::withdrawn: return "withdrawn";
    case decision_state::expired: return "expired";
    case decision_state::customer_changed: return "customer_changed";
    case decision_state::entry_changed: return "entry_changed";
  }
  return {};
}

decision_state state_of(const decision& d, day on, const digest& customer, const digest& entry) {
  if (!d.withdrawn_by.empty()) return decision_state::withdrawn;
  if (d.customer_digest != customer) return decision_state::customer_changed;
  if (d.entry_digest != entry) return decision_state::entry_changed;
  if (d.expires && *d.expires <= on) return decision_state::expired;
  return d.approved_by.empty() ? decision_state::awaiting_approval : decision_state::in_force;
}

}  // namespace tradewarden
