#include "query_fields.hpp"

#include <algorithm>
#include <utility>

#include "errors.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

query_field field_of(std::string_view keyword) {
  constexpr std::pair<std::string_view, query_field> k_fields[] = {
      {"name", query_field::name},
      {"id", query_field::id},
      {"schema", query_field::schema},
      {"country", query_field::country},
      {"birth_date", query_field::birth_date},
      {"identifier", query_field::identifier},
      {"identifier_type", query_field::identifier_type},
      {"nationality", query_field::nationality},
      {"gender", query_field::gender},
      {"imo", query_field::imo}};
  for (const auto& [word, f] : k_fields) {
    if (word == keyword) return f;
  }
  raise_usage("no such field of a query", std::string(keyword));
}

error at_field(error e, const char* name) {
  if (e.field.empty()) e.field = name;
  return e;
}

}  // namespace

query_fields::query_fields(const nb::list& pairs) {
  for (const nb::handle each : pairs) {
    const nb::tuple pair = nb::cast<nb::tuple>(each);
    fields_.push_back(field_of(*text_of(pair[0], "fields")));
    columns_.push_back(string_of(pair[1], "fields"));
  }
}

bool query_fields::has(query_field f) const {
  return std::find(fields_.begin(), fields_.end(), f) != fields_.end();
}

std::unique_ptr<table_rows> query_fields::rows_of(nb::object source) const {
  if (nb::isinstance<nb::list>(source)) return rows_of_lists(nb::cast<nb::list>(source), columns_);
  if (nb::isinstance<nb::tuple>(source)) return rows_of_array(nb::cast<nb::tuple>(source), columns_);
  return rows_of_stream(std::move(source), columns_);
}

std::optional<error> query_fields::fill(screening_query& q, table_rows& rows) const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const auto cell = rows.text(i);
    if (!cell) continue;
    switch (fields_[i]) {
      case query_field::name: q.name = *cell; break;
      case query_field::id: q.id = *cell; break;
      case query_field::country: q.country = *cell; break;
      case query_field::birth_date: q.birth_date = *cell; break;
      case query_field::identifier: q.identifier = *cell; break;
      case query_field::nationality: q.nationality = *cell; break;
      case query_field::gender: q.gender = *cell; break;
      case query_field::imo: q.imo = *cell; break;
      case query_field::schema: {
        const auto s = parse_schema(*cell);
        if (!s) return at_field(s.error(), "schema");
        q.schema = *s;
        break;
      }
      case query_field::identifier_type: {
        const auto t = parse_identifier_type(*cell);
        if (!t) return at_field(t.error(), "identifier_type");
        q.identifier_type = *t;
        break;
      }
    }
  }
  return std::nullopt;
}

}  // namespace tradewarden::python
