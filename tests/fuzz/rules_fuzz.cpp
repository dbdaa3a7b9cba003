// Any bytes at all as a rule file: it is taken whole or refused with a reason, and what is taken can
// be asked anything.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/tables.hpp"

namespace tradewarden::fuzz {
namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

void ask_everything(const rules::rule_tables& t, day on) {
  for (const char* country : {"DE", "CU", "UA-43", "ZZ", ""}) {
    const rules::place p = t.locate(country, on);
    for (const rules::rule_file& rule : t.files) {
      rules::bases why;
      std::string ask;
      if (rule.type == "country_set") (void)t.member(rule, p, on, &why);
      if (rule.type == "destination") (void)t.reaches(rule, p, on, &why, &ask);
      for (const rules::dated_value& v : rule.values) {
        require(!v.citation.empty() && !(v.from && v.until && *v.until <= *v.from));
        if (const auto* ccl = std::get_if<rules::ccl_value>(&v.data)) {
          for (const auto& [eccn, entry] : ccl->entries) {
            const auto c = classification::parse(eccn + ".a.1");
            require(c.has_value());
            for (const licence_reason& r : t.reasons(*c, p, on)) {
              require(r.required == (r.applies && r.reaches));
            }
            (void)t.only_reason("AT", *c, on, &why);
          }
        } else if (std::get_if<rules::content_value>(&v.data) != nullptr) {
          for (const char* eccn : {"3A001.b.2", "EAR99", "?", "ITAR"}) {
            const auto c = classification::parse(eccn);
            for (const char* type : {"commodity", "software", ""}) {
              const rules::content_item item{*c, "8542.31", type};
              const auto answer = t.counts(rule, v, item, p, "DE", on);
              require(answer.value != truth::unknown || !answer.asks.empty());
            }
          }
        }
      }
      (void)t.flag(rule.id, on);
      (void)t.percent(rule.id, p, on);
    }
  }
}

}  // namespace
}  // namespace tradewarden::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<error> problems;
  auto rule = rules::read_rule_file("fuzz.json", bytes, problems);
  fuzz::require(rule.has_value() == problems.empty());
  for (const error& e : problems) fuzz::require(!e.message.empty() && e.file == "fuzz.json");
  (void)classification::parse(bytes);
  (void)rules::coverage::parse(bytes);
  if (!rule) return 0;
  rules::rule_tables tables;
  std::vector<rules::rule_file> one;
  one.push_back(std::move(*rule));
  tables.build(std::move(one), problems);
  for (const std::int32_t day_number : {-10000, 16000, 20657, 2000000}) {
    fuzz::ask_everything(tables, day::from_days(day_number));
  }
  return 0;
}
