// Any bytes at all as edges, parties and seeds (parted by a NUL): they are read whole or refused with a
// reason, and what is read can be asked by every regime.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tradewarden/ownership.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t one = all.find('\0');
  const std::size_t two = one == std::string_view::npos ? one : all.find('\0', one + 1);
  std::vector<ownership_text> texts{{"edges", "edges.csv", std::string(all.substr(0, one))}};
  if (one != std::string_view::npos) texts.push_back({"seeds", "seeds.csv", std::string(all.substr(one + 1, two - one - 1))});
  if (two != std::string_view::npos) texts.push_back({"parties", "parties.csv", std::string(all.substr(two + 1))});
  const ownership_reading read = read_ownership_texts(texts);
  require(read.graph.has_value() == read.problems.empty());
  if (!read.graph) return 0;
  for (const std::string_view regime : rule_book::built_in().ownership_regimes()) {
    ownership_question q;
    q.regime = regime;
    q.date = day::parse("2026-11-20").value();
    const auto answer = assess_ownership(*read.graph, q);
    require(answer.has_value());
    for (const ownership_result& r : answer->results) require(r.verdict != ownership_verdict::not_restricted);
  }
  return 0;
}
