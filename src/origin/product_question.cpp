#include "origin/product_question.hpp"

#include <algorithm>

#include "origin/part_fields.hpp"
#include "origin/told_path.hpp"

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

cone open_product(const origin_engine& e, std::uint32_t product, const origin_options& options,
                  day on, const overlay& changes, cone_scratch& scratch) {
  // What is of US origin counts as a whole: it is not opened.
  const auto whole = [&](std::uint32_t p) {
    return e.us_origin(p, changes.find(p), on, scratch.us_made) == truth::yes;
  };
  return make_cone(e.data(), e.rank, product, options.alternatives == alternatives_policy::any,
                   whole, changes.lines, scratch);
}

}  // namespace

std::vector<part_facts> facts_of_cone(const origin_engine& engine, const run_signatures& signatures,
                                      const cone& c, std::string_view currency,
                                      const origin_options& options, day on,
                                      const overlay& changes, cone_scratch& scratch,
                                      std::vector<std::uint8_t>& no_rate) {
  const bill_data& d = engine.data();
  std::vector<part_facts> facts(c.size());
  no_rate.assign(c.size(), 0);
  for (std::uint32_t i = 0; i < c.size(); ++i) {
    const std::uint32_t p = c.parts[i];
    const part_change* change = changes.find(p);
    part_facts& f = facts[i];
    f.us_origin = engine.us_origin(p, change, on, scratch.us_made);
    f.discrete = change && change->discrete ? *change->discrete : d.parts.discrete[p];
    f.signature = signatures.of(p);
    f.kind = d.parts.kind[p];
    f.bought_open = options.bought_content_unknown && f.discrete != truth::yes;
    origin_engine::worth w = engine.worth_of(p, currency, on, change);
    f.worth_known = w.known;
    f.low = std::move(w.low);
    f.high = std::move(w.high);
    no_rate[i] = w.no_rate ? 1 : 0;
  }
  return facts;
}

product_question::product_question(const origin_engine& e, const run_signatures& s,
                                   std::uint32_t part, const origin_options& options, day on,
                                   const overlay& changes, cone_scratch& scratch)
    : engine(e),
      signatures(s),
      product(part),
      currency(e.currency_of(part)),
      cone(open_product(e, part, options, on, changes, scratch)),
      facts(facts_of_cone(e, s, cone, currency, options, on, changes, scratch, no_rate)),
      count(cone, e.data(), facts),
      unknown_discrete_counts_(options.unknown_discrete_counts) {
  note_origins(changes);
}

product_question::product_question(const origin_engine& e, const run_signatures& s,
                                   std::uint32_t part, std::string_view in, const part_facts& own,
                                   std::uint32_t lines, std::vector<std::uint32_t> used)
    : engine(e),
      signatures(s),
      product(part),
      currency(in),
      facts{own},
      unknown_discrete_counts_(false),
      used_signatures_(std::move(used)) {
  cone.parts = {part};
  cone.first = {0, lines};
}

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
  p.path = told_path(cone.way_to(node), [this](std::uint32_t n) { return id(n); });
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
  by_worth_.resize(cone.size());
  for (std::uint32_t at = 0; at < cone.size(); ++at) {
    worth_rank_[by_worth[at].second] = at;
    by_worth_[at] = by_worth[at].second;
  }
  return worth_rank_;
}

const std::vector<std::uint32_t>& product_question::by_worth() {
  (void)worth_rank();
  return by_worth_;
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

void product_question::note_origins(const overlay& changes) {
  const bill_data& d = engine.data();
  std::vector<std::string_view> territory, offered, contradicted;
  for (std::uint32_t i = 0; i < cone.size(); ++i) {
    const std::uint32_t p = cone.parts[i];
    const part_change* change = changes.find(p);
    if ((change && change->made_in) || d.parts.us_stated[p] != 0) continue;
    const std::string_view made = d.words.text(d.parts.made_in[p]);
    bool other = false;
    for (std::uint32_t k = d.offer_first[p]; k < d.offer_first[p + 1]; ++k) {
      const std::string_view origin = d.words.text(d.offers[k].country_of_origin);
      other = other || (!origin.empty() && origin != made);
    }
    if (other) {
      const bool stated = !made.empty() && made != "?";
      if (stated || facts[i].us_origin == truth::unknown) {
        contradicted.push_back(id(i));
      } else {
        offered.push_back(id(i));
      }
      continue;
    }
    if (facts[i].us_origin != truth::no && made.size() == 2 && made != "US") {
      territory.push_back(id(i));
    }
  }
  note_parts(offered, "the country of origin is that of all their offers");
  note_parts(contradicted, "offers name other countries of origin than made_in or each other; where "
                           "only some are of the United States, US origin is not known");
  note_parts(territory, "made in a territory of the United States: of US origin (15 CFR 772.1)");
}

void product_question::note_parts(std::vector<std::string_view> parts, std::string_view what) {
  if (!parts.empty()) origin_notes.push_back(named_few(std::move(parts)) + ": " + std::string(what));
}

std::string named_few(std::vector<std::string_view> parts) {
  constexpr std::size_t k_named = 5;
  std::sort(parts.begin(), parts.end());
  std::string text;
  for (std::size_t i = 0; i < std::min(parts.size(), k_named); ++i) {
    text += (text.empty() ? "" : ", ") + std::string(parts[i]);
  }
  if (parts.size() > k_named) text += " and " + std::to_string(parts.size() - k_named) + " more";
  return text;
}

}  // namespace tradewarden::detail
