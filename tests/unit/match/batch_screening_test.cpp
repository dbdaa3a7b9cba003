#include "tradewarden/batch_screening.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"

namespace tradewarden::tests {
namespace {

party_index index_of(const std::vector<std::string>& names) {
  return party_index::from_bytes(build_index_bytes(parties_of(names)).value()).value();
}

/// Members, near members, strangers, empty and single-letter names, again and again.
std::vector<screening_query> many_queries() {
  std::vector<screening_query> out;
  for (int i = 0; i < 120; ++i) {
    for (const char* name : {"ZTE Kangxun", "Kangxun ZTE", "Zalopov Traiding", "Ivan Petrov", "I. Petrov",
                             "nobody at all", "", "x", "Trading Company"}) {
      screening_query q;
      q.id = std::to_string(out.size());
      q.name = name;
      if (i % 3 == 0) q.schema = schema::person;
      if (i % 5 == 0) q.name += std::to_string(i);
      out.push_back(q);
    }
  }
  return out;
}

screening_options on_a_day() {
  screening_options o;
  o.as_of = day::parse("2026-07-31").value();
  o.threshold = score::from_units(6'000);
  return o;
}

}  // namespace

TEST_CASE("a batch answers as single queries do, in the order of the input", "[batch]") {
  const party_index idx =
      index_of({"ZTE Kangxun", "Zalopov Trading Ltd", "Ivan Petrov", "Igor Petrov", "Kang Xun"});
  const std::vector<screening_query> queries = many_queries();
  std::vector<std::string> expected;
  for (const screening_query& q : queries) expected.push_back(to_json(screen(idx, q, on_a_day()), idx));

  for (const std::size_t threads : {1U, 2U, 7U}) {
    for (const std::size_t rows : {1U, 10U, 256U}) {
      std::size_t next = 0;
      std::vector<std::string> got;
      const std::uint64_t taken = screen_batch(
          idx, on_a_day(), {threads, rows},
          [&](screening_query& q) {
            if (next == queries.size()) return false;
            q = queries[next++];
            return true;
          },
          [&](screening_answer&& a) {
            got.push_back(to_json(a, idx));
            return true;
          });
      CHECK(taken == queries.size());
      CHECK(got == expected);
    }
  }
}

TEST_CASE("a batch ends when it is told to, and reads little beyond", "[batch]") {
  const party_index idx = index_of({"Ivan Petrov"});
  std::size_t read = 0;
  std::size_t taken = 0;
  const std::uint64_t n = screen_batch(
      idx, on_a_day(), {3, 10},
      [&](screening_query& q) {
        ++read;
        q.name = "Ivan Petrov";
        return true;  // without end
      },
      [&](screening_answer&& a) {
        CHECK(a.hits.size() == 1);
        return ++taken < 25;
      });
  CHECK(n == 25);
  CHECK(read <= 25 + 10 * (2 * 3 + 2));
}

TEST_CASE("a batch without a day is answered as of one day", "[batch]") {
  batch_screener screener(index_of({"Ivan Petrov"}), {});
  std::vector<screening_query> queries(2);
  queries[0].name = queries[1].name = "Ivan Petrov";
  const auto answers = screener.screen(queries);
  REQUIRE(answers.size() == 2);
  REQUIRE(answers[0].options.as_of.has_value());
  CHECK(answers[0].options.as_of == answers[1].options.as_of);
  CHECK(screener.screen({}).empty());
}

}  // namespace tradewarden::tests
