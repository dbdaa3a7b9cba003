// origin::evaluate: every product, destination and regime asked for, one result each.
#include <map>
#include <memory>
#include <tuple>

#include "origin/answer_key.hpp"
#include "origin/decided.hpp"
#include "origin/deciding.hpp"
#include "origin/direct_product_words.hpp"
#include "origin/ear_content.hpp"
#include "origin/engine.hpp"
#include "origin/judge.hpp"
#include "origin/ofac_content.hpp"
#include "origin/result_parts.hpp"
#include "origin/stated_facts.hpp"
#include "origin/union_figures.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::detail {

namespace {

struct asked_destination {
  std::string code;     // as asked
  std::string treated;  // as the rules treat it
};

error bad_country(const std::string& text, std::string_view field) {
  return error{errc::bad_value, "'" + text.substr(0, 60) + "' is no country that the rules know",
               {}, 0, std::string(field)};
}

std::string exported_words(const origin_result& r) {
  return r.exported_from == "?" ? "the country of export is not known"
                                : "exported from where it is made, " + r.exported_from;
}

std::string code_of(const std::string& text, const std::string& treated) {
  const std::string_view code = country_code(text);
  if (!code.empty()) return std::string(code);
  std::string upper = text;
  for (char& c : upper) c = ascii::upper(c);
  return upper.size() == 2 ? upper : treated;
}

/// One destination, regime and kind of product over a union: what each signature is, and the pass that
/// has counted it.
struct union_column {
  struct kind {
    const content_decision* decision = nullptr;
    std::vector<std::uint32_t> review_rules;
    friend auto operator<=>(const kind&, const kind&) = default;
  };
  std::vector<kind> kinds;  // by signature_view::number
  std::vector<const content_decision*> decisions;  // by signature
  const union_pass* pass = nullptr;
};

/// A product of a union under question.
struct product_of_union {
  const union_figures& all;
  const union_column& column;
  std::size_t place;
};

constexpr std::size_t k_few_products = 4;       // are counted one by one
constexpr std::size_t k_most_results = 500'000;

class evaluation {
 public:
  evaluation(const origin_engine& engine, const origin_options& options, const overlay& changes,
             bool brief)
      : engine_(engine),
        options_(options),
        changes_(changes),
        brief_(brief),
        signatures_(engine, changes) {}

  result<origin_report> run();

 private:
  result<void> prepare();
  result<void> known_facts();
  std::string exported_from(std::uint32_t product) const;
  decided& decisions(const std::string& destination, const std::string& from);
  counting count_for(product_question& q, decided& d, regime r, bool cut);
  std::string key_of(product_question& q, const asked_destination& to, regime r);
  void add(origin_report& report, product_question& q, const asked_destination& to, regime r,
           std::map<std::string, std::size_t>& known);
  origin_result evaluate(product_question& q, const asked_destination& to, regime r,
                         const product_of_union* among = nullptr);
  bool counts_stated() const;
  result<void> run_together(std::vector<origin_result>& results);
  result<void> run_union(const std::vector<std::size_t>& places, std::string_view currency,
                         std::vector<origin_result>& results);
  union_column column_of(union_figures& all, decided& there, regime r, std::uint32_t product);
  counting count_among(const product_of_union& among, product_question& q, decided& d, regime r,
                       product_figures& figures) const;
  void explain_tests(regime_judge& j, ear_judge* ear, const judgement& now, used_rules& rules,
                     origin_result& out);
  void assume(const regime_judge& j, const judgement& now, origin_result& out) const;

