#include <filesystem>

#include "catch.hpp"
#include "lists/format_table.hpp"
#include "support/shared_lists.hpp"
#include "tradewarden/party_set.hpp"

using namespace tradewarden;

namespace {

using texts = std::vector<std::string>;

listed_party party(std::string list, std::string id, std::string name) {
  listed_party p;
  p.list = std::move(list);
  p.source_id = std::move(id);
  p.names.emplace_back();
  p.names[0].text = std::move(name);
  p.measures.emplace_back();
  p.sources.emplace_back();
  p.sources[0].id = p.source_id;
  return p;
}

listed_party order(std::string id, std::string name, const char* from, std::string citation) {
  listed_party p = party("US-DPL", std::move(id), std::move(name));
  p.measures[0].kind = measure_kind::denial;
  if (from != nullptr) p.measures[0].from = day::parse(from).value();
  if (!citation.empty()) p.citations.push_back(std::move(citation));
  return p;
}

publication pub(std::string format, std::string name, std::vector<listed_party> parties,
                const char* date = nullptr) {
  publication p;
  p.format = std::move(format);
  p.name = std::move(name);
  p.path = p.name + ".txt";
  if (date != nullptr) p.date = day::parse(date).value();
  p.sha256 = sha256(p.format + p.name + (date != nullptr ? date : ""));
  p.parties = std::move(parties);
  p.counts.parties = p.parties.size();
  return p;
}

texts ids(const party_set& s) {
  texts out;
  for (const listed_party& p : s.parties) out.push_back(p.list + " " + p.source_id);
  return out;
}

std::string code_of(std::vector<publication> pubs) {
  const auto s = merge_publications(std::move(pubs));
  return s ? "fine" : std::string(to_string(s.error().code));
}

}  // namespace

TEST_CASE("one key in two publications is one party, the publisher's first", "[merge]") {
  // The republished list is named first; the publisher is believed all the same.
  const auto s = merge_publications(
      {pub("csl-csv", "CSL", {party("US-SDN", "36", "Aerocaribbean Airlines"),
                              party("US-EL", "x1", "Somebody Ltd.")}),
       pub("ofac-csv", "SDN", {party("US-SDN", "36", "AEROCARIBBEAN AIRLINES")})});
  REQUIRE(s.has_value());
  CHECK(s->duplicates == 1);
  REQUIRE(s->parties.size() == 2);
  const auto& sdn = s->parties[0].list == "US-SDN" ? s->parties[0] : s->parties[1];
  REQUIRE(sdn.names.size() == 1);
  CHECK(sdn.names[0].text == "AEROCARIBBEAN AIRLINES");
  CHECK(sdn.names[0].at.publication == 1);
  REQUIRE(sdn.sources.size() == 2);
  CHECK(sdn.sources[0].publication == 1);
  CHECK(sdn.sources[1].publication == 0);
  CHECK(s->publications[0].name == "CSL");
  CHECK(s->publications[0].parties.empty());
}

TEST_CASE("the same id on two lists is two parties", "[merge]") {
  const auto s = merge_publications(
      {pub("ofac-csv", "SDN", {party("US-SDN", "17013", "A")}),
       pub("ofac-cons-csv", "CONS", {party("US-CONS", "17013", "A")})});
  CHECK(s->parties.size() == 2);
  CHECK(s->duplicates == 0);
}

TEST_CASE("denial orders are joined by name, effective date and citation", "[merge]") {
  const auto merged = [](listed_party a, listed_party b) {
    const auto s = merge_publications({pub("bis-dpl", "DPL", {std::move(a)}),
                                       pub("csl-csv", "CSL", {std::move(b)})});
    REQUIRE(s.has_value());
    CHECK(s->parties.size() + s->duplicates == 2);
    return s->duplicates == 1;
  };
  const auto bis = order("i ash|2003-06-19", "I. ASH", "2003-06-19", "68 F.R. 38290 6/27/03");
  CHECK(merged(bis, order("c1", " I. Ash", "2003-06-19", "71 FR 38843 and 68 FR 38290")));
  CHECK(merged(bis, order("c1", "I. ASH", "2003-06-19", "")));
  CHECK_FALSE(merged(bis, order("c1", "I. ASH", "2003-06-19", "99 FR 1")));
  CHECK_FALSE(merged(bis, order("c1", "I. ASH", "2003-06-20", "68 FR 38290")));
  CHECK_FALSE(merged(bis, order("c1", "J. ASH", "2003-06-19", "68 FR 38290")));
  CHECK_FALSE(merged(order("a", "I. ASH", nullptr, ""), order("c1", "I. ASH", nullptr, "")));
  // On another list name and date mean nothing.
  auto other = order("c1", "I. ASH", "2003-06-19", "68 FR 38290");
  other.list = "US-EL";
  CHECK_FALSE(merged(bis, other));
}

