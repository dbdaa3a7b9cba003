#include "origin/result_parts.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace tradewarden::detail {

namespace {

constexpr std::uint32_t k_none = text_ids::k_none;

/// A node as a row, before anything is made of it for the answer.
struct row {
  std::uint32_t node = 0;
  truth counts = truth::no;
  ratio low, high;       // what counts
  bool unbounded = false;
};

/// Rows that the count looks at: US content, parts that may be, and what has no lines of its own.
bool is_row(const product_question& q, std::uint32_t node) {
  return node != 0 && (q.facts[node].us_origin != truth::no || !q.has_lines(node));
}

row make_row(const regime_judge& j, std::uint32_t node, const node_reach& r) {
  const part_facts& f = j.q.facts[node];
  row out;
  out.node = node;
  truth counts = f.us_origin && j.count.counts[node];
  if (f.us_origin == truth::no) {
    // Made of what nobody stated: not zero.
    const bool cut = j.count.cut && f.discrete == truth::yes;
    counts = inside_unknown(j.q.cone, f, node) && !cut ? truth::unknown : truth::no;
  }
  counts = counts && (r.most == 0 ? truth::no : r.least == 0 ? truth::unknown : truth::yes);
  out.counts = counts;
  if (counts == truth::no) return out;
  out.unbounded = !f.worth_known;
  if (counts == truth::yes && f.worth_known) out.low = r.least * f.low;
  if (f.worth_known) out.high = r.most * f.high;
  if (f.worth_known && f.high == 0) out.counts = truth::no;
  return out;
}

void describe(regime_judge& j, const row& r, const node_reach& reach, used_rules& rules,
              counted_part& p) {
  product_question& q = j.q;
  const part_facts& f = q.facts[r.node];
  p = q.about(r.node);
  p.counts = r.counts;
  if (r.counts != truth::no) {
    p.value = {to_fraction(r.low), r.unbounded ? std::nullopt : std::optional(to_fraction(r.high))};
  }

  const content_decision& decision = *j.count.decisions[r.node];
  if (f.us_origin == truth::no) {
    if (r.counts == truth::unknown) {
      p.reason = "content_unknown";
      p.why = f.kind == part_kind::made ? "made of parts that the bill does not name"
                                        : "bought, and what is in it is not stated";
    } else {
      p.reason = "foreign";
      p.why = "not of US origin";
    }
    return;
  }
  if (reach.most == 0) {
    p.reason = "second_incorporation";
    p.why = "inside a foreign-made discrete product";
    return;
  }
  p.reason = decision.reason;
  p.why = decision.why;
  p.rules = rules.local(decision.rules);
  if (decision.counts == truth::unknown && j.count.counts[r.node] != truth::unknown) {
    p.why += "; stated: counts:" + p.part + " = " + std::string(to_string(j.count.counts[r.node]));
    p.reason = "stated";
    return;
  }
  if (f.worth_known && f.high == 0) {
    p.reason = "no_value";
    p.why = "its price is zero";
    return;
  }
  if (f.us_origin == truth::unknown && decision.counts != truth::no) {
    p.reason = "origin_unknown";
    p.why = "its origin is not known; of US origin: " + decision.why;
  } else if (r.counts == truth::unknown && decision.counts == truth::yes) {
    p.why += reach.fewest == 0 ? "; an alternative may stand in its place"
                               : "; inside what may be a discrete product";
  }
  if (decision.counts == truth::unknown && !decision.asks.empty()) {
    p.why += ": " + ascii::join(decision.asks, " ");
  }
  if (!f.worth_known && r.counts != truth::no) {
    p.why += q.no_rate[r.node] != 0 ? "; no exchange rate is known" : "; its price is not known";
  }
}

/// Places the `limit` rows that come first in front; returns how many there are.
template <class Before>
std::size_t front(std::vector<row>& rows, std::uint32_t limit, const Before& before) {
  const std::size_t n = std::min<std::size_t>(limit, rows.size());
  std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(n), rows.end(),
                    before);
  return n;
}

}  // namespace

