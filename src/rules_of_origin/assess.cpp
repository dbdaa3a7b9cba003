#include <algorithm>
#include <set>
#include <utility>

#include "origin/engine.hpp"
#include "rules_of_origin/model_builder.hpp"
#include "rules_of_origin/origin_deciding.hpp"
#include "rules_of_origin/origin_working.hpp"
#include "tradewarden/rules_of_origin.hpp"

namespace tradewarden {
namespace {

using detail::built_model;
using detail::origin_evaluator;

constexpr std::size_t k_most_materials = 1000;
constexpr std::size_t k_most_parts = 200;
constexpr std::string_view k_non_preferential = "non-preferential";

rule_use use_of(const rule_basis& b) {
  const auto text = [](const std::optional<day>& d) { return d ? d->to_string() : std::string(); };
  return {std::string(b.rule), std::string(b.citation), text(b.from), text(b.until), text(b.edition), b.verified};
}

std::string few(const std::vector<deciding_unknown>& all) {
  std::string out;
  for (std::size_t i = 0; i < all.size() && i < 3; ++i) {
    out += (out.empty() ? "" : ", ") + all[i].ask.fact + (all[i].ask.part.empty() ? "" : " of " + all[i].ask.part);
  }
  return all.size() > 3 ? out + " and " + std::to_string(all.size() - 3) + " more" : out;
}

class assessment {
 public:
  assessment(const bill& b, const roo_question& q, const rule_book& rules)
      : engine_(b, rules), q_(q), on_(q.date ? *q.date : day::today_utc()) {
    out_.agreement = q.agreement;
    out_.date = on_;
  }

  result<roo_answer> run() {
    auto product = product_asked();
    if (!product) return product.error();
    product_ = *product;
    const bill_part p = engine_.parts.part(part_id{product_});
    out_.product = p.id;
    out_.product_name = p.name;
    out_.hs = p.hs;
    if (q_.agreement == k_non_preferential) {
      if (auto done = non_preferential(); !done) return done.error();
    } else {
      std::vector<rule_basis> basis;
      const auto agreement = rules::load_agreement(engine_.rules, q_.agreement, on_, &basis);
      if (!agreement) return no_agreement(basis);
      if (auto done = preferential(*agreement); !done) return done.error();
    }
    const answer_basis b = engine_.basis({});
    out_.files = b.files;
    if (!q_.facts.file.name.empty()) out_.files.push_back(q_.facts.file);
    out_.rules_content = b.rules_content;
    out_.disclaimer =
        "Not legal advice, and never a ruling: an answer holds for the stated facts, the rules as stored here and the date; a "
        "claim of preference needs its proof of origin.";
    return std::move(out_);
  }

 private:
  result<std::uint32_t> product_asked() {
    if (!q_.product.empty()) {
      auto found = engine_.products({q_.product});
      if (!found) return found.error();
      return found->front();
    }
    const std::vector<part_id> all = engine_.parts.products();
    if (all.size() == 1) return all.front().value;
    return error{errc::usage, "the bill has " + std::to_string(all.size()) + " products: name one", {}, 0, "product"};
  }

  [[nodiscard]] error no_agreement(const std::vector<rule_basis>& basis) const {
    if (!basis.empty() || engine_.rules.find("roo." + q_.agreement + ".agreement") != nullptr) {
      return {errc::usage, "the agreement '" + q_.agreement.substr(0, 60) + "' is not in force on " + on_.to_string(), {}, 0, "agreement"};
    }
    std::string all(k_non_preferential);
    for (const std::string& n : agreement_names(engine_.rules)) all += ", " + n;
    return {errc::usage, "no agreement is called '" + q_.agreement.substr(0, 60) + "'; there are " + all, {}, 0, "agreement"};
  }

