// Every query against every name of small universes: the search against scoring everything.
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "support/test_scale.hpp"

namespace tradewarden::tests {
namespace {

/// All words up to `longest` letters over an alphabet.
std::vector<std::string> words_over(const std::string& alphabet, std::size_t longest) {
  std::vector<std::string> out;
  std::vector<std::string> last{""};
  for (std::size_t n = 1; n <= longest; ++n) {
    std::vector<std::string> next;
    for (const std::string& w : last) {
      for (const char c : alphabet) next.push_back(w + c);
    }
    out.insert(out.end(), next.begin(), next.end());
    last = std::move(next);
  }
  return out;
}

/// All names of one to `longest` of these words.
std::vector<std::string> names_of(const std::vector<std::string>& words, std::size_t longest) {
  std::vector<std::string> out;
  std::vector<std::string> last{""};
  for (std::size_t n = 1; n <= longest; ++n) {
    std::vector<std::string> next;
    for (const std::string& name : last) {
      for (const std::string& w : words) next.push_back(name.empty() ? w : name + " " + w);
    }
    out.insert(out.end(), next.begin(), next.end());
    last = std::move(next);
  }
  return out;
}

void check_all(const std::vector<std::string>& listed, const std::vector<std::string>& queries,
               std::size_t step) {
  const party_set set = parties_of(listed);
  differential d(set);
  std::size_t asked = 0;
  for (std::size_t i = 0; i < queries.size(); i += step) {
    for (const std::string& sentence : d.differences(queries[i], {0, 3'000, 6'500, 8'000, 9'500})) {
      FAIL_CHECK(sentence);
    }
    ++asked;
  }
  CHECK(asked == (queries.size() + step - 1) / step);
}

}  // namespace

TEST_CASE("search equals brute force: all names of two words over two letters", "[exhaustive]") {
  const std::vector<std::string> words = words_over("ab", 4);
  REQUIRE(words.size() == 30);
  const std::vector<std::string> names = names_of(words, 2);
  REQUIRE(names.size() == 930);
  check_all(names, names, every(1, 10));
}

TEST_CASE("search equals brute force: three short words", "[exhaustive]") {
  const std::vector<std::string> names = names_of(words_over("ab", 2), 3);
  REQUIRE(names.size() == 6 + 36 + 216);
  check_all(names, names, every(1, 5));
}

TEST_CASE("search equals brute force: consonant keys and long words", "[exhaustive]") {
  const std::vector<std::string> words = words_over("kqa", 4);
  const std::vector<std::string> singles = names_of(words, 1);
  REQUIRE(singles.size() == 120);
  check_all(singles, singles, every(1, 4));
}

TEST_CASE("search equals brute force: roles, families, initials, joins", "[exhaustive]") {
  const std::vector<std::string> words = {"muhammad", "mohamed", "m",     "ali",  "al",      "bin",
                                          "ltd",      "llc",     "trading", "5",  "7",       "kang",
                                          "xun",      "kangxun", "kangxum", "dr", "shanghai", "bank"};
  const std::vector<std::string> names = names_of(words, 2);
  REQUIRE(names.size() == 18 + 324);
  check_all(names, names_of(words, 3), every(7, 60));
  check_all(names, names, every(1, 10));
}

}  // namespace tradewarden::tests
