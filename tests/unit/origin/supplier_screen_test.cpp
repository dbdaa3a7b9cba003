#include "origin/supplier_screen.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/share.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden::tests {
namespace {

const day k_on = day::parse("2026-07-23").value();

origin plain_with_offers() {
  return small_origin(k_plain_parts, k_plain_lines,
                      "L1,Vostok Granulator,,,,\nL5,Nobody Of That Name,,,,\n");
}

}  // namespace

TEST_CASE("a supplier has all its possible matches, however many parties share the name",
          "[origin]") {
  // Twenty-five parties of one name: no limit of an answer for people may cut them.
  const std::vector<std::string> names(25, "Vostok Granulator");
  const auto idx = party_index::from_bytes(build_index_bytes(parties_of(names)).value()).value();
  const auto found = detail::screen_supplier(idx, "Vostok Granulator", k_on);
  REQUIRE(found);
  CHECK(found->screened);
  CHECK(found->matches.size() == 25);
  const auto none = detail::screen_supplier(idx, "---", k_on);
  REQUIRE(none);
  CHECK_FALSE(none->screened);
  CHECK(none->matches.empty());
}

TEST_CASE("an index that proves damaged while suppliers are screened is an error, never no match",
          "[origin]") {
  std::string bytes = build_index_bytes(parties_of({"Vostok Granulator", "Ivan Petrov"})).value();
  for (std::size_t at = bytes.size() / 2; at < bytes.size(); ++at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
  }
  const auto idx = party_index::from_bytes(bytes, verify::lazily);
  REQUIRE(idx.has_value());  // what is not read is not checked
  const auto found = detail::screen_supplier(*idx, "Vostok Granulator", k_on);
  REQUIRE_FALSE(found);
  CHECK(found.error().code == errc::bad_index);

  const origin engine = plain_with_offers();
  share_options by;
  by.product = "P";
  by.date = k_on;
  by.index = &*idx;
  const auto shares = share(engine).evaluate(by);
  REQUIRE_FALSE(shares);
  CHECK(shares.error().code == errc::bad_index);
  cutoff_options cut;
  cut.parties = {"Vostok Granulator"};
  cut.date = k_on;
  cut.index = &*idx;
  const auto stops = cutoff(engine).evaluate(cut);
  REQUIRE_FALSE(stops);
  CHECK(stops.error().code == errc::bad_index);
}

}  // namespace tradewarden::tests
