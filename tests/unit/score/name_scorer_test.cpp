#include "score/name_scorer.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "catch.hpp"
#include "score/parameters.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden {
namespace {

std::int32_t units(std::string_view a, std::string_view b) { return score_names(a, b).units(); }

bool adjusted(const comparison& c, const std::string& rule) {
  return std::any_of(c.adjustments.begin(), c.adjustments.end(),
                     [&](const score_adjustment& a) { return a.rule == rule; });
}

}  // namespace

TEST_CASE("1.0 if and only if the folded tokens are equal", "[score]") {
  CHECK(units("ZTE Corporation", "ZTE CORP.") == 10'000);
  CHECK(units("PETROV, Ivan", "Ivan Petrov") == 10'000);
  CHECK(units("A.B.C. Company", "ABC Co.") == 10'000);
  CHECK(units("Petrov Ivan", "Ivan Petrov") < 10'000);     // the order differs
  CHECK(units("Foo Limted", "Foo Limited") < 10'000);      // a slip was mended
  CHECK(units("Foo Limited", "Foo LLC") < 10'000);         // another form
  CHECK(units("Yusuf Karimov", "Joseph Karimov") < 10'000);
}

TEST_CASE("shares become scores without a break, 0.54 at the threshold of 0.80", "[score]") {
  using namespace scoring;
  CHECK(k_current_parameters.score_of_share(0) == 0);
  CHECK(k_current_parameters.score_of_share(5'330) == 8'000);
  CHECK(k_current_parameters.score_of_share(6'150) == 8'800);
  CHECK(k_current_parameters.score_of_share(7'010) == 9'200);
  CHECK(k_current_parameters.score_of_share(10'000) == 10'000);
  for (std::int32_t share = 1; share <= 10'000; ++share) {
    REQUIRE(k_current_parameters.score_of_share(share) >= k_current_parameters.score_of_share(share - 1));
  }
  for (const std::int32_t factor : {10'000, 9'800, 7'300}) {
    for (std::int32_t wanted = 0; wanted <= 10'000; ++wanted) {
      const auto lowered = [&](std::int32_t share) {
        return k_current_parameters.score_of_share(share * factor / 10'000);
      };
      const std::int32_t share = k_current_parameters.least_share_of(wanted, factor);
      REQUIRE((share == 10'000 || lowered(share) >= wanted));
      REQUIRE((share == 0 || lowered(share - 1) < wanted));
    }
  }
}

namespace {

/// The share of alike weight (1/10,000) after little evidence has lowered it: 0.29 at none, and by the
/// square of what is lacking to 260.
std::int32_t lowered(std::int32_t alike, double possible) {
  const double lacking = 260 - alike / 2;  // the mean of both sides, rounded down
  const auto factor = static_cast<std::int32_t>(10'000 - static_cast<std::int32_t>(2'900 * lacking * lacking / (260 * 260)));
  return scoring::k_current_parameters.score_of_share(static_cast<std::int32_t>(alike * 10'000 / possible) *
                                                      factor / 10'000);
}

}  // namespace

TEST_CASE("the score follows the share of weight that is alike", "[score]") {
  // Two unknown words of weight 100 a side; one pair equal, one pair of seven letters one consonant
  // apart: 200 x 1 + 200 x 0.8929 over 400, and 26 of doubt: 378.58 / 426.
  const comparison c = compare_names("qwexun kangxun", "qwexun kangxum");
  REQUIRE(c.pairs.size() == 2);
  CHECK(c.pairs[1].edits == 1);
  CHECK(c.pairs[1].similarity == 8'929);
  // Alike weight 378, so 189 of evidence: 0.29 x (71 / 260)^2 = 0.0216 off.
  CHECK(c.score.units() == scoring::k_current_parameters.score_of_share(37'858 * 100 / 426 * 9'784 / 10'000));
  CHECK(adjusted(c, "little_evidence"));
}

TEST_CASE("what is missing costs by side and by role", "[score]") {
  // A name of weight 100 that is missing counts as 0.55 x 100 + 0.45 x 80 = 91: on the listed side 52
  // percent of it, on the query's 99; and 26 of doubt.
  CHECK(units("qwexun kangxun", "qwexun zalopov kangxun") == lowered(400, 400 + 47.32 + 26));
  CHECK(units("qwexun kangxun zalopov", "qwexun kangxun") == lowered(400, 400 + 90.09 + 26));
  // A form costs little; it raises no doubt, missing or another.
  const comparison c = compare_names("qwexun kangxun", "qwexun kangxun ltd");
  REQUIRE(c.unmatched_listed.size() == 1);
  CHECK(c.unmatched_listed[0].role == token_role::legal_form);
  CHECK(c.score.units() > 9'800);
  CHECK(units("qwexun kangxun llc", "qwexun kangxun ltd") > 9'800);
}

TEST_CASE("more names alike outweigh the same slip", "[score]") {
  // One slip and one name missing: of four names that is still the same person, of two it is not.
  CHECK(units("Zalopov Drogash Belkutim Qwexn", "Zalopov Drogash Belkutim Qwexun") >
        units("Zalopov Qwexn", "Zalopov Qwexun"));
  CHECK(units("Zalopov Drogash Qwexn", "Zalopov Drogash Belkutim Qwexun") >= 9'000);
}

TEST_CASE("names left over on both sides contradict each other", "[score]") {
  const comparison other = compare_names("Zalopov Drogash Belkutim", "Zalopov Drogash Qwexun");
  CHECK(adjusted(other, "names_differ"));
  CHECK(other.score.units() < units("Zalopov Drogash", "Zalopov Drogash Qwexun"));
  // An initial that fits no name contradicts the name.
  CHECK(adjusted(compare_names("Youssef Zalopov", "H. Zalopov"), "names_differ"));
  CHECK_FALSE(adjusted(compare_names("Hamid Zalopov", "H. Zalopov"), "names_differ"));
  // Everyday names that are nearly alike are as wrong as rare ones.
  CHECK(units("Hossein Sadeghi", "Sadegh Hosseini") < 8'000);
}

TEST_CASE("a name cut off is found", "[score]") {
  const comparison c = compare_names("Zalopovich Drogas", "Zalopovich Drogashev");
  REQUIRE(c.pairs.size() == 2);
  CHECK(units("Zalopovich Drogash", "Zalopovich Drogashenkov") >= 8'000);
}

TEST_CASE("father and son are not each other", "[score]") {
  const comparison c = compare_names("Salman bin Muhammad", "Muhammad bin Salman");
  CHECK(adjusted(c, "father_and_son"));
  CHECK(c.score.units() < 8'000);  // below the threshold: not the same person
  CHECK(adjusted(compare_names("Ivan Petrov", "Petrov Ivan"), "order"));
}

TEST_CASE("numbers and places tell branches apart", "[score]") {
  CHECK(units("Zavodsky Shipyard No. 5", "Zavodsky Shipyard No. 7") < 8'000);
  CHECK(adjusted(compare_names("Zavodsky Shipyard No. 5", "Zavodsky Shipyard No. 7"), "number_differs"));
  CHECK(adjusted(compare_names("Qwexun Bank Dubai", "Qwexun Bank Tehran"), "place_differs"));
  CHECK(units("Banco Santander", "Banco Santander Mexico") < units("Banco Santander", "Banco Santander SA"));
  // The exact name outranks its branches.
  CHECK(units("Huawei Technologies Co., Ltd.", "Huawei Technologies (Yangon) Co., Ltd.") <
        units("Huawei Technologies Co., Ltd.", "Huawei Technologies Co., Ltd."));
}

TEST_CASE("common words alone are never enough", "[score]") {
  CHECK(units("CORP", "ABC Corp") < 5'000);
  CHECK(units("Trading Company", "Qwexun Trading Company") < 8'000);
  CHECK(units("emma daniels", "EMMA LLC") < 8'000);
  CHECK(adjusted(compare_names("General Trading LLC", "Zalopov General Trading LLC"), "only_common_words"));
}

TEST_CASE("one slip a word, initials, joins and splits still find the name", "[score]") {
  CHECK(units("Jami MAJDALAIW", "Jamil MAJDALAWI") >= 8'000);
  CHECK(units("JSCARGUMENT", "JSC ARGUMENT") >= 9'000);
  CHECK(units("Kang Xun", "Kangxun") >= 9'000);
  CHECK(units("J. Zalopov", "Jamil Zalopov") >= 8'000);
  CHECK(units("Wladimir Putin", "PUTIN, Vladimir Vladimirovich") >= 8'000);
  CHECK(units("Kadhafi Muammar", "QADHAFI, Muammar") >= 9'000);
}

TEST_CASE("a join is explained as one", "[score]") {
  const comparison c = compare_names("Kang Xun Zalopov", "Kangxun Zalopov");
  REQUIRE(c.pairs.size() == 2);
  CHECK(c.pairs[0].query == "kang+xun");
  CHECK(c.pairs[0].listed == "kangxun");
  CHECK(c.pairs[0].reason == match_reason::joined);
}

TEST_CASE("an empty name is like nothing", "[score]") {
  CHECK(units("", "") == 0);
  CHECK(units("Zalopov", "") == 0);
  CHECK(units("", "Zalopov") == 0);
}

TEST_CASE("names of very many words are compared", "[score]") {
  std::string many;
  for (int i = 0; i < 60; ++i) many += "a" + std::string(1, static_cast<char>('a' + i % 26)) + " x ";
  CHECK(units(many, many) == 10'000);
  CHECK(units(many, many + " qwexun") < 10'000);
}

TEST_CASE("explaining and scoring agree", "[score]") {
  const char* list[] = {"ZTE Kangxun Telecommunications Ltd.", "Salman bin Muhammad", "J. Smith", "5th Shipyard",
                        "Kang Xun", "中兴通讯", "General Trading LLC"};
  for (const char* a : list) {
    for (const char* b : list) CHECK(compare_names(a, b).score == score_names(a, b));
  }
}

TEST_CASE("a slip makes an everyday name no rarer", "[score]") {
  // "ali" weighs a fraction of a word that no table has ("alii"): typed wrong it must not count for more,
  // whoever else is in the listed name.
  for (const char* listed : {"ALI, Ahmed Mohammed", "HAIDAR, Mohamad Ali", "Mohammed Ali"}) {
    CHECK(units("Mohammed Alii", listed) < units("Mohammed Ali", listed));
  }
  CHECK(units("Vladimirr Qwexun", "Vladimir Drogash Qwexun") <= units("Vladimir Qwexun", "Vladimir Drogash Qwexun"));
  CHECK(units("Moham med Ali", "ALI, Ahmed Mohammed") <= units("Mohammed Ali", "ALI, Ahmed Mohammed"));
}

TEST_CASE("spellings of one everyday name are possible matches", "[score]") {
  // The passports of one person say Ahmed, Ahmad, Hassan, Hasan, Mohamed, Mohammad.
  CHECK(units("Ahmed Hassan", "AHMED HASAN") >= 8'000);
  CHECK(units("Ahmad Hassan", "AHMED HASAN") >= 8'000);
  CHECK(units("Mohamed Ali", "Mohammad Ali") >= 8'800);
  // ... but not another name of the same shape.
  CHECK(units("Ahmed Hassan", "AHMED HAMDAN") < 8'000);
}

TEST_CASE("legal forms that stand alone are read as they are written", "[score]") {
  // Abbreviations of firms, each also a legal form somewhere: nothing but the letters counts.
  CHECK(units("SAIC", "AOE") == 0);
  CHECK(units("PJSC", "AOE") == 0);
  CHECK(units("AOE", "AOE") == 10'000);
  CHECK(units("Foo SAIC", "Foo AOE") > 9'000);  // as forms they say one thing
}

TEST_CASE("a short name that is the only one alike must be written right", "[score]") {
  for (const auto& [asked, listed] : {std::pair{"HSBC", "HSC"}, {"FIAT", "FIAN"}, {"ABC", "ACB"}, {"HSBC Bank", "SBEC"}}) {
    INFO(asked);
    CHECK(units(asked, listed) < 8'000);
  }
  // With another name beside it that fits, a slip is a slip.
  CHECK(units("Lium Qwexunov", "Liam Qwexunov") >= 8'000);
}

TEST_CASE("what a body calls itself may be left out", "[score]") {
  CHECK(units("Qwexun", "Qwexun Bank") >= 8'800);
  CHECK(units("Qwexun", "Qwexun Group") >= 8'800);
  CHECK(units("Qwexun", "Qwexun Bank") > units("Qwexun", "Qwexun Drogash"));
}

TEST_CASE("a father is not his son, a patronymic may be left out", "[score]") {
  // "Abu X" is the father of X.
  const comparison kunya = compare_names("Hassan", "HASSAN, Abu");
  CHECK(adjusted(kunya, "kunya_missing"));
  CHECK(kunya.score.units() < units("Mr. Hassan", "HASSAN"));
  CHECK_FALSE(adjusted(compare_names("Abu Hassan", "HASSAN, Abu"), "kunya_missing"));
  // A patronymic tells less than a name and costs less.
  CHECK(units("Qwexunov Ivan", "QWEXUNOV, Ivan Petrovich") > units("Qwexunov Ivan", "QWEXUNOV, Ivan Drogash"));
}

TEST_CASE("what a family name is known by counts", "[score]") {
  // The family name that is not asked for, or of which there is but a letter.
  CHECK(adjusted(compare_names("Rashid Qwexun", "DROGASH, Rashid Qwexun"), "last_name_missing"));
  CHECK_FALSE(adjusted(compare_names("Rashid Drogash", "DROGASH, Rashid Qwexun"), "last_name_missing"));
  CHECK(adjusted(compare_names("Zalopa Qwexun", "Zalopa Q"), "last_name_initial"));
  CHECK_FALSE(adjusted(compare_names("Zalopa Qwexun", "Z. Qwexun"), "last_name_initial"));
  // A single word on the list is little beside a name of two.
  CHECK(adjusted(compare_names("Liliana Qwexun", "LILIANA"), "one_name_of_two"));
}

TEST_CASE("an association is no company", "[score]") {
  const comparison c = compare_names("ANO Qwexun", "LLC Qwexun");
  CHECK(adjusted(c, "forms_differ"));
  CHECK(c.score.units() < units("JSC Qwexun", "LLC Qwexun"));
  CHECK(c.score.units() >= 8'000);  // still to be looked at
}

TEST_CASE("a word is known by its number", "[score]") {
  CHECK(units("Fifth Shipyard", "Shipyard No. 5") >= 9'000);
  CHECK(units("Fifth Shipyard", "Shipyard No. 7") < 8'000);
}

TEST_CASE("directions tell one from its likes", "[score]") {
  // Each of two companies of one trade; by the words and where they are written alike.
  CHECK(adjusted(compare_names("China Southern Airlines", "China Eastern Airlines"), "direction_differs"));
  CHECK(units("China Southern Airlines", "China Eastern Airlines") < 8'000);
  CHECK(adjusted(compare_names("Qwexun Northern Bank", "Qwexun Southern Bank"), "direction_differs"));
  CHECK(units("Upper Qwexun Mining", "Lower Qwexun Mining") < 8'000);
  CHECK_FALSE(adjusted(compare_names("Qwexun South Bank", "Qwexun Southern Bank"), "direction_differs"));
  CHECK_FALSE(adjusted(compare_names("Qwexun Southern Bank", "Qwexun Bank"), "direction_differs"));
}

TEST_CASE("what an organisation is called stands against a person's name and a number", "[score]") {
  CHECK(adjusted(compare_names("Dongmei Wang", "Dongmei Investment Group Co., Ltd."), "names_differ"));
  CHECK(units("Dongmei Wang", "Dongmei Investment Group Co., Ltd.") < 8'000);
  CHECK(adjusted(compare_names("419 Aircraft Repair Plant", "Orsha Aircraft Repair Plant"), "names_differ"));
  CHECK(units("419 Aircraft Repair Plant", "Orsha Aircraft Repair Plant") < 8'000);
}

TEST_CASE("two slips in the only name that is alike", "[score]") {
  // Six letters less two: as a name of four.
  CHECK(adjusted(compare_names("Petrov I.V.", "Ilya Vasilevich Rebrov"), "short_name"));
  CHECK(units("Petrov I.V.", "Ilya Vasilevich Rebrov") < 8'000);
  CHECK(units("Samsun", "Samsung Group") < units("Samsung", "Samsung Group"));
}

TEST_CASE("spellings of one sound count as spellings of one name", "[score]") {
  const comparison c = compare_names("Wajeeh Qwexun", "WAJIH QWEXUN", schema::person);
  REQUIRE(c.pairs.size() == 2);
  CHECK(c.pairs[0].reason == match_reason::family);
  CHECK(c.score.units() >= 9'200);
  CHECK(units("Yevgeny Yevgenyevich Qwexun", "QWEXUN, Yevgeny Evgenievich") >= 9'200);
}

}  // namespace tradewarden
