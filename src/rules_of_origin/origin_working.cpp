#include "rules_of_origin/origin_working.hpp"

#include <algorithm>
#include <utility>

#include "rules_of_origin/value_share.hpp"

namespace tradewarden::detail {
namespace {

using rules::origin_rule;
using rules::origin_rule_kind;
using rules::value_method;

constexpr std::size_t k_most_materials = 100;

rvc_method method_of(value_method m) {
  switch (m) {
    case value_method::net_cost: return rvc_method::net_cost;
    case value_method::build_up: return rvc_method::build_up;
    case value_method::focused: return rvc_method::focused_value;
    case value_method::max_nom: return rvc_method::max_nom;
    case value_method::transaction_value: return rvc_method::transaction_value;
    default: return rvc_method::build_down;
  }
}

share_term term(const interval& i) { return {i, text_of(i)}; }

class working {
 public:
  working(const built_model& b, const origin_evaluator& e, std::uint32_t good, origin_evaluator::place where)
      : e_(e), m_(b.model), good_(good), g_(b.model.parts[good]), where_(where) {}

  [[nodiscard]] roo_test of(const origin_rule& r) const {
    roo_test out;
    out.text = r.text;
    out.met = e_.met(good_, r, where_, true);
    switch (r.kind) {
      case origin_rule_kind::any_of:
      case origin_rule_kind::all_of:
        out.kind = r.kind == origin_rule_kind::any_of ? "any_of" : "all_of";
        for (const origin_rule& p : r.parts) out.parts.push_back(of(p));
        break;
      case origin_rule_kind::value: values(r, out); break;
      case origin_rule_kind::nom_at_most_om:
        out.kind = "value";
        out.why = "non-originating materials are worth " + text_of(e_.vnm(good_, where_)) + ", originating ones " +
                  text_of(e_.vom(good_, where_));
        break;
      case origin_rule_kind::fact:
        out.kind = "fact";
        out.why = out.met == truth::unknown ? "not stated: fact " + r.fact + " of " + g_.id
                                            : "stated: " + std::string(to_string(out.met));
        break;
      case origin_rule_kind::wholly_obtained:
      case origin_rule_kind::originating:
      case origin_rule_kind::shift: materials(r, out); break;
    }
    return out;
  }

  [[nodiscard]] roo_test ways() const {
    roo_test out;
    out.kind = "any_of";
    roo_test whole;
    whole.kind = "wholly_obtained";
    whole.text = "wholly obtained";
    whole.met = e_.wholly_obtained(good_);
    whole.why = g_.wholly_obtained ? "stated: " + std::string(to_string(whole.met))
                                   : "not stated; a good that is made of parts is taken not to be";
    roo_test only;
    only.kind = "originating";
    only.text = "made of originating materials alone";
    only.met = e_.only_originating(good_, where_);
    only.why = only.met == truth::yes  ? "every material originates"
               : only.met == truth::no ? "some materials do not originate"
                                       : "it is not known of every material whether it originates";
    out.parts = {std::move(whole), std::move(only)};
    for (const model_rule& r : g_.rules) {
      if (r.applies == truth::no) continue;
      roo_test t = of(*r.rule);
      if (r.applies == truth::unknown) {
        t.why += (t.why.empty() ? "" : "; ") + std::string("it is not known whether this rule is the good's");
      }
      out.parts.push_back(std::move(t));
    }
    out.met = e_.made_of(good_, where_);
    return out;
  }

 private:
  /// What each method gives; several methods: one in each part.
  void values(const origin_rule& r, roo_test& out) const {
    out.kind = "value";
    const std::vector<value_method> methods = e_.methods(r);
    if (methods.size() == 1) return value(r, methods.front(), out);
    for (const value_method m : methods) {
      roo_test one;
      one.kind = "value";
      one.text = std::string(rules::to_string(m)) + " " + r.percent.to_string();
      one.met = e_.value_met(good_, r, m, where_);
      value(r, m, one);
      out.parts.push_back(std::move(one));
    }
  }