TEST_CASE("a denial ends on the later of two days, and the set says how often", "[merge]") {
  auto a = order("a", "I. ASH", "2003-06-19", "68 FR 38290");
  a.measures[0].until = day::parse("2010-01-01").value();
  const auto s = merge_publications(
      {pub("csl-csv", "CSL", {order("c1", "I. ASH", "2003-06-19", "68 FR 38290")}),
       pub("bis-dpl", "DPL", {std::move(a)})});
  REQUIRE(s->parties.size() == 1);
  const measure& denial = s->parties[0].measures.at(0);
  CHECK_FALSE(denial.until.has_value());
  CHECK(denial.note == "DPL gives 2009-12-31 as the last day; the later end counts");
  REQUIRE(s->publications[0].diagnostics.size() == 1);
  CHECK(s->publications[0].diagnostics[0].file == "CSL.txt");
  CHECK(s->publications[0].diagnostics[0].message.starts_with("1 measure ends on another day"));
  CHECK(s->publications[1].diagnostics.empty());
}

TEST_CASE("several republished rows of one order become one party", "[merge]") {
  const auto s = merge_publications(
      {pub("csl-csv", "CSL", {order("c1", "I. ASH", "2003-06-19", "68 FR 38290"),
                              order("c2", "I. ASH", "2003-06-19", "68 FR 38290")}),
       pub("bis-dpl", "DPL", {order("k", "I. ASH", "2003-06-19", "68 FR 38290")})});
  CHECK(ids(*s) == texts{"US-DPL k"});
  CHECK(s->duplicates == 2);
  CHECK(s->parties[0].sources.size() == 3);
}

TEST_CASE("rows of one publication are not joined by name and date", "[merge]") {
  const auto s = merge_publications(
      {pub("csl-csv", "CSL", {order("c1", "I. ASH", "2003-06-19", "68 FR 38290"),
                              order("c2", "I. ASH", "2003-06-19", "68 FR 38290")})});
  CHECK(s->parties.size() == 2);
  CHECK(s->duplicates == 0);
}

TEST_CASE("parties are sorted by list and id, whatever the order of the sources", "[merge]") {
  const auto a = [] {
    return pub("ofac-csv", "SDN", {party("US-SDN", "9", "A"), party("US-SDN", "10", "B")});
  };
  const auto b = [] {
    return pub("tradewarden", "own", {party("X-OWN", "1", "C"), party("X-ANY", "2", "D"),
                                      party("US-SDN", "100", "E")});
  };
  const texts expected = {"US-SDN 10", "US-SDN 100", "US-SDN 9", "X-ANY 2", "X-OWN 1"};
  CHECK(ids(*merge_publications({a(), b()})) == expected);
  CHECK(ids(*merge_publications({b(), a()})) == expected);
}

TEST_CASE("two states of one publication are an error", "[merge]") {
  CHECK(code_of({pub("ofac-csv", "SDN", {}, "2022-01-31"),
                 pub("ofac-csv", "SDN", {}, "2025-12-24")}) == "conflict");
  CHECK(code_of({pub("ofac-csv", "SDN", {}), pub("ofac-csv", "SDN", {}, "2025-12-24")}) ==
        "conflict");
  CHECK(code_of({pub("ofac-csv", "SDN", {}), pub("csl-csv", "CSL", {}),
                 pub("ofac-csv", "SDN", {})}) == "conflict");
  CHECK(code_of({pub("ofac-csv", "SDN", {}), pub("csl-csv", "CSL", {})}) == "fine");
  // The same bytes under another name.
  auto twin = pub("ofac-csv", "SDN", {});
  twin.name = "SDN again";
  CHECK(code_of({pub("ofac-csv", "SDN", {}), twin}) == "conflict");
  // Own lists may share a name, not its dates.
  auto own = pub("tradewarden", "own", {});
  own.sha256 = sha256("another");
  CHECK(code_of({pub("tradewarden", "own", {}), own}) == "fine");
  own.date = day::parse("2020-01-01").value();
  CHECK(code_of({pub("tradewarden", "own", {}), own}) == "conflict");
}

TEST_CASE("nothing is lost over the real lists", "[merge][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  std::vector<publication> pubs;
  std::uint64_t parties = 0;
  for (const char* folder : {"ofac-2025-12", "ofac-cons-2025-12", "csl-csv-2025-05",
                             "bis-dpl-2022-09"}) {
    auto p = read_publication({"", real + folder, {}});
    if (!p && p.error().code == errc::unknown_format && lists::format_table().size() < 6) continue;
    REQUIRE(p.has_value());
    parties += p->parties.size();
    pubs.push_back(std::move(*p));
  }
  const std::size_t sources = pubs.size();
  const auto s = merge_publications(std::move(pubs));
  REQUIRE(s.has_value());
  CHECK(s->parties.size() + s->duplicates == parties);
  for (std::size_t i = 0; i < s->parties.size(); ++i) {
    const listed_party& p = s->parties[i];
    if (p.names.empty() || p.measures.empty() || p.sources.empty()) FAIL(p.source_id);
    if (p.names[0].at.publication >= sources) FAIL(p.source_id);
    if (i > 0 && s->parties[i - 1].list == p.list) {
      if (!(s->parties[i - 1].source_id < p.source_id)) FAIL(p.source_id);
    }
  }
}
