#include "origin/judge.hpp"

#include "origin/ofac_content.hpp"

namespace tradewarden::detail {

namespace {

verdict verdict_of(truth t) {
  return t == truth::yes  ? verdict::triggers
         : t == truth::no ? verdict::does_not_trigger
                          : verdict::depends;
}

/// An open fact: as stated, else settled towards the verdict that it is good for.
truth settled_fact(const legal_context& ctx, std::string_view id, const settled& s,
                   bool yes_triggers) {
  const truth stated = ctx.fact(id);
  if (stated != truth::unknown || !s.has(id) || s.towards == settle::open) return stated;
  return as_truth((s.towards == settle::most) == yes_triggers);
}

open_fact named_fact(const legal_context& ctx, std::string_view id, std::string_view text = {}) {
  open_fact f;
  f.what = open_fact::kind::named;
  f.name = id;
  f.fact = id;
  f.text = text.empty() ? ctx.asked(id) : std::string(text);
  return f;
}

}  // namespace

verdict against(const share_bound& s, const std::optional<share_threshold>& t) {
  if (!t) return verdict::depends;
  if (s.low_unbounded || holds(s.low, *t)) return verdict::triggers;
  if (!s.high_unbounded && !holds(s.high, *t)) return verdict::does_not_trigger;
  return verdict::depends;
}

share_bound share_of(const amount_bound& a, const part_facts& product, const settled& s) {
  const bool most = s.price && s.towards == settle::most;
  const bool least = s.price && s.towards == settle::least;
  const bool something = a.low > 0 || a.low_unbounded;
  share_bound b;
  // A price that is missing or zero never lets a product pass.
  if (product.worth_known && product.high > 0) {
    const ratio& divisor = most ? product.low : product.high;
    b.low_unbounded = a.low_unbounded || (divisor == 0 && something);
    if (!b.low_unbounded && divisor > 0) b.low = a.low / divisor;
    const ratio& smallest = least ? product.high : product.low;
    b.high_unbounded = a.high_unbounded || smallest == 0;
    if (!b.high_unbounded) b.high = a.high / smallest;
    return b;
  }
  b.low_unbounded = most && something;
  b.high_unbounded = !least || a.high_unbounded;
  return b;
}

regime_judge::regime_judge(product_question& question, const legal_context& context,
                           const origin_options& opt, counting c)
    : q(question), ctx(context), options(opt), count(std::move(c)) {}

count_request regime_judge::request(const settled& s, bool cut) const {
  count_request r;
  r.counts = &count.counts;
  r.cut = cut;
  r.unknown_discrete_counts = options.unknown_discrete_counts;
  r.towards = s.towards;
  r.resolved = s.resolved.empty() ? nullptr : &s.resolved;
  r.chosen = s.chosen.empty() ? nullptr : &s.chosen;
  return r;
}

judgement regime_judge::share_test(const settled& s, bool cut) {
  if (count.figures) return judge_amount(cut ? count.figures->with : count.figures->without, s);
  return judge_amount(q.count.run(request(s, cut)), s);
}

judgement regime_judge::judge_amount(amount_bound amount, const settled& s) const {
  judgement j;
  j.amount = std::move(amount);
  j.share = share_of(j.amount, q.facts[0], s);
  j.verdict = against(j.share, count.threshold);
  return j;
}

truth regime_judge::product_origin(const settled& s) const {
  const truth us = q.facts[0].us_origin;
  if (us != truth::unknown || !s.product_origin || s.towards == settle::open) return us;
  return as_truth(s.towards == settle::most);
}

open_fact regime_judge::origin_of_product() const {
  open_fact f;
  f.what = open_fact::kind::product_origin;
  f.part = q.id(0);
  f.fact = "origin";
  f.text = "Is the product of US origin itself?";
  return f;
}

open_fact regime_judge::code_of_product() const {
  open_fact f = named_fact(ctx, k_product_code, "What is the product's own ECCN?");
  f.part = q.id(0);
  return f;
}

node_bits bits_of_signature(const legal_context& ctx, const std::vector<open_case>& cases,
                            const signature& content, truth own_analysis,
                            std::vector<std::uint32_t>& review_rules) {
  node_bits b;
  const auto add = [&b](truth t, std::uint64_t bit) {
    if (t == truth::yes) b.sure |= bit;
    if (t != truth::no) b.perhaps |= bit;
  };
  for (std::size_t k = 0; k < cases.size(); ++k) {
    add(is_case_content(ctx, cases[k], content), std::uint64_t{1} << k);
  }
  add(needs_review(ctx, content, review_rules), ear_judge::k_review);
  add(own_analysis, ear_judge::k_own_analysis);
  return b;
}

std::uint64_t bits_of_anything(const legal_context& ctx, const std::vector<open_case>& cases,
                               content_class product, std::vector<std::uint32_t>& review_rules) {
  std::uint64_t b = 0;
  for (std::size_t k = 0; k < cases.size(); ++k) b |= std::uint64_t{1} << k;
  const result<classification> encryption = classification::parse("5A002");
  signature sig;
  sig.code = encryption ? &*encryption : nullptr;
  if (sig.code && needs_review(ctx, sig, review_rules) != truth::no) b |= ear_judge::k_review;
  if (product == content_class::commodity) b |= ear_judge::k_own_analysis;
  return b;
}

ear_judge::ear_judge(product_question& question, const legal_context& context,
                     const origin_options& opt, counting c)
    : regime_judge(question, context, opt, std::move(c)),
      cases(open_cases(context, question.signature_of(0))) {
  // What the cases say of a signature, each asked once.
  std::vector<std::uint8_t> known(q.signatures.size());
  std::vector<node_bits> of_signature(q.signatures.size());
  own_bits.resize(q.cone.size());
  std::uint64_t anything = 0;  // what a node may hold of which nobody has said what is in it
  if (count.figures) {
    review_rules = count.figures->review_rules;
    if (count.figures->unknown_inside) {
      (void)bits_of_anything(ctx, cases, q.signature_of(0).content, review_rules);
    }
  }
  for (std::uint32_t i = 0; i < q.cone.size() && !count.figures; ++i) {
    const part_facts& f = q.facts[i];
    if (f.worth_known && f.high == 0) continue;
    if ((i == 0 || f.us_origin != truth::yes) && inside_unknown(q.cone, f, i)) {
      if (anything == 0) {
        anything = bits_of_anything(ctx, cases, q.signature_of(0).content, review_rules);
      }
      own_bits[i].perhaps |= anything;
      if (anything != 0) unstated.push_back(i);
    }
    if (i == 0 || f.us_origin == truth::no) continue;
    node_bits& b = of_signature[f.signature];
    if (known[f.signature] == 0) {
      known[f.signature] = 1;
      b = bits_of_signature(ctx, cases, q.signature_of(i), count.decisions[i]->own_analysis,
                            review_rules);
    }
    // Any value but zero: an unknown price is not zero, a range from zero may be.
    const bool surely_worth = !f.worth_known || f.low > 0;
    own_bits[i] = {surely_worth ? b.sure : 0, own_bits[i].perhaps | b.perhaps};
  }
  // Technology always, software until 73 FR 56964.
  if (const content_class made = q.signature_of(0).content; made != content_class::commodity) {
    const auto a = ctx.book.report_required(to_string(made), ctx.on);
    if (made == content_class::software) report_fact = k_software_report_filed;
    report_needed = a.value;
    ctx.log.add(a, report_rules);
  }
}

node_bits ear_judge::bits(const settled& s) const {
  if (count.figures) return count.figures->bits;
  if (s.resolved.empty()) return q.count.roll_bits(own_bits, request(s, true))[0];
  std::vector<node_bits> own = own_bits;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if ((s.resolved[i] & 1) == 0) continue;
    if (s.towards == settle::most) own[i].sure = own[i].perhaps;
    if (s.towards == settle::least) own[i].perhaps = own[i].sure;
  }
  return q.count.roll_bits(own, request(s, true))[0];
}

