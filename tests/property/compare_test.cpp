// `compare` is the very score of screening, on every listed name.
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "support/shared_lists.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {
namespace {

void check_same(const party_set& set, std::size_t step) {
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  name_mutator mutate(21);
  std::size_t compared = 0;
  for (std::size_t p = 0; p < set.parties.size(); p += step) {
    for (const party_name& name : set.parties[p].names) {
      screening_query q;
      q.name = compared % 2 == 0 ? name.text : mutate.mutate(name.text);
      q.schema = set.parties[p].schema;
      screening_options o;
      o.as_of = day::parse("2026-01-01").value();
      o.include_ended = true;
      o.weak = weak_policy::full;
      o.limit = 50;
      const screening_answer answer = screen(idx, q, o);
      const bool comparable = answer.problem != query_problem::empty;
      if (q.name == name.text && comparable && (answer.hits.empty() || answer.hits[0].score.units() != score::k_one)) {
        FAIL_CHECK("'" << name.text << "' does not find itself");
      }
      for (const screening_hit& h : answer.hits) {
        ++compared;
        const score direct = score_names(q.name, h.matched_name, q.schema);
        if (direct != h.score) {
          FAIL_CHECK("'" << q.name << "' and '" << h.matched_name << "': screened " << h.score.to_string()
                         << ", compared " << direct.to_string());
        }
      }
    }
  }
  CHECK(compared > 0);
}

}  // namespace

TEST_CASE("compare equals screening on every name of the embedded list", "[property]") {
  const party_index& sample = party_index::sample();
  party_set set;
  set.publications.emplace_back().name = "sample";
  for (std::uint32_t p = 0; p < sample.party_count(); ++p) set.parties.push_back(sample.party(p));
  check_same(set, 1);
}

TEST_CASE("compare equals screening on every name of the real lists", "[property]") {
  const std::optional<party_set> set = real_lists();
  if (!set) TRADEWARDEN_SKIP("no ../shared/lists");
  check_same(*set, sanitized() ? 500 : 1);
}

}  // namespace tradewarden::tests