  const origin_engine& engine_;
  origin_options options_;
  const overlay& changes_;
  bool brief_;
  run_signatures signatures_;
  day on_;
  std::vector<asked_destination> destinations_;
  std::vector<regime> regimes_;
  std::vector<std::uint32_t> products_;
  std::string from_;
  std::vector<std::string> case_facts_;  // that may be stated; empty if none is
  rule_log log_;
  distinct_decisions all_decisions_;
  std::unique_ptr<direct_products> direct_;  // of us-ear
  std::map<std::pair<std::string, std::string>, std::unique_ptr<decided>> decided_;
};

result<void> evaluation::prepare() {
  on_ = options_.date ? *options_.date : day::today_utc();
  options_.date = on_;
  const rule_book& book = engine_.rules;
  if (options_.all_destinations) {
    for (const std::string_view c : book.destinations()) {
      const std::string treated = book.resolve(c, on_).value;
      if (!treated.empty()) destinations_.push_back({std::string(c), treated});
    }
  }
  for (const std::string& text : options_.destinations) {
    std::string treated = book.resolve(text, on_).value;
    if (treated.empty()) return bad_country(text, "destination");
    std::string code = code_of(text, treated);
    const bool seen = std::any_of(destinations_.begin(), destinations_.end(),
                                  [&](const asked_destination& a) { return a.code == code; });
    if (!seen) destinations_.push_back({std::move(code), std::move(treated)});
  }
  if (destinations_.empty()) {
    return error{errc::usage, "no destination: name some, or ask for all", {}, 0, "destination"};
  }
  if (!options_.exported_from.empty()) {
    const std::string treated = book.resolve(options_.exported_from, on_).value;
    if (treated.empty()) return bad_country(options_.exported_from, "exported_from");
    from_ = code_of(options_.exported_from, treated);
  }
  for (const regime r : {regime::us_ear, regime::us_ofac}) {
    const auto& asked = options_.regimes;
    if (asked.empty() || std::find(asked.begin(), asked.end(), r) != asked.end()) {
      regimes_.push_back(r);
    }
  }
  for (std::size_t i = 0; i < options_.facts.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (options_.facts[i].id == options_.facts[k].id) {
        return error{errc::usage, "fact '" + options_.facts[i].id + "' is stated twice", {}, 0,
                     "fact"};
      }
    }
  }
  if (const result<void> known = known_facts(); !known) return known.error();
  if (const result<void> who = settle_end_user(options_.end_user, book, on_); !who) return who.error();
  if (std::find(regimes_.begin(), regimes_.end(), regime::us_ear) != regimes_.end()) {
    direct_ = std::make_unique<direct_products>(engine_, options_, on_, changes_, log_);
  }
  result<std::vector<std::uint32_t>> products = engine_.products(options_.products);
  if (!products) return products.error();
  products_ = std::move(*products);
  if (!engine_.data().rates.empty()) {
    for (const std::uint32_t p : products_) {
      if (engine_.currency_of(p) != engine_.currency_of(products_.front())) {
        return error{errc::usage,
                     "the rates have one base, and the products two currencies: ask for the "
                     "products of one currency",
                     {}, 0, "product"};
      }
    }
  }
  return {};
}

/// A fact that no test asks for would be passed over, and the answer be taken to rest on it.
result<void> evaluation::known_facts() {
  if (options_.facts.empty()) return {};
  case_facts_ = case_fact_ids(engine_.rules, on_);
  const std::vector<std::string> ids = fact_ids(engine_.rules, on_);
  for (const stated_fact& f : options_.facts) {
    if (f.id.starts_with(k_counts_fact)) {
      const std::string part = f.id.substr(k_counts_fact.size());
      if (engine_.data().ids.find(part) != text_ids::k_none) continue;
      return error{errc::not_found, "no part '" + part.substr(0, 80) + "'", {}, 0, "fact"};
    }
    if (std::binary_search(ids.begin(), ids.end(), f.id)) continue;
    return error{errc::usage,
                 "no test asks for a fact '" + f.id.substr(0, 80) + "'; there are " +
                     ascii::join(ids, ", ") + ", and counts:PART for the content of a part",
                 {}, 0, "fact"};
  }
  return {};
}

std::string evaluation::exported_from(std::uint32_t product) const {
  if (!from_.empty()) return from_;
  const part_change* change = changes_.find(product);
  const bill_data& d = engine_.data();
  const std::string_view made = change && change->made_in
                                    ? std::string_view(*change->made_in)
                                    : d.words.text(d.parts.made_in[product]);
  return made.size() == 2 ? std::string(made) : std::string();
}

decided& evaluation::decisions(const std::string& destination, const std::string& from) {
  std::unique_ptr<decided>& d = decided_[{destination, from}];
  if (!d) {
    d = std::make_unique<decided>(
        signatures_, legal_context{engine_.rules, on_, destination, from, options_.strict_editions,
                                   options_.facts, log_});
  }
  return *d;
}

