#include "report/roo_svg.hpp"

#include "catch.hpp"

namespace tradewarden {
namespace {

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++n;
  return n;
}

roo_test test_of(const char* text, truth met) {
  roo_test t;
  t.kind = "fact";
  t.text = text;
  t.met = met;
  t.why = "stated";
  return t;
}

TEST_CASE("the proof is drawn box by box, by outcome", "[rules-of-origin]") {
  roo_answer a;
  a.product = "P<1>";
  a.agreement_name = "Deal & more";
  a.verdict = roo_verdict::non_originating;
  a.product_rule.parts = {test_of("fact a", truth::yes), test_of("fact b", truth::no)};
  a.product_rule.parts[1].parts = {test_of("fact c", truth::unknown)};
  const std::string svg = report::roo_svg(a);
  CHECK(count(svg, "<rect x=") == 4);       // the answer and three tests
  CHECK(count(svg, "<path ") == 3);         // each hangs on another
  CHECK(count(svg, ">not met<") == 2);      // the answer and b
  CHECK(count(svg, ">not known<") == 1);
  CHECK(svg.find("P&lt;1&gt;, Deal &amp; more") != std::string::npos);
  CHECK(svg.find("P<1>") == std::string::npos);
  // Whatever its size, it ends.
  for (int i = 0; i < 1000; ++i) a.conditions.push_back(test_of("fact d", truth::yes));
  const std::string cut = report::roo_svg(a);
  CHECK(count(cut, "<rect x=") == 400);
  CHECK(cut.find("More tests: --json.") != std::string::npos);
}

}  // namespace
}  // namespace tradewarden
