#include "rules/agreements.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "rules/agreement_reader.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::string_view k_prefix = "roo.";
constexpr std::string_view k_agreement = ".agreement";

/// "usmca" of "roo.usmca.chapter-84"; empty if the id is not made so.
std::string_view name_of(std::string_view id) {
  if (!id.starts_with(k_prefix)) return {};
  id.remove_prefix(k_prefix.size());
  const std::size_t dot = id.find('.');
  return dot == std::string_view::npos ? std::string_view{} : id.substr(0, dot);
}

bool holds_on(const std::optional<day>& from, const std::optional<day>& until, day on) {
  return (!from || *from <= on) && (!until || on < *until);
}

rule_basis basis_of(const rule_info& rule, const rule_value& v, day on) {
  rule_basis out;
  out.rule = rule.id;
  out.citation = v.citation;
  out.from = v.from;
  out.until = v.until;
  out.published = v.published;
  out.edition = v.edition;
  out.verified = v.verified;
  out.status = v.status;
  for (const rule_value& o : rule.overlays) {
    if (!holds_on(o.from, o.until, on)) continue;
    out.status = o.status;
    out.verified = out.verified && o.verified;
    break;
  }
  if (out.status != rule_status::in_force) {
    out.assumption = rule.id + (out.status == rule_status::suspended ? " is suspended." : " is codified but not enforced.");
  }
  return out;
}

/// The value as it was read when the rules were loaded: it parses.
template <class Value, class Read>
std::optional<Value> again(const rule_value& v, const Read& read) {
  dom::parser parser;
  const simdjson::padded_string padded(v.value);
  dom::element e;
  if (parser.parse(padded).get(e) != simdjson::SUCCESS) return std::nullopt;
  std::vector<error> problems;
  json_checks in("", problems);
  Value out = read(in, e, std::string("value"));
  if (!problems.empty()) return std::nullopt;
  return out;
}

/// Values of the rule in force on the day, with their basis; suspended ones are told, and left out.
template <class Use>
void in_force(const rule_info& rule, day on, std::vector<rule_basis>* told, const Use& use) {
  for (const rule_value& v : rule.values) {
    if (!holds_on(v.from, v.until, on)) continue;
    const rule_basis basis = basis_of(rule, v, on);
    if (told != nullptr) told->push_back(basis);
    if (basis.status != rule_status::suspended) use(v, basis);
  }
}

}  // namespace

std::optional<agreement_rules> load_agreement(const rule_book& book, std::string_view name, day on,
                                              std::vector<rule_basis>* basis) {
  const rule_info* rule = book.find(std::string(k_prefix) + std::string(name) + std::string(k_agreement));
  if (rule == nullptr || rule->type != "agreement") return std::nullopt;
  std::optional<agreement_rules> out;
  in_force(*rule, on, basis, [&](const rule_value& v, const rule_basis& b) {
    auto general = again<agreement_value>(v, read_agreement);
    if (!general) return;
    out.emplace();
    out->general = std::move(general->general);
    out->general.id = name;
    out->basis = b;
  });
  if (!out) return out;
  for (const rule_info& r : book.rules()) {
    if (r.type != "product_rules" || name_of(r.id) != name) continue;
    in_force(r, on, nullptr, [&](const rule_value& v, const rule_basis& b) {
      auto read = again<product_rules_value>(v, read_product_rules);
      if (!read) return;
      for (product_rules_value::row& row : read->rows) {
        out->rows.push_back({std::move(row), read->hs_edition, b, r.origin != "built-in"});
      }
    });
  }
  return out;
}

std::vector<agreement_rules::match> agreement_rules::rows_for(std::string_view hs) const {
  std::vector<match> out;
  if (!is_hs_code(hs)) return out;
  const hs_range good = range_of(hs);
  // The width of the narrowest range that covers the good, by whose rule it is.
  struct found {
    const agreement_row* row;
    truth covers;
    std::uint64_t width;
  };
  std::vector<found> all;
  bool own = false;
  for (const agreement_row& r : rows) {
    found f{&r, truth::no, ~std::uint64_t{0}};
    for (const hs_range& range : r.row.goods.ranges()) {
      const truth covers = within(good, range);
      if (covers == truth::no) continue;
      if (f.covers < covers || (f.covers == covers && range.width() < f.width)) f = {&r, covers, range.width()};
    }
    if (f.covers == truth::no) continue;
    own = own || (r.own && f.covers == truth::yes);
    all.push_back(f);
  }
  std::uint64_t narrowest = ~std::uint64_t{0};
  for (const found& f : all) {
    if (f.covers == truth::yes && f.row->own == own) narrowest = std::min(narrowest, f.width);
  }
  for (const found& f : all) {
    if (f.covers == truth::yes && f.row->own == own && f.width == narrowest) out.push_back({f.row, truth::yes});
  }
  for (const found& f : all) {
    if (f.covers == truth::unknown && (f.row->own || !own)) out.push_back({f.row, truth::unknown});
  }
  return out;
}

void check_agreement_names(const std::vector<rule_file>& files, std::vector<error>& problems) {
  for (const rule_file& rule : files) {
    const bool general = rule.type == "agreement";
    if (!general && rule.type != "product_rules") continue;
    const std::string_view name = name_of(rule.id);
    const std::string wanted = std::string(k_prefix) + std::string(name) + std::string(k_agreement);
    std::string what;
    if (name.empty() || (general && rule.id != wanted)) {
      what = general ? "the id of an agreement is roo.NAME.agreement" : "the id of product rules is roo.NAME.ANYTHING";
    } else if (std::none_of(files.begin(), files.end(),
                            [&](const rule_file& f) { return f.id == wanted && f.type == "agreement"; })) {
      what = "no agreement has the id '" + wanted + "'";
    }
    if (!what.empty()) problems.push_back({errc::not_found, what, rule.file, 0, rule.id});
  }
}

}  // namespace tradewarden::rules

namespace tradewarden {

bool trade_agreement::is_party(std::string_view country, day on) const noexcept {
  return std::any_of(parties.begin(), parties.end(), [&](const agreement_party& p) {
    return p.country == country && rules::holds_on(p.from, p.until, on);
  });
}

rule_answer<std::optional<trade_agreement>> find_agreement(const rule_book& book, std::string_view name, day on) {
  rule_answer<std::optional<trade_agreement>> out;
  auto found = rules::load_agreement(book, name, on, &out.basis);
  if (found) out.value = std::move(found->general);
  return out;
}

std::vector<std::string> agreement_names(const rule_book& book) {
  std::vector<std::string> out;
  for (const rule_info& r : book.rules()) {
    if (r.type == "agreement") out.emplace_back(rules::name_of(r.id));
  }
  return out;  // rules are by id
}

std::vector<product_rule> product_rules(const rule_book& book, std::string_view agreement, std::string_view hs, day on) {
  std::vector<product_rule> out;
  const auto found = rules::load_agreement(book, agreement, on);
  if (!found) return out;
  for (const rules::agreement_rules::match& m : found->rows_for(hs)) {
    out.push_back({m.row->row.goods.text(), m.row->row.rule.text, m.row->row.conditions, m.row->hs_edition, m.row->row.note,
                   m.covers, m.row->basis});
  }
  return out;
}

}  // namespace tradewarden