counting evaluation::count_for(product_question& q, decided& d, regime r, bool cut) {
  counting c;
  c.cut = cut;
  c.threshold = d.threshold(r).value;
  c.decisions.resize(q.cone.size());
  c.counts.assign(q.cone.size(), truth::no);
  const auto& decisions =
      d.about(q.used_signatures(), r, q.signature_of(0).content, all_decisions_);
  bool stated = false;
  for (const stated_fact& f : options_.facts) stated |= f.id.rfind("counts:", 0) == 0;
  for (std::uint32_t i = 0; i < q.cone.size(); ++i) {
    c.decisions[i] = decisions[q.facts[i].signature];
    c.counts[i] = c.decisions[i]->counts;
    if (stated && c.counts[i] == truth::unknown) {
      c.counts[i] = d.ctx.fact("counts:" + std::string(q.id(i)));
    }
  }
  return c;
}

void evaluation::explain_tests(regime_judge& j, ear_judge* ear, const judgement& now,
                               used_rules& rules, origin_result& out) {
  const std::vector<open_fact> own = j.own_facts();
  const auto questions = [&](test_result& t, auto wanted) {
    for (const open_fact& f : own) {
      if (wanted(f)) t.questions.push_back({f.fact, f.part, f.text, {}});
    }
  };
  for (const judged_test& judged : now.tests) {
    const direct_product_case* direct = ear ? find_case(*ear, judged.id) : nullptr;
    // Thirteen rules that say nothing would make most of a summary.
    if (direct && brief_ && judged.verdict < verdict::depends) continue;
    test_result t;
    t.id = judged.id;
    t.verdict = judged.verdict;
    const bool open = judged.verdict == verdict::depends;
    // Parts are named in the working alone.
    const bool name_parts = open && ear && !brief_;
    const std::string unstated = name_parts ? unstated_words(*ear) : std::string();
    if (direct) {
      explain_direct_product(*direct, *ear, rules, t);
    } else if (t.id == "us-ear-734.3-us-origin") {
      t.why = t.verdict == verdict::triggers          ? "the product is of US origin itself"
              : t.verdict == verdict::does_not_trigger ? "the product is made abroad"
                                                       : "it is not stated where it is made";
      questions(t, [](const open_fact& f) {
        return f.what == open_fact::kind::product_origin;
      });
    } else if (t.id == "us-ear-734.4a") {
      // Those whose content may be there, or all that were looked at.
      const std::uint64_t there = ear->bits({}).perhaps;
      std::string which;
      for (std::size_t k = 0; k < ear->cases.size(); ++k) {
        const open_case& c = ear->cases[k];
        for (const std::uint32_t n : rules.local(c.rules)) t.rules.push_back(n);
        const bool found = (there & (std::uint64_t{1} << k)) != 0;
        if (!found && t.verdict != verdict::does_not_trigger) continue;
        which += (which.empty() ? "" : ", ") + std::string(c.rule.paragraph);
      }
      t.why = which.empty() ? "no case of 734.4(a) reaches this product and destination"
              : t.verdict == verdict::does_not_trigger
                  ? "no content of " + which
                  : "content of " + which + (open ? " is possible" : "");
      t.why += stated_words(options_.facts, case_facts_) + unstated;
      questions(t, [](const open_fact& f) {
        return f.what == open_fact::kind::named && !f.direct_product && f.fact != k_reviewed &&
               f.fact != k_bundled_controlled && f.fact != k_report_filed &&
               f.fact != k_software_report_filed && f.fact != k_second_incorporation;
      });
    } else if (t.id == "us-ear-734.4b") {
      t.why = "encryption content keeps the product subject until it was authorised or classified" +
              stated_words(options_.facts, {std::string(k_reviewed)}) + unstated;
      t.rules = rules.local(ear->review_rules);
      questions(t, [](const open_fact& f) { return f.fact == k_reviewed; });
    } else if (t.id == "us-ear-734.4-bundled-software") {
      t.why = std::string(engine_.rules.bundled_software(on_).value == truth::no
                              ? "before 73 FR 56964 (1 Oct 2008) software shipped with hardware is "
                                "analysed by itself"
                              : "bundled software controlled for more than anti-terrorism is "
                                "analysed by itself") +
              stated_words(options_.facts, {std::string(k_bundled_controlled)}) + unstated;
      questions(t, [](const open_fact& f) { return f.fact == k_bundled_controlled; });
    } else if (t.id == "us-ofac-560.205-us-origin") {
      t.why = open ? "what is of US origin itself falls under 31 CFR 560.205(a) if its export needs "
                     "a licence, and under 560.204 if it is exported by a US person or from the "
                     "United States"
                   : t.verdict == verdict::triggers
                         ? "the product is of US origin itself: 31 CFR 560.204, 560.205(a)"
                         : "of US origin, no licence requirement, not exported by a US person";
      t.rules = rules.local(j.count.decisions[0]->rules);
      questions(t, [](const open_fact& f) {
        return f.what == open_fact::kind::product_origin || f.fact == k_us_person ||
               f.fact == k_product_code;
      });
    } else {
      t.share = out.share;
      t.threshold = out.threshold;
      t.rules = rules.local(ear ? ear->report_rules : std::vector<std::uint32_t>());
      if (t.verdict == verdict::not_applicable) {
        t.why = ear ? "no de minimis level for what is of US origin itself"
                    : "31 CFR 560.420 is about products made abroad";
      } else if (!out.threshold) {
        t.why = "no threshold is known for " + out.treated_as;
      } else {
        const exact_fraction level = exact_fraction::of(out.threshold->num, out.threshold->den);
        const bool more = out.threshold->op == threshold_operator::more_than;
        t.why = "share " + out.share.display() + " of a price of " +
                out.product_value.to_string() + "; triggers if " +
                (more ? "more than " : "at least ") + level.to_decimal(4);
        if (!ear) t.why += ", of goods, software and technology each and of all together";
        t.why += stated_words(
            options_.facts,
            ear ? std::vector<std::string>{std::string(k_report_filed),
                                           std::string(k_software_report_filed),
                                           std::string(k_second_incorporation)}
                : std::vector<std::string>{std::string(k_transformed), std::string(k_each_class),
                                           std::string(k_each_other_class)});
        const verdict by_share = j.share_test({}, j.count.cut).verdict;
        if (!ear && by_share != verdict::does_not_trigger &&
            t.verdict == verdict::does_not_trigger) {
          t.why += ", which exempts it whatever the share (31 CFR 560.205(b)(1))";
        }
      }
      questions(t, [](const open_fact& f) {
        return f.fact == k_report_filed || f.fact == k_software_report_filed ||
               f.fact == k_second_incorporation ||
               f.fact == k_transformed || f.fact == k_each_class ||
               f.fact == k_each_other_class;
      });
      if (!out.product_value.high || out.product_value.high->num() == "0") {
        t.questions.push_back({"price", out.product, "What is the price of the product?", {}});
      }
    }
    out.tests.push_back(std::move(t));
  }
}

