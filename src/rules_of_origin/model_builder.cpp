#include "rules_of_origin/model_builder.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include "origin/part_fields.hpp"
#include "origin/product_question.hpp"
#include "origin/units.hpp"
#include "rules_of_origin/fact_kinds.hpp"

namespace tradewarden::detail {
namespace {

constexpr std::array<std::string_view, 4> k_truth_facts{"originating", "wholly_obtained", "minimal_operations", "direct_transport"};
constexpr std::size_t k_most_names = 60;
constexpr std::size_t k_most_not_heeded = 20;
constexpr std::string_view k_non_preferential = "non-preferential";

using fact_names = std::set<std::string, std::less<>>;

void add_names(const rules::origin_rule& r, fact_names& to) {
  if (r.kind == rules::origin_rule_kind::fact) to.insert(r.fact);
  for (const rules::origin_rule& p : r.parts) add_names(p, to);
}

/// The processes and conditions that a product rule rests on.
fact_names names_of(const rules::agreement_row& r) {
  fact_names out;
  add_names(r.row.rule, out);
  for (const std::string& c : r.row.conditions) out.insert(c.substr(c.starts_with("not ") ? 4 : 0));
  return out;
}

class builder {
 public:
  builder(const origin_engine& engine, const rules::agreement_rules& agreement, const roo_question& q, day on)
      : engine_(engine), agreement_(agreement), q_(q), on_(on) {}

  result<built_model> build(std::uint32_t product);

 private:
  void add_part(std::uint32_t part);
  void add_facts(model_part& p, std::uint32_t part);
  [[nodiscard]] truth fact(const model_part& p, std::string_view name) const;
  [[nodiscard]] truth zone(std::string_view countries) const;
  [[nodiscard]] std::string countries(std::uint32_t part) const;
  [[nodiscard]] interval price(std::uint32_t part);
  void tell();
  result<void> take_facts();
  [[nodiscard]] fact_names known_names() const;
  /// Why a fact changes nothing; empty: it may.
  [[nodiscard]] std::string idle(const roo_fact& f, std::uint32_t part) const;
  void tell_idle_facts();