truth ear_judge::case_truth(const open_case& c, truth present, const settled& s) const {
  truth product = c.product;
  if (product == truth::unknown && s.has(k_product_code) && s.towards != settle::open) {
    product = as_truth(s.towards == settle::most);
  }
  truth t = present && product && c.destination;
  for (const std::string& f : c.unknown_facts) t = t && settled_fact(ctx, f, s, true);
  for (const std::string& f : c.unknown_unless) t = t && !settled_fact(ctx, f, s, false);
  return t;
}

judgement ear_judge::judge(const settled& s) {
  judgement j = share_test(s, count.cut);
  verdict share = j.verdict;
  if (count.cut_open) {
    const truth applies = settled_fact(ctx, k_second_incorporation, s, false);  // not stated
    const verdict with = applies == truth::no ? share : share_test(s, true).verdict;
    if (applies == truth::yes) share = with;
    if (applies == truth::unknown && with != share) share = verdict::depends;
  }
  j.tests.clear();

  const truth us = product_origin(s);
  j.tests.push_back({"us-ear-734.3-us-origin", verdict_of(us)});

  const node_bits b = bits(s);
  const auto present = [&](std::uint64_t bit) {
    return (b.sure & bit) != 0 ? truth::yes : (b.perhaps & bit) != 0 ? truth::unknown : truth::no;
  };
  truth any = truth::no;
  for (std::size_t k = 0; k < cases.size(); ++k) {
    any = any || case_truth(cases[k], present(std::uint64_t{1} << k), s);
  }
  j.tests.push_back({"us-ear-734.4a", verdict_of(any)});

  if (const truth review = present(k_review); review != truth::no) {
    j.tests.push_back(
        {"us-ear-734.4b", verdict_of(review && !settled_fact(ctx, k_reviewed, s, false))});
  }
  if (const truth apart = present(k_own_analysis); apart != truth::no) {
    j.tests.push_back({"us-ear-734.4-bundled-software",
                       verdict_of(apart && settled_fact(ctx, k_bundled_controlled, s, true))});
  }
  verdict minimal = share;
  if (us == truth::yes) {
    minimal = verdict::not_applicable;  // No de minimis level for what is of US origin itself.
  } else if (minimal == verdict::does_not_trigger && report_needed != truth::no &&
             (j.amount.high > 0 || j.amount.high_unbounded)) {
    // 734.4(c)(3), (d)(3): no reliance before the report.
    minimal = verdict_of(report_needed && !settled_fact(ctx, report_fact, s, false));
  }
  j.tests.push_back({"us-ear-734.4-de-minimis", minimal});
  for (const direct_product_case& c : direct) {
    // What is of US origin itself is subject to the EAR without such a rule.
    verdict v = verdict::not_applicable;
    if (us != truth::yes && c.rule->applied) v = verdict_of(c.of(s));
    if (v == verdict::depends && !direct_asked) continue;  // told as not evaluated
    j.tests.push_back({c.test, v});
  }
  j.verdict = verdict::not_applicable;
  for (const judged_test& t : j.tests) j.verdict = strongest(j.verdict, t.verdict);
  return j;
}

