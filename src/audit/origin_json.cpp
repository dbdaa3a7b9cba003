#include <string>
#include <utility>

#include "audit/origin_parts.hpp"
#include "tradewarden/origin_answer.hpp"

namespace tradewarden {
namespace {

using namespace audit;

json question_json(const question& q) {
  return {{"fact", q.fact}, {"part", text_or_null(q.part)}, {"text", q.text}, {"answer", q.answer}};
}

json part_json(const counted_part& p) {
  json out;
  out["part"] = p.part;
  out["name"] = p.name;
  out["eccn"] = p.eccn;
  out["content"] = p.content;
  out["quantity"] = amount_json(p.quantity);
  out["unit"] = p.unit;
  out["counts"] = to_string(p.counts);
  out["value"] = amount_json(p.value);
  out["worth"] = amount_json(p.worth);
  out["reason"] = p.reason;
  out["why"] = p.why;
  out["rules"] = p.rules;
  out["path"] = p.path;
  return out;
}

json test_json(const test_result& t) {
  json out;
  out["id"] = t.id;
  out["verdict"] = to_string(t.verdict);
  out["why"] = t.why;
  out["share"] = t.share ? share_json(*t.share) : json(nullptr);
  out["threshold"] = threshold_json(t.threshold);
  out["operator"] = operator_json(t.threshold);
  out["prongs"] = array_json(t.prongs, [](const test_prong& p) {
    return json{{"id", p.id}, {"met", to_string(p.met)}, {"why", p.why}};
  });
  out["questions"] = array_json(t.questions, question_json);
  out["rules"] = t.rules;
  return out;
}

json incorporation_json(const second_incorporation& s) {
  return {{"with", share_json(s.with)},
          {"with_verdict", to_string(s.with_verdict)},
          {"without", share_json(s.without)},
          {"without_verdict", to_string(s.without_verdict)},
          {"discrete", s.discrete},
          {"unknown", s.unknown}};
}

json result_json(const origin_result& r) {
  json out;
  out["product"] = r.product;
  out["product_name"] = r.product_name;
  out["destination"] = r.destination;
  out["treated_as"] = r.treated_as;
  out["exported_from"] = r.exported_from;
  out["date"] = r.date.to_string();
  out["regime"] = to_string(r.regime);
  out["verdict"] = to_string(r.verdict);
  out["share"] = share_json(r.share);
  out["threshold"] = threshold_json(r.threshold);
  out["operator"] = operator_json(r.threshold);
  out["room"] = fraction_or_null(r.room);
  out["excess"] = fraction_or_null(r.excess);
  out["controlled_value"] = amount_json(r.controlled_value);
  out["product_value"] = amount_json(r.product_value);
  out["currency"] = text_or_null(r.currency);
  out["tests"] = array_json(r.tests, test_json);
  // Lists that another result has are written there, once.
  const auto parts = [&r](const std::vector<counted_part>& list) {
    return r.parts_of || r.summary ? json(nullptr) : array_json(list, part_json);
  };
  out["parts_of"] = r.parts_of ? json(*r.parts_of) : json(nullptr);
  out["counted"] = parts(r.counted);
  out["more_counted"] = r.more_counted;
  out["not_counted"] = parts(r.not_counted);
  out["more_not_counted"] = r.more_not_counted;
  out["zero_percent_content"] = parts(r.zero_percent_content);
  out["deciding_unknowns"] = array_json(r.deciding_unknowns, [](const deciding_unknown& d) {
    json one = question_json(d.ask);
    one["value"] = amount_json(d.value);
    return one;
  });
  out["deciding_verdict"] = to_string(r.deciding_verdict);
  out["deciding_both"] = r.deciding_both;
  out["deciding_smallest"] = r.deciding_smallest;
  out["second_incorporation"] = incorporation_json(r.second_incorporation);
  out["assumptions"] = r.assumptions;
  out["duties"] = r.duties;
  out["rules"] = array_json(r.rules, rule_json);
  out["not_evaluated"] = r.not_evaluated;
  return out;
}

}  // namespace

std::string to_json(const origin_report& report) {
  json out;
  out["disclaimer"] = report.disclaimer;
  out["options"] = options_json(report.options);
  out["files"] = files_json(report.files);
  out["rules_content"] = report.rules_content.to_string();
  return sealed(std::move(out), "results", report.results.size(),
                [&](std::size_t i) { return result_json(report.results[i]); });
}

}  // namespace tradewarden