void evaluation::assume(const regime_judge& j, const judgement& now, origin_result& out) const {
  const product_question& q = j.q;
  const auto add = [&](std::string text) { out.assumptions.push_back(std::move(text)); };
  const bill_data& d = engine_.data();
  std::vector<std::uint32_t> bought;
  std::vector<std::string_view> converted;
  for (std::uint32_t i = 1; i < q.cone.size(); ++i) {
    if (q.facts[i].us_origin == truth::no && !q.has_lines(i) &&
        !inside_unknown(q.cone, q.facts[i], i)) {
      bought.push_back(i);
    }
    const std::string_view currency = engine_.parts.unit_value(part_id{q.cone.parts[i]}).second;
    if (!currency.empty() && currency != q.currency &&
        std::find(converted.begin(), converted.end(), currency) == converted.end()) {
      converted.push_back(currency);
    }
  }
  if (!bought.empty()) {
    amount_bound with = now.amount;
    const std::vector<node_reach> reach = q.count.reaches(j.request({}, j.count.cut));
    for (const std::uint32_t i : bought) {
      const part_facts& f = q.facts[i];
      if (reach[i].most == 0 || (j.count.cut && f.discrete == truth::yes)) continue;
      with.high += reach[i].most * f.high;
      with.high_unbounded |= !f.worth_known;
    }
    const share_bound most = share_of(with, q.facts[0], {});
    add(std::to_string(bought.size()) + " foreign-made bought part" +
        (bought.size() == 1 ? "" : "s") + " without lines: taken to have no US content inside; " +
        (most.high_unbounded ? "were all of it content that counts, the share has no upper bound"
                             : "were all of it content that counts, the share could be " +
                                   to_fraction(most.high).to_decimal(4)));
  }
  for (const std::string& note : q.origin_notes) add(note);
  // What goes straight into it, by its own prices: a price, a quantity or a currency is wrong, perhaps.
  ratio inside;
  for (std::uint32_t l = q.cone.first[0]; l < q.cone.first[1]; ++l) {
    const cone_line& line = q.cone.lines[l];
    if (d.alt_rank(line.line) != 0) continue;
    inside += to_ratio(d.quantities[d.quantity[line.line]].in_unit) * q.facts[line.child].low;
  }
  if (q.facts[0].worth_known && inside > q.facts[0].high) {
    add("its parts are worth " + to_fraction(inside).to_string() + " " + std::string(q.currency) +
        " at least, more than its price: look at prices, quantities and currencies");
  }
  for (const std::string_view c : converted) {
    for (std::size_t i = d.rates.size(); i-- > 0;) {
      if (d.rates[i].currency != c || d.rates[i].date > on_) continue;
      add("1 " + std::string(c) + " = " + d.rates[i].num.to_string() + "/" +
          d.rates[i].den.to_string() + " " + std::string(q.currency) + ", rate of " +
          d.rates[i].date.to_string());
      break;
    }
  }
  if (options_.exported_from.empty()) {
    add(exported_words(out));
  }
  if (options_.unknown_discrete_counts && !out.second_incorporation.unknown.empty()) {
    add("content of parts that may be discrete products is counted");
  }
}

