#include "score/score_version.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {
namespace {

// Every version, the oldest first. docs/hacking.md, "Change a table or a number of the score", says
// when a line is added and when the digest of the last one may be changed instead.
constexpr score_version k_versions[] = {
    {1, k_current_parameters, &names::current_sources, &names::current_tables,
     "bf876bbe1e7a3f891b5e12c4011dcee1da1df5953a24caceaf231c3f995af40a"},
};
static_assert(std::end(k_versions)[-1].number == k_score_version);

std::vector<score_version>& versions_of_tests() {
  static std::vector<score_version> added;
  return added;
}

}  // namespace

std::vector<const score_version*> known_versions() {
  std::vector<const score_version*> out;
  for (const score_version& v : k_versions) out.push_back(&v);
  for (const score_version& v : versions_of_tests()) out.push_back(&v);
  return out;
}

const score_version* find_version(std::int32_t number) {
  for (const score_version* v : known_versions()) {
    if (v->number == number) return v;
  }
  return nullptr;
}

void add_version_for_test(const score_version& version) {
  versions_of_tests().reserve(16);  // rules_state holds no pointer into it, find_version() may
  if (find_version(version.number) == nullptr) versions_of_tests().push_back(version);
}

std::string canonical_text(const score_version& version) {
  using numbers = std::array<std::int32_t, sizeof(score_parameters) / sizeof(std::int32_t)>;
  std::string out = "numbers";
  for (const std::int32_t n : std::bit_cast<numbers>(version.parameters)) {
    out.append(" ").append(std::to_string(n));
  }
  return out + '\n' + version.tables().canonical_text();
}

}  // namespace tradewarden::scoring