std::vector<open_fact> ear_judge::own_facts() const {
  std::vector<open_fact> out;
  if (q.facts[0].us_origin == truth::unknown) out.push_back(origin_of_product());
  if (count.cut_open) out.push_back(named_fact(ctx, k_second_incorporation));
  const node_bits b = bits({});
  bool product_code = false;
  const auto once = [&](const std::string& id) {
    for (const open_fact& f : out) {
      if (f.fact == id) return;
    }
    out.push_back(named_fact(ctx, id));
  };
  for (std::size_t k = 0; k < cases.size(); ++k) {
    if ((b.perhaps & (std::uint64_t{1} << k)) == 0) continue;
    product_code |= cases[k].product == truth::unknown;
    for (const std::string& f : cases[k].unknown_facts) once(f);
    for (const std::string& f : cases[k].unknown_unless) once(f);
  }
  if (product_code) out.push_back(code_of_product());
  for (const direct_product_case& c : direct) {
    if (!direct_asked || c.now != truth::unknown || q.facts[0].us_origin == truth::yes) continue;
    for (const std::string& id : c.open_facts()) {
      const std::size_t before = out.size();
      if (id == k_product_code) {
        if (product_code) continue;
        product_code = true;
        out.push_back(code_of_product());
      } else {
        once(id);
      }
      if (out.size() == before) continue;
      out.back().direct_product = true;
      if (is_product_fact(id)) out.back().part = q.id(0);
    }
  }
  if ((b.perhaps & k_review) != 0 && ctx.fact(k_reviewed) == truth::unknown) {
    out.push_back(named_fact(ctx, k_reviewed,
                             "Was the encryption content authorised or classified as 734.4(b) "
                             "asks?"));
  }
  if ((b.perhaps & k_own_analysis) != 0 && ctx.fact(k_bundled_controlled) == truth::unknown) {
    out.push_back(named_fact(ctx, k_bundled_controlled,
                             "Does the bundled software need a licence for this destination by "
                             "its own classification?"));
  }
  if (report_needed != truth::no && ctx.fact(report_fact) == truth::unknown) {
    out.push_back(named_fact(ctx, report_fact,
                             "Was the one-time report on " +
                                 std::string(to_string(q.signature_of(0).content)) +
                                 " filed with BIS?"));
  }
  return out;
}

