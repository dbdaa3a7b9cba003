#include "tradewarden/labelled_set.hpp"

#include "catch.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using tradewarden::tests::temp_dir;

namespace {

constexpr const char* k_queries =
    "id\tschema\tname\n"
    "a\tperson\tIgnatius Plumbottom\n"
    "b\tentity\tVostok Granulator Works\n"
    "c\t\tNobody at All\n";
constexpr const char* k_truth =
    "a\ttypo1\t17|4\n"
    "b\texact\tzte%7C2018-04-15\n"
    "c\tneg_any\t-\n";

result<labelled_set> read(const std::string& queries, const std::string& truth) {
  const temp_dir dir;
  return read_labelled_set(dir.write("q.tsv", queries), dir.write("t.tsv", truth));
}

/// Code, line and field of the only problem of a set.
struct place {
  errc code;
  std::uint64_t line;
  std::string field;
  bool operator==(const place&) const = default;
};
place only_problem(const std::string& queries, const std::string& truth) {
  const auto set = read(queries, truth);
  REQUIRE(set);
  REQUIRE(set->problems.size() == 1);
  CHECK(set->problem_count == 1);
  const error& e = set->problems.front();
  CHECK_FALSE(e.file.empty());
  return {e.code, e.line, e.field};
}

}  // namespace

TEST_CASE("queries and truth are joined by their ids", "[evaluate]") {
  const auto set = read(k_queries, k_truth);
  REQUIRE(set);
  CHECK(set->problems.empty());
  REQUIRE(set->queries.size() == 3);
  const labelled_query& a = set->queries[0];
  CHECK(a.query.id == "a");
  CHECK(a.query.name == "Ignatius Plumbottom");
  CHECK(a.query.schema == schema::person);
  CHECK(a.kind == "typo1");
  CHECK(a.expected == std::vector<std::string>{"17", "4"});
  CHECK(set->queries[1].expected == std::vector<std::string>{"zte|2018-04-15"});
  CHECK(set->queries[2].expected.empty());
  CHECK(set->queries[2].query.schema == schema::unknown);
}

TEST_CASE("the columns of queries stand in any order, and others are told", "[evaluate]") {
  const auto set = read("name\tremark\tcountry\tid\nX Y\tz\tCN\ta\n", "a\texact\t1\n");
  REQUIRE(set);
  REQUIRE(set->queries.size() == 1);
  CHECK(set->queries[0].query.country == "CN");
  CHECK(set->ignored_columns == std::vector<std::string>{"remark"});
}

TEST_CASE("truth may have a header, Windows line ends and a byte order mark", "[evaluate]") {
  const auto set = read("\xEF\xBB\xBFid\tname\r\na\tX\r\n", "\xEF\xBB\xBFqid\tkind\texpected\r\na\texact\t1\r\n");
  REQUIRE(set);
  REQUIRE(set->queries.size() == 1);
  CHECK(set->queries[0].expected == std::vector<std::string>{"1"});
}

TEST_CASE("what has no partner is counted and named", "[evaluate]") {
  const auto set = read(std::string(k_queries) + "d\t\tWithout Truth\n", std::string(k_truth) + "e\tx\t1\nf\tx\t-\n");
  REQUIRE(set);
  CHECK(set->problems.empty());
  CHECK(set->queries.size() == 3);
  CHECK(set->queries_without_truth == 1);
  CHECK(set->first_query_without_truth == "d");
  CHECK(set->truth_without_query == 2);
  CHECK(set->first_truth_without_query == "e");
}

