#include "tradewarden/rule_book.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "rules/rule_source.hpp"
#include "rules/tables.hpp"

namespace tradewarden {
namespace {

rule_answer<truth> answered(truth value, std::vector<rule_basis> basis) {
  rule_answer<truth> out;
  out.value = value;
  out.basis = std::move(basis);
  return out;
}

const rules::place& checked(const rules::place& p, std::vector<std::string>& asks) {
  if (!p.known()) asks.emplace_back("destination");
  return p;
}

constexpr std::string_view k_ear_threshold = "us-ear.734.4.threshold";
constexpr std::string_view k_ofac_threshold = "us-ofac.560.420.threshold";
constexpr std::string_view k_ownership = "ownership.";
constexpr std::string_view k_ofac_content = "us-ofac.560.205.content";

}  // namespace

const rule_book& rule_book::built_in() {
  static const rule_book book = [] {
    std::vector<error> problems;
    auto t = std::make_shared<tables>();
    std::vector<rules::rule_file> files = rules::built_in_files(problems);
    t->build(std::move(files), problems);
    if (!problems.empty()) {
      // The files are part of the program and are checked by its tests: a defect, not input.
      std::fprintf(stderr, "tradewarden: the embedded rules are damaged: %s\n",
                   problems.front().to_string().c_str());
      std::abort();
    }
    return rule_book(std::move(t));
  }();
  return book;
}

result<rule_book> rule_book::load(const std::string& folder) {
  std::vector<error> problems;
  auto t = std::make_shared<tables>();
  std::vector<rules::rule_file> files = rules::files_with_folder(folder, problems);
  if (problems.empty()) t->build(std::move(files), problems);
  if (problems.empty()) return rule_book(std::move(t));
  error e = problems.front();
  if (problems.size() > 1) {
    e.message += " (and " + std::to_string(problems.size() - 1) + " more: `rules check` lists all)";
  }
  return e;
}

std::vector<error> rule_book::check(const std::string& folder) {
  std::vector<error> problems;
  tables t;
  std::vector<rules::rule_file> files = rules::files_with_folder(folder, problems);
  // Names are looked up even if some files are refused: those that were read.
  t.build(std::move(files), problems);
  return problems;
}

const digest& rule_book::content() const noexcept { return tables_->sum; }
const std::vector<rule_info>& rule_book::rules() const noexcept { return tables_->infos; }

const rule_info* rule_book::find(std::string_view id) const noexcept {
  const rules::rule_file* rule = tables_->file(id);
  return rule == nullptr ? nullptr
                         : &tables_->infos[static_cast<std::size_t>(rule - tables_->files.data())];
}

rule_answer<std::string> rule_book::resolve(std::string_view name_or_code, day on) const {
  rule_answer<std::string> out;
  const rules::place p = tables_->locate(name_or_code, on);
  out.value = p.region.empty() ? p.code : p.region;
  if (p.mapped_by != nullptr) {
    out.basis.push_back(tables_->basis(*p.mapped_by, *p.mapped_value, on));
  }
  if (!p.known()) out.asks.emplace_back("destination");
  return out;
}

rule_answer<truth> rule_book::in_group(std::string_view group, std::string_view country,
                                       day on) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  const rules::place p = checked(tables_->locate(country, on), out.asks);
  const rules::rule_file* set = tables_->group(group);
  if (set != nullptr) out.value = tables_->member(*set, p, on, &out.basis);
  return out;
}

rule_answer<truth> rule_book::chart_mark(std::string_view country, std::string_view column,
                                         day on) const {
  rule_answer<truth> out;
  const rules::place p = checked(tables_->locate(country, on), out.asks);
  out.value = tables_->chart_mark(p, rules::column_number(column), on, &out.basis);
  if (out.value == truth::unknown && p.known()) out.asks.emplace_back("part_746");
  return out;
}

rule_answer<truth> rule_book::destination(std::string_view predicate, std::string_view country,
                                          day on) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  const rules::rule_file* rule = tables_->predicate(predicate);
  if (rule == nullptr) return out;
  std::string ask;
  out.value = tables_->reaches(*rule, tables_->locate(country, on), on, &out.basis, &ask);
  if (!ask.empty()) out.asks.push_back(std::move(ask));
  return out;
}

