#include "bill_io/cyclonedx.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "unit/bill_io/reading.hpp"

using namespace tradewarden;
using strings = std::vector<std::string>;

namespace {

bill_reading read(std::string_view text) {
  bill_sources product;
  product.product_price = "50";
  product.product_currency = "EUR";
  return read_bill_texts({{"bill", "b.json", text}}, product);
}

}  // namespace

TEST_CASE("a foreign hardware bill: components, quantities, suppliers", "[bill_io]") {
  const bill_reading r = read(R"({"bomFormat": "CycloneDX", "specVersion": "1.4",
    "metadata": {"component": {"type": "device", "bom-ref": "board", "name": "Board"}},
    "components": [
      {"type": "device", "bom-ref": "conn", "name": "Connector", "supplier": {"name": "Conn Co"},
       "properties": [{"name": "cdx:device:quantity", "value": "8"}]},
      {"type": "device", "bom-ref": "module", "name": "Module", "components": [
        {"type": "firmware", "bom-ref": "fw", "name": "Firmware"}]}
    ]})");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(dump(*r.bill) ==
        strings{"board|Board|made||?|-|?||50|EUR|?|commodity|each|", " line|1|conn|0|8|each|8|",
                " line|2|module|0|1|each|1|",
                "conn|Connector|purchased||?|-|?||?||?|commodity|each|", " offer|Conn Co|||?||",
                "module|Module|made||?|-|?||?||?|commodity|each|", " line|1|fw|0|1|each|1|",
                "fw|Firmware|purchased||?|-|?||?||?|software|each|"});
}

TEST_CASE("dependencies are lines; what nobody needs belongs to the product", "[bill_io]") {
  const bill_reading r = read(R"({"bomFormat": "CycloneDX", "specVersion": "1.2",
    "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "App"}},
    "components": [
      {"type": "library", "bom-ref": "a", "name": "a"}, {"type": "library", "bom-ref": "b", "name": "b"},
      {"type": "library", "bom-ref": "c", "name": "c"}],
    "dependencies": [{"ref": "app", "dependsOn": ["a"]}, {"ref": "a", "dependsOn": ["b"]}, {"ref": "b"}]})");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  strings lines;
  for (const std::string& l : dump(*r.bill)) {
    if (l.starts_with(" line")) lines.push_back(l);
  }
  CHECK(lines == strings{" line|1|a|0|1|each|1|", " line|2|c|0|1|each|1|", " line|1|b|0|1|each|1|"});
}

TEST_CASE("versions, formats, dangling and wrong properties are refused by name", "[bill_io]") {
  const auto first = [](std::string_view text) {
    const bill_reading r = read(text);
    REQUIRE_FALSE(r.problems.empty());
    return r.problems[0].to_string();
  };
  CHECK(first(R"({"bomFormat": "CycloneDX", "specVersion": "2.0"})") ==
        "b.json:1: specVersion: CycloneDX 1.2 to 1.6 are read, not '2.0'");
  CHECK(first(R"({"bomFormat": "SPDX", "specVersion": "1.4"})") ==
        "b.json:1: bomFormat: this is not CycloneDX");
  CHECK(first("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\",\n \"components\": "
              "[{\"bom-ref\": \"a\", \"name\": \"a\"}],\n \"dependencies\": "
              "[{\"ref\": \"a\", \"dependsOn\": [\"z\"]}]}") ==
        "b.json:3: dependsOn: no component has the bom-ref 'z' (/dependencies/0)");
  CHECK(first(R"({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
    {"bom-ref": "a", "name": "a", "properties": [{"name": "tradewarden:line:x:pos", "value": "1"}]}]})")
            .find("tradewarden:line:x:pos") != std::string::npos);
}

TEST_CASE("a bill of ours comes back from CycloneDX without loss", "[bill_io]") {
  const bill_reading first = read_bill_texts(
      {{"parts", "p.csv",
        "part_id,name,kind,made_in,us_origin,eccn,hs,fmv,currency,discrete,content_type,unit\n"
        "P,\"A \"\"product\"\" \xC3\xA9\",made,DE,n,2B116,8479,1000,EUR,y,commodity,\n"
        "M,,made,CN|VN,?,,,?,,n,,\n"
        "A,Part,purchased,US,,3A001.b.2,854231,0.5..0.75,USD,,software,\n"
        "B,Grease,purchased,?,,EAR99,,12,USD,?,technology,kg\n"},
       {"lines", "l.csv",
        "parent_id,pos,child_id,alt_rank,qty,uom\nP,10,M,0,2,each\nP,20,A,0,1,\nP,20,B,1,1.25,kg\n"
        "M,a b,B,0,250,g\nM,c,A,0,3,each\n"},
       {"offers", "o.csv",
        "part_id,supplier_id,supplier_country,country_of_origin,price,currency\n"
        "A,\"S, one\",US,MY,0.6,USD\nA,T,,,,\nB,T,DE,?,11..13,USD\n"},
       {"fx", "f.csv", "date,currency,rate_num,rate_den\n2020-01-01,USD,9,10\n2021-01-01,USD,8,10\n"}});
  CHECK(problems(first) == strings{});
  REQUIRE(first.bill);
  const std::string text = cyclonedx_json(*first.bill);
  const auto parsed = nlohmann::json::parse(text);
  CHECK(parsed["specVersion"] == "1.6");
  CHECK(parsed["components"].size() == 4);
  const bill_reading second = read_bill_texts({{"bill", "b.json", text}});
  CHECK(problems(second) == strings{});
  REQUIRE(second.bill);
  CHECK(second.bill->part(*second.bill->find_part("B")).unit_stated);
  CHECK_FALSE(second.bill->part(*second.bill->find_part("A")).unit_stated);
  CHECK(dump(*second.bill) == dump(*first.bill));
}

