#include "cli/query_rows.hpp"

namespace tradewarden::cli {

result<screening_query> query_of(const input_row& row, const std::string& file) {
  if (row.problem) return *row.problem;
  screening_query q;
  q.id = row.values[k_id];
  q.name = row.values[k_name];
  q.country = row.values[k_country];
  q.birth_date = row.values[k_birth_date];
  q.identifier = row.values[k_identifier];
  if (q.id.empty()) return error{errc::missing_field, "empty", file, row.line, "id"};
  q.nationality = row.values[k_nationality];
  q.gender = row.values[k_gender];
  q.imo = row.values[k_imo];
  const auto at_row = [&](error e, const char* field) {
    e.file = file;
    e.line = row.line;
    e.field = field;
    return e;
  };
  auto schema = parse_schema(row.values[k_schema]);
  if (!schema) return at_row(schema.error(), "schema");
  q.schema = *schema;
  auto type = parse_identifier_type(row.values[k_identifier_type]);
  if (!type) return at_row(type.error(), "identifier_type");
  q.identifier_type = *type;
  return q;
}

}  // namespace tradewarden::cli
