#include "origin/supply_graph.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "catch.hpp"
#include "origin/engine.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {

// What a part saves: everything that is lost now and would not be, were all cut but this one.
TEST_CASE("what one delivered part saves is what cutting all others leaves", "[origin]") {
  std::mt19937 random(7);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  std::size_t saved_in_all = 0;
  for (int round = 0; round < 200; ++round) {
    const unsigned n = 6 + below(12);
    std::string parts, lines;
    for (unsigned p = 0; p < n; ++p) {
      const bool bought = p > n / 2;
      parts += "N" + std::to_string(p) + (bought ? ",purchased" : ",made") + ",CN,EAR99,1,n,USD\n";
      if (bought && below(4) != 0) continue;
      for (unsigned k = 0, positions = below(4); k < positions && p + 1 < n; ++k) {
        for (unsigned alt = 0, others = 1 + below(3); alt < others; ++alt) {
          lines += "N" + std::to_string(p) + "," + std::to_string(k) + ",N" +
                   std::to_string(p + 1 + below(n - p - 1)) + "," + std::to_string(alt) + ",1,\n";
        }
      }
    }
    const origin o = small_origin(parts, lines);
    const detail::bill_data& data = o.engine().data();
    std::vector<std::uint32_t> cut;
    for (unsigned p = n / 2 + 1; p < n; ++p) {
      if (below(2) == 0) cut.push_back(p);
    }
    detail::supply_graph all(data);
    for (const std::uint32_t p : cut) all.lose(p);
    all.recall_losses(cut);
    const std::vector<std::uint32_t> lost = all.lost();
    for (const std::uint32_t part : cut) {
      detail::supply_graph other(data);
      for (const std::uint32_t p : cut) {
        if (p != part) other.lose(p);
      }
      std::set<std::uint32_t> want;
      for (const std::uint32_t p : lost) {
        if (!other.is_lost(p)) want.insert(p);
      }
      const std::vector<std::uint32_t> got = all.saved_by(part);
      // A part below another that is lost may fall all the same.
      if (other.is_lost(part)) continue;
      CHECK(std::set<std::uint32_t>(got.begin(), got.end()) == want);
      CHECK(got.size() == want.size());
      saved_in_all += got.size() - 1;
    }
    CHECK(all.lost() == lost);
  }
  CHECK(saved_in_all > 50);
}

}  // namespace tradewarden