std::vector<std::uint32_t> used_rules::local(const std::vector<std::uint32_t>& numbers) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t n : numbers) {
    if (n >= place_.size()) place_.resize(n + 1, k_none);
    if (place_[n] == k_none) {
      place_[n] = static_cast<std::uint32_t>(result_.rules.size());
      result_.rules.push_back(log_.uses()[n]);
      const std::string& a = log_.assumption(n);
      if (!a.empty() && std::find(result_.assumptions.begin(), result_.assumptions.end(), a) ==
                            result_.assumptions.end()) {
        result_.assumptions.push_back(a);
      }
    }
    out.push_back(place_[n]);
  }
  return out;
}

amount_range to_range(const amount_bound& a) {
  return {to_fraction(a.low),
          a.high_unbounded ? std::nullopt : std::optional(to_fraction(a.high))};
}

exact_share to_share(const share_bound& s, const std::optional<share_threshold>& t) {
  exact_fraction low = to_fraction(s.low);
  std::optional<exact_fraction> high;
  if (!s.high_unbounded) high = to_fraction(s.high);
  return t ? make_share(std::move(low), std::move(high), *t)
           : make_share(std::move(low), std::move(high));
}

void list_parts(regime_judge& j, std::uint32_t limit, used_rules& rules, origin_result& out) {
  product_question& q = j.q;
  const std::vector<node_reach>& reach = q.reaches(j.count.cut);
  const std::vector<std::uint32_t>& worth_rank = q.worth_rank();
  std::vector<row> counted, others;
  // By worth and id: the rules are numbered as they are met, whatever the order of the rows.
  for (const std::uint32_t i : q.by_worth()) {
    if (i == 0 || !is_row(q, i)) continue;
    row r = make_row(j, i, reach[i]);
    // Rules that decide are named even where the list is cut short.
    if (q.facts[i].us_origin != truth::no) (void)rules.local(j.count.decisions[i]->rules);
    (r.counts == truth::no ? others : counted).push_back(std::move(r));
  }
  const auto id_before = [&](const row& a, const row& b) { return q.id(a.node) < q.id(b.node); };
  const std::size_t shown = front(counted, limit, [&](const row& a, const row& b) {
    if (a.counts != b.counts) return a.counts > b.counts;
    if (a.unbounded != b.unbounded) return a.unbounded;
    if (a.high != b.high) return a.high > b.high;
    return id_before(a, b);
  });
  const std::size_t other = front(others, limit, [&](const row& a, const row& b) {
    return worth_rank[a.node] < worth_rank[b.node];
  });
  for (std::size_t i = 0; i < shown; ++i) {
    describe(j, counted[i], reach[counted[i].node], rules, out.counted.edit().emplace_back());
  }
  for (std::size_t i = 0; i < other; ++i) {
    describe(j, others[i], reach[others[i].node], rules, out.not_counted.edit().emplace_back());
  }
  out.more_counted = counted.size() - shown;
  out.more_not_counted = others.size() - other;
}

void list_zero_percent(ear_judge& j, used_rules& rules, origin_result& out) {
  product_question& q = j.q;
  std::uint64_t mask = 0;
  for (std::size_t k = 0; k < j.cases.size(); ++k) mask |= std::uint64_t{1} << k;
  const std::vector<node_reach>& reach = q.reaches(false);
  std::vector<counted_part>& found_parts = out.zero_percent_content.edit();
  for (std::uint32_t i = 1; i < q.cone.size(); ++i) {
    const std::uint64_t found = j.own_bits[i].perhaps & mask;
    if (found == 0 || reach[i].all == 0) continue;
    row r = make_row(j, i, reach[i]);
    counted_part& p = found_parts.emplace_back();
    describe(j, r, reach[i], rules, p);
    // It counts for sure only for a case whose product and destination are given too.
    truth content = truth::no;
    for (std::size_t k = 0; k < j.cases.size(); ++k) {
      const std::uint64_t bit = std::uint64_t{1} << k;
      if ((found & bit) == 0) continue;
      const truth here = (j.own_bits[i].sure & bit) != 0 ? truth::yes : truth::unknown;
      content = content || (here && j.cases[k].product && j.cases[k].destination);
    }
    p.counts = content && (q.facts[i].us_origin == truth::no ? truth::unknown
                                                             : q.facts[i].us_origin);
    p.rules.clear();
    if (p.counts == truth::yes && reach[i].fewest == 0) p.counts = truth::unknown;
    const bool not_said = q.facts[i].us_origin == truth::no;
    p.reason = not_said ? "content_unknown" : "no_de_minimis";
    p.why = not_said ? "what is in it is not stated, perhaps content of 734.4"
                     : "content of 734.4";
    p.value = p.worth;
    if (not_said) p.value.low = {};
    for (std::size_t k = 0; k < j.cases.size(); ++k) {
      if ((found & (std::uint64_t{1} << k)) == 0) continue;
      p.why += (p.why.back() == '4' ? "" : ", ") + std::string(j.cases[k].rule.paragraph);
      for (const std::uint32_t n : rules.local(j.cases[k].rules)) {
        if (std::find(p.rules.begin(), p.rules.end(), n) == p.rules.end()) p.rules.push_back(n);
      }
    }
  }
  std::stable_sort(found_parts.begin(), found_parts.end(),
                   [](const counted_part& a, const counted_part& b) {
                     return a.counts != b.counts ? a.counts > b.counts : a.part < b.part;
                   });
}