bool evaluation::counts_stated() const {
  return std::any_of(options_.facts.begin(), options_.facts.end(),
                     [](const stated_fact& f) { return f.id.starts_with(k_counts_fact); });
}

union_column evaluation::column_of(union_figures& all, decided& there, regime r,
                                   std::uint32_t product) {
  const signature& made = signatures_.at(product);
  union_column out;
  out.decisions = there.about(all.used_signatures(), r, made.content, all_decisions_);
  union_view view;
  view.signatures.resize(signatures_.size());
  view.commodities_apart = r == regime::us_ofac;
  const std::vector<open_case> cases =
      r == regime::us_ear ? open_cases(there.ctx, made) : std::vector<open_case>();
  std::map<union_column::kind, std::uint32_t> numbers;
  for (const std::uint32_t s : all.used_signatures()) {
    signature_view& v = view.signatures[s];
    union_column::kind k{out.decisions[s], {}};
    v.counts = k.decision->counts;
    if (r == regime::us_ear) {
      v.bits = bits_of_signature(there.ctx, cases, signatures_.at(s), k.decision->own_analysis,
                                 k.review_rules);
    }
    const auto [at, fresh] = numbers.try_emplace(k, static_cast<std::uint32_t>(out.kinds.size()));
    if (fresh) out.kinds.push_back(k);
    v.number = at->second;
  }
  view.numbers = static_cast<std::uint32_t>(out.kinds.size());
  std::vector<std::uint32_t> unused;
  if (r == regime::us_ear) {
    view.anything = bits_of_anything(there.ctx, cases, made.content, unused);
  }
  out.pass = &all.pass(view);
  return out;
}

counting evaluation::count_among(const product_of_union& among, product_question& q, decided& d,
                                 regime r, product_figures& figures) const {
  const union_pass& pass = *among.column.pass;
  figures = among.all.figures(pass, among.place);
  figures.unknown_inside = among.all.holds_unknown(pass, among.place);
  for (std::uint32_t k = 0; k < among.column.kinds.size(); ++k) {
    if (!among.all.holds(pass, among.place, k)) continue;
    for (const std::uint32_t n : among.column.kinds[k].review_rules) {
      auto& rules = figures.review_rules;
      if (std::find(rules.begin(), rules.end(), n) == rules.end()) rules.push_back(n);
    }
  }
  counting c;
  c.figures = &figures;
  c.threshold = d.threshold(r).value;
  c.decisions = {among.column.decisions[q.facts[0].signature]};
  c.counts = {c.decisions[0]->counts};
  return c;
}

