// What other matchers get wrong, each with where it was seen; the scores are those of `compare`.
#include <string_view>

#include "catch.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden {
namespace {

std::int32_t units(std::string_view a, std::string_view b, schema s = schema::unknown) {
  return score_names(a, b, s).units();
}

constexpr std::int32_t k_threshold = 8'000;

}  // namespace

TEST_CASE("the exact name outranks its branches, and an exact name is never short of 1", "[score][defects]") {
  // A score that depends on how many fields an entry has puts the branch first.
  CHECK(units("Huawei Technologies Co., Ltd.", "Huawei Technologies Co., Ltd.") == 10'000);
  CHECK(units("Huawei Technologies Co., Ltd.", "Huawei Technologies (Yangon) Co., Ltd.") < 9'700);
  CHECK(units("ZTE Kangxun", "ZTE Kangxun") == 10'000);  // an alias as good as a name
}

TEST_CASE("spellings of one name are found", "[score][defects]") {
  CHECK(units("Wladimir Putin", "PUTIN, Vladimir Vladimirovich", schema::person) >= k_threshold);  // W and V
  CHECK(units("Jami MAJDALAIW", "Jamil MAJDALAWI", schema::person) >= k_threshold);  // lost by pruning
  CHECK(units("JSCARGUMENT", "JSC ARGUMENT", schema::entity) >= 9'000);              // a form written together
}

TEST_CASE("initials, lost vowels and names cut off are found", "[score][defects]") {
  CHECK(units("V. V. Putin", "Vladimir Vladimirovich PUTIN", schema::person) >= k_threshold);
  CHECK(units("Vldmr Vldmrvch Ptn", "Vladimir Vladimirovich PUTIN", schema::person) >= k_threshold);
  CHECK(units("Vladimir Vladimirov", "Vladimir Vladimirovich", schema::person) >= k_threshold);
  CHECK(units("ZHONGXING TELECOMMUNICATIONS EQUIP", "Zhongxing Telecommunications Equipment Corporation",
              schema::entity) >= k_threshold);
}

TEST_CASE("common words and forms alone find nobody", "[score][defects]") {
  CHECK(units("emma daniels", "EMMA LLC") < k_threshold);
  CHECK(units("CORP", "ABC Corp") < k_threshold);
  CHECK(units("Trading Company", "Qwexun Trading Company") < k_threshold);
}

TEST_CASE("father and son, branch and house, namesakes of companies are not each other", "[score][defects]") {
  CHECK(units("Salman bin Muhammad", "Muhammad bin Salman", schema::person) < k_threshold);
  CHECK(units("Banco Santander", "Banco Santander Mexico", schema::entity) <
        units("Banco Santander", "Banco Santander SA", schema::entity));
  CHECK(units("Shipyard No. 5", "Shipyard No. 7", schema::entity) < k_threshold);
  CHECK(units("Dahua Technology", "Dahua Electronics Corp", schema::entity) < k_threshold);
  CHECK(units("Viktor Yakunin", "Vladimir Yakunin", schema::person) < k_threshold);
}

TEST_CASE("a number and a common word that are all there is are the name", "[score][defects]") {
  CHECK(units("Fifth Shipyard", "Shipyard No. 5", schema::entity) >= k_threshold);
  CHECK(units("Seventh Shipyard", "Shipyard No. 5", schema::entity) < k_threshold);
}

}  // namespace tradewarden
