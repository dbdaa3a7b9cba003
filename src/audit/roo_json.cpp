#include "audit/roo_json.hpp"

#include <utility>

#include "audit/origin_parts.hpp"
#include "audit/value_content_json.hpp"
#include "tradewarden/rules_of_origin.hpp"

namespace tradewarden::audit {
namespace {

json tolerance_json(const std::optional<roo_tolerance>& t) {
  if (!t) return nullptr;
  return {{"missed", amount_json(t->missed)},
          {"limit", t->of.empty() ? json(nullptr) : amount_json(t->limit)},
          {"of", text_or_null(t->of)},
          {"met", to_string(t->met)}};
}

json test_json(const roo_test& t) {
  json out;
  out["kind"] = t.kind;
  out["rule"] = text_or_null(t.text);
  out["met"] = to_string(t.met);
  out["why"] = text_or_null(t.why);
  out["tests"] = array_json(t.parts, test_json);
  out["working"] = t.share ? working_json(*t.share) : json(nullptr);
  out["share_without_designation"] = t.share_traced ? bounds_json(*t.share_traced) : json(nullptr);
  out["tolerance"] = tolerance_json(t.tolerance);
  out["materials"] = t.materials;
  out["more_materials"] = t.more_materials;
  return out;
}

json material_json(const roo_material& m) {
  return {{"part", m.part},
          {"name", text_or_null(m.name)},
          {"hs", text_or_null(m.hs)},
          {"made_in", text_or_null(m.made_in)},
          {"originating", to_string(m.originating)},
          {"determined", m.determined},
          {"why", m.why},
          {"quantity", amount_json(m.quantity)},
          {"value", amount_json(m.value)}};
}

json designation_json(const roo_designation& d) {
  return {{"part", d.part},
          {"name", text_or_null(d.name)},
          {"originating", to_string(d.originating)},
          {"by_value_content", d.by_value},
          {"unit_value", amount_json(d.value)}};
}

json part_json(const roo_part& p) {
  return {{"part", p.part},
          {"name", text_or_null(p.name)},
          {"hs", text_or_null(p.hs)},
          {"originating", to_string(p.originating)},
          {"rule", test_json(p.rule)},
          {"rules", p.rules}};
}

json unknown_json(const deciding_unknown& u) {
  return {{"fact", u.ask.fact},
          {"part", text_or_null(u.ask.part)},
          {"question", u.ask.text},
          {"answer", text_or_null(u.ask.answer)},
          {"value", amount_json(u.value)}};
}

}  // namespace

std::string roo_json(const roo_answer& a) {
  json out;
  out["agreement"] = a.agreement;
  out["agreement_name"] = a.agreement_name;
  out["product"] = a.product;
  out["product_name"] = text_or_null(a.product_name);
  out["hs"] = text_or_null(a.hs);
  out["hs_edition"] = text_or_null(a.hs_edition);
  out["date"] = a.date.to_string();
  out["verdict"] = to_string(a.verdict);
  out["while_undetermined"] = to_string(a.while_undetermined);
  out["why"] = a.why;
  out["currency"] = text_or_null(a.currency);
  out["value"] = amount_json(a.value);
  out["rule"] = test_json(a.product_rule);
  out["conditions"] = array_json(a.conditions, test_json);
  out["designations"] = array_json(a.designations, designation_json);
  out["materials"] = array_json(a.materials, material_json);
  out["more_materials"] = a.more_materials;
  out["parts"] = array_json(a.parts, part_json);
  out["more_parts"] = a.more_parts;
  out["deciding_unknowns"] = array_json(a.deciding_unknowns, unknown_json);
  out["deciding_verdict"] = a.deciding_unknowns.empty() || a.deciding_verdict == roo_verdict::depends
                                ? json(nullptr)
                                : json(to_string(a.deciding_verdict));
  out["deciding_unknowns_reduced"] = a.deciding_reduced;
  out["assumptions"] = a.assumptions;
  out["rules"] = array_json(a.rules, rule_json);
  out["citations"] = array_json(a.rules, [](const rule_use& r) { return json(r.citation); });
  add_basis(out, {a.rules_content, a.files, a.not_evaluated, a.disclaimer});
  return sealed(std::move(out));
}

}  // namespace tradewarden::audit

namespace tradewarden {

std::string to_json(const roo_answer& a) { return audit::roo_json(a); }

}  // namespace tradewarden
