#include "score/score_version.hpp"

#include <string>

#include "catch.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

TEST_CASE("the digest of each score version is the pinned one", "[score-version]") {
  // It fails when a number, a word, a weight, a family, a rewrite or a romanisation has changed. Was
  // a version with that digest released? Then raise k_score_version and keep the old tables; if not,
  // write the new digest into k_versions (src/score/score_version.cpp). docs/hacking.md has the steps.
  for (const score_version* v : known_versions()) {
    if (v->number > k_score_version) continue;  // those of tests
    CAPTURE(v->number);
    CHECK(sha256(canonical_text(*v)).to_string() == v->tables_sha256);
  }
}

TEST_CASE("every number and word is in the digest", "[score-version]") {
  const score_version& newest = *find_version(k_score_version);
  score_version other = newest;
  other.parameters.doubt += 1;
  CHECK(canonical_text(other) != canonical_text(newest));
  const std::string text = canonical_text(newest);
  CHECK(text.find("\nword ltd ") != std::string::npos);
  CHECK(text.find("\nrewrite joint stock company -> jsc\n") != std::string::npos);
  CHECK(text.find("\nfamily ") != std::string::npos);
  CHECK(text.find("\ngender ") != std::string::npos);
  CHECK(find_version(0) == nullptr);
}

}  // namespace tradewarden::scoring
