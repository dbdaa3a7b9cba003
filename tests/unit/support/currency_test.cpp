#include "support/currency.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "catch.hpp"
#include "support/csv.hpp"
#include "support/shared_lists.hpp"

using tradewarden::support::find_currency;
using tradewarden::support::no_currency_words;

TEST_CASE("currencies: those in use and those of the past", "[currency]") {
  REQUIRE(find_currency("USD") != nullptr);
  CHECK(find_currency("USD")->withdrawn.empty());
  CHECK(find_currency("AED") != nullptr);  // the first and
  CHECK(find_currency("ZWG") != nullptr);  // among the last of the table
  CHECK(find_currency("XAU") != nullptr);  // gold is a means of payment
  // Cash of the first euro countries ended in February 2002, the kuna's at the end of 2022.
  REQUIRE(find_currency("DEM") != nullptr);
  CHECK(find_currency("DEM")->withdrawn == "2002-03");
  REQUIRE(find_currency("HRK") != nullptr);
  CHECK(find_currency("HRK")->withdrawn == "2023-01");
}

TEST_CASE("currencies: what is none", "[currency]") {
  for (const char* none : {"", "US", "usd", "UDS", "QQQ", "XXX", "XTS", "RMB", "EURO", "$"}) {
    CHECK(find_currency(none) == nullptr);
  }
}

TEST_CASE("currencies: the error says what may be meant", "[currency]") {
  CHECK(no_currency_words("UDS") == "'UDS' is no currency of ISO 4217; is USD meant?");
  CHECK(no_currency_words("rmb") == "'rmb' is no currency of ISO 4217; is CNY meant?");
  CHECK(no_currency_words("QQQ") == "'QQQ' is no currency of ISO 4217");
  CHECK(no_currency_words("EURO") == "'EURO' is no currency of ISO 4217: a code has three letters");
  CHECK(no_currency_words("XXX") == "'XXX' is no currency of ISO 4217: the code stands for no money");
}

// The table of another keeper, column by column: Entity, Currency, AlphabeticCode, NumericCode,
// MinorUnit, WithdrawalDate.
TEST_CASE("currencies: another keeper's table has the same codes", "[currency]") {
  TRADEWARDEN_SHARED(path, "tables/currency-codes-all.csv");
  std::ifstream in(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  tradewarden::csv_reader rows{text, {}};
  tradewarden::csv_record row;
  std::set<std::string> in_use;
  std::set<std::string> withdrawn;
  for (auto more = rows.next(row); more && *more; more = rows.next(row)) {
    REQUIRE(row.fields.size() == 6);
    const std::string& code = row.fields[2];
    if (code.size() != 3 || code == "XXX" || code == "XTS") continue;
    (row.fields[5].empty() ? in_use : withdrawn).insert(code);
  }
  CHECK(in_use.size() == 176);
  for (const std::string& code : in_use) {
    CAPTURE(code);
    REQUIRE(find_currency(code) != nullptr);
    CHECK(find_currency(code)->withdrawn.empty());
  }
  for (const std::string& code : withdrawn) {
    CAPTURE(code);
    REQUIRE(find_currency(code) != nullptr);
    CHECK(find_currency(code)->withdrawn.empty() == (in_use.count(code) > 0));
  }
}
