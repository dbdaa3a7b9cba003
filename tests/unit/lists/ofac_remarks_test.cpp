#include "lists/ofac_remarks.hpp"

#include "catch.hpp"

using namespace tradewarden;
using lists::ofac_remark_counts;
using lists::read_ofac_remarks;

namespace {

listed_party read(std::string_view remarks, schema s = schema::person,
                  ofac_remark_counts* counts = nullptr) {
  listed_party p;
  p.schema = s;
  read_ofac_remarks(remarks, {}, p, counts);
  return p;
}

std::vector<std::string> aliases(std::string_view remarks) {
  std::vector<std::string> out;
  for (const party_name& n : read(remarks).names) {
    CHECK(n.strength == name_strength::weak);
    out.push_back(std::string(to_string(n.kind)) + " " + n.text);
  }
  return out;
}

/// "type|value|country|issued|expires" of the only identifier.
std::string identifier(std::string_view remarks, schema s = schema::entity) {
  const listed_party p = read(remarks, s);
  if (p.identifiers.size() != 1) return std::to_string(p.identifiers.size()) + " identifiers";
  const party_identifier& i = p.identifiers[0];
  return i.type + "|" + i.value + "|" + i.country + "|" + i.issued + "|" + i.expires;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("weak aliases stand in single quotes", "[ofac_remarks]") {
  CHECK(aliases("a.k.a. 'BNX'.") == texts{"a.k.a. BNX"});
  CHECK(aliases("DOB 1962; f.k.a. 'OLD'; n.k.a. 'NEW'; alt. a.k.a. 'THIRD ONE'.") ==
        texts{"f.k.a. OLD", "n.k.a. NEW", "a.k.a. THIRD ONE"});
  CHECK(aliases("a.k.a. 'LAST, First'; Linked To: SOMEBODY.") == texts{"a.k.a. LAST, First"});
}

TEST_CASE("apostrophes inside an alias belong to it", "[ofac_remarks]") {
  CHECK(aliases("a.k.a. 'ABU-'UMAR'.") == texts{"a.k.a. ABU-'UMAR"});
  CHECK(aliases("a.k.a. ''ABD AL-'IZ'; a.k.a. 'AL-WAFA''.") ==
        texts{"a.k.a. 'ABD AL-'IZ", "a.k.a. AL-WAFA'"});
  CHECK(aliases("a.k.a. 'PEOPLE'S ARMY'; a.k.a. 'O'BRIEN, Chris'.") ==
        texts{"a.k.a. PEOPLE'S ARMY", "a.k.a. O'BRIEN, Chris"});
}

TEST_CASE("a semicolon inside an alias parts nothing", "[ofac_remarks]") {
  CHECK(aliases("a.k.a. 'ONE; TWO'; a.k.a. 'THREE'.") ==
        texts{"a.k.a. ONE; TWO", "a.k.a. THREE"});
}

TEST_CASE("an alias whose quote was cut off is left in the remarks", "[ofac_remarks]") {
  CHECK(aliases("a.k.a. 'WHOLE'; a.k.a. 'HAL") == texts{"a.k.a. WHOLE"});
  CHECK(aliases("a.k.a. 'HAL; a.k.a. 'WHOLE'.") == texts{"a.k.a. WHOLE"});
  CHECK(aliases("a.k.a. ''.").empty());
  CHECK(aliases("also 'NOBODY'; aka NOBODY; a.k.a. NOBODY.").empty());
}

TEST_CASE("birth dates in all their forms", "[ofac_remarks]") {
  const listed_party p = read(
      "DOB 01 Jan 1966; alt. DOB 1962; alt. DOB Oct 1954; alt. DOB circa 1965; alt. DOB 1958 to "
      "1962; alt. DOB 1 Jan 1962 to 31 Dec 1963; DOB unknown.");
  texts got;
  for (const auto& d : p.birth_dates) got.push_back(d.date.to_string());
  CHECK(got == texts{"1966-01-01", "1962", "1954-10", "~1965", "1958/1962", "1962/1963"});
}

TEST_CASE("places, countries and gender", "[ofac_remarks]") {
  const listed_party p =
      read("POB Aleppo, Syria; alt. POB St. Petersburg, Russia; nationality Korea, North; alt. "
           "nationality Russia; citizen Germany; Gender Female.");
  CHECK(p.birth_places == texts{"Aleppo, Syria", "St. Petersburg, Russia"});
  CHECK(p.nationalities == texts{"KP", "RU"});
  CHECK(p.citizenships == texts{"DE"});
  CHECK(p.gender == "female");
  CHECK(read("Nationality of Registration Russia.", schema::entity).countries == texts{"RU"});
  CHECK(read("nationality possibly Atlantis.").nationalities.empty());
}

TEST_CASE("identifiers with country and dates", "[ofac_remarks]") {
  CHECK(identifier("Passport A00000604 (Nicaragua) issued 19 Jun 2013 expires 19 Jun 2023.") ==
        "Passport|A00000604|NI|2013-06-19|2023-06-19");
  CHECK(identifier("alt. Passport 123456 (Korea, North).") == "Passport|123456|KP||");
  CHECK(identifier("Passport 1091875.") == "Passport|1091875|||");
  CHECK(identifier("Diplomatic Passport D00004977 (Mongolia) expires 25 Dec 2027.") ==
        "Diplomatic Passport|D00004977|MN||2027-12-25");
  CHECK(identifier("National ID No. 0032768386 (Haiti).") == "National ID No.|0032768386|HT||");
  CHECK(identifier("Tax ID No. AABA 670850 Y.") == "Tax ID No.|AABA 670850 Y|||");
  CHECK(identifier("NIT # 800018928-0 (Colombia).") == "NIT #|800018928-0|CO||");
  CHECK(identifier("BIK (RU) 044030707.") == "BIK (RU)|044030707|||");
  CHECK(identifier("Company Number IMO 5055293.") == "Company Number IMO|5055293|||");
  CHECK(identifier("Telephone: (98)(9121115315).") == "Telephone|(98)(9121115315)|||");
}

TEST_CASE("words in brackets that are no country stay in the number", "[ofac_remarks]") {
  CHECK(identifier("Registration Number HRA 738077 (Stuttgart) (Germany).") ==
        "Registration Number|HRA 738077 (Stuttgart)|DE||");
  CHECK(identifier("Registration Number 12345 (RU).") == "Registration Number|12345 (RU)|||");
}

TEST_CASE("identifiers without digits where the kind allows it", "[ofac_remarks]") {
  CHECK(identifier("SWIFT/BIC EXAMRUMM.") == "SWIFT/BIC|EXAMRUMM|||");
  CHECK(identifier("Website www.example.com.") == "Website|www.example.com|||");
  CHECK(identifier("Email Address info@example.com.") == "Email Address|info@example.com|||");
  CHECK(identifier("Email:info@example.com.") == "Email|info@example.com|||");
  CHECK(identifier("Aircraft Tail Number YI-ABC.") == "Aircraft Tail Number|YI-ABC|||");
  CHECK(identifier("Passport issued in Sarajevo.") == "0 identifiers");
  CHECK(identifier("Passportless person 7.") == "0 identifiers");
}

TEST_CASE("a digital currency address names its currency", "[ofac_remarks]") {
  CHECK(identifier("alt. Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h.") ==
        "Digital Currency Address - XBT|12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h|||");
  CHECK(identifier("Digital Currency Address - X1.") == "0 identifiers");
}

TEST_CASE("a ship's IMO number", "[ofac_remarks]") {
  const listed_party ship =
      read("Vessel Registration Identification IMO 9187629; MMSI 572469210; Other Vessel Call "
           "Sign EPXY9.", schema::vessel);
  CHECK(ship.imo == "9187629");
  CHECK(ship.call_sign == "EPXY9");
  REQUIRE(ship.identifiers.size() == 3);
  CHECK(ship.identifiers[0].type == "IMO");
  CHECK(ship.identifiers[1].type == "MMSI");
  CHECK(read("Vessel Registration Identification IMO 918762.", schema::vessel).imo.empty());
  CHECK(read("Identification Number IMO 5342883.", schema::entity).imo.empty());
}

TEST_CASE("linked parties", "[ofac_remarks]") {
  const listed_party p = read("Linked To: AL QA'IDA; Linked To: SMITH, John.");
  REQUIRE(p.linked.size() == 2);
  CHECK(p.linked[0] == linked_party{"Linked To", "AL QA'IDA"});
  CHECK(p.linked[1] == linked_party{"Linked To", "SMITH, John"});
}

TEST_CASE("an office in the remarks becomes the title of a person without one",
          "[ofac_remarks]") {
  CHECK(read("Member of the Lower House; Colonel.").title == "Member of the Lower House");
  CHECK(read("former Deputy Minister.").title == "former Deputy Minister");
  CHECK(read("Member of a group.", schema::entity).title.empty());
  listed_party titled;
  titled.schema = schema::person;
  titled.title = "Director";
  read_ofac_remarks("Colonel.", {}, titled);
  CHECK(titled.title == "Director");
}

TEST_CASE("every clause is counted once", "[ofac_remarks]") {
  ofac_remark_counts n;
  read("DOB 1962; Secondary sanctions risk: section 5; Organization Established Date 1 Jan 1990; "
       "Colonel; wife of a colonel; Gender Male; ; DOB unknown.", schema::person, &n);
  CHECK(n.clauses == 7);
  CHECK(n.facts == 2);
  CHECK(n.notes == 2);
  CHECK(n.titles == 1);
  CHECK(n.other == 2);
  read("DOB 1962.", schema::person, &n);
  CHECK(n.clauses == 8);
}

TEST_CASE("facts behind the cut stood in the comments file", "[ofac_remarks]") {
  listed_party p;
  p.schema = schema::person;
  const std::string remarks = "DOB 1962; a.k.a. 'ONE'; a.k.a. 'TWO'.";
  const source_position main{0, 0, 7};
  const source_position comments{0, 3, 2};
  // The cut lies in the second clause, which began in the main file.
  read_ofac_remarks(remarks, {main, comments, 15}, p);
  REQUIRE(p.names.size() == 2);
  CHECK(p.birth_dates[0].at == main);
  CHECK(p.names[0].at == main);
  CHECK(p.names[1].at == comments);
}

TEST_CASE("clauses are split at semicolons", "[ofac_remarks]") {
  using views = std::vector<std::string_view>;
  CHECK(lists::split_ofac_remarks("a; b;c ;; d.") == views{"a", "b", "c", "d"});
  CHECK(lists::split_ofac_remarks("").empty());
  CHECK(lists::split_ofac_remarks(" ; .").empty());
  CHECK(lists::split_ofac_remarks("a.; b..") == views{"a.", "b."});
}
