#include "index/party_identifiers.hpp"

#include "catch.hpp"
#include "index/index_view.hpp"
#include "support/name_lists.hpp"
#include "support/section_mender.hpp"

namespace tradewarden::tests {

TEST_CASE("the numbers of a party have their types; codes that name nobody are left out", "[index]") {
  listed_party p;
  p.identifiers.push_back({"Tax ID No.", "7723103642", "RU", "", "", {}});
  p.identifiers.push_back({"Chinese Commercial Code", "1728 4320", "", "", "", {}});
  p.imo = "9187629";
  p.call_sign = "CL2685";
  const auto all = indexing::identifiers_of(p);
  REQUIRE(all.size() == 3);
  CHECK(all[0].id == identifier{identifier_type::tax, "7723103642"});
  CHECK(all[0].listed_type == "Tax ID No.");
  CHECK(all[0].country == "RU");
  CHECK(all[1].id.type == identifier_type::imo);
  CHECK(all[2].id.type == identifier_type::call_sign);
}

TEST_CASE("parties are found by the key of a number", "[index]") {
  party_set set = parties_of({"Zalopov", "Qwexun", "Third"});
  set.parties[0].identifiers.push_back({"Passport", "AB-1234", "", "", "", {}});
  set.parties[2].identifiers.push_back({"Tax ID No.", "00ab1234", "", "", "", {}});
  set.parties[2].identifiers.push_back({"Registration Number", "AB1234", "", "", "", {}});
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  const auto found = idx.view().parties_bearing("AB1234");
  REQUIRE(found.size() == 2);  // each once
  CHECK(found[0].party == 0);
  CHECK(found[1].party == 2);
  CHECK(idx.view().parties_bearing("AB1235").empty());
}

TEST_CASE("identifiers out of order, or of no party, are damage", "[index]") {
  using namespace indexing;
  party_set set = parties_of({"Zalopov", "Qwexun"});
  set.parties[0].identifiers.push_back({"Passport", "AB-1234", "", "", "", {}});
  set.parties[1].identifiers.push_back({"Passport", "CD-5678", "", "", "", {}});
  const std::string good = build_index_bytes(set).value();
  REQUIRE(party_index::from_bytes(good).has_value());
  // The section is the last: two records of eight bytes end the file.
  const std::size_t at = good.size() - 16;
  const auto damaged = [&](auto change) {
    std::string bad = good;
    change(bad);
    mend_checksums(bad);
    const auto idx = party_index::from_bytes(bad);
    return !idx && idx.error().code == errc::bad_index &&
           idx.error().message.find("identifiers") != std::string::npos;
  };
  CHECK(damaged([&](std::string& b) { std::swap_ranges(b.begin() + at, b.begin() + at + 8, b.begin() + at + 8); }));
  CHECK(damaged([&](std::string& b) { b.replace(at + 8, 8, b, at, 8); }));
  CHECK(damaged([&](std::string& b) { b[at + 4] = 2; }));
}

}  // namespace tradewarden::tests