origin_result evaluation::evaluate(product_question& q, const asked_destination& to, regime r,
                                   const product_of_union* among) {
  const bill_data& d = engine_.data();
  const std::string from = exported_from(q.product);
  decided& rules_there = decisions(to.treated, from);
  origin_result out;
  out.product = q.id(0);
  out.product_name = d.names.text(d.parts.name[q.product]);
  out.destination = to.code;
  out.treated_as = to.treated;
  out.exported_from = from.empty() ? "?" : from;
  out.date = on_;
  out.regime = r;
  out.summary = options_.summary;
  out.currency = q.currency;
  const part_facts& product = q.facts[0];
  out.product_value = product.worth_known
                          ? amount_range{to_fraction(product.low), to_fraction(product.high)}
                          : amount_range{exact_fraction(), std::nullopt};
  out.not_evaluated = {
      "end use, end user and listed parties (15 CFR Part 744)",
      "ownership rules (50 % rules, affiliates)",
      "rules of origin and customs origin",
      "licence exceptions other than GBS",
      "export control law other than " + std::string(r == regime::us_ear ? "the EAR" :
                                                     "31 CFR 560.420"),
  };
  used_rules rules(log_, out);
  const auto threshold = rules_there.threshold(r);
  if (r == regime::us_ofac && !threshold.value && !threshold.basis.empty()) {
    std::vector<std::uint32_t> numbers;
    log_.add(threshold, numbers);
    (void)rules.local(numbers);
  }
  if (r == regime::us_ofac && !threshold.value) {
    out.verdict = verdict::not_applicable;
    out.share = make_share({}, exact_fraction());
    out.controlled_value = {};
    out.tests.push_back({"us-ofac-560.420", verdict::not_applicable,
                         "31 CFR 560.420, the only test of this regime here, is about Iran", {}, {},
                         {}, {}, {}});
    return out;
  }
  const auto second = engine_.rules.second_incorporation(on_);
  std::vector<std::uint32_t> numbers;
  log_.add(threshold, numbers);
  if (r == regime::us_ear) log_.add(second, numbers);
  (void)rules.local(numbers);

  // Where no rule says whether second incorporation applies, who asks may say so.
  const truth applies = r != regime::us_ear            ? truth::no
                        : second.value == truth::unknown
                            ? rules_there.ctx.fact(k_second_incorporation)
                            : second.value;
  const bool cut = applies == truth::yes;
  product_figures figures;
  counting counts = among ? count_among(*among, q, rules_there, r, figures)
                          : count_for(q, rules_there, r, cut);
  counts.cut = cut;
  counts.cut_open = applies == truth::unknown;
  counts.cut_known = r == regime::us_ear;
  std::unique_ptr<regime_judge> judge;
  ear_judge* ear = nullptr;
  if (r == regime::us_ear) {
    auto made =
        std::make_unique<ear_judge>(q, rules_there.ctx, options_, std::move(counts));
    ear = made.get();
    ear->direct = direct_->about(q, rules_there.ctx);
    ear->direct_asked = direct_->asked();
    if (std::string words = not_evaluated_words(*ear); !words.empty()) {
      out.not_evaluated.insert(out.not_evaluated.begin(), std::move(words));
    }
    judge = std::move(made);
  } else {
    judge = std::make_unique<ofac_judge>(q, rules_there.ctx, options_, std::move(counts));
  }
  const judgement now = judge->judge({});
  out.verdict = now.verdict;
  out.threshold = judge->count.threshold;
  out.share = to_share(now.share, out.threshold);
  out.controlled_value = to_range(now.amount);
  if (out.threshold && product.worth_known && product.high > 0) {
    const ratio level{big(out.threshold->num), big(out.threshold->den)};
    const verdict share = against(now.share, out.threshold);
    if (share == verdict::does_not_trigger) {
      out.room = to_fraction(level * product.low - now.amount.high);
    } else if (share == verdict::triggers && !now.amount.low_unbounded) {
      out.excess = to_fraction(now.amount.low - level * product.high);
    }
  }
  if (brief_) {
    // The rules that decide about its parts are named all the same.
    bool itar = false;
    const auto found = [&](const content_decision& decision) {
      (void)rules.local(decision.rules);
      itar = itar || decision.reason == "itar";
    };
    for (std::uint32_t i = 1; i < q.cone.size(); ++i) {
      if (q.facts[i].us_origin != truth::no) found(*judge->count.decisions[i]);
    }
    for (std::uint32_t k = 0; among && k < among->column.kinds.size(); ++k) {
      if (!among->all.holds(*among->column.pass, among->place, k)) continue;
      found(*among->column.kinds[k].decision);
    }
    if (ear && itar) {
      out.duties.push_back("content under the ITAR, whatever its share: the State Department "
                           "decides (22 CFR 120.11(c)); us-ear does not");
    }
    compare_shares(*judge, out);
    explain_tests(*judge, ear, now, rules, out);
    if (ear) assume_direct_products(*ear, now, direct_->contradicts(q.product), out.assumptions);
    if (options_.exported_from.empty()) out.assumptions.push_back(exported_words(out));
    return out;
  }
  list_parts(*judge, options_.part_limit, rules, out);
  if (ear) list_zero_percent(*ear, rules, out);
  compare_incorporation(*judge, out);
  explain_tests(*judge, ear, now, rules, out);
  if (out.verdict == verdict::depends) {
    const deciding_set set = find_deciding(*judge);
    const std::vector<node_reach>& reach = q.reaches(judge->count.cut);
    for (const open_fact& f : set.facts) {
      deciding_unknown u;
      u.ask = {f.fact, f.part, f.text, {}};
      if (f.what == open_fact::kind::value) {
        const part_facts& p = q.facts[f.number];
        // What a table would say of it cannot be answered in the bill: its code and HS code are there.
        const signature& sig = q.signature_of(f.number);
        if (f.fact == "classification" && sig.code->kind() == classification_kind::ear99 &&
            !sig.hs.empty()) {
          u.ask.answer = "--fact " + std::string(k_counts_fact) + f.part + "=yes|no";
        }
        u.value = p.worth_known
                      ? amount_range{exact_fraction(), to_fraction(reach[f.number].most * p.high)}
                      : amount_range{exact_fraction(), std::nullopt};
      }
      out.deciding_unknowns.push_back(std::move(u));
    }
    out.deciding_verdict = set.to;
    out.deciding_both = set.both;
    out.deciding_smallest = set.smallest;
  }
  if (ear && ear->report_needed != truth::no) {
    const content_class made = q.signature_of(0).content;
    out.duties.push_back("a one-time report to BIS before relying on de minimis for " +
                         std::string(to_string(made)) + " (15 CFR 734.4(c)(3), (d)(3)" +
                         (made == content_class::software ? "; until 73 FR 56964)" : ")"));
  }
  if (ear) note_content(*ear, out);
  out.duties.push_back("keep the records of the calculation and of its method (15 CFR 734.4(g), "
                       "Part 762)");
  assume(*judge, now, out);
  if (ear) assume_direct_products(*ear, now, direct_->contradicts(q.product), out.assumptions);
  for (test_result& t : out.tests) {
    for (question& ask : t.questions) ask.answer = how_to_answer(ask, out.product);
  }
  for (deciding_unknown& u : out.deciding_unknowns) {
    if (u.ask.answer.empty()) u.ask.answer = how_to_answer(u.ask, out.product);
  }
  return out;
}

