#include "benchmarks/kernels/names_for_kernels.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace tradewarden::bench {
namespace {

constexpr std::array<std::string_view, 40> k_syllables = {
    "an", "ba", "bel", "chen", "da", "dor", "el", "far", "gar", "go", "ha", "hus", "ib", "iv",
    "jan", "ka", "kov", "la", "li", "lo", "ma", "mir", "mo", "na", "nov", "o", "pe", "qa",
    "ra", "rov", "sa", "sh", "ta", "tel", "tro", "ul", "va", "wei", "xun", "za"};
constexpr std::array<std::string_view, 5> k_endings = {"ltd", "trading co", "llc", "group", "gmbh"};

std::vector<named_row> compose() {
  std::uint64_t state = 7;
  const auto below = [&](std::size_t n) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % n;
  };
  std::vector<named_row> out(100'000);
  for (std::size_t i = 0; i < out.size(); ++i) {
    named_row& row = out[i];
    row.id = std::to_string(1'000'000 + i);
    for (std::size_t words = 2 + below(3); words > 0; --words) {
      if (!row.name.empty()) row.name += ' ';
      for (std::size_t s = 2 + below(3); s > 0; --s) row.name += k_syllables[below(k_syllables.size())];
    }
    if (i % 5 == 0) (row.name += ' ') += k_endings[below(k_endings.size())];
  }
  return out;
}

}  // namespace

const std::vector<named_row>& kernel_names() {
  static const std::vector<named_row> names = compose();
  return names;
}

const std::vector<query_row>& kernel_queries() {
  static const std::vector<query_row> queries = make_queries(kernel_names(), 256);
  return queries;
}

const std::string& kernel_index_bytes() {
  static const std::string bytes = build_index_bytes(make_parties(kernel_names())).value();
  return bytes;
}

const party_index& kernel_index() {
  static const party_index idx = party_index::from_bytes(kernel_index_bytes()).value();
  return idx;
}

}  // namespace tradewarden::bench
