#include "lists/opensanctions_csv.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& text) {
  return read_opensanctions_csv(test::file_of(text, "targets.simple.csv"), {}, {});
}

const std::string k_header = "id,schema,name,aliases,birth_date,dataset\n";

}  // namespace

TEST_CASE("opensanctions_csv: a file that is no whole list is refused", "[opensanctions_csv]") {
  CHECK(read(k_header).error().code == errc::empty_input);
  CHECK(read("schema,name\nPerson,A\n").error().code == errc::missing_field);
  CHECK(read(k_header + "1,Person,A,,,x\n2,Per").error().code == errc::truncated);
}

TEST_CASE("opensanctions_csv: an id twice is one party", "[opensanctions_csv]") {
  const auto p = read(k_header + "1,Person,A,B;C,nonsense,x\n1,Person,D,,,y\n").value();
  CHECK(p.counts.joined == 1);
  CHECK(p.parties.at(0).names.size() == 4);
  CHECK(p.parties.at(0).measures.size() == 1);
  CHECK(p.parties.at(0).birth_dates.empty());
  CHECK(test::has_diagnostic(p, 2, "birth_date", "not a date"));
}

TEST_CASE("opensanctions_csv: kinds of things", "[opensanctions_csv]") {
  CHECK(ftm_schema("Person") == schema::person);
  CHECK(ftm_schema("LegalEntity") == schema::entity);
  CHECK(ftm_schema("PublicBody") == schema::organization);
  CHECK(ftm_schema("Airplane") == schema::aircraft);
  CHECK(ftm_schema("Vessel") == schema::vessel);
  CHECK(ftm_schema("Security") == schema::unknown);
}