ofac_judge::ofac_judge(product_question& question, const legal_context& context,
                       const origin_options& opt, counting c)
    : regime_judge(question, context, opt, std::move(c)) {
  for (std::uint32_t i = 1; i < q.cone.size(); ++i) {
    const part_facts& f = q.facts[i];
    if (f.worth_known && f.high == 0) continue;
    mixed_ |= q.signature_of(i).content != q.signature_of(0).content;
    const bool counts = f.us_origin != truth::no && count.counts[i] != truth::no;
    goods_ |= q.signature_of(i).content == content_class::commodity &&
              (counts || (f.us_origin != truth::yes && inside_unknown(q.cone, f, i)));
  }
  if (count.figures) {
    const unsigned own = 1U << static_cast<unsigned>(q.signature_of(0).content);
    mixed_ = (count.figures->classes & ~own) != 0;
    goods_ = count.figures->goods;
  }
  goods_ = q.signature_of(0).content == content_class::commodity && (goods_ || !q.has_lines(0));
  rest_ = count.counts;
  for (std::uint32_t i = 0; i < q.cone.size(); ++i) {
    if (q.signature_of(i).content == content_class::commodity) rest_[i] = truth::no;
  }
}

judgement ofac_judge::share_of_rest(const settled& s) {
  if (count.figures) {
    return judge_amount(count.cut ? count.figures->rest_with : count.figures->rest_without, s);
  }
  std::swap(count.counts, rest_);
  judgement j = share_test(s, count.cut);
  std::swap(count.counts, rest_);
  return j;
}

verdict ofac_judge::below(const judgement& j, const settled& s,
                          std::string_view each_class) const {
  if (!mixed_ || j.verdict != verdict::does_not_trigger) return j.verdict;
  if (j.amount.high == 0 && !j.amount.high_unbounded) return j.verdict;
  // 560.420 has a share of each class, and the aggregate of a complex product besides.
  return verdict_of(!settled_fact(ctx, each_class, s, false));
}

judgement ofac_judge::judge(const settled& s) {
  judgement j = share_test(s, count.cut);
  j.verdict = below(j, s, k_each_class);
  // 560.205(b)(1) exempts goods that were transformed, (b)(2) what stays below the share.
  if (goods_ && j.verdict != verdict::does_not_trigger) {
    const truth transformed = settled_fact(ctx, k_transformed, s, false);
    verdict rest = verdict::does_not_trigger;
    if (mixed_ && transformed != truth::no) {
      rest = below(share_of_rest(s), s, k_each_other_class);
    }
    if (transformed == truth::yes) j.verdict = rest;
    if (transformed == truth::unknown && rest != j.verdict) j.verdict = verdict::depends;
  }
  verdict foreign_made = j.verdict;
  // 560.205(b) and 560.420 speak of what is made abroad.
  if (const truth us = product_origin(s); us != truth::no) {
    truth reached = count.counts[0];
    if (reached == truth::unknown && s.has(k_product_code) && s.towards != settle::open) {
      reached = as_truth(s.towards == settle::most);
    }
    const truth by_person = settled_fact(ctx, k_us_person, s, true);
    j.tests.push_back({"us-ofac-560.205-us-origin", verdict_of(us && (reached || by_person))});
    if (us == truth::yes) foreign_made = verdict::not_applicable;
  }
  j.tests.push_back({"us-ofac-560.420", foreign_made});
  j.verdict = verdict::not_applicable;
  for (const judged_test& t : j.tests) j.verdict = strongest(j.verdict, t.verdict);
  return j;
}

std::vector<open_fact> ofac_judge::own_facts() const {
  std::vector<open_fact> out;
  const truth us = q.facts[0].us_origin;
  if (us == truth::unknown) out.push_back(origin_of_product());
  if (us != truth::no) {
    if (count.counts[0] == truth::unknown) out.push_back(code_of_product());
    if (count.counts[0] != truth::yes && ctx.fact(k_us_person) == truth::unknown) {
      out.push_back(named_fact(ctx, k_us_person));
    }
  }
  if (us != truth::yes && mixed_ && ctx.fact(k_each_class) == truth::unknown) {
    out.push_back(named_fact(ctx, k_each_class));
  }
  if (us != truth::yes && goods_ && ctx.fact(k_transformed) == truth::unknown) {
    out.push_back(named_fact(ctx, k_transformed));
  }
  if (us != truth::yes && mixed_ && goods_ && ctx.fact(k_each_other_class) == truth::unknown) {
    out.push_back(named_fact(ctx, k_each_other_class));
  }
  return out;
}

}  // namespace tradewarden::detail
