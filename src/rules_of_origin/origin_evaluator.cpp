#include "rules_of_origin/origin_evaluator.hpp"

#include <algorithm>
#include <utility>

namespace tradewarden::detail {
namespace {

using rules::origin_rule;
using rules::origin_rule_kind;
using rules::value_method;

truth fact_of(const model_part& p, std::string_view name, truth otherwise) {
  const auto at = p.facts.find(name);
  return at == p.facts.end() ? otherwise : at->second;
}

ratio part_of_one(const decimal& percent) { return to_ratio(percent) / 100; }

/// As it is used: nothing is missed by what originates.
missed as_used(truth originates, const missed& m) {
  return {only_if(!originates, m.value), m.none || originates};
}

}  // namespace

origin_evaluator::origin_evaluator(const origin_model& m) : m_(m) {
  const std::size_t n = m.parts.size();
  for (const origin_tolerance& t : m.general->tolerances) {
    tolerance_goods_.push_back(t.goods.empty() ? rules::hs_set() : rules::hs_set::parse(t.goods).value());
  }
  if (!m.general->tolerance_elsewhere.empty()) elsewhere_ = rules::hs_set::parse(m.general->tolerance_elsewhere).value();
  for (const int w : {0, 1}) {
    const auto where = static_cast<std::size_t>(w);
    status_[where].assign(n, truth::unknown);
    foreign_[where].assign(n, truth::unknown);
    vnm_[where].resize(n);
    vom_[where].resize(n);
  }
  traced_.resize(n);
  for (std::size_t p = n; p-- > 0;) settle(static_cast<std::uint32_t>(p));
}

bool origin_evaluator::traced(std::uint32_t part) const {
  const model_part& p = m_.parts[part];
  return p.self_produced && p.in_zone != truth::no && !p.lines.empty();
}

bool origin_evaluator::accumulated(std::uint32_t part) const {
  const model_part& p = m_.parts[part];
  return !p.self_produced && p.in_zone != truth::no && !p.lines.empty() && m_.general->full_cumulation;
}

interval origin_evaluator::inner(std::uint32_t part, const std::vector<interval>& of) const {
  interval sum;
  for (const model_line& l : m_.parts[part].lines) sum = plus(sum, times(of[l.child], l.quantity));
  return sum;
}

void origin_evaluator::settle(std::uint32_t part) {
  const model_part& p = m_.parts[part];
  truth out[2] = {truth::no, truth::no};
  if (p.stated) {
    out[freely] = out[inside] = *p.stated;
  } else if (p.in_zone == truth::no) {
    // Made elsewhere: no rule of the agreement makes it originate.
  } else if (p.lines.empty()) {
    out[freely] = out[inside] = p.wholly_obtained == truth::yes ? p.in_zone : m_.undetermined;
  } else if (part != 0) {
    if (!p.self_produced || m_.general->nested_designation) {
      out[freely] = out[inside] = made(part, freely, true) && p.in_zone;
    } else {
      out[freely] = (made(part, freely, false) || made(part, inside, true)) && p.in_zone;
      out[inside] = made(part, inside, false) && p.in_zone;
    }
  }
  for (const place where : {freely, inside}) {
    const truth t = out[where];
    status_[where][part] = t;
    const interval within_vnm = inner(part, vnm_[where]);
    const interval within_vom = inner(part, vom_[where]);
    truth foreign = truth::no;
    for (const model_line& l : p.lines) foreign = foreign || foreign_[where][l.child];
    interval off = p.price;    // if it does not originate
    interval own{};            // originating value within it, then
    if (traced(part)) {
      off = p.in_zone == truth::yes ? within_vnm : either(within_vnm, p.price);
      own = p.in_zone == truth::yes ? within_vom : interval{0, within_vom.high};
      if (p.in_zone != truth::yes) foreign = foreign || truth::unknown;
    } else {
      foreign = truth::yes;
      if (!p.lines.empty() && (m_.general->credit || accumulated(part))) {
        // What others made within the territory keeps its processing; what came from elsewhere
        // only the originating materials inside it.
        const interval as_zone = least(p.price, inner(part, vnm_[freely]));
        const interval as_other = m_.general->credit ? minus(p.price, inner(part, vom_[freely])) : p.price;
        off = p.in_zone == truth::yes ? as_zone : p.in_zone == truth::no ? as_other : either(as_zone, as_other);
        own = m_.general->credit ? minus(p.price, off) : interval{};
      }
    }
    foreign_[where][part] = foreign && !t;
    vnm_[where][part] = only_if(!t, off);
    vom_[where][part] = t == truth::yes ? p.price : t == truth::no ? own : either(p.price, own);
  }
  const interval within = inner(part, traced_);
  if (!traced(part)) {
    traced_[part] = vnm_[freely][part];
  } else {
    traced_[part] = p.in_zone == truth::yes ? within : either(within, p.price);
  }
}

truth origin_evaluator::wholly_obtained(std::uint32_t good) const {
  const model_part& p = m_.parts[good];
  if (p.wholly_obtained) return *p.wholly_obtained;
  return p.lines.empty() ? truth::unknown : truth::no;
}

truth origin_evaluator::only_originating(std::uint32_t good, place where) const {
  const model_part& p = m_.parts[good];
  if (p.lines.empty()) return truth::unknown;
  truth foreign = truth::no;
  for (const model_line& l : p.lines) foreign = foreign || foreign_[where][l.child];
  return !foreign;
}

truth origin_evaluator::made(std::uint32_t good, place where, bool with_value) const {
  return wholly_obtained(good) || only_originating(good, where) || by_rules(good, where, with_value);
}

truth origin_evaluator::by_rules(std::uint32_t good, place where, bool with_value) const {
  const model_part& p = m_.parts[good];
  std::optional<truth> sure;   // of those that are the good's: alternatives
  std::optional<truth> maybe;  // of those that may be
  for (const model_rule& r : p.rules) {
    if (r.applies == truth::no) continue;
    const truth t = met(good, *r.rule, where, with_value);
    std::optional<truth>& to = r.applies == truth::yes ? sure : maybe;
    if (r.applies == truth::yes) {
      to = to ? (*to || t) : t;
    } else {
      to = !to || *to == t ? t : truth::unknown;
    }
  }
  if (sure && maybe) return *sure == *maybe ? *sure : truth::unknown;
  if (sure) return *sure;
  // That a rule may be the good's leaves open that none is.
  if (maybe) return with_value ? truth::unknown : *maybe && truth::unknown;
  // A good without a rule: nobody has determined its origin.
  return good == 0 ? truth::unknown : with_value ? m_.undetermined : truth::no;
}

truth origin_evaluator::met(std::uint32_t good, const origin_rule& r, place where, bool with_value) const {
  const model_part& g = m_.parts[good];
  switch (r.kind) {
    case origin_rule_kind::any_of: {
      truth out = truth::no;
      for (const origin_rule& p : r.parts) out = out || met(good, p, where, with_value);
      return out;
    }
    case origin_rule_kind::all_of: {
      truth out = truth::yes;
      for (const origin_rule& p : r.parts) out = out && met(good, p, where, with_value);
      return out;
    }
    case origin_rule_kind::value: {
      if (!with_value) return truth::no;
      truth out = truth::no;
      for (const value_method m : methods(r)) out = out || value_met(good, r, m, where);
      return out;
    }
    case origin_rule_kind::nom_at_most_om:
      if (!with_value) return truth::no;
      return g.lines.empty() ? truth::unknown : at_most(vnm(good, where), vom(good, where));
    case origin_rule_kind::fact: return fact_of(g, r.fact, truth::unknown);
    case origin_rule_kind::wholly_obtained:
      if (r.of.empty()) return wholly_obtained(good);
      [[fallthrough]];
    case origin_rule_kind::originating:
    case origin_rule_kind::shift: {
      if (r.kind == origin_rule_kind::originating && r.of.empty()) return only_originating(good, where);
      if (g.lines.empty()) return truth::unknown;
      const tolerated t = tolerance(good, r, where);
      return !t.asked || t.met;
    }
  }
  return truth::unknown;
}

std::vector<value_method> origin_evaluator::methods(const origin_rule& r) const {
  if (r.method != value_method::rvc) return {r.method};
  std::vector<value_method> out;
  for (const rvc_method m : m_.general->rvc) {
    switch (m) {
      case rvc_method::transaction_value: out.push_back(value_method::transaction_value); break;
      case rvc_method::net_cost: out.push_back(value_method::net_cost); break;
      case rvc_method::build_up: out.push_back(value_method::build_up); break;
      default: out.push_back(value_method::build_down); break;
    }
  }
  return out;
}

interval origin_evaluator::vnm(std::uint32_t good, place where) const { return inner(good, vnm_[where]); }
interval origin_evaluator::vom(std::uint32_t good, place where) const { return inner(good, vom_[where]); }
interval origin_evaluator::traced_vnm(std::uint32_t good) const { return inner(good, traced_); }

interval origin_evaluator::value_of(std::uint32_t good) const {
  return minus(m_.parts[good].price, m_.parts[good].shipping);
}

interval origin_evaluator::build_up_costs(std::uint32_t good, place where) const {
  if (!m_.general->build_up_costs) return {};
  const model_part& g = m_.parts[good];
  if (g.build_up_costs) return *g.build_up_costs;
  // With the originating materials they are at most what the others leave of the price.
  const interval left = minus(minus(value_of(good), vnm(good, where)), vom(good, where));
  return g.most_build_up && left.high ? known(*left.high) : interval{0, left.high};
}

truth origin_evaluator::value_met(std::uint32_t good, const origin_rule& r, value_method method, place where) const {
  const model_part& g = m_.parts[good];
  if (g.lines.empty()) return truth::unknown;
  const ratio percent = part_of_one(r.percent);
  switch (method) {
    case value_method::net_cost: return at_most(vnm(good, where), times(g.net_cost, 1 - percent));
    case value_method::build_up:
      return at_most(times(value_of(good), percent), plus(vom(good, where), build_up_costs(good, where)));
    case value_method::max_nom: {
      if (!r.by_weight) return at_most(named(good, r, where), times(value_of(good), percent));
      const truth out = at_most(named(good, r, where), times(g.weight, percent));
      return out == truth::yes ? out : out || tolerance(good, r, where).met;
    }
    case value_method::focused: return at_most(named(good, r, where), times(value_of(good), 1 - percent));
    default: return at_most(vnm(good, where), times(value_of(good), 1 - percent));
  }
}

interval origin_evaluator::named(std::uint32_t good, const origin_rule& r, place where) const {
  if (r.of.empty() && !r.by_weight) return vnm(good, where);
  return over_materials(good, where, r, r.by_weight).value;
}

truth origin_evaluator::shifts(std::uint32_t material, std::uint32_t good, const origin_rule& r) const {
  const model_part& p = m_.parts[material];
  if (p.shifts) return *p.shifts;
  const std::string& hs = m_.parts[good].hs;
  return (rules::differs(p.hs, hs, r.level) && !r.except.has(p.hs, hs)) || r.also.has(p.hs, hs);
}

missed origin_evaluator::whole(const model_part& p, std::uint32_t good, const origin_rule& r, bool weigh) const {
  truth ok = truth::no;
  if (r.kind == origin_rule_kind::shift) {
    ok = shifts(static_cast<std::uint32_t>(&p - m_.parts.data()), good, r);
  } else {
    ok = r.of.empty() ? truth::no : !r.of.has(p.hs, m_.parts[good].hs);
    if (r.kind == origin_rule_kind::wholly_obtained) ok = ok || p.wholly_obtained.value_or(truth::unknown);
  }
  return {only_if(!ok, weigh ? p.weight : p.price), ok};
}

missed origin_evaluator::over_materials(std::uint32_t good, place where, const origin_rule& r, bool weigh) const {
  // What a part misses as it is used depends on the test and the code of the good alone: goods of one code
  // and rule share it, so that a deep bill is gone through once for each rule, not once for each part.
  std::unordered_map<std::uint32_t, missed>& found = found_[{&r, m_.parts[good].hs, where, weigh}];
  const auto looked_through = [this](std::uint32_t at) { return traced(at) || accumulated(at); };
  const auto inside_of = [&](const model_part& p) {
    missed sum;
    for (const model_line& l : p.lines) {
      const missed& m = found.at(l.child);
      sum.value = plus(sum.value, times(m.value, l.quantity));
      sum.none = sum.none && m.none;
    }
    return sum;
  };
  std::vector<std::uint32_t> open;
  const auto ask = [&](const model_part& p) {
    const std::size_t before = open.size();
    for (const model_line& l : p.lines) {
      if (!found.contains(l.child)) open.push_back(l.child);
    }
    return open.size() != before;
  };
  (void)ask(m_.parts[good]);
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    const model_part& p = m_.parts[at];
    if (found.contains(at)) {
      open.pop_back();
      continue;
    }
    if (looked_through(at) && ask(p)) continue;
    open.pop_back();
    missed m;
    if (traced(at)) {
      m = inside_of(p);
      if (p.in_zone != truth::yes) {
        const missed w = whole(p, good, r, weigh);
        m = {either(m.value, w.value), m.none == w.none ? m.none : truth::unknown};
      }
    } else {
      m = whole(p, good, r, weigh);
      if (accumulated(at)) {
        const missed t = inside_of(p);
        const interval best = least(m.value, t.value);
        m = p.in_zone == truth::yes ? missed{best, m.none || t.none}
                                    : missed{{best.low, m.value.high}, m.none || (t.none && truth::unknown)};
      }
    }
    found.emplace(at, as_used(status_[where][at], m));
  }
  return inside_of(m_.parts[good]);
}