  void value(const origin_rule& r, value_method m, roo_test& out) const {
    if (g_.lines.empty()) {
      out.why = "no materials are known of " + g_.id;
      return;
    }
    share_terms q;
    q.method = method_of(m);
    q.limit = rvc_limit{r.percent, m == value_method::max_nom};
    const interval counted = m == value_method::max_nom || m == value_method::focused ? e_.named(good_, r, where_)
                                                                                       : e_.vnm(good_, where_);
    if (m == value_method::net_cost) {
      q.total_cost = {term(g_.net_cost)};
      if (g_.net_cost.low <= 0) out.why = "the net cost is not known: fact net_cost, or total_cost and excluded_costs, of " + g_.id;
    } else if (r.by_weight) {
      q.value = {term(g_.weight)};
    } else {
      q.value = {term(g_.price)};
      if (g_.shipping.high != ratio(0)) q.international_shipping = {term(g_.shipping)};
    }
    if (m == value_method::build_up) {
      q.vom = {term(e_.vom(good_, where_))};
      if (m_.general->build_up_costs) q.costs = {term(e_.build_up_costs(good_, where_))};
    } else {
      q.vnm = {term(counted)};
    }
    auto share = work_out(q);
    if (share) {
      out.share = std::move(*share);
      out.why = "the share is " + out.share->share->to_string() + " = " + out.share->display + ", " +
                (q.limit->at_most ? "at most " : "at least ") + r.percent.to_string() + " % is asked";
      traced(q, out);
    } else if (out.why.empty()) {
      out.why = share.error().message;
    }
    if (r.by_weight && out.met != truth::no) tolerated_by(r, out);
  }

  /// The same without any designation, where designations change it.
  void traced(share_terms q, roo_test& out) const {
    if (q.vnm.size() != 1 || q.method == rvc_method::focused_value) return;
    const interval all = e_.traced_vnm(good_);
    if (all == q.vnm.front().amount || q.vnm.front().amount != e_.vnm(good_, where_)) return;
    q.vnm = {term(all)};
    if (const auto share = work_out(q)) out.share_traced = share->share;
  }

  void materials(const origin_rule& r, roo_test& out) const {
    out.kind = r.kind == origin_rule_kind::shift         ? "shift"
               : r.kind == origin_rule_kind::originating ? "originating"
                                                         : "wholly_obtained";
    if (g_.lines.empty()) {
      out.why = "no materials are known of " + g_.id;
      return;
    }
    if (r.kind == origin_rule_kind::wholly_obtained && r.of.empty()) {
      out.why = "whether the good is wholly obtained";
      return;
    }
    if (r.kind == origin_rule_kind::shift && g_.hs.empty()) out.why = "the HS code of " + g_.id + " is not known; ";
    list(r, out);
    tolerated_by(r, out);
    const char* what = r.kind == origin_rule_kind::shift         ? "changes its classification so"
                       : r.kind == origin_rule_kind::originating ? "that is named originates"
                                                                 : "that is named is wholly obtained";
    const std::string every = r.kind == origin_rule_kind::shift ? "every non-originating material " : "every material ";
    if (!out.tolerance) {
      out.why += every + what;
      return;
    }
    const std::uint64_t more = out.materials.size() + out.more_materials - std::min<std::size_t>(out.materials.size(), 3);
    out.why += "not " + every + what + ", or not for sure: ";
    for (std::size_t i = 0; i < out.materials.size() && i < 3; ++i) out.why += (i == 0 ? "" : ", ") + out.materials[i];
    if (more != 0) out.why += " and " + std::to_string(more) + " more";
    out.why += "; worth " + out.tolerance->missed.to_string();
    if (!out.tolerance->of.empty()) {
      out.why += out.tolerance->met == truth::yes  ? ", which is tolerated: "
                 : out.tolerance->met == truth::no ? ", more than is tolerated: "
                                                   : ", perhaps more than is tolerated: ";
      out.why += out.tolerance->of + ", " + out.tolerance->limit.to_string();
    }
  }

  void tolerated_by(const origin_rule& r, roo_test& out) const {
    const tolerated t = e_.tolerance(good_, r, where_);
    if (t.asked == truth::no) return;
    roo_tolerance tolerance{to_amount(t.value), to_amount(t.limit), {}, t.met};
    if (t.by != nullptr) {
      tolerance.of = t.by->percent.to_string() + " % of the " +
                     (t.by->by_weight ? "weight" : t.by->of_total_cost ? "total cost" : "value");
    } else if (t.elsewhere) {
      tolerance.of = "a tolerance for these goods that is not worked out here";
    }
    out.tolerance = std::move(tolerance);
  }

