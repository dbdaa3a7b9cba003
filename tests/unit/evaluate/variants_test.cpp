#include "tradewarden/variants.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "temp_dir.hpp"
#include "tradewarden/evaluate.hpp"

using namespace tradewarden;

namespace {

party_index small_index() {
  party_set set = tests::parties_of({"PLUMBOTTOM, Ignatius", "Vostok Granulator Works LLC", "OBELISK, Maria Ann",
                                     "PETROVSKY, Sergey Ivanovich", "Vostok Granulator Works, LLC"});
  for (const std::size_t person : {0, 2, 3}) set.parties[person].schema = schema::person;
  for (const std::size_t company : {1, 4}) set.parties[company].schema = schema::company;
  set.parties[2].source_id = "a|b%";
  return party_index::from_bytes(build_index_bytes(set).value()).value();
}

}  // namespace

TEST_CASE("the same list, options and seed make the same files", "[variants]") {
  const party_index idx = small_index();
  const auto one = make_variants(idx);
  const auto two = make_variants(idx);
  REQUIRE(one);
  CHECK(queries_tsv(*one) == queries_tsv(*two));
  CHECK(truth_tsv(*one) == truth_tsv(*two));
  variant_options other;
  other.seed = 2;
  CHECK(queries_tsv(*make_variants(idx, other)) != queries_tsv(*one));
}

TEST_CASE("a kind draws the same whichever others are made", "[variants]") {
  const party_index idx = small_index();
  variant_options o;
  o.kinds = {"typo1"};
  const auto alone = make_variants(idx, o);
  const auto all = make_variants(idx);
  REQUIRE(alone);
  REQUIRE_FALSE(alone->queries.empty());
  std::vector<std::string> names;
  for (const labelled_query& q : all->queries) {
    if (q.kind == "typo1") names.push_back(q.query.name);
  }
  std::vector<std::string> same;
  for (const labelled_query& q : alone->queries) same.push_back(q.query.name);
  CHECK(same == names);
}

TEST_CASE("expected is every party of the same name; negatives expect none", "[variants]") {
  const auto set = make_variants(small_index());
  REQUIRE(set);
  std::set<std::string> ids;
  for (const labelled_query& q : set->queries) {
    INFO(q.kind << ": " << q.query.name);
    CHECK(ids.insert(q.query.id).second);
    CHECK(q.expected.empty() == q.kind.starts_with("neg_"));
    if (q.query.schema == schema::company && !q.expected.empty()) {
      CHECK(q.expected == std::vector<std::string>{"1", "4"});
    }
  }
  CHECK(set->names == 5);
}

TEST_CASE("no negative is a listed name", "[variants]") {
  const party_index idx = party_index::from_bytes(
      build_index_bytes(tests::parties_of({"Emily Whitfield", "WHITFIELD, Oliver", "Hannah Dubois"})).value()).value();
  variant_options o;
  o.kinds = {"neg_invented_western"};
  o.per_kind = 1000;  // more than the table has: all that there are
  const auto set = make_variants(idx, o);
  REQUIRE(set);
  CHECK(set->queries.size() > 300);
  for (const labelled_query& q : set->queries) {
    CHECK(q.query.name != "Emily Whitfield");
    CHECK(q.query.name != "Oliver Whitfield");
    CHECK(q.query.name != "Hannah Dubois");
  }
}

TEST_CASE("what is written is read as it was made", "[variants]") {
  const party_index idx = small_index();
  const auto made = make_variants(idx);
  REQUIRE(made);
  const tests::temp_dir dir;
  const auto read = read_labelled_set(dir.write("queries.tsv", queries_tsv(*made)),
                                      dir.write("truth.tsv", truth_tsv(*made)));
  REQUIRE(read);
  CHECK(read->problems.empty());
  CHECK(read->queries_without_truth == 0);
  CHECK(read->truth_without_query == 0);
  REQUIRE(read->queries.size() == made->queries.size());
  for (std::size_t i = 0; i < read->queries.size(); ++i) {
    CHECK(read->queries[i].query.name == made->queries[i].query.name);
    CHECK(read->queries[i].query.schema == made->queries[i].query.schema);
    CHECK(read->queries[i].kind == made->queries[i].kind);
    CHECK(read->queries[i].expected == made->queries[i].expected);
  }
  const auto e = evaluate_screening(idx, *read);
  REQUIRE(e);
  CHECK(e->unknown_expected == 0);
  CHECK(e->unreachable == 0);
}

TEST_CASE("counts tell each kind asked for, also one that this list cannot give", "[variants]") {
  variant_options o;
  o.kinds = {"chinese_order", "exact"};
  o.per_kind = 2;
  const auto set = make_variants(small_index(), o);
  REQUIRE(set);
  REQUIRE(set->counts.size() == 2);
  CHECK(set->counts[0].kind == "exact");
  CHECK(set->counts[0].made == 2);
  CHECK(set->counts[1].made == 0);
}

TEST_CASE("kinds and numbers are checked", "[variants]") {
  variant_options o;
  o.kinds = {"typo3"};
  CHECK(make_variants(small_index(), o).error().code == errc::usage);
  o.kinds.clear();
  o.per_kind = 0;
  CHECK(make_variants(small_index(), o).error().code == errc::usage);
}

TEST_CASE("a seed makes these very variants, on every machine", "[variants]") {
  variant_options o;
  o.kinds = {"typo1", "initials", "neg_invented_slavic"};
  o.per_kind = 2;
  // No independent reason: what version 1 of the kinds made when it was written. Another outcome is a
  // new version, since a team compares its figures from release to release.
  REQUIRE(k_variants_version == 1);
  CHECK(queries_tsv(*make_variants(small_index(), o)) ==
        "id\tschema\tname\n"
        "v000001\tperson\tMara Ann OBELISK\n"
        "v000002\tcompany\tVostko Granulator Works, LLC\n"
        "v000003\tperson\tM. A. OBELISK\n"
        "v000004\tperson\tS I PETROVSKY\n"
        "v000005\tperson\tMarina Korolenko\n"
        "v000006\tperson\tMarina Dolgopolov\n");
}
