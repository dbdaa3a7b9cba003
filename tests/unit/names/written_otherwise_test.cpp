#include "names/written_otherwise.hpp"

#include "catch.hpp"
#include "tradewarden/comparison.hpp"

using tradewarden::names::current_tables;
using tradewarden::names::written_otherwise;

namespace {

std::vector<std::string> texts_of(std::string_view name) {
  std::vector<std::string> out;
  for (const auto& w : written_otherwise(name, current_tables())) out.push_back(w.text);
  return out;
}

using texts = std::vector<std::string>;

std::int32_t units(std::string_view query, std::string_view listed,
                   tradewarden::schema schema = tradewarden::schema::person) {
  return tradewarden::score_names(query, listed, schema).units();
}

}  // namespace

TEST_CASE("Most names are written one way", "[written-otherwise]") {
  for (const char* name : {"Vladimir Putin", "PETROV, Ivan", "Huawei Technologies (Yangon) Co., Ltd.", "J.R. Smith",
                           "Bank of China (Hong Kong) Ltd", "Aka Corporation", "Formerly", "", "(", "A.S.", "a b"}) {
    INFO(name);
    CHECK(texts_of(name).empty());
  }
}

TEST_CASE("Initials that look like a legal form are initials too", "[written-otherwise]") {
  CHECK(texts_of("Ivanov A.S.") == texts{"Ivanov A S"});
  CHECK(texts_of("A.S. Ivanov") == texts{"A S Ivanov"});
  CHECK(texts_of("IVANOV, A.S") == texts{"IVANOV, A S"});
  CHECK(texts_of("Novelty Trading Company S.A.").empty());
  CHECK(units("Usmanov A.B.", "USMANOV, Alisher Burkhanovich") == units("Usmanov A. B.", "USMANOV, Alisher Burkhanovich"));
  CHECK(units("Petrov N.V.", "Petrov, Nikolai Viktorovich") >= 8000);
  CHECK(units("\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2 \xD0\x90.\xD0\xA1.", "IVANOV, Andrei Sergeevich") >= 8000);
  // The form is still one.
  CHECK(units("Novelty S.A.", "Novelty SA", tradewarden::schema::company) == 10000);
}

TEST_CASE("A word may be written letter by letter", "[written-otherwise]") {
  CHECK(texts_of("H U A W E I Technologies") == texts{"HUAWEI Technologies"});
  CHECK(texts_of("Z T E Corp") == texts{"ZTE Corp"});
  CHECK(texts_of("H-U-A-W-E-I Shop") == texts{"HUAWEI Shop"});
  CHECK(texts_of("H_U_A_W_E_I") == texts{"HUAWEI"});
  CHECK(texts_of("A-B Quillon").empty());
  CHECK(units("H U A W E I", "Huawei", tradewarden::schema::company) >= 9000);
  CHECK(units("H U A W E I", "Huawei", tradewarden::schema::company) < 10000);
}

TEST_CASE("Two names in one text are both asked for", "[written-otherwise]") {
  CHECK(texts_of("Rosneft (formerly Yukos)") == texts{"Rosneft", "Yukos"});
  CHECK(texts_of("Zephyria Goods d/b/a Mahan Air") == texts{"Zephyria Goods", "Mahan Air"});
  CHECK(texts_of("Quillon Marsh, also known as Ivan Petrov") == texts{"Quillon Marsh", "Ivan Petrov"});
  CHECK(texts_of("Quillon Marsh c/o Mahan Air") == texts{"Quillon Marsh", "Mahan Air"});
  CHECK(texts_of("Yukos (ex-Rosneft)") == texts{"Yukos", "Rosneft"});
  CHECK(texts_of("Zephyria Goods (now Rosneft)") == texts{"Zephyria Goods", "Rosneft"});
  CHECK(texts_of("Zephyria Goods \xEF\xBC\x88" "formerly Rosneft\xEF\xBC\x89") == texts{"Zephyria Goods", "Rosneft"});
  CHECK(texts_of("dba Rosneft") == texts{"Rosneft"});
  CHECK(texts_of("Ex Libris Quillon").empty());
  CHECK(texts_of("Now Quillon Marsh").empty());
  // A given name alone, and a legal form alone, name nobody.
  CHECK(texts_of("Ali aka Hassan Quillon") == texts{"Hassan Quillon"});
  CHECK(texts_of("Turan Trading aka Ltd").size() <= 1);
  CHECK(units("Rosneft (formerly Yukos)", "ROSNEFT", tradewarden::schema::company) >= 9000);
  CHECK(units("Rosneft (formerly Yukos)", "ROSNEFT", tradewarden::schema::company) < 10000);
}

TEST_CASE("A remark in brackets is no part of the name; a branch is", "[written-otherwise]") {
  CHECK(texts_of("Kim Jong-un (Supreme Leader)") == texts{"Kim Jong-un  "});
  CHECK(units("Kim Jong-un (Supreme Leader)", "KIM, Jong Un") >= 9000);
  CHECK(units("Quillon Marsh Ltd (in liquidation)", "Quillon Marsh Ltd", tradewarden::schema::company) >= 9900);
  CHECK(texts_of("Huawei Technologies (Yangon)").empty());
  CHECK(texts_of("Marsh (unclosed remark").empty());
}
