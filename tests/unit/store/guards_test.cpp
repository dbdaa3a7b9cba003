#include "store/guards.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

publication with(std::uint64_t rows, std::uint64_t parties, std::uint64_t joined, std::uint64_t rejected, std::uint64_t names) {
  publication p;
  p.counts.rows = rows;
  p.counts.parties = parties;
  p.counts.joined = joined;
  p.counts.rejected = rejected;
  p.counts.names = names;
  return p;
}

snapshot_info before(std::uint64_t parties, std::uint64_t names) {
  snapshot_info s;
  s.id = 7;
  s.counts.parties = parties;
  s.counts.names = names;
  return s;
}

}  // namespace

TEST_CASE("guards: rows are parties, joined rows and rejected rows", "[store]") {
  CHECK(store::suspicion(with(10, 8, 1, 1, 9), {}, {}).empty());
  CHECK_FALSE(store::suspicion(with(10, 8, 1, 0, 9), {}, {}).empty());
}

TEST_CASE("guards: a tenth fewer parties or names is the most", "[store]") {
  CHECK(store::suspicion(with(900, 900, 0, 0, 1800), before(1000, 2000), {}).empty());
  CHECK(store::suspicion(with(899, 899, 0, 0, 1800), before(1000, 2000), {}).find("10.1 % fewer") != std::string::npos);
  CHECK(store::suspicion(with(900, 900, 0, 0, 1799), before(1000, 2000), {}).find("names") != std::string::npos);
  CHECK(store::suspicion(with(5000, 5000, 0, 0, 9000), before(1000, 2000), {}).empty());
  CHECK(store::suspicion(with(1, 1, 0, 0, 1), before(1000, 2000), {10'000, 100}).empty());
  CHECK_FALSE(store::suspicion(with(999, 999, 0, 0, 2000), before(1000, 2000), {0, 100}).empty());
}

TEST_CASE("guards: a few rejected rows are a publisher's slips, a hundredth is not", "[store]") {
  CHECK(store::suspicion(with(20, 10, 0, 10, 10), {}, {}).empty());
  CHECK(store::suspicion(with(1100, 1089, 0, 11, 1089), {}, {}).empty());
  CHECK_FALSE(store::suspicion(with(1100, 1088, 0, 12, 1088), {}, {}).empty());
}