/// Everything about a destination on which the answer rests.
std::string evaluation::key_of(product_question& q, const asked_destination& to, regime r) {
  decided& there = decisions(to.treated, exported_from(q.product));
  answer_key key;
  key.add(static_cast<std::uint64_t>(r));
  const auto threshold = there.threshold(r);
  key.add(threshold.value.has_value() ? 1 : 0);
  if (threshold.value) {
    key.add(static_cast<std::uint64_t>(threshold.value->num));
    key.add(static_cast<std::uint64_t>(threshold.value->den));
    key.add(static_cast<std::uint64_t>(threshold.value->op));
  } else {
    key.add(to.treated);  // named where no threshold is known
  }
  std::vector<std::uint32_t> numbers;
  log_.add(threshold, numbers);
  key.add(numbers);
  if (r == regime::us_ear) {
    for (const open_case& c : open_cases(there.ctx, q.signature_of(0))) key.add(c);
    add_cases(key, direct_->about(q, there.ctx));
  } else if (!threshold.value) {
    return key.text;  // not applicable, whatever is in it
  }
  const auto& decisions =
      there.about(q.used_signatures(), r, q.signature_of(0).content, all_decisions_);
  for (const std::uint32_t s : q.used_signatures()) {
    key.add(reinterpret_cast<std::uintptr_t>(decisions[s]));
  }
  return key.text;
}

