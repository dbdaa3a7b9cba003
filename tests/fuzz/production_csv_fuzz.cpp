// Any bytes as production.csv beside a small bill, and the rules about foreign direct products over what
// was read: every rule is told, as a test or as not evaluated.
#include "bill_fuzz.hpp"

#include "tradewarden/origin.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const std::string_view rows(reinterpret_cast<const char*>(data), size);
  const std::vector<bill_text> texts{
      {"parts", "parts",
       "part_id,kind,made_in,eccn,fmv,currency\nP,made,KR,3B001.c,10,USD\nA,purchased,?,?,1,USD\n"},
      {"lines", "lines", "parent_id,pos,child_id,qty\nP,1,A,1\n"},
      {"production", "production", rows}};
  (void)fuzz::read_once(texts);
  bill_reading read = read_bill_texts(texts, {}, {});
  if (!read.bill) return 0;
  origin_options options;
  options.destinations = {"CN"};
  options.regimes = {regime::us_ear};
  options.date = day::parse("2026-07-23").value();
  const auto report = origin(std::move(*read.bill)).evaluate(options);
  fuzz::require(report.has_value());
  std::size_t told = 0;
  bool apart = false;
  for (const test_result& t : report->results.at(0).tests) {
    told += t.id.starts_with("us-ear-734.9-") ? 1 : 0;
  }
  for (const std::string& n : report->results.at(0).not_evaluated) {
    apart = apart || n.starts_with("foreign direct product");
  }
  fuzz::require(told == 13 || (apart && told < 13));
  return 0;
}
