// Random small bills against the definitions of 734.4(a), of de minimis and of 31 CFR 560.420
// (tests/reference/plain_law.hpp): territories, classes of content, discrete products, unknown
// content, prices, origins and classifications.
#include <random>
#include <string>

#include "catch.hpp"
#include "reference/plain_law.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/origin.hpp"

namespace tradewarden::tests {
namespace {

law_bill make_law_bill(std::mt19937& rng) {
  const auto below = [&](unsigned n) { return static_cast<std::size_t>(rng() % n); };
  static constexpr const char* k_foreign[] = {"CN", "DE", "CN|DE", "JP"};
  static constexpr const char* k_american[] = {"US", "US", "PR", "GU", "PR|US"};
  static constexpr const char* k_open[] = {"?", "CN|US", "CN|PR"};
  law_bill b(3 + below(5));
  const std::size_t n = b.size();
  b[0].made = true;
  b[0].made_in = "CN";
  b[0].eccn = "EAR99";
  b[0].low = b[0].high = static_cast<long>(40 + below(400));
  for (std::size_t i = 1; i < n; ++i) {
    law_part& p = b[i];
    p.made = i + 1 < n && below(3) == 0;
    p.made_in = p.made || below(3) == 0 ? k_foreign[below(4)]
                : below(5) == 0         ? k_open[below(3)]
                                        : k_american[below(5)];
    if (below(9) == 0) {
      p.eccn = "?";
    } else {
      const law_code& c = k_law_codes[below(std::size(k_law_codes))];
      p.eccn = c.eccn;
      p.type = c.type;
    }
    if (p.eccn == "EAR99") p.hs = "731815";
    if (p.made && p.type != "commodity") p.eccn = "5A992.c", p.type = "commodity";
    p.low = p.high = static_cast<long>(1 + below(30));
    if (below(6) == 0) p.high += static_cast<long>(1 + below(20));
    p.discrete = p.made ? (below(3) == 0   ? truth::yes
                           : below(2) == 0 ? truth::no
                                           : truth::unknown)
                        : (below(6) == 0 ? truth::no : truth::yes);
  }
  for (std::size_t i = 0; i + 1 < n; ++i) {
    if (!b[i].made || (i != 0 && below(5) == 0)) continue;
    const std::size_t count = 1 + below(3);
    for (std::size_t k = 0; k < count; ++k) {
      b[i].lines.emplace_back(i + 1 + below(static_cast<unsigned>(n - 1 - i)),
                              static_cast<long>(1 + below(3)));
    }
  }
  return b;
}

bill bill_of(const law_bill& law) {
  bill_builder b;
  for (std::size_t i = 0; i < law.size(); ++i) {
    const law_part& p = law[i];
    const std::string id = "P" + std::to_string(i);
    const std::string price =
        std::to_string(p.low) + (p.low == p.high ? "" : ".." + std::to_string(p.high));
    part_row row;
    row.part_id = id;
    row.kind = p.made ? "made" : "purchased";
    row.made_in = p.made_in;
    row.eccn = p.eccn;
    row.hs = p.hs;
    row.fmv = price;
    row.currency = "USD";
    row.discrete = p.discrete == truth::yes ? "y" : p.discrete == truth::no ? "n" : "?";
    row.content_type = p.type;
    b.add_part(row, {});
    for (std::size_t k = 0; k < p.lines.size(); ++k) {
      const std::string pos = std::to_string(k + 1);
      const std::string child = "P" + std::to_string(p.lines[k].first);
      const std::string quantity = std::to_string(p.lines[k].second);
      b.add_line({id, pos, child, "0", quantity, ""}, {});
    }
  }
  result<bill> made = b.build();
  if (!made) FAIL(made.error().to_string());
  return *made;
}

verdict of_test(const origin_report& report, const std::string& destination, const char* id) {
  for (const origin_result& r : report.results) {
    for (const test_result& t : r.tests) {
      if (r.destination == destination && t.id == id) return t.verdict;
    }
  }
  FAIL("no test " << id);
  return verdict::not_applicable;
}

}  // namespace

TEST_CASE("content without a level, de minimis and 560.420 are those of the definitions", "[origin]") {
  std::size_t seen[3][4] = {};
  std::size_t cases = 0;
  for (std::size_t seed = 0; seed < (sanitized() ? 60U : 1500U); ++seed) {
    std::mt19937 rng(static_cast<std::mt19937::result_type>(seed));
    const law_bill law = make_law_bill(rng);
    if (plain_law(law, "DE").open_bits() > 13) continue;
    ++cases;
    origin_options ask;
    ask.products = {"P0"};
    ask.destinations = {"DE", "CN", "IR"};
    ask.date = day::parse("2026-07-23").value();
    ask.facts = {{"substantially_transformed", truth::no}};
    const origin_report report = origin(bill_of(law)).evaluate(ask).value();
    for (const std::string& to : ask.destinations) {
      std::string shown;
      for (const law_part& p : law) {
        shown += (p.made ? "made " : "bought ") + p.made_in + " " + p.eccn + " " +
                 std::to_string(p.low) + ".." + std::to_string(p.high) + " discrete " +
                 std::string(to_string(p.discrete)) + ":";
        for (const auto& [child, quantity] : p.lines) {
          shown += " " + std::to_string(quantity) + " P" + std::to_string(child);
        }
        shown += "\n";
      }
      INFO("seed " << seed << " to " << to << "\n" << shown);
      const law_verdicts expected = plain_law(law, to).run();
      CHECK(of_test(report, to, "us-ear-734.4a") == expected.zero_percent);
      CHECK(of_test(report, to, "us-ear-734.4-de-minimis") == expected.de_minimis);
      ++seen[0][static_cast<std::size_t>(expected.zero_percent)];
      ++seen[1][static_cast<std::size_t>(expected.de_minimis)];
      if (to != "IR") continue;
      CHECK(of_test(report, to, "us-ofac-560.420") == expected.ofac);
      ++seen[2][static_cast<std::size_t>(expected.ofac)];
    }
  }
  // Each test comes out in each way often enough.
  for (const auto& verdicts : seen) {
    for (const verdict v : {verdict::triggers, verdict::depends, verdict::does_not_trigger}) {
      CHECK(verdicts[static_cast<std::size_t>(v)] > cases / 30);
    }
  }
}

}  // namespace tradewarden::tests