TEST_CASE("components are not read deeper than the stack bears, nor a property twice", "[bill_io]") {
  const auto nested = [](int levels) {
    std::string text;
    std::string end;
    for (int i = 0; i < levels; ++i) {
      const std::string n = std::to_string(i);
      text += R"({"type":"device","name":"L)" + n + R"(","bom-ref":"r)" + n + R"(","components":[)";
      end += "]}";
    }
    return R"({"bomFormat":"CycloneDX","specVersion":"1.6","components":[)" + text + end + "]}";
  };
  CHECK(read(nested(400)).bill);
  const bill_reading deep = read(nested(20'000));
  CHECK_FALSE(deep.bill);
  REQUIRE(!deep.problems.empty());
  CHECK(deep.problems[0].to_string().find("more than 500 deep") != std::string::npos);

  const bill_reading twice = read(R"({"bomFormat":"CycloneDX","specVersion":"1.6","components":[
    {"type":"device","bom-ref":"a","name":"A","properties":[
      {"name":"tradewarden:fmv","value":"50"},{"name":"tradewarden:fmv","value":"1"}]}]})");
  CHECK_FALSE(twice.bill);
  std::size_t told = 0;
  for (const error& e : twice.problems) {
    told += e.to_string().find("the property stands twice") != std::string::npos ? 1 : 0;
  }
  CHECK(told == 1);
}

TEST_CASE("what stands twice or is misspelt is refused, with its JSON pointer", "[bill_io]") {
  const auto told = [](std::string_view text) {
    strings out;
    for (const error& e : read(text).problems) out.push_back(e.to_string());
    return out;
  };
  const std::string head = R"({"bomFormat":"CycloneDX","specVersion":"1.6",)";
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a","name":"b"}]})") ==
        strings{"b.json:1: name: this name stands twice in one object (/components/0/name)"});
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a"}],"components":[]})") ==
        strings{"b.json:1: components: this name stands twice in one object (/components)"});
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a"},{"bom-ref":"b","name":"b",
      "properties":[{"name":"tradewarden:knid","value":"made"}]}]})") ==
        strings{"b.json:1: tradewarden:knid: no such property (/components/1); names that begin with "
                "tradewarden: are in docs/origin.md"});
  CHECK(told(head + R"("metadata":{"properties":[{"name":"tradewarden:rate","value":"1"}]},
      "components":[{"bom-ref":"a","name":"a"}]})") ==
        strings{"b.json: tradewarden:rate: no such property (/metadata/properties); names that begin "
                "with tradewarden: are in docs/origin.md"});
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a","components":[{"bom-ref":"b","name":"b",
      "properties":[{"name":"cdx:device:quantity","value":"2"},{"name":"cdx:device:quantity","value":"7"}]}]}]})")
        == strings{"b.json:2: cdx:device:quantity: the property stands twice in one component "
                   "(/components/0/components/0/properties/1)"});
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a","components":[{"bom-ref":"b","name":"b",
      "properties":[{"name":"cdx:device:quantity","value":"two"}]}]}]})") ==
        strings{"b.json:1: qty: not a decimal number: 'two' (digits, and a point if there is a "
                "fraction) (/components/0/components/0)"});
  CHECK(told(head + R"("components":[{"bom-ref":"a","name":"a"},{"bom-ref":"b","name":"b"}],
      "dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"a","dependsOn":[]}]})") ==
        strings{"b.json:2: dependencies: the dependencies of 'a' stand twice (/dependencies/1)"});
}

TEST_CASE("a wide component is read and written in a time that grows with it", "[bill_io]") {
  // Quadratic work over 60,000 lines would take minutes here.
  std::string parts = "part_id,kind,made_in,eccn,fmv,currency\nP,made,DE,,,\n";
  std::string lines = "parent_id,pos,child_id,qty\n";
  for (int i = 0; i < 60'000; ++i) {
    const std::string n = std::to_string(i);
    parts += "C" + n + ",,,,,\n";
    lines += "P," + n + ",C" + n + ",1\n";
  }
  const bill_reading first =
      read_bill_texts({{"parts", "p.csv", parts}, {"lines", "l.csv", lines}}, {}, {});
  REQUIRE(first.bill);
  const bill_reading again = read_bill_texts({{"bill", "b.json", cyclonedx_json(*first.bill)}}, {}, {});
  CHECK(problems(again) == strings{});
  REQUIRE(again.bill);
  CHECK(again.bill->line_count() == 60'000);
}
