#include "cli/query_rows.hpp"

#include <iterator>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;

namespace {

input_row row(std::size_t key, const std::string& value) {
  input_row r;
  r.line = 7;
  r.values.resize(std::size(k_query_keys));
  r.values[k_id] = "C1";
  r.values[k_name] = "Ivan Petrov";
  r.values[key] = value;
  return r;
}

}  // namespace

TEST_CASE("query rows: the columns stand where their positions say", "[rows]") {
  CHECK(k_query_keys[k_id].name == "id");
  CHECK(k_query_keys[k_birth_date].name == "birth_date");
  CHECK(k_query_keys[k_imo].name == "imo");
  CHECK(query_of(row(k_gender, "female"), "f").value().gender == "female");
  CHECK(query_of(row(k_schema, "person"), "f").value().schema == schema::person);
}

TEST_CASE("query rows: what is no query has line and column", "[rows]") {
  CHECK(query_of(row(k_id, ""), "f.csv").error().to_string() == "f.csv:7: id: empty");
  CHECK(query_of(row(k_schema, "shoe"), "f.csv").error().to_string().rfind("f.csv:7: schema: ", 0) == 0);
  CHECK(query_of(row(k_identifier_type, "shoe"), "f.csv").error().field == "identifier_type");
}