  /// Facts alone: who may say what they come to is an authority.
  result<void> non_preferential() {
    rules::agreement_rules none;
    none.general.value_basis = "as the bill has it";
    none.general.hs_edition = q_.hs_edition.empty() ? "2022" : q_.hs_edition;
    const auto built = detail::build_model(engine_, product_, none, q_, on_);
    out_.agreement_name = "non-preferential origin";
    out_.verdict = out_.while_undetermined = roo_verdict::requires_ruling;
    out_.why = "non-preferential origin rests on a substantial transformation, which a bill cannot show: ask for a ruling";
    if (!built) return built.error();
    out_.currency = built->currency;
    out_.value = detail::to_amount(built->model.parts.front().price);
    out_.assumptions = built->not_heeded;
    for (std::uint32_t at = 1; at < built->model.parts.size(); ++at) list_plainly(*built, at);
    out_.product_rule.kind = "any_of";
    out_.not_evaluated = {"substantial transformation: a new article with another name, character or use (19 CFR 134.1(b))",
                          "the last substantial, economically justified processing (Regulation (EU) 952/2013, article 60(2))",
                          "rules of single headings, such as 19 CFR 102.20 and the EU's annex 22-01"};
    return {};
  }

  void list_plainly(const built_model& b, std::uint32_t at) {
    const detail::model_part& p = b.model.parts[at];
    const bill_part named = engine_.parts.part(part_id{b.bill_part[at]});
    if (!p.lines.empty()) return;
    if (out_.materials.size() == k_most_materials) {
      ++out_.more_materials;
      return;
    }
    out_.materials.push_back({p.id, std::string(named.name), p.hs, std::string(named.made_in), truth::unknown, false, "not_asked",
                              {}, detail::to_amount(p.price)});
    out_.materials.back().quantity.high.reset();
  }

  result<void> preferential(const rules::agreement_rules& agreement) {
    auto built = detail::build_model(engine_, product_, agreement, q_, on_);
    if (!built) return built.error();
    built_model& b = *built;
    out_.agreement_name = agreement.general.name;
    out_.hs = b.model.parts.front().hs;
    out_.hs_edition = b.hs_edition;
    out_.currency = b.currency;
    out_.value = detail::to_amount(b.model.parts.front().price);
    out_.assumptions = b.not_heeded;
    out_.assumptions.insert(out_.assumptions.end(), b.assumptions.begin(), b.assumptions.end());
    out_.rules.push_back(use_of(agreement.basis));

    // The working counts undetermined materials as non-originating; the verdict does not take that for granted.
    b.model.undetermined = truth::no;
    const origin_evaluator working(b.model);
    out_.while_undetermined = detail::verdict_of(b.model);
    show(b, working, agreement);
    b.model.undetermined = truth::unknown;
    out_.verdict = detail::verdict_of(b.model);
    if (out_.verdict == roo_verdict::depends) {
      detail::deciding_facts d = detail::facts_that_decide(b);
      out_.deciding_unknowns = std::move(d.unknowns);
      out_.deciding_verdict = d.verdict;
      out_.deciding_reduced = d.reduced;
    }
    out_.why = sentence(b);
    out_.not_evaluated = agreement.general.not_evaluated;
    for (const char* s : {"proof of origin, records and the procedures of a claim", "packing, accessories, sets, indirect and "
                          "interchangeable materials", "section and chapter notes of the product rules"}) {
      out_.not_evaluated.emplace_back(s);
    }
    return {};
  }

