#include "tradewarden/identifier.hpp"

#include "catch.hpp"
#include "support/identifier_words.hpp"

namespace tradewarden {
namespace {

using enum identifier_type;

std::string normal(identifier_type t, const std::string& value) { return normalise_identifier({t, value}); }

identifier_match match(const identifier& q, const identifier& l) { return compare_identifiers(q, l); }

}  // namespace

TEST_CASE("numbers lose their blanks, dashes and case", "[identifier]") {
  CHECK(normal(passport, "or-801 168") == "OR801168");
  CHECK(normal(tax, " 12-3456789 ") == "123456789");
  CHECK(normal(registration, "N\xC2\xBA 12/34.x") == "N1234X");       // degree-like sign
  CHECK(normal(passport, "AB\xE2\x80\x93" "12") == "AB12");           // en dash
  CHECK(normal(passport, "\xEF\xBC\xA1\xEF\xBC\x91") == "A1");        // full width
  CHECK(normal(tax, "\xD9\xA1\xDB\xB2") == "12");                     // digits of Arabic and Persian
  CHECK(normal(tax, "007") == "007");                                 // leading zeros stay
}

TEST_CASE("Cyrillic and Greek letters that look Latin are taken as such", "[identifier]") {
  CHECK(normal(passport, "\xD0\x9C\xD0\xA0 1234567") == "MP1234567");  // as Belarus prints them
  CHECK(normal(passport, "\xD0\xBC\xD1\x80 1234567") == "MP1234567");  // in small letters
  CHECK(normal(passport, "\xCE\x91\xCE\x9A 26331") == "AK26331");      // Greek
  CHECK(normal(passport, "\xD0\xA4 1234") == "\xD0\xA4" "1234");       // one that looks like none
}

TEST_CASE("what counts as an IMO number", "[identifier]") {
  CHECK(normal(imo, "IMO 9187629") == "9187629");
  CHECK(normal(any, "imo9187629") == "9187629");
  CHECK(normal(any, "IMOX") == "IMOX");
  // 9x7 + 1x6 + 8x5 + 7x4 + 6x3 + 2x2 = 159
  CHECK(check_identifier({imo, "IMO 9187629"}) == check_digits::good);
  CHECK(check_identifier({imo, "9187628"}) == check_digits::bad);
  CHECK(check_identifier({imo, "918762"}) == check_digits::bad);
  CHECK(check_identifier({passport, "9187628"}) == check_digits::absent);
}

TEST_CASE("a bank's head office is its code without a branch", "[identifier]") {
  CHECK(normal(bic, "korbkppyxxx") == "KORBKPPY");
  CHECK(normal(bic, "KORBKPPY001") == "KORBKPPY001");
  CHECK(match({bic, "KORBKPPYXXX"}, {bic, "KORBKPPY"}).grade == identifier_grade::same);
  const identifier_match branch = match({bic, "KORBKPPY001"}, {bic, "KORBKPPY"});
  CHECK(branch.grade == identifier_grade::possible);
  CHECK(branch.how == "branch");
}

TEST_CASE("addresses of digital currencies keep their case where it counts", "[identifier]") {
  // The address of the first block of Bitcoin; the example of BIP 173.
  const std::string genesis = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
  const std::string segwit = "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4";
  CHECK(normal(crypto, genesis) == genesis);
  CHECK(normal(crypto, segwit) == "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
  CHECK(normal(crypto, "0xA7E5D5A720F06526557C513402F2E6B5FA20B008") == "0xa7e5d5a720f06526557c513402f2e6b5fa20b008");
  CHECK(check_identifier({crypto, genesis}) == check_digits::good);
  CHECK(check_identifier({crypto, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"}) == check_digits::bad);
  CHECK(check_identifier({crypto, segwit}) == check_digits::good);
  CHECK(check_identifier({crypto, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"}) == check_digits::bad);
  CHECK(check_identifier({crypto, "bc1QW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"}) == check_digits::bad);
  std::string lower = genesis;
  for (char& c : lower) c = static_cast<char>(std::tolower(c));
  const identifier_match m = match({crypto, lower}, {crypto, genesis});
  CHECK(m.grade == identifier_grade::possible);
  CHECK(m.how == "upper_and_lower_case");
  CHECK(match({any, segwit}, {crypto, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"}).grade == identifier_grade::same);
}

TEST_CASE("a LEI holds by ISO 7064", "[identifier]") {
  // The LEI of the Global LEI Foundation.
  CHECK(check_identifier({lei, "506700GE1G29325QX363"}) == check_digits::good);
  CHECK(check_identifier({lei, "506700GE1G29325QX364"}) == check_digits::bad);
  CHECK(check_identifier({lei, "506700GE1G29325QX3"}) == check_digits::bad);
}

TEST_CASE("what is typed in front of a number tells its type", "[identifier]") {
  const auto first = [](const char* text) { return read_identifier(text).front(); };
  CHECK(first("INN 7707083893") == identifier{tax, "7707083893"});
  CHECK(first("passport no.: AB 123456") == identifier{passport, "AB 123456"});
  CHECK(first("tax id: 12-3456789") == identifier{tax, "12-3456789"});
  CHECK(first("IMO 9187629").type == imo);
  CHECK(first("imo9187629") == identifier{imo, "9187629"});
  CHECK(first("AB 123456") == identifier{any, "AB 123456"});
  CHECK(first("Passport") == identifier{any, "Passport"});
  CHECK(first("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa").type == crypto);
  CHECK(first("0xa7e5d5a720f06526557c513402f2e6b5fa20b008").type == crypto);
  CHECK(first("506700GE1G29325QX363").type == lei);
  CHECK(first("info@example.org").type == email);
  CHECK(first("www.example.org").type == website);
  CHECK(first("KORBKPPY").type == bic);
  CHECK(first("KORBQQPY").type == any);  // QQ is no country
  // What looks like a kind of number may belong to it: both readings count.
  const auto both = read_identifier("HRB 12345");
  REQUIRE(both.size() == 2);
  CHECK(both[0] == identifier{registration, "12345"});
  CHECK(both[1] == identifier{registration, "HRB 12345"});
  CHECK(read_identifier("INN 123456", registration).front() == identifier{registration, "INN 123456"});
}

TEST_CASE("a kind of number may stand against its number", "[identifier]") {
  const auto read = read_identifier("INN7707083893");
  REQUIRE(read.size() == 2);
  CHECK(read[0] == identifier{identifier_type::tax, "7707083893"});
  CHECK(read[1].value == "INN7707083893");  // or the letters are part of it
  CHECK(read_identifier("XYZ7707083893").size() == 1);
}

TEST_CASE("check digits of INN and OGRN", "[identifier]") {
  // Sberbank's numbers, as it prints them; a person's INN worked by hand from the weights:
  // 500100732259: 5*7+0+0+1*10+0+0+7*9+3*4+2*6+2*8 = 148, % 11 = 5; then 5*3+0+0+1*4+0+0+7*5+3*9+2*4+2*6+5*8 = 141, % 11 = 9.
  using support::check_named_number;
  CHECK(check_named_number("inn", "7707083893") == check_digits::good);
  CHECK(check_named_number("inn", "7707083983") == check_digits::bad);  // two digits swapped
  CHECK(check_named_number("inn", "500100732259") == check_digits::good);
  CHECK(check_named_number("inn", "500100732269") == check_digits::bad);
  CHECK(check_named_number("inn", "77070838") == check_digits::bad);
  CHECK(check_named_number("ogrn", "1027700132195") == check_digits::good);
  CHECK(check_named_number("ogrn", "1027700132196") == check_digits::bad);
  CHECK(check_named_number("tax", "7707083894") == check_digits::absent);
}

TEST_CASE("several numbers of one cell", "[identifier]") {
  using parts = std::vector<std::string_view>;
  CHECK(support::split_numbers("7707083893; 1027700132195") == parts{"7707083893", "1027700132195"});
  CHECK(support::split_numbers("INN 7707083893 OGRN 1027700132195") ==
        parts{"INN 7707083893", "OGRN 1027700132195"});
  CHECK(support::split_numbers("12,345,678").empty());
  CHECK(support::split_numbers("HRB 12345").empty());
  CHECK(support::split_numbers("AB 123 456").empty());
  CHECK(support::split_numbers("").empty());
}

TEST_CASE("names that lists give to numbers", "[identifier]") {
  CHECK(identifier_type_of("Passport") == passport);
  CHECK(identifier_type_of("Tax ID No.") == tax);
  CHECK(identifier_type_of("Romanian Tax Registration") == tax);
  CHECK(identifier_type_of("R.F.C.") == tax);
  CHECK(identifier_type_of("NIT #") == tax);
  CHECK(identifier_type_of("Branch Unit Number") == registration);  // no "nit" within a word
  CHECK(identifier_type_of("Registration Number") == registration);
  CHECK(identifier_type_of("D-U-N-S Number") == registration);
  CHECK(identifier_type_of("Identification Number IMO") == imo);
  CHECK(identifier_type_of("Vessel Registration Identification", "IMO 8002664") == imo);
  CHECK(identifier_type_of("Vessel Registration Identification") == registration);
  CHECK(identifier_type_of("Driver's License No.") == national_id);
  CHECK(identifier_type_of("Trade License No.") == registration);
  CHECK(identifier_type_of("Digital Currency Address - XBT") == crypto);
  CHECK(identifier_type_of("SWIFT/BIC") == bic);
  CHECK(identifier_type_of("Legal Entity Number") == lei);
  CHECK(identifier_type_of("Email Address") == email);
  CHECK(identifier_type_of("Government Gazette Number") == other);
  CHECK_FALSE(names_one_party("Chinese Commercial Code"));
  CHECK(names_one_party("Passport"));
}

TEST_CASE("the same number as another type, or but for zeros, is a possible match", "[identifier]") {
  CHECK(match({any, "123456789"}, {tax, "12-3456789"}).grade == identifier_grade::same);
  CHECK(match({passport, "123456789"}, {tax, "12-3456789"}).grade == identifier_grade::possible);
  CHECK(match({passport, "123456789"}, {tax, "12-3456789"}).how == "another_type");
  const identifier_match zeros = match({tax, "24700010"}, {tax, "024700010"});
  CHECK(zeros.grade == identifier_grade::possible);
  CHECK(zeros.how == "leading_zeros");
  CHECK(match({tax, "24700011"}, {tax, "024700010"}).grade == identifier_grade::none);
  CHECK(match({any, "000"}, {tax, "00"}).grade == identifier_grade::none);
  CHECK(match({any, "+86 130 9127 9601"}, {phone, "8613091279601"}).grade == identifier_grade::same);
  CHECK(match({any, "0086 130 9127 9601"}, {phone, "8613091279601"}).grade == identifier_grade::same);
  CHECK(match({any, "https://www.example.org/"}, {website, "example.org"}).grade == identifier_grade::none);
  CHECK(match(read_identifier("https://www.example.org/")[0], {website, "example.org"}).grade == identifier_grade::same);
}

TEST_CASE("kinds of numbers are read from their names", "[identifier]") {
  CHECK(parse_identifier_type("").value() == any);
  CHECK(parse_identifier_type("National-ID").value() == national_id);
  for (int i = 0; i <= static_cast<int>(other); ++i) {
    const auto t = static_cast<identifier_type>(i);
    CHECK(parse_identifier_type(to_string(t)).value() == t);
  }
  CHECK(parse_identifier_type("shoe size").error().code == errc::bad_value);
}

TEST_CASE("a very long number is read in little time and has no check digits", "[identifier]") {
  // Base58 is a number of as many digits: taken whole, a million of them would take minutes.
  const std::string long_one(1'000'000, '9');
  CHECK(check_identifier({crypto, long_one}) == check_digits::absent);
  CHECK(read_identifier(long_one)[0].type == any);
}

}  // namespace tradewarden