void compare_shares(regime_judge& j, origin_result& out) {
  const bool cut = j.count.cut_known;
  const judgement with = j.share_test({}, cut);
  const judgement without = j.share_test({}, false);
  second_incorporation& s = out.second_incorporation;
  s.with = to_share(with.share, j.count.threshold);
  s.without = to_share(without.share, j.count.threshold);
  s.with_verdict = with.verdict;
  s.without_verdict = without.verdict;
}

void compare_incorporation(regime_judge& j, origin_result& out) {
  compare_shares(j, out);
  product_question& q = j.q;
  if (!j.count.cut_known) return;
  second_incorporation& s = out.second_incorporation;
  const std::vector<node_reach>& reach = q.reaches(false);
  // US content inside, whatever the cuts: from the last node to the first.
  std::vector<bool> inside(q.cone.size());
  for (std::uint32_t i = q.cone.size(); i-- > 0;) {
    const part_facts& f = q.facts[i];
    bool any = (f.us_origin != truth::no && j.count.counts[i] != truth::no) ||
               (i != 0 && inside_unknown(q.cone, f, i));
    for (std::uint32_t l = q.cone.first[i]; l < q.cone.first[i + 1]; ++l) {
      any = any || inside[q.cone.lines[l].child];
    }
    inside[i] = any;
    if (i == 0 || f.us_origin == truth::yes || !any || reach[i].most == 0) continue;
    if (f.discrete == truth::yes) s.discrete.emplace_back(q.id(i));
    if (f.discrete == truth::unknown && (q.has_lines(i) || inside_unknown(q.cone, f, i))) {
      s.unknown.emplace_back(q.id(i));
    }
  }
  std::sort(s.discrete.begin(), s.discrete.end());
  std::sort(s.unknown.begin(), s.unknown.end());
}

std::string unstated_words(const ear_judge& j) {
  std::vector<std::string_view> parts;
  if (j.unstated.empty()) return {};
  for (const std::uint32_t i : j.unstated) {
    if (i != 0) parts.push_back(j.q.id(i));
  }
  if (parts.empty()) return "; the product has no lines: what is in it is not stated";
  return "; not stated what is in " + named_few(std::move(parts)) +
         ": give lines for it, or state that it is bought as a discrete product (kind purchased, "
         "discrete y)";
}

void note_content(const regime_judge& j, origin_result& out) {
  const product_question& q = j.q;
  std::vector<std::string_view> itar, technology;
  for (std::uint32_t i = 1; i < q.cone.size(); ++i) {
    const part_facts& f = q.facts[i];
    if (f.us_origin == truth::no) continue;
    const signature& s = q.signature_of(i);
    if (s.code->kind() == classification_kind::itar) itar.push_back(q.id(i));
    if (s.content == content_class::technology &&
        q.signature_of(0).content == content_class::commodity) {
      technology.push_back(q.id(i));
    }
  }
  if (!itar.empty()) {
    out.duties.push_back(named_few(std::move(itar)) +
                         ": content under the ITAR, whatever its share: the State Department "
                         "decides (22 CFR 120.11(c)); us-ear does not");
  }
  if (!technology.empty()) {
    out.assumptions.push_back(named_few(std::move(technology)) +
                              ": technology is no content of a commodity (15 CFR 734.3(a)(3)); what "
                              "is made with it may be a foreign direct product (15 CFR 734.9)");
  }
}

}  // namespace tradewarden::detail