void evaluation::add(origin_report& report, product_question& q, const asked_destination& to,
                     regime r, std::map<std::string, std::size_t>& known) {
  const std::size_t at = report.results.size();
  const auto [same, fresh] = known.try_emplace(key_of(q, to, r), at);
  if (fresh) {
    report.results.push_back(evaluate(q, to, r));
    return;
  }
  origin_result copy = report.results[same->second];
  copy.destination = to.code;
  copy.treated_as = to.treated;
  if (!copy.counted.empty() || !copy.not_counted.empty() || !copy.zero_percent_content.empty()) {
    copy.parts_of = static_cast<std::uint32_t>(same->second);
  }
  report.results.push_back(std::move(copy));
}

/// All products by the passes over what they are made of, those of one currency at a time.
result<void> evaluation::run_together(std::vector<origin_result>& results) {
  std::map<std::string_view, std::vector<std::size_t>> by_currency;
  for (std::size_t i = 0; i < products_.size(); ++i) {
    by_currency[engine_.currency_of(products_[i])].push_back(i);
  }
  results.resize(products_.size() * destinations_.size() * regimes_.size());
  for (const auto& [currency, places] : by_currency) {
    if (const result<void> done = run_union(places, currency, results); !done) return done.error();
  }
  return {};
}

result<void> evaluation::run_union(const std::vector<std::size_t>& places,
                                   std::string_view currency,
                                   std::vector<origin_result>& results) {
  std::vector<std::uint32_t> products;
  for (const std::size_t i : places) products.push_back(products_[i]);
  cone_scratch scratch;
  union_figures all(engine_, signatures_, std::move(products), currency, options_, on_, changes_,
                    scratch);
  std::map<std::tuple<const decided*, regime, std::uint32_t>, union_column> columns;
  for (std::size_t place = 0; place < places.size(); ++place) {
    const std::uint32_t part = products_[places[place]];
    std::size_t at = places[place] * destinations_.size() * regimes_.size();
    // One product of figures beyond all limits does not keep the others from an answer in time, but
    // it is an error of the run, as it is alone.
    std::optional<product_question> alone;
    if (all.too_large()) {
      alone.emplace(engine_, signatures_, part, options_, on_, changes_, scratch);
      if (alone->count.too_large()) return too_large_figures(alone->id(0));
    }
    std::optional<product_question> among;
    if (!alone) {
      among.emplace(engine_, signatures_, part, currency, all.facts(place), all.line_count(place),
                    all.used_signatures());
    }
    for (const asked_destination& to : destinations_) {
      decided& there = decisions(to.treated, exported_from(part));
      for (const regime r : regimes_) {
        if (alone) {
          results[at++] = evaluate(*alone, to, r);
          continue;
        }
        const std::uint32_t made = among->facts[0].signature;
        const auto [column, fresh] = columns.try_emplace({&there, r, made});
        if (fresh) column->second = column_of(all, there, r, made);
        const product_of_union of{all, column->second, place};
        results[at++] = evaluate(*among, to, r, &of);
      }
    }
  }
  return {};
}

result<origin_report> evaluation::run() {
  if (const result<void> ready = prepare(); !ready) return ready.error();
  if (destinations_.size() * regimes_.size() > k_most_results / std::max<std::size_t>(1, products_.size())) {
    return error{errc::limit_exceeded,
                 std::to_string(products_.size()) + " products to " +
                     std::to_string(destinations_.size()) + " destinations are more than " +
                     std::to_string(k_most_results) + " results: name products, or fewer destinations",
                 {}, 0, "destination"};
  }
  origin_report report;
  cone_scratch scratch;
  const bool together = brief_ && products_.size() > k_few_products && !counts_stated();
  if (together) {
    if (const result<void> done = run_together(report.results); !done) return done.error();
  }
  for (const std::uint32_t p : together ? std::vector<std::uint32_t>() : products_) {
    product_question q(engine_, signatures_, p, options_, on_, changes_, scratch);
    if (q.count.too_large()) return too_large_figures(q.id(0));
    std::map<std::string, std::size_t> known;
    for (const asked_destination& to : destinations_) {
      for (const regime r : regimes_) add(report, q, to, r, known);
    }
  }
  report.options = std::move(options_);
  report.rules_content = engine_.rules.content();
  report.files = engine_.data().files;
  report.disclaimer = k_disclaimer;
  return report;
}

}  // namespace

result<origin_report> origin_engine::evaluate(const origin_options& options,
                                              const overlay& changes, bool brief) const {
  return evaluation(*this, options, changes, brief || options.summary).run();
}

}  // namespace tradewarden::detail
