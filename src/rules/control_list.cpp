// Reasons for control of an item, and what follows from its entry alone.
#include <algorithm>
#include <utility>

#include "rules/tables.hpp"

namespace tradewarden::rules {
namespace {

/// The row does not say whether it covers the item.
std::string coverage_question(const classification& c, const ccl_row& row) {
  return "does " + row.reason + " (" + row.control + ") of " + std::string(c.entry()) + " cover " +
         c.to_string();
}

/// Of the bases, the predicate's own; an edition of another day below it shows on it.
rule_basis joined(bases all) {
  if (all.empty()) return {};
  rule_basis out = std::move(all.front());
  for (std::size_t i = 1; i < all.size(); ++i) {
    out.verified = out.verified && all[i].verified;
    if (!all[i].other_edition) continue;
    out.other_edition = true;
    if (out.assumption.empty()) out.assumption = std::move(all[i].assumption);
  }
  return out;
}

}  // namespace

std::vector<licence_reason> rule_tables::reasons(const classification& c, const place& p,
                                                 day on) const {
  std::vector<licence_reason> out;
  if (!c.is_eccn()) return out;
  for (const entry_slot* slot : slots(c.entry(), on)) {
    const rule_basis own = basis(*slot->file, *slot->value, on);
    for (std::size_t i = 0; i < slot->entry->rows.size(); ++i) {
      licence_reason r = reason(slot->entry->rows[i], slot->predicates[i], c, p, on);
      r.basis = own;
      out.push_back(std::move(r));
    }
  }
  return out;
}

licence_reason rule_tables::reason(const ccl_row& row, const rule_file* named,
                                   const classification& c, const place& p, day on) const {
  licence_reason r;
  r.reason = row.reason;
  r.control = row.control;
  r.applies = row.covers.covers(c.paragraph());
  bases why;
  if (row.column >= 0) {
    r.kind = control_kind::chart;
    r.reaches = chart_mark(p, row.column, on, &why);
    if (r.reaches == truth::unknown) r.asks = p.known() ? "part_746" : "destination";
  } else if (named != nullptr) {
    // A predicate that names nobody for certain points to another part.
    const dated_value* v = value_on(*named, on);
    const auto* d = v == nullptr ? nullptr : std::get_if<destination_value>(&v->data);
    const bool open = d != nullptr && d->yes.empty() && d->always.empty();
    r.kind = open ? control_kind::elsewhere : control_kind::predicate;
    r.reaches = reaches(*named, p, on, &why, &r.asks);
  } else {
    r.kind = control_kind::elsewhere;
  }
  r.destination_basis = joined(std::move(why));
  r.required = r.applies && r.reaches;
  if (r.required != truth::unknown) {
    r.asks.clear();
  } else if (r.applies == truth::unknown) {
    r.asks = coverage_question(c, row);
  }
  return r;
}

truth rule_tables::only_reason(std::string_view wanted, const classification& c, day on,
                               bases* why) const {
  if (c.kind() == classification_kind::unknown) return truth::unknown;
  if (!c.is_eccn()) return truth::no;
  const entry_slot* slot = entry(c.entry(), on);
  if (slot == nullptr || slot->entry->rows.empty()) return truth::unknown;
  if (why != nullptr) why->push_back(basis(*slot->file, *slot->value, on));
  truth wanted_applies = truth::no;
  truth other_applies = truth::no;
  for (const entry_slot* each : slots(c.entry(), on)) {
    for (const ccl_row& row : each->entry->rows) {
      const truth applies = row.covers.covers(c.paragraph());
      if (row.reason == wanted) {
        wanted_applies = wanted_applies || applies;
      } else if (row.reason == "IS") {
        // An industry sector sanction is not a reason for control, nor is it none.
        other_applies = other_applies || (applies && truth::unknown);
      } else {
        other_applies = other_applies || applies;
      }
    }
  }
  // An item that no row covers is not described by the table.
  if (wanted_applies == truth::no && other_applies == truth::no) return truth::unknown;
  return wanted_applies && !other_applies;
}

truth rule_tables::has_reason(std::string_view wanted, const classification& c, day on,
                              bases* why) const {
  if (c.kind() == classification_kind::unknown) return truth::unknown;
  if (!c.is_eccn()) return truth::no;
  const entry_slot* slot = entry(c.entry(), on);
  if (slot == nullptr || slot->entry->rows.empty()) return truth::unknown;
  if (why != nullptr) why->push_back(basis(*slot->file, *slot->value, on));
  truth out = truth::no;
  for (const entry_slot* each : slots(c.entry(), on)) {
    for (const ccl_row& row : each->entry->rows) {
      if (row.reason == wanted) out = out || row.covers.covers(c.paragraph());
    }
  }
  return out;
}

truth rule_tables::has_chart_column(const classification& c, day on, bases* why) const {
  if (c.kind() == classification_kind::unknown) return truth::unknown;
  if (!c.is_eccn()) return truth::no;
  const entry_slot* slot = entry(c.entry(), on);
  if (slot == nullptr) return truth::unknown;
  if (why != nullptr) why->push_back(basis(*slot->file, *slot->value, on));
  truth out = truth::no;
  for (const ccl_row& row : slot->entry->rows) {
    if (row.column >= 0) out = out || row.covers.covers(c.paragraph());
  }
  return out;
}

truth rule_tables::in_class(std::string_view name, const classification& c, day on,
                            bases* why) const {
  const classification_kind kind = c.kind();
  if (name == "ear99" || name == "eccn" || name == "itar") {
    if (kind == classification_kind::unknown) return truth::unknown;
    return as_truth((name == "ear99" && kind == classification_kind::ear99) ||
                    (name == "eccn" && kind == classification_kind::eccn) ||
                    (name == "itar" && kind == classification_kind::itar));
  }
  if (name == "at-only") return only_reason("AT", c, on, why);
  if (name == "short-supply-only") return only_reason("SS", c, on, why);
  if (name == "has-chart-column") return has_chart_column(c, on, why);
  const rule_file* rule = eccn_class(name);
  const dated_value* v = rule == nullptr ? nullptr : value_on(*rule, on);
  if (v == nullptr) return truth::unknown;
  if (why != nullptr) why->push_back(basis(*rule, *v, on));
  if (kind == classification_kind::unknown) return truth::unknown;
  const auto& patterns = std::get<eccn_patterns>(v->data);
  const coverage* covers = patterns.find(c.is_eccn() ? c.entry()
                                         : kind == classification_kind::ear99
                                             ? std::string_view("EAR99")
                                             : std::string_view());
  return covers == nullptr ? truth::no : covers->covers(c.paragraph());
}

}  // namespace tradewarden::rules
