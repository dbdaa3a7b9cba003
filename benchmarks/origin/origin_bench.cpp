// Times of the roll-up on a warm graph, one thread; the graph comes from the arrays of bom-warm's
// generator (parent.bin, child.bin, qty.bin, price.bin, country.bin, eccn.bin, suppliers.bin).
//
//   tradewarden-origin-bench FOLDER
//
// Prints one line of JSON for each measure: name, seconds (median), and a sum to compare engines by.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "origin/bill_data.hpp"
#include "origin/roll_up.hpp"
#include "origin/supply_graph.hpp"

namespace tw = tradewarden;
namespace d = tradewarden::detail;

namespace {

template <class T>
std::vector<T> load(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) {
    std::fprintf(stderr, "cannot open %s\n", path.c_str());
    std::exit(4);
  }
  std::vector<T> out(static_cast<std::size_t>(in.tellg()) / sizeof(T));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(out.data()),
          static_cast<std::streamsize>(out.size() * sizeof(T)));
  return out;
}

template <class F>
double median(int times, F&& f) {
  std::vector<double> t;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    f();
    t.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(t.begin(), t.end());
  return t[t.size() / 2];
}

void print(const char* name, double seconds, double sum = 0) {
  std::printf("{\"name\":\"%s\",\"s\":%.6f,\"sum\":%.6f}\n", name, seconds, sum);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: tradewarden-origin-bench FOLDER\n");
    return 2;
  }
  const std::string folder = std::string(argv[1]) + "/";
  const auto parent = load<std::int32_t>(folder + "parent.bin");
  const auto child = load<std::int32_t>(folder + "child.bin");
  const auto qty = load<std::int32_t>(folder + "qty.bin");
  const auto price = load<std::int64_t>(folder + "price.bin");
  const auto country = load<std::int16_t>(folder + "country.bin");
  const auto eccn = load<std::int16_t>(folder + "eccn.bin");
  const auto suppliers = load<std::int32_t>(folder + "suppliers.bin");
  const auto n = static_cast<std::uint32_t>(price.size());
  const std::size_t lines = parent.size();

  // The columns of a bill, without its texts.
  d::bill_data data;
  for (std::uint32_t i = 0; i < n; ++i) data.ids.add(std::to_string(i));
  data.line_first.assign(n + 1, 0);
  for (const std::int32_t p : parent) ++data.line_first[static_cast<std::size_t>(p) + 1];
  for (std::uint32_t i = 0; i < n; ++i) data.line_first[i + 1] += data.line_first[i];
  std::vector<std::uint32_t> next(data.line_first.begin(), data.line_first.end() - 1);
  data.child.resize(lines);
  data.quantity.resize(lines);
  data.place.resize(lines);
  std::vector<std::uint32_t> code(6'000'000, ~0U);
  data.parts.kind.assign(n, tw::part_kind::purchased);
  for (std::size_t l = 0; l < lines; ++l) {
    const auto p = static_cast<std::size_t>(parent[l]);
    const std::uint32_t to = next[p]++;
    const std::uint32_t nth = to - data.line_first[p];
    auto& c = code[static_cast<std::size_t>(qty[l])];
    if (c == ~0U) {
      c = static_cast<std::uint32_t>(data.quantities.size());
      const tw::decimal q = tw::decimal::from_units(qty[l], 3);
      data.quantities.push_back({q, 0, q});
    }
    data.child[to] = static_cast<std::uint32_t>(child[l]);
    data.quantity[to] = c;
    while (data.places.size() <= nth) {
      data.places.push_back({data.positions.add(std::to_string(data.places.size())), 0});
    }
    data.place[to] = nth;
    data.parts.kind[p] = tw::part_kind::made;
  }
  if (!d::order_parts(data)) return 1;
  const double built = median(1, [&] { d::roll_up_graph g(data); });
  print("graph build", built);
  const d::roll_up_graph g(data);
  std::printf("{\"name\":\"bytes a line\",\"graph\":%.2f,\"bill\":16}\n",
              static_cast<double>(g.bytes()) / static_cast<double>(lines));
  std::printf("{\"name\":\"one scale\",\"value\":%d,\"bits\":%.1f}\n", g.one_scale() ? 1 : 0,
              g.bits(29));

  // Controlled for the demonstration: made in the US (country 1) and not EAR99 (eccn 0).
  std::vector<d::leaf_value<std::int64_t>> leaves, all;
  std::vector<d::leaf_value<d::int128>> wide;
  std::vector<std::uint8_t> lanes;
  for (std::uint32_t node = g.made(); node < g.size(); ++node) {
    const std::uint32_t p = g.part_of(node);
    if (country[p] != 1 || price[p] <= 0) continue;
    all.push_back({node, price[p]});
    lanes.push_back(static_cast<std::uint8_t>(eccn[p]));
    if (eccn[p] != 0) {
      leaves.push_back({node, price[p]});
      wide.push_back({node, price[p]});
    }
  }
  const auto total = [&](const auto& sum) {
    double s = 0;
    for (const auto v : sum) s += static_cast<double>(v) / 1e9;
    return s;
  };
  std::vector<std::int64_t> sum(g.made());
  const double one = median(9, [&] {
    std::fill(sum.begin(), sum.end(), 0);
    g.push<std::int64_t>(leaves, sum);
  });
  print("one destination, int64", one, total(sum));
  std::vector<d::int128> wide_sum(g.made());
  const double one_wide = median(9, [&] {
    std::fill(wide_sum.begin(), wide_sum.end(), 0);
    g.push<d::int128>(wide, wide_sum);
  });
  print("one destination, int128", one_wide, total(wide_sum));
  std::vector<std::int64_t> lane_sum(std::size_t{g.made()} * 14);
  const double every_lane = median(5, [&] {
    std::fill(lane_sum.begin(), lane_sum.end(), 0);
    g.push_lanes<14, std::int64_t>(all, lanes, lane_sum);
  });
  double controlled = 0;
  for (std::size_t i = 0; i < lane_sum.size(); ++i) {
    if (i % 14 != 0) controlled += static_cast<double>(lane_sum[i]) / 1e9;
  }
  print("14 signatures side by side", every_lane, controlled);
  // One after the other, each in a sum that stays in the cache.
  std::vector<std::vector<d::leaf_value<std::int64_t>>> by_lane(14);
  for (std::size_t i = 0; i < all.size(); ++i) by_lane[lanes[i]].push_back(all[i]);
  double in_turn = 0;
  const double turns = median(5, [&] {
    in_turn = 0;
    for (const auto& lane : by_lane) {
      std::fill(sum.begin(), sum.end(), 0);
      g.push<std::int64_t>(lane, sum);
    }
  });
  print("14 signatures in turn", turns, in_turn);

  // One price changes: leaves spread over the bill, half up and half down again.
  std::fill(sum.begin(), sum.end(), 0);
  g.push<std::int64_t>(leaves, sum);
  std::vector<std::uint32_t> touched;
  std::size_t reached = 0;
  const std::size_t changes = std::min<std::size_t>(leaves.size(), 2000);
  const double change = median(3, [&] {
    reached = 0;
    for (std::size_t i = 0; i < changes; ++i) {
      const auto& l = leaves[i * (leaves.size() / changes)];
      g.change<std::int64_t>(l.node, i % 2 == 0 ? 1000 : -1000, sum, touched);
      reached += touched.size();
    }
  });
  print("one price change", change / static_cast<double>(changes),
        static_cast<double>(reached) / static_cast<double>(changes));

  // Each supplier alone.
  d::supply_graph supply(data);
  std::vector<std::vector<std::uint32_t>> only;
  for (std::uint32_t p = 0; p < n; ++p) {
    const std::int32_t* s = &suppliers[std::size_t{p} * 3];
    if (s[0] < 0 || (s[1] >= 0 && s[1] != s[0]) || (s[2] >= 0 && s[2] != s[0])) continue;
    if (only.size() <= static_cast<std::size_t>(s[0])) only.resize(static_cast<std::size_t>(s[0]) + 1);
    only[static_cast<std::size_t>(s[0])].push_back(p);
  }
  std::size_t lost = 0;
  const double cuts = median(1, [&] {
    for (const auto& parts : only) {
      for (const std::uint32_t p : parts) supply.lose(p);
      lost += supply.lost().size();
      supply.restore();
    }
  });
  print("one supplier cut off", cuts / static_cast<double>(only.size()),
        static_cast<double>(lost) / static_cast<double>(only.size()));
  return 0;
}
