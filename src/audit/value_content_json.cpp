#include "audit/value_content_json.hpp"

#include <utility>

#include "audit/origin_parts.hpp"

namespace tradewarden::audit {
namespace {

json fraction_text(const std::optional<signed_fraction>& f) {
  return f ? json(f->to_string()) : json(nullptr);
}

json share_json(const rvc_answer& a) {
  if (!a.share) return nullptr;
  const bool point = a.share->is_point();
  return {{"num", point ? json(a.share->low->num()) : json(nullptr)},
          {"den", point ? json(a.share->low->den()) : json(nullptr)},
          {"display", a.display},
          {"low", fraction_text(a.share->low)},
          {"high", fraction_text(a.share->high)}};
}

json limit_json(const std::optional<rvc_limit>& l) {
  if (!l) return nullptr;
  return {{"percent", l->percent.to_string()}, {"operator", l->at_most ? "at_most" : "at_least"}};
}

}  // namespace

json bounds_json(const rvc_bounds& b) {
  return {{"low", fraction_text(b.low)}, {"high", fraction_text(b.high)}};
}

std::vector<std::string> not_told_by_rvc() {
  return {"whether the agreement allows this method for the good",
          "whether each material was valued, and called originating, as the agreement says",
          "changes of tariff classification, processes and transport"};
}

json working_json(const rvc_answer& a) {
  json out;
  out["method"] = to_string(a.method);
  out["formula"] = a.formula;
  out["steps"] = array_json(a.steps, [](const rvc_step& s) {
    return json{{"name", s.name}, {"working", s.working}, {"result", bounds_json(s.result)}};
  });
  out["net_cost"] = a.net_cost && a.net_cost->is_point() ? fraction_text(a.net_cost->low) : json(nullptr);
  out["net_cost_bounds"] = a.net_cost ? bounds_json(*a.net_cost) : json(nullptr);
  out["share"] = share_json(a);
  out["percent"] = a.share ? json(a.percent) : json(nullptr);
  out["threshold"] = limit_json(a.limit);
  out["passes"] = !a.passes || *a.passes == truth::unknown ? json(nullptr) : json(*a.passes == truth::yes);
  out["verdict"] = !a.passes                      ? json(nullptr)
                   : *a.passes == truth::unknown ? json("depends")
                   : *a.passes == truth::yes     ? json("passes")
                                                 : json("does_not_pass");
  return out;
}

std::string rvc_json(const rvc_answer& a) {
  json out = working_json(a);
  out["rounding"] = {{"share", "exact; display: four decimals half up, never across the threshold"},
                     {"percent", "one decimal, half up; never compared"}};
  out["not_evaluated"] = not_told_by_rvc();
  return sealed(std::move(out));
}

std::string allocation_json(const decimal& amount, const allocation& a,
                            std::optional<std::int32_t> ratio_decimals) {
  json out;
  out["amount"] = amount.to_string();
  out["ratio_decimals"] = ratio_decimals ? json(*ratio_decimals) : json(nullptr);
  const auto text = [](const exact_fraction& f) { return json(f.to_string()); };
  out["ratios"] = array_json(a.ratios, text);
  out["amounts"] = array_json(a.amounts, text);
  out["missing"] = text(a.missing);
  out["beyond"] = text(a.beyond);
  return sealed(std::move(out));
}

}  // namespace tradewarden::audit