  /// Materials that miss the test, or may: found by going down as the count does.
  void list(const origin_rule& r, roo_test& out) const {
    std::vector<char> seen(m_.parts.size());
    std::vector<std::uint32_t> open;
    const auto add = [&](const model_part& p) {
      for (const model_line& l : p.lines) {
        if (seen[l.child] == 0) open.push_back(l.child);
        seen[l.child] = 1;
      }
    };
    std::vector<std::string> found;
    add(g_);
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      const model_part& p = m_.parts[at];
      if (e_.status(at, where_) == truth::yes) continue;
      if (e_.traced(at)) {
        add(p);
        if (p.in_zone == truth::yes) continue;
      }
      truth ok = truth::no;
      if (r.kind == origin_rule_kind::shift) {
        ok = e_.shifts(at, good_, r);
      } else {
        ok = !r.of.has(p.hs, g_.hs);
        if (r.kind == origin_rule_kind::wholly_obtained) ok = ok || p.wholly_obtained.value_or(truth::unknown);
      }
      if (ok != truth::yes) found.push_back(p.id);
    }
    std::sort(found.begin(), found.end());
    if (found.size() > k_most_materials) {
      out.more_materials = found.size() - k_most_materials;
      found.resize(k_most_materials);
    }
    out.materials = std::move(found);
  }

  const origin_evaluator& e_;
  const origin_model& m_;
  std::uint32_t good_;
  const model_part& g_;
  origin_evaluator::place where_;
};

const char* why_of(const model_part& p, truth t) {
  if (p.stated) return "stated";
  if (p.in_zone == truth::no) return "made_elsewhere";
  if (p.wholly_obtained == truth::yes) return "wholly_obtained";
  if (!p.lines.empty() && !p.rules.empty()) return t == truth::unknown ? "its_rule_depends" : "by_its_rule";
  if (!p.lines.empty()) return t == truth::yes ? "of_originating_materials" : "no_rule";
  return "not_determined";
}

}  // namespace

const char* met_words(truth t) noexcept {
  return t == truth::yes ? "met" : t == truth::no ? "not met" : "not known";
}

roo_test ways_of(const built_model& b, const origin_evaluator& e, std::uint32_t good, origin_evaluator::place where) {
  return working(b, e, good, where).ways();
}

counted_materials count_materials(const built_model& b, const origin_evaluator& e, const bill& parts) {
  const origin_model& m = b.model;
  counted_materials out;
  // How many of each part one product has that are counted for sure, and at most.
  std::vector<ratio> sure(m.parts.size());
  std::vector<ratio> most(m.parts.size());
  sure[0] = most[0] = 1;
  for (std::uint32_t at = 0; at < m.parts.size(); ++at) {
    if (most[at] == 0) continue;
    const model_part& p = m.parts[at];
    const truth t = at == 0 ? truth::no : e.status(at, origin_evaluator::freely);
    const bill_part named = parts.part(part_id{b.bill_part[at]});
    const bool looked_through = at == 0 || (e.traced(at) && t != truth::yes);
    if (at != 0 && e.traced(at) && t != truth::no) {
      const bool plain = e.status(at, origin_evaluator::inside) == t;
      out.designations.push_back({p.id, std::string(named.name), t, !plain && !m.general->nested_designation, to_amount(p.price)});
    } else if (at != 0 && !e.traced(at)) {
      interval value = times(p.price, sure[at]);
      value.high = times(p.price, most[at]).high;
      const interval quantity{sure[at], most[at]};
      out.materials.push_back({p.id, std::string(named.name), p.hs, std::string(named.made_in), t,
                               p.stated || p.in_zone == truth::no || p.wholly_obtained == truth::yes ||
                                   (!p.lines.empty() && (!p.rules.empty() || t == truth::yes)),
                               why_of(p, t), to_amount(quantity), to_amount(value)});
    }
    if (!looked_through) continue;
    for (const model_line& l : p.lines) {
      if (at == 0 || t == truth::no) sure[l.child] += sure[at] * l.quantity;
      most[l.child] += most[at] * l.quantity;
    }
  }
  std::stable_sort(out.materials.begin(), out.materials.end(), [](const roo_material& x, const roo_material& y) {
    const auto order = compare(y.value.low, x.value.low);
    return order != 0 ? order < 0 : x.part < y.part;
  });
  return out;
}

}  // namespace tradewarden::detail