tolerated origin_evaluator::tolerance(std::uint32_t good, const origin_rule& r, place where) const {
  const model_part& g = m_.parts[good];
  tolerated out;
  const missed m = over_materials(good, where, r, false);
  out.asked = !m.none;
  out.value = m.value;
  if (m.none == truth::yes) return out;
  const bool weight_test = r.kind == origin_rule_kind::value;
  for (std::size_t i = 0; i < tolerance_goods_.size(); ++i) {
    const origin_tolerance& t = m_.general->tolerances[i];
    const bool covers = weight_test                                    ? t.weight
                        : r.kind == origin_rule_kind::wholly_obtained ? t.wholly_obtained
                        : r.kind == origin_rule_kind::shift           ? t.shift
                                                                       : false;
    if (!covers) continue;
    const truth goods = tolerance_goods_[i].empty() ? truth::yes : tolerance_goods_[i].has(g.hs);
    if (goods == truth::no) continue;
    const interval base = t.by_weight ? g.weight : t.of_total_cost ? g.total_cost : value_of(good);
    const interval limit = times(base, part_of_one(t.percent));
    const interval what = t.by_weight ? over_materials(good, where, r, true).value : m.value;
    const truth met = at_most(what, limit) && goods;
    if (out.by == nullptr || met > out.met) {
      out.by = &t;
      out.limit = limit;
      out.value = what;
    }
    out.met = out.met || met;
  }
  const bool tolerable = r.kind == origin_rule_kind::shift || r.kind == origin_rule_kind::wholly_obtained || weight_test;
  if (tolerable && !elsewhere_.empty() && elsewhere_.has(g.hs) != truth::no) {
    out.elsewhere = true;
    out.met = out.met || truth::unknown;
  }
  return out;
}

truth origin_evaluator::conditions() const {
  const model_part& p = m_.parts.front();
  return p.in_zone && !fact_of(p, "minimal_operations", truth::no) && fact_of(p, "direct_transport", truth::yes);
}

}  // namespace tradewarden::detail