  const origin_engine& engine_;
  const rules::agreement_rules& agreement_;
  const roo_question& q_;
  day on_;
  built_model out_;
  std::vector<std::uint32_t> number_;  // by part of the bill: in the model
  std::vector<std::vector<const roo_fact*>> facts_;
  std::vector<fact_names> row_names_;  // by product rule
  std::vector<std::string_view> no_rate_, no_country_;
  std::uint64_t alternatives_ = 0;
  bool product_value_stated_ = false;
};

truth builder::zone(std::string_view made_in) const {
  if (made_in.empty() || made_in == "?") return truth::unknown;
  return us_origin_of(made_in, [&](std::string_view code) { return agreement_.general.is_party(code, on_); });
}

/// As stated, else what all offers say.
std::string builder::countries(std::uint32_t part) const {
  const bill_data& d = engine_.data();
  const std::string_view own = d.words.text(d.parts.made_in[part]);
  if (!own.empty()) return std::string(own);
  std::set<std::string_view> all;
  for (std::uint32_t i = d.offer_first[part]; i < d.offer_first[part + 1]; ++i) {
    all.insert(d.words.text(d.offers[i].country_of_origin));
  }
  if (all.empty() || all.contains("")) return {};
  std::string out;
  for (const std::string_view c : all) out += (out.empty() ? "" : "|") + std::string(c);
  return out;
}

interval builder::price(std::uint32_t part) {
  const origin_engine::worth w = engine_.worth_of(part, out_.currency, on_, nullptr);
  if (w.no_rate) no_rate_.push_back(engine_.data().ids.text(part));
  return w.known ? interval{w.low, w.high} : unknown_amount();
}

truth builder::fact(const model_part& p, std::string_view name) const {
  const auto at = p.facts.find(name);
  return at == p.facts.end() ? truth::unknown : at->second;
}

void builder::add_facts(model_part& p, std::uint32_t part) {
  std::optional<interval> excluded;
  std::optional<interval> total;
  bool net = false;
  for (const roo_fact* f : facts_[part]) {
    switch (kind_of_fact(f->fact)) {
      case fact_kind::amount: {
        const interval amount = to_interval(parse_amount(f->value).value_or(price_range{}));
        if (f->fact == "value") p.price = amount;
        if (f->fact == "value" && out_.model.parts.empty()) product_value_stated_ = true;
        if (f->fact == "international_shipping") p.shipping = amount;
        if (f->fact == "total_cost") total = amount;
        if (f->fact == "excluded_costs") excluded = amount;
        if (f->fact == "net_weight") p.weight = amount;
        if (f->fact == "build_up_costs" && amount.high) p.build_up_costs = amount;
        if (f->fact == "net_cost") {
          p.net_cost = amount;
          net = true;
        }
        break;
      }
      case fact_kind::country: {
        const truth in = us_origin_of(f->value, [&](std::string_view c) {
          const auto& diagonal = agreement_.general.diagonal;
          return agreement_.general.is_party(c, on_) || std::find(diagonal.begin(), diagonal.end(), c) != diagonal.end();
        });
        if (f->value != "?" && in != truth::unknown && !p.stated) p.stated = in;
        break;
      }
      case fact_kind::code:
        if (f->fact.substr(3) == out_.hs_edition) p.hs = f->value;
        break;
      case fact_kind::truth: {
        const truth t = parse_truth(f->value).value_or(truth::unknown);
        if (f->fact == "originating") {
          if (t != truth::unknown) p.stated = t;
        } else if (f->fact == "wholly_obtained") {
          p.wholly_obtained = t;
        } else {
          p.facts[f->fact] = t;
        }
      }
    }
  }
  // Costs that leave nothing to take a share of say nothing; a file with such is refused.
  const auto nothing = [](const interval& i) { return i.high && *i.high == 0; };
  if (net && nothing(p.net_cost)) p.net_cost = unknown_amount();
  if (!total || nothing(*total)) return;
  p.total_cost = *total;
  if (net) return;
  p.net_cost = minus(*total, excluded.value_or(unknown_amount()));
  if (nothing(p.net_cost)) p.net_cost = unknown_amount();
}

fact_names builder::known_names() const {
  fact_names out;
  for (const std::string_view n : k_truth_facts) out.emplace(n);
  for (const fact_names& row : row_names_) out.insert(row.begin(), row.end());
  if (q_.agreement != k_non_preferential) return out;
  // No rule is asked; what a rule of any agreement names is no slip of the pen.
  for (const std::string& name : agreement_names(engine_.rules)) {
    const auto other = rules::load_agreement(engine_.rules, name, on_);
    if (!other) continue;
    for (const rules::agreement_row& r : other->rows) out.merge(names_of(r));
  }
  return out;
}

result<void> builder::take_facts() {
  facts_.resize(engine_.data().part_count());
  if (q_.facts.all.empty()) return {};
  const auto wrong = [&](const roo_fact& f, const char* field, std::string what) {
    return error{errc::not_found, std::move(what), q_.facts.file.name, f.line, field};
  };
  const fact_names known = known_names();
  const std::vector<std::string> agreements = agreement_names(engine_.rules);
  for (const roo_fact& f : q_.facts.all) {
    const auto part = engine_.parts.find_part(f.part);
    if (!part) return wrong(f, "part_id", "the bill has no part '" + f.part.substr(0, 80) + "'");
    if (!f.agreement.empty() && f.agreement != q_.agreement) {
      if (f.agreement == k_non_preferential || std::find(agreements.begin(), agreements.end(), f.agreement) != agreements.end()) continue;
      std::string all(k_non_preferential);
      for (const std::string& n : agreements) all += ", " + n;
      return wrong(f, "agreement", "no agreement is called '" + f.agreement.substr(0, 60) + "'; there are " + all);
    }
    if (kind_of_fact(f.fact) == fact_kind::truth && !known.contains(f.fact)) {
      std::string all;
      for (const std::string_view n : k_amount_facts) all += std::string(n) + ", ";
      all += "originating_in, hs_" + out_.hs_edition;
      std::size_t named = 0;
      for (const std::string& n : known) {
        if (++named <= k_most_names) all += ", " + n;
      }
      if (named > k_most_names) all += " and " + std::to_string(named - k_most_names) + " more";
      return wrong(f, "fact", "no fact is called '" + f.fact.substr(0, 60) + "', and no rule of " + q_.agreement.substr(0, 60) +
                                  " names it; there are " + all);
    }
    facts_[part->value].push_back(&f);
  }
  return {};
}

std::string builder::idle(const roo_fact& f, std::uint32_t part) const {
  if (number_[part] == text_ids::k_none) return "it is no part of the product";
  const std::uint32_t at = number_[part];
  const model_part& p = out_.model.parts[at];
  const fact_kind kind = kind_of_fact(f.fact);
  if (kind == fact_kind::code) return f.fact.substr(3) == out_.hs_edition ? "" : "codes are compared in HS " + out_.hs_edition;
  if (f.fact == "value") return {};
  if (q_.agreement == k_non_preferential) return "no rules are asked";
  for (const model_rule& r : p.rules) {
    if (row_names_[r.row].contains(f.fact)) return {};
  }
  if (f.fact == "originating" || f.fact == "originating_in") return at == 0 ? "whether the product originates is what is asked" : "";
  if (f.fact == "wholly_obtained" || f.fact == "net_weight") return {};
  if (f.fact == "minimal_operations" || f.fact == "direct_transport") return at == 0 ? "" : "it is asked of the product alone";
  if (p.lines.empty()) return "it counts for a good that is made of parts";
  if (kind == fact_kind::truth) return "no rule that may be its own names it";
  const auto stated = [&](std::string_view name) {
    return std::any_of(facts_[part].begin(), facts_[part].end(), [&](const roo_fact* other) { return other->fact == name; });
  };
  if (f.fact == "excluded_costs" && stated("net_cost")) return "its net_cost is stated";
  if (f.fact == "excluded_costs" && !stated("total_cost")) return "its total_cost is not stated";
  if (f.fact == "build_up_costs" && !agreement_.general.build_up_costs) return "the agreement does not ask for them";
  return {};
}

void builder::tell_idle_facts() {
  std::uint64_t more = 0;
  for (std::uint32_t part = 0; part < facts_.size(); ++part) {
    for (const roo_fact* f : facts_[part]) {
      const std::string why = idle(*f, part);
      if (why.empty()) continue;
      if (out_.not_heeded.size() == k_most_not_heeded) {
        ++more;
        continue;
      }
      const std::string line = f->line == 0 ? std::string() : " (line " + std::to_string(f->line) + " of the facts)";
      out_.not_heeded.push_back("Not heeded: " + f->fact.substr(0, 60) + " of " + f->part.substr(0, 80) + line + ": " + why + ".");
    }
  }
  if (more != 0) out_.not_heeded.push_back("Not heeded: " + std::to_string(more) + (more == 1 ? " more fact." : " more facts."));
}

void builder::add_part(std::uint32_t part) {
  const bill_data& d = engine_.data();
  model_part p;
  p.id = d.ids.text(part);
  p.hs = d.words.text(d.parts.hs[part]);
  p.price = price(part);
  const std::string_view unit = d.words.text(d.parts.unit[part]);
  if (const auto kg = convert(decimal::from_units(1), unit.empty() ? "each" : unit, "kg")) p.weight = known(to_ratio(*kg));
  for (std::uint32_t l = d.line_first[part]; l < d.line_first[part + 1]; ++l) {
    if (d.alt_rank(l) != 0) {
      ++alternatives_;
      continue;
    }
    p.lines.push_back({d.child[l], to_ratio(d.quantities[d.quantity[l]].in_unit)});  // numbered below
  }
  p.self_produced = d.parts.kind[part] == part_kind::made && !p.lines.empty();
  const std::string made_in = countries(part);
  p.in_zone = zone(made_in);
  if (made_in.empty() && p.self_produced && !out_.model.parts.empty()) {
    p.in_zone = out_.model.parts.front().in_zone;
    no_country_.push_back(d.ids.text(part));
  }
  add_facts(p, part);
  if (!rules::is_hs_code(p.hs)) p.hs.clear();
  if (!p.lines.empty()) {
    for (const rules::agreement_rules::match& m : agreement_.rows_for(p.hs)) {
      truth applies = m.covers;
      for (const std::string& c : m.row->row.conditions) {
        const bool negated = c.starts_with("not ");
        const truth t = fact(p, std::string_view(c).substr(negated ? 4 : 0));
        applies = applies && (negated ? !t : t);
      }
      p.rules.push_back({&m.row->row.rule, applies, static_cast<std::uint32_t>(m.row - agreement_.rows.data())});
    }
  }
  number_[part] = static_cast<std::uint32_t>(out_.model.parts.size());
  out_.bill_part.push_back(part);
  out_.model.parts.push_back(std::move(p));
}

void builder::tell() {
  const trade_agreement& a = agreement_.general;
  const auto say = [&](std::string text) { out_.assumptions.push_back(std::move(text)); };
  if (q_.hs_edition.empty()) {
    say("The HS codes of the bill are taken to be of HS " + out_.hs_edition + ", in which the rules are written.");
  } else if (q_.hs_edition != out_.hs_edition) {
    say("The HS codes of the bill are of HS " + q_.hs_edition + " and compared as if they were of HS " + out_.hs_edition +
        "; facts hs_" + out_.hs_edition + " correct single ones.");
  }
  if (a.hs_edition != out_.hs_edition) {
    say("The rules are known as written in HS " + out_.hs_edition + "; on this day the agreement uses HS " + a.hs_edition + ".");
  }
  if (!product_value_stated_) say("The price of the product in the bill is taken as its value: " + a.value_basis + ".");
  say("The prices of materials are taken as the agreement values them; facts `value` correct single ones.");
  if (!no_country_.empty()) say("Made where the product is, as no country is stated: " + named_few(no_country_) + ".");
  if (!no_rate_.empty()) say("Of no known value, as there is no exchange rate for its currency: " + named_few(no_rate_) + ".");
  if (alternatives_ != 0) say("Alternatives of positions are left out: " + std::to_string(alternatives_) + ".");
  const model_part& product = out_.model.parts.front();
  if (!product.facts.contains("minimal_operations")) {
    say("The operations go beyond the minimal ones that never confer origin; fact minimal_operations of the product.");
  }
  if (!product.facts.contains("direct_transport")) {
    say("The goods are carried as the agreement asks; fact direct_transport of the product.");
  }
}

result<built_model> builder::build(std::uint32_t product) {
  const bill_data& d = engine_.data();
  out_.currency = engine_.currency_of(product);
  out_.hs_edition = agreement_.rows.empty() ? agreement_.general.hs_edition : agreement_.rows.front().hs_edition;
  out_.model.general = &agreement_.general;
  for (const rules::agreement_row& r : agreement_.rows) row_names_.push_back(names_of(r));
  if (auto taken = take_facts(); !taken) return taken.error();
  number_.assign(d.part_count(), text_ids::k_none);
  std::vector<char> below(d.part_count());
  below[product] = 1;
  for (const std::uint32_t part : d.order) {
    if (below[part] == 0) continue;
    add_part(part);
    for (const model_line& l : out_.model.parts.back().lines) below[l.child] = 1;
  }
  for (model_part& p : out_.model.parts) {
    for (model_line& l : p.lines) l.child = number_[l.child];
  }
  tell();
  tell_idle_facts();
  return std::move(out_);
}

}  // namespace

result<built_model> build_model(const origin_engine& engine, std::uint32_t product, const rules::agreement_rules& agreement,
                                const roo_question& q, day on) {
  return builder(engine, agreement, q, on).build(product);
}

}  // namespace tradewarden::detail
