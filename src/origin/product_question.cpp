#include "origin/product_question.hpp"

#include <algorithm>

#include "origin/part_fields.hpp"

namespace tradewarden::detail {

run_signatures::run_signatures(const origin_engine& engine, const overlay& changes)
    : engine_(engine) {
  for (const signature_key& k : engine.keys) all_.push_back(engine.named(k));
  for (const auto& [part, change] : changes.parts) {
    if (!change.code) continue;
    detail::signature s = all_[engine.signature[part]];
    codes_.push_back(*change.code);
    texts_.push_back(change.code->to_string());
    s.code = &codes_.back();
    s.eccn = texts_.back();
    const bill_data& d = engine.data();
    s.hs = change.code->is_eccn() ? std::string_view() : d.words.text(d.parts.hs[part]);
    changed_.emplace_back(part, static_cast<std::uint32_t>(all_.size()));
    all_.push_back(s);
  }
}

std::uint32_t run_signatures::of(std::uint32_t part) const {
  for (const auto& [p, number] : changed_) {
    if (p == part) return number;
  }
  return engine_.signature[part];
}

namespace {

truth us_origin_in(const origin_engine& e, std::uint32_t part, const part_change* c) {
  if (c && c->made_in) return us_origin_of(*c->made_in);
  return e.data().parts.us_origin[part];
}


cone open_product(const origin_engine& e, std::uint32_t product, const origin_options& options,
                  const overlay& changes, cone_scratch& scratch) {
  // What is of US origin counts as a whole: it is not opened.
  const auto whole = [&](std::uint32_t p) {
    return us_origin_in(e, p, changes.find(p)) == truth::yes;
  };
  return make_cone(e.data(), e.rank, product, options.alternatives == alternatives_policy::any,
                   whole, changes.lines, scratch);
}

std::vector<part_facts> facts_of(const product_question& q, day on, const overlay& changes,
                                 std::vector<std::uint8_t>& no_rate) {
  const bill_data& d = q.engine.data();
  std::vector<part_facts> facts(q.cone.size());
  no_rate.assign(q.cone.size(), 0);
  for (std::uint32_t i = 0; i < q.cone.size(); ++i) {
    const std::uint32_t p = q.cone.parts[i];
    const part_change* change = changes.find(p);
    part_facts& f = facts[i];
    f.us_origin = us_origin_in(q.engine, p, change);
    f.discrete = change && change->discrete ? *change->discrete : d.parts.discrete[p];
    f.signature = q.signatures.of(p);
    f.kind = d.parts.kind[p];
    origin_engine::worth w = q.engine.worth_of(p, q.currency, on, change);
    f.worth_known = w.known;
    f.low = std::move(w.low);
    f.high = std::move(w.high);
    no_rate[i] = w.no_rate ? 1 : 0;
  }
  return facts;
}

}  // namespace

product_question::product_question(const origin_engine& e, const run_signatures& s,
                                   std::uint32_t part, const origin_options& options, day on,
                                   const overlay& changes, cone_scratch& scratch)
    : engine(e),
      signatures(s),
      product(part),
      currency(e.currency_of(part)),
      cone(open_product(e, part, options, changes, scratch)),
      facts(facts_of(*this, on, changes, no_rate)),
      count(cone, e.data(), facts),
      unknown_discrete_counts_(options.unknown_discrete_counts) {}

const std::vector<node_reach>& product_question::reaches(bool cut) {
  std::vector<node_reach>& r = reaches_[cut ? 1 : 0];
  if (r.empty()) {
    count_request as_facts_stand;
    as_facts_stand.cut = cut;
    as_facts_stand.unknown_discrete_counts = unknown_discrete_counts_;
    r = count.reaches(as_facts_stand);
  }
  return r;
}

const counted_part& product_question::about(std::uint32_t node) {
  about_.resize(cone.size());
  std::optional<counted_part>& known = about_[node];
  if (known) return *known;
  counted_part& p = known.emplace();
  const part_facts& f = facts[node];
  const bill_data& d = engine.data();
  const std::uint32_t part = cone.parts[node];
  const node_reach& reach = reaches(false)[node];  // all and fewest are the same with cuts
  p.part = id(node);
  p.name = d.names.text(d.parts.name[part]);
  p.eccn = signature_of(node).eccn;
  p.content = to_string(signature_of(node).content);
  p.unit = d.words.text(d.parts.unit[part]);
  p.quantity = {to_fraction(reach.fewest), to_fraction(reach.all)};
  if (f.worth_known) {
    p.worth = {to_fraction(reach.fewest * f.low), to_fraction(reach.all * f.high)};
  } else {
    p.worth = {exact_fraction(), std::nullopt};
  }
  for (const std::uint32_t n : cone.way_to(node)) p.path.emplace_back(id(n));
  return p;
}

const std::vector<std::uint32_t>& product_question::worth_rank() {
  if (!worth_rank_.empty()) return worth_rank_;
  const std::vector<node_reach>& reach = reaches(false);
  std::vector<std::pair<ratio, std::uint32_t>> by_worth(cone.size());
  for (std::uint32_t i = 0; i < cone.size(); ++i) {
    by_worth[i].second = i;
    if (facts[i].worth_known) by_worth[i].first = reach[i].all * facts[i].low;
  }
  std::sort(by_worth.begin(), by_worth.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : id(a.second) < id(b.second);
  });
  worth_rank_.resize(cone.size());
  for (std::uint32_t at = 0; at < cone.size(); ++at) worth_rank_[by_worth[at].second] = at;
  return worth_rank_;
}

const std::vector<std::uint32_t>& product_question::used_signatures() {
  if (used_signatures_.empty()) {
    for (const part_facts& f : facts) used_signatures_.push_back(f.signature);
    std::sort(used_signatures_.begin(), used_signatures_.end());
    used_signatures_.erase(std::unique(used_signatures_.begin(), used_signatures_.end()),
                           used_signatures_.end());
  }
  return used_signatures_;
}

}  // namespace tradewarden::detail