std::vector<std::string_view> rule_book::destinations() const {
  std::vector<std::string_view> out;
  for (const rules::rule_file& rule : tables_->files) {
    for (const rules::dated_value& v : rule.values) {
      if (const auto* chart = std::get_if<rules::chart_value>(&v.data)) {
        for (const auto& [code, row] : chart->rows) out.push_back(code);
      } else if (const auto* map = std::get_if<rules::country_map>(&v.data)) {
        for (const auto& [code, to] : map->to) out.push_back(code);
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

rule_answer<std::optional<share_threshold>> rule_book::ear_threshold(std::string_view country,
                                                                     day on) const {
  return tables_->percent(k_ear_threshold, tables_->locate(country, on), on);
}

rule_answer<std::optional<share_threshold>> rule_book::ofac_threshold(std::string_view country,
                                                                      day on) const {
  return tables_->percent(k_ofac_threshold, tables_->locate(country, on), on);
}

rule_answer<truth> rule_book::entry_exists(const classification& c, day on) const {
  rule_answer<truth> out;
  out.value = c.kind() == classification_kind::unknown ? truth::unknown : truth::yes;
  if (!c.is_eccn()) return out;
  const rules::entry_slot* slot = tables_->entry(c.entry(), on);
  out.value = as_truth(slot != nullptr);
  if (slot != nullptr) out.basis.push_back(tables_->basis(*slot->file, *slot->value, on));
  return out;
}

std::vector<licence_reason> rule_book::licence_reasons(const classification& c,
                                                       std::string_view country, day on) const {
  return tables_->reasons(c, tables_->locate(country, on), on);
}

rule_answer<truth> rule_book::reasons_known(const classification& c, day on) const {
  rule_answer<truth> out;
  if (c.kind() == classification_kind::ear99) {
    out.value = truth::yes;
    return out;
  }
  const rules::entry_slot* slot = c.is_eccn() ? tables_->entry(c.entry(), on) : nullptr;
  out.value = truth::no;
  if (slot == nullptr) return out;
  out.basis.push_back(tables_->basis(*slot->file, *slot->value, on));
  out.why = slot->entry->see;
  const auto& rows = slot->entry->rows;
  const bool elsewhere = std::any_of(rows.begin(), rows.end(), [&](const rules::ccl_row& row) {
    return row.control == "elsewhere" && row.covers.covers(c.paragraph()) != truth::no;
  });
  out.value = as_truth(!rows.empty() && !elsewhere);
  if (elsewhere) out.why = "elsewhere";
  return out;
}

rule_answer<truth> rule_book::at_only(const classification& c, day on) const {
  std::vector<rule_basis> why;
  const truth value = tables_->only_reason("AT", c, on, &why);
  return answered(value, std::move(why));
}

rule_answer<truth> rule_book::short_supply_only(const classification& c, day on) const {
  std::vector<rule_basis> why;
  const truth value = tables_->only_reason("SS", c, on, &why);
  return answered(value, std::move(why));
}

rule_answer<truth> rule_book::gbs_listed(const classification& c, day on) const {
  rule_answer<truth> out;
  out.value = c.kind() == classification_kind::unknown ? truth::unknown : truth::no;
  if (!c.is_eccn()) return out;
  const rules::entry_slot* slot = tables_->entry(c.entry(), on);
  if (slot == nullptr) {
    out.value = truth::unknown;
    return out;
  }
  out.basis.push_back(tables_->basis(*slot->file, *slot->value, on));
  out.value = slot->entry->gbs.covers(c.paragraph());
  if (out.value == truth::unknown) {
    out.asks.push_back("does GBS of " + std::string(c.entry()) + " cover " + c.to_string());
  }
  return out;
}

rule_answer<truth> rule_book::gbs_destination(std::string_view country, day on) const {
  return destination("gbs", country, on);
}

rule_answer<truth> rule_book::in_class(std::string_view name, const classification& c,
                                       day on) const {
  std::vector<rule_basis> why;
  const std::string_view known = name == "ccl" ? "eccn" : name;
  const truth value = tables_->in_class(known, c, on, &why);
  return answered(value, std::move(why));
}

rule_answer<truth> rule_book::part_746_applies(std::string_view country, day on) const {
  rule_answer<truth> out;
  const rules::place p = checked(tables_->locate(country, on), out.asks);
  out.value = p.known() ? truth::no : truth::unknown;
  for (const rules::rule_file* rule : tables_->embargoes) {
    if (const rules::dated_value* v = tables_->content_value_for(*rule, p, on)) {
      out.value = truth::yes;
      out.basis.push_back(tables_->basis(*rule, *v, on));
      return out;
    }
  }
  return out;
}

rule_answer<truth> rule_book::part_746_counts(const classification& c, std::string_view hs,
                                              std::string_view country,
                                              std::string_view exported_from, day on,
                                              std::string_view content_type) const {
  rule_answer<truth> out;
  const rules::place p = checked(tables_->locate(country, on), out.asks);
  out.value = p.known() ? truth::no : truth::unknown;
  out.why = p.known() ? "no_part_746_rule" : "destination_unknown";
  for (const rules::rule_file* rule : tables_->embargoes) {
    if (const rules::dated_value* v = tables_->content_value_for(*rule, p, on)) {
      return tables_->counts(*rule, *v, {c, hs, content_type}, p, exported_from, on);
    }
  }
  return out;
}

rule_answer<truth> rule_book::ofac_counts(const classification& c, std::string_view hs, day on,
                                          std::string_view content_type) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  const rules::rule_file* rule = tables_->file(k_ofac_content);
  const rules::dated_value* v = rule == nullptr ? nullptr : rules::value_on(*rule, on);
  if (v == nullptr || rule->type != "content") return out;
  const rules::place p = tables_->locate(std::get<rules::content_value>(v->data).countries.front(), on);
  return tables_->counts(*rule, *v, {c, hs, content_type}, p, {}, on);
}

std::vector<zero_percent_case> rule_book::zero_percent_cases(day on) const {
  std::vector<zero_percent_case> out;
  for (const rules::rule_file* rule : tables_->cases) {
    const rules::dated_value* v = rules::value_on(*rule, on);
    if (v == nullptr) continue;
    const auto& value = std::get<rules::case_value>(v->data);
    zero_percent_case c;
    c.id = rule->id;
    c.paragraph = value.paragraph;
    c.content.assign(value.content.texts.begin(), value.content.texts.end());
    c.product.assign(value.product.texts.begin(), value.product.texts.end());
    c.product_type = value.product_type;
    c.destination = value.destination;
    c.facts.assign(value.facts.begin(), value.facts.end());
    c.unless.assign(value.unless.begin(), value.unless.end());
    c.basis = tables_->basis(*rule, *v, on);
    out.push_back(std::move(c));
  }
  return out;
}

namespace {

truth fits(const rules::eccn_patterns& patterns, const classification& c) {
  if (c.kind() == classification_kind::unknown) return truth::unknown;
  if (c.kind() == classification_kind::itar) return truth::no;
  const rules::coverage* covers = patterns.find(c.is_eccn() ? c.entry() : std::string_view("EAR99"));
  return covers == nullptr ? truth::no : covers->covers(c.paragraph());
}

/// The case's own value: that of the same interval, for a case may have changed.
const rules::case_value* value_of(const rules::rule_file* rule, const rule_basis& basis) {
  if (rule == nullptr) return nullptr;
  for (const rules::dated_value& v : rule->values) {
    const auto* value = std::get_if<rules::case_value>(&v.data);
    if (value != nullptr && v.from == basis.from && v.edition == basis.edition) return value;
  }
  return nullptr;
}

}  // namespace

rule_answer<truth> rule_book::case_content(const zero_percent_case& c,
                                           const classification& content) const {
  const rules::case_value* value = value_of(tables_->file(c.id), c.basis);
  rule_answer<truth> out = answered(value == nullptr ? truth::unknown : fits(value->content, content),
                                    {c.basis});
  if (out.value == truth::unknown) {
    out.asks.push_back("is " + content.to_string() + " content of 734.4" + std::string(c.paragraph));
  }
  return out;
}

rule_answer<truth> rule_book::case_product(const zero_percent_case& c,
                                           const classification& product) const {
  const rules::case_value* value = value_of(tables_->file(c.id), c.basis);
  const truth any = value != nullptr && value->product.of.empty() ? truth::yes : truth::unknown;
  rule_answer<truth> out = answered(
      value == nullptr || any == truth::yes ? any : fits(value->product, product), {c.basis});
  if (out.value == truth::unknown) {
    out.asks.push_back("is " + product.to_string() + " a product of 734.4" + std::string(c.paragraph));
  }
  return out;
}

rule_answer<truth> rule_book::encryption_review(const classification& content, day on) const {
  return in_class("encryption-review", content, on);
}

std::string_view rule_book::question(std::string_view fact) const noexcept {
  return tables_->question(fact);
}

rule_answer<std::optional<ownership_regime>> rule_book::ownership(std::string_view regime,
                                                                 day on) const {
  rule_answer<std::optional<ownership_regime>> out;
  const rules::rule_file* rule = tables_->file(std::string(k_ownership) + std::string(regime));
  if (rule == nullptr || rule->type != "ownership") return out;
  for (const rules::dated_value& v : rule->values) {
    if (!v.in_force(on)) continue;
    out.basis.push_back(tables_->basis(*rule, v, on));
    if (!rule->applies(v, on)) continue;
    const auto& data = std::get<rules::ownership_value>(v.data);
    out.value = ownership_regime{std::string(regime), data.tests,   data.control,
                                 data.lists,          data.outside, data.requirements};
  }
  return out;
}

std::vector<std::string_view> rule_book::ownership_regimes() const {
  std::vector<std::string_view> out;
  for (const rules::rule_file& rule : tables_->files) {
    if (rule.type != "ownership" || rule.id.rfind(k_ownership, 0) != 0) continue;
    out.push_back(std::string_view(rule.id).substr(k_ownership.size()));
  }
  return out;  // files are by id
}

rule_answer<truth> rule_book::second_incorporation(day on) const {
  return tables_->flag("us-ear.734.second-incorporation", on);
}

rule_answer<truth> rule_book::bundled_software(day on) const {
  return tables_->flag("us-ear.734.bundled-software", on);
}

rule_answer<truth> rule_book::report_required(std::string_view content_type, day on) const {
  return tables_->flag("us-ear.734.report." + std::string(content_type), on);
}

rule_answer<std::optional<bool>> rule_book::policy(std::string_view name, day on) const {
  rule_answer<std::optional<bool>> out;
  rule_answer<truth> flag = tables_->flag("policy." + std::string(name), on);
  if (flag.value != truth::unknown) out.value = flag.value == truth::yes;
  out.basis = std::move(flag.basis);
  return out;
}

}  // namespace tradewarden
