#include "origin/roll_up.hpp"

#include <random>

#include "catch.hpp"
#include "origin/supply_graph.hpp"
#include "tradewarden/bill_builder.hpp"

namespace tradewarden::detail {
namespace {

struct plain_line {
  int parent, child, quantity_in_tenths;
};

/// Parts 0 .. n-1; a child has a larger number. Leaves take tenths, made parts whole units.
struct random_bill {
  int parts = 0;
  std::vector<plain_line> lines;
  std::vector<std::int64_t> value;  // of leaves
};

random_bill make_random(std::mt19937& rng) {
  random_bill b;
  b.parts = 5 + static_cast<int>(rng() % 30);
  const int made = b.parts / 2;
  for (int p = 0; p < made; ++p) {
    const int count = 1 + static_cast<int>(rng() % 4);
    for (int i = 0; i < count; ++i) {
      const int child = p + 1 + static_cast<int>(rng() % static_cast<unsigned>(b.parts - p - 1));
      const int quantity = 1 + static_cast<int>(rng() % 9);
      b.lines.push_back({p, child, child < made ? quantity * 10 : quantity});
    }
  }
  for (int p = 0; p < b.parts; ++p) b.value.push_back(p < made ? 0 : static_cast<int>(rng() % 50));
  return b;
}

bill build(const random_bill& b) {
  bill_builder builder;
  for (int p = 0; p < b.parts; ++p) {
    const std::string id = std::to_string(p);
    part_row row;
    row.part_id = id;
    builder.add_part(row, {});
  }
  int pos = 0;
  for (const plain_line& l : b.lines) {
    const std::string parent = std::to_string(l.parent), child = std::to_string(l.child);
    const std::string quantity = decimal::from_units(l.quantity_in_tenths, 1).to_string();
    const std::string place = std::to_string(++pos);
    builder.add_line({parent, place, child, "0", quantity, ""}, {});
  }
  return builder.build().value();
}

/// In tenths, from the last part to the first.
std::vector<std::int64_t> by_hand(const random_bill& b) {
  std::vector<std::int64_t> unit(b.value);  // leaves in ones, made parts in tenths
  const int made = b.parts / 2;
  for (int p = made - 1; p >= 0; --p) {
    std::int64_t sum = 0;
    for (const plain_line& l : b.lines) {
      if (l.parent != p) continue;
      const auto c = static_cast<std::size_t>(l.child);
      sum += l.child < made ? unit[c] * (l.quantity_in_tenths / 10)
                            : unit[c] * l.quantity_in_tenths;
    }
    unit[static_cast<std::size_t>(p)] = sum;
  }
  return unit;
}

}  // namespace

TEST_CASE("passes over the whole bill agree with the sum from below", "[origin]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO(seed);
    std::mt19937 rng(seed);
    random_bill b = make_random(rng);
    const bill built = build(b);
    std::vector<std::uint8_t> may(static_cast<std::size_t>(b.parts));
    for (std::size_t p = 0; p < may.size(); ++p) may[p] = b.value[p] != 0 ? 1 : 0;
    const roll_up_graph g(built.data(), may);
    REQUIRE(g.one_scale());
    REQUIRE(g.quantity_scale() <= 1);
    const std::int64_t tenth = g.quantity_scale() == 1 ? 1 : 10;  // no fraction was drawn
    std::vector<std::int64_t> value(g.leaves());
    std::vector<int128> wide(g.leaves());
    std::vector<std::uint8_t> lane(g.leaves());
    for (std::uint32_t i = 0; i < g.leaves(); ++i) {
      value[i] = b.value[g.leaf_part(i)];
      wide[i] = value[i];
      lane[i] = static_cast<std::uint8_t>(i % 3);
    }
    const auto check = [&](const std::vector<std::int64_t>& sum) {
      const std::vector<std::int64_t> expected = by_hand(b);
      for (std::uint32_t node = 0; node < g.made(); ++node) {
        CHECK(sum[node] * tenth == expected[g.node_part(node)]);
      }
    };
    std::vector<std::int64_t> sum, lanes;
    std::vector<int128> wide_sum;
    g.pass(value, sum);
    check(sum);
    g.pass(wide, wide_sum);
    g.pass_lanes<3>(value, lane, lanes);
    for (std::uint32_t node = 0; node < g.made(); ++node) {
      CHECK(wide_sum[node] == sum[node]);
      CHECK(lanes[node * 3] + lanes[node * 3 + 1] + lanes[node * 3 + 2] == sum[node]);
    }
    if (g.leaves() == 0) continue;
    // A change alone gives what a new pass gives.
    const auto leaf = static_cast<std::uint32_t>(rng() % g.leaves());
    b.value[g.leaf_part(leaf)] += 7;
    std::vector<std::uint32_t> touched;
    g.change<std::int64_t>(leaf, 7, sum, touched);
    check(sum);
  }
}

TEST_CASE("a part falls with a position that has nothing left", "[origin]") {
  bill_builder b;
  for (const char* id : {"top", "sub", "x", "y", "z"}) {
    part_row row;
    row.part_id = id;
    b.add_part(row, {});
  }
  b.add_line({"top", "1", "sub", "0", "1", ""}, {});
  b.add_line({"sub", "1", "x", "0", "1", ""}, {});
  b.add_line({"sub", "1", "y", "1", "1", ""}, {});
  b.add_line({"top", "2", "z", "0", "1", ""}, {});
  const bill built = b.build().value();
  supply_graph g(built.data());
  const auto part = [&](std::string_view id) { return built.find_part(id)->value; };
  g.lose(part("x"));
  CHECK_FALSE(g.is_lost(part("sub")));
  g.lose(part("y"));
  CHECK(g.is_lost(part("sub")));
  CHECK(g.is_lost(part("top")));
  CHECK(g.lost().size() == 4);
  g.restore();
  CHECK(g.lost().empty());
  g.lose(part("y"));
  CHECK_FALSE(g.is_lost(part("top")));
  g.restore();
  g.lose(part("z"));
  CHECK(g.is_lost(part("top")));
  CHECK_FALSE(g.is_lost(part("sub")));
}

}  // namespace tradewarden::detail
