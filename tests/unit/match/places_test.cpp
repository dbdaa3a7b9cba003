#include "match/places.hpp"

#include "catch.hpp"

namespace tradewarden::matching {
namespace {

std::string country(const char* asked, const listed_party& p) {
  const evidence e = country_evidence(asked, p);
  return std::string(to_string(e.state)) + (e.how.empty() ? "" : " ") + e.how;
}

std::string nationality(const char* asked, const listed_party& p) {
  const evidence e = nationality_evidence(asked, p);
  return std::string(to_string(e.state)) + (e.how.empty() ? "" : " ") + e.how;
}

}  // namespace

TEST_CASE("a country is looked for in all that the entry says, and how it agrees is said", "[evidence]") {
  listed_party p;
  CHECK(country("IR", p) == "absent");
  p.birth_places = {"Tehran, Iran"};
  CHECK(country("IR", p) == "partial birth_place");
  CHECK(country("CN", p) == "absent");  // a place of birth alone contradicts nothing
  p.countries = {"AE"};
  CHECK(country("CN", p) == "contradicts");
  CHECK(country("IR", p) == "partial birth_place");
  CHECK(country("", p) == "absent");
  p.identifiers.push_back({"Passport", "A12345", "IR", "", "", {}});
  CHECK(country("IR", p) == "confirms issuer");
  p.identifiers.push_back({"Tax ID No.", "12345", "IR", "", "", {}});
  CHECK(country("IR", p) == "confirms jurisdiction");
  p.nationalities = {"IR"};
  CHECK(country("IR", p) == "confirms nationality");
  p.countries.push_back("IR");
  CHECK(country("IR", p) == "confirms entry");
  p.vessel_flag = "Iran";
  CHECK(country("IR", p) == "confirms flag");
  p.addresses.emplace_back().country = "IR";
  CHECK(country("IR", p) == "confirms address");
  CHECK(country_evidence("IR", p).listed == "AE, IR");
}

TEST_CASE("a nationality confirms by nationality or citizenship, other ties agree in part", "[evidence]") {
  listed_party p;
  CHECK(nationality("IR", p) == "absent");
  p.addresses.emplace_back().country = "AE";
  CHECK(nationality("IR", p) == "absent");  // to live elsewhere says nothing
  p.addresses[0].country = "IR";
  CHECK(nationality("IR", p) == "partial address");
  CHECK(nationality_evidence("IR", p).listed == "IR");  // what agrees, if not a nationality
  p.nationalities = {"SY"};
  CHECK(nationality("IR", p) == "contradicts");
  p.identifiers.push_back({"Registration Number", "12345", "IR", "", "", {}});
  CHECK(nationality("IR", p) == "contradicts");  // a company of one's own is no passport
  p.birth_places = {"Iran"};
  CHECK(nationality("IR", p) == "partial birth_place");
  p.identifiers.push_back({"Passport", "A12345", "IR", "", "", {}});
  CHECK(nationality("IR", p) == "partial issuer");
  p.citizenships = {"IR"};
  CHECK(nationality("IR", p) == "confirms citizenship");
  p.nationalities.push_back("IR");
  CHECK(nationality("IR", p) == "confirms nationality");
  CHECK(nationality("", p) == "absent");
}

}  // namespace tradewarden::matching