  void show(const built_model& b, const origin_evaluator& e, const rules::agreement_rules& agreement) {
    out_.product_rule = detail::ways_of(b, e, 0, origin_evaluator::freely);
    std::set<std::uint32_t> rows;
    const auto used = [&](const detail::model_part& p) {
      std::vector<std::uint32_t> at;
      for (const detail::model_rule& r : p.rules) {
        const rule_use use = use_of(agreement.rows[r.row].basis);
        const auto same = std::find(out_.rules.begin(), out_.rules.end(), use);
        at.push_back(static_cast<std::uint32_t>(same - out_.rules.begin()));
        if (same == out_.rules.end()) out_.rules.push_back(use);
        const std::string& note = agreement.rows[r.row].row.note;
        if (!note.empty() && rows.insert(r.row).second) out_.assumptions.push_back(p.id + ": " + note + ".");
      }
      return at;
    };
    (void)used(b.model.parts.front());
    conditions(b, e);
    detail::counted_materials counted = detail::count_materials(b, e, engine_.parts);
    out_.designations = std::move(counted.designations);
    out_.materials = std::move(counted.materials);
    const auto undetermined = std::count_if(out_.materials.begin(), out_.materials.end(), [](const roo_material& m) { return !m.determined; });
    if (undetermined != 0) {
      out_.assumptions.push_back(std::to_string(undetermined) +
                                 (undetermined == 1 ? " material of undetermined origin counts" : " materials of undetermined origin count") +
                                 " as non-originating in the working: fact originating.");
    }
    if (out_.materials.size() > k_most_materials) {
      out_.more_materials = out_.materials.size() - k_most_materials;
      out_.materials.resize(k_most_materials);
    }
    for (std::uint32_t at = 1; at < b.model.parts.size(); ++at) {
      const detail::model_part& p = b.model.parts[at];
      if (p.lines.empty() || p.stated || p.in_zone == truth::no) continue;
      if (out_.parts.size() == k_most_parts) {
        ++out_.more_parts;
        continue;
      }
      roo_part shown{p.id, std::string(engine_.parts.part(part_id{b.bill_part[at]}).name), p.hs,
                     e.status(at, origin_evaluator::freely), {}, used(p)};
      const auto where = p.self_produced && !agreement.general.nested_designation ? origin_evaluator::inside : origin_evaluator::freely;
      shown.rule = detail::ways_of(b, e, at, where);
      out_.parts.push_back(std::move(shown));
    }
  }

  void conditions(const built_model& b, const origin_evaluator&) {
    const detail::model_part& p = b.model.parts.front();
    const auto add = [&](const char* kind, const char* text, truth met, std::string why) {
      roo_test t;
      t.kind = kind;
      t.text = text;
      t.met = met;
      t.why = std::move(why);
      out_.conditions.push_back(std::move(t));
    };
    const auto stated = [&](const char* name) -> std::optional<truth> {
      const auto at = p.facts.find(name);
      return at == p.facts.end() ? std::nullopt : std::optional(at->second);
    };
    const std::string made_in(engine_.parts.part(part_id{product_}).made_in);
    add("territory", "made in the territory of the agreement", p.in_zone, made_in.empty() ? "no country is stated" : "made in " + made_in);
    const auto minimal = stated("minimal_operations");
    add("operations", "beyond minimal operations", minimal ? !*minimal : truth::yes, minimal ? "stated" : "taken for granted");
    const auto transport = stated("direct_transport");
    add("transport", "carried as the agreement asks", transport ? *transport : truth::yes, transport ? "stated" : "taken for granted");
  }

  [[nodiscard]] std::string sentence(const built_model& b) const {
    const detail::model_part& p = b.model.parts.front();
    switch (out_.verdict) {
      case roo_verdict::requires_ruling:
        return "no rule is shipped for heading " + p.hs.substr(0, 4) + " under " + out_.agreement_name + ": give it with --rules";
      case roo_verdict::depends:
        if (p.hs.empty()) return "the HS code of the product is not known: no rule can be found for it";
        return out_.deciding_unknowns.empty() ? "facts are missing" : "it depends on " + few(out_.deciding_unknowns);
      case roo_verdict::non_originating:
        for (const roo_test& c : out_.conditions) {
          if (c.met == truth::no) return "not so: " + c.text;
        }
        return p.lines.empty() ? "nothing is known that it is made of" : "no way to originate is met";
      case roo_verdict::originating: break;
    }
    for (const roo_test& w : out_.product_rule.parts) {
      if (w.met == truth::yes) return "met: " + w.text;
    }
    return "met whatever the unknown facts are";
  }

  detail::origin_engine engine_;
  const roo_question& q_;
  day on_;
  std::uint32_t product_ = 0;
  roo_answer out_;
};

}  // namespace

std::string_view to_string(roo_verdict v) noexcept {
  switch (v) {
    case roo_verdict::non_originating: return "non_originating";
    case roo_verdict::depends: return "depends";
    case roo_verdict::originating: return "originating";
    case roo_verdict::requires_ruling: break;
  }
  return "requires_ruling";
}

result<roo_answer> assess_rules_of_origin(const bill& b, const roo_question& q, const rule_book& rules) {
  return assessment(b, q, rules).run();
}

}  // namespace tradewarden
