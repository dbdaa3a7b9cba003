// Any bytes at all as a rule of origin, and as facts of a small bill (parted by a NUL): they are read whole
// or refused with a reason, what is read says of itself what reads as the same, and can be asked.
// g++ 12 takes the digits of an optional Boost number for unset where it inlines their move.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "rules/origin_rule.hpp"
#include "rules_of_origin/origin_evaluator.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/rules_of_origin.hpp"

namespace {

using namespace tradewarden;

void require(bool promise) {
  if (!promise) std::abort();
}

const bill& small() {
  static const bill b = *read_bill_texts({{"parts", "parts.csv",
                                           "part_id,kind,made_in,eccn,hs,fmv,currency\nG,made,US,,840510,1000,USD\nS,made,,,840590,500..600,USD\n"
                                           "X,purchased,KR,,721912,150,USD\nY,purchased,,,,?,\n"},
                                          {"lines", "lines.csv", "parent_id,pos,child_id,qty\nG,1,S,1\nG,2,X,2\nS,1,Y,1\nS,2,X,0.5\n"}})
                             .bill;
  return b;
}

void ask_rule(std::string_view text) {
  const auto rule = rules::origin_rule::parse(text);
  if (!rule) return require(!rule.error().message.empty());
  const auto again = rules::origin_rule::parse(rule->text);
  require(again && again->text == rule->text);
  trade_agreement general;
  general.tolerances.push_back({decimal::from_units(10), false, false, true, true, true, {}});
  general.rvc = {rvc_method::build_down, rvc_method::build_up};
  detail::origin_model m;
  m.general = &general;
  m.undetermined = truth::unknown;
  m.parts.resize(2);
  m.parts[0].hs = "840510";
  m.parts[0].in_zone = truth::yes;
  m.parts[0].price = detail::known(100);
  m.parts[0].lines = {{1, 1}};
  m.parts[0].rules = {{&*rule, truth::yes, 0}};
  m.parts[1].price = detail::known(50);
  const truth open = detail::origin_evaluator(m).product();
  for (const bool good : {false, true}) {
    m.parts[1].stated = as_truth(good);
    m.parts[1].hs = "721912";
    const truth now = detail::origin_evaluator(m).product();
    require(!good || now == truth::yes);
    require(open == truth::unknown || open == now);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t nul = std::min(all.find('\0'), all.size());
  ask_rule(all.substr(0, nul));
  (void)rules::hs_set::parse(all.substr(0, nul));
  if (nul == all.size()) return 0;
  const roo_facts_reading read = read_roo_facts_text("facts.csv", all.substr(nul + 1));
  require(read.facts.has_value() == read.problems.empty());
  for (const error& e : read.problems) require(!e.message.empty() && e.file == "facts.csv");
  if (!read.facts) return 0;
  roo_question q{"usmca", "G", day::parse("2026-01-15").value()};
  q.facts = *read.facts;
  const auto answer = assess_rules_of_origin(small(), q);
  require(answer || answer.error().code == errc::not_found);
  if (answer) require(!to_json(*answer).empty() && !answer->why.empty());
  return 0;
}