TEST_CASE("a row that cannot be read is a problem with its place", "[evaluate]") {
  const std::string q = k_queries;
  const std::string t = k_truth;
  CHECK(only_problem(q + "d\tplanet\tX\n", t) == place{errc::bad_value, 5, "schema"});
  CHECK(only_problem(q + "d\tperson\n", t) == place{errc::missing_field, 5, "name"});
  CHECK(only_problem(q + "d\tperson\t \n", t) == place{errc::missing_field, 5, "name"});
  CHECK(only_problem(q + "\tperson\tX\n", t) == place{errc::missing_field, 5, "id"});
  CHECK(only_problem(q + "a\tperson\tX\n", t) == place{errc::conflict, 5, "id"});
  CHECK(only_problem(q + "d\tperson\tX\tmore\n", t) == place{errc::bad_syntax, 5, ""});
  CHECK(only_problem(q, t + "d\tkind\n") == place{errc::bad_syntax, 4, ""});
  CHECK(only_problem(q, t + "d\t\t1\n") == place{errc::missing_field, 4, "kind"});
  CHECK(only_problem(q, t + "\tkind\t1\n") == place{errc::missing_field, 4, "qid"});
  CHECK(only_problem(q, t + "a\tkind\t1\n") == place{errc::conflict, 4, "qid"});
  CHECK(only_problem(q, t + "d\tkind\t\n") == place{errc::bad_value, 4, "expected"});
  CHECK(only_problem(q, t + "d\tkind\t1||2\n") == place{errc::bad_value, 4, "expected"});
  CHECK(only_problem(q, t + "d\tkind\t1|-\n") == place{errc::bad_value, 4, "expected"});
}

TEST_CASE("a file that cannot be read as a whole is refused", "[evaluate]") {
  const auto code = [](const std::string& queries, const std::string& truth) {
    const auto set = read(queries, truth);
    REQUIRE_FALSE(set);
    return set.error().code;
  };
  CHECK(code("", k_truth) == errc::empty_input);
  CHECK(code(k_queries, "") == errc::empty_input);
  CHECK(code("id\tschema\na\tperson\n", k_truth) == errc::missing_field);
  CHECK(code("id\tname\tid\na\tb\tc\n", k_truth) == errc::bad_syntax);
  CHECK(code(std::string("id\tname\na\0b\n", 12), k_truth) == errc::not_text);
  CHECK(read_labelled_set("/nowhere/q.tsv", "/nowhere/t.tsv").error().code == errc::not_found);
}

TEST_CASE("ids survive being written and read", "[evaluate]") {
  for (const std::string id : {"24327", "zte kangxun|2018-04-15", "100%|25%25", "%7C", ""}) {
    CHECK(read_expected_id(write_expected_id(id)) == id);
  }
  CHECK(write_expected_id("a|b%") == "a%7Cb%25");
  CHECK(read_expected_id("5 % of %x") == "5 % of %x");  // what is no escape stays
}

TEST_CASE("queries hold every fact that a screening takes", "[evaluate]") {
  const auto set = read("id\tname\tnationality\tgender\timo\tidentifier\tidentifier_type\tbirth_date\n"
                        "a\tX Y\tRU; CY\tfemale\t\tAB 1234\tpassport\t1965-03\n"
                        "b\t\t\t\t9187629\t\t\t\n",
                        "a\texact\t1\nb\tnumber\t2\n");
  REQUIRE(set);
  CHECK(set->problems.empty());
  CHECK(set->ignored_columns.empty());
  REQUIRE(set->queries.size() == 2);
  const screening_query& q = set->queries[0].query;
  CHECK(q.nationality == "RU; CY");
  CHECK(q.gender == "female");
  CHECK(q.identifier == "AB 1234");
  CHECK(q.identifier_type == identifier_type::passport);
  CHECK(q.birth_date == "1965-03");
  CHECK(set->queries[1].query.imo == "9187629");  // a number needs no name
}

TEST_CASE("a fact that cannot be used is a problem of its row", "[evaluate]") {
  const auto at = [](const std::string& column, const std::string& value) {
    return only_problem("id\tname\t" + column + "\na\tX Y\t" + value + "\n", "a\texact\t1\n");
  };
  CHECK(at("birth_date", "whenever") == place{errc::bad_value, 2, "birth_date"});
  CHECK(at("country", "Atlantis") == place{errc::bad_value, 2, "country"});
  CHECK(at("gender", "x") == place{errc::bad_value, 2, "gender"});
  CHECK(at("identifier_type", "shoe") == place{errc::bad_value, 2, "identifier_type"});
}

TEST_CASE("an empty file of labels is not called a list", "[evaluate]") {
  const auto set = read("", k_truth);
  REQUIRE_FALSE(set);
  CHECK(set.error().code == errc::empty_input);
  CHECK(set.error().message.find("list") == std::string::npos);
  CHECK(read(k_queries, "").error().message.find("list") == std::string::npos);
}
