#include "lists/csl_csv.hpp"

#include <algorithm>

#include "lists/csl_record.hpp"
#include "lists/csv_table.hpp"

namespace tradewarden::lists {
namespace {

/// A key and the column that has it, if any.
template <class Key>
struct column_of {
  const Key* key;
  std::size_t column;
};

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool looks_like_csl_csv(std::string_view first_bytes) {
  const std::vector<std::string> names = header_names(first_bytes, ',');
  if (!holds(names, "source") || !holds(names, "name")) return false;
  int others = 0;
  for (const std::string_view name : {"entity_number", "alt_names", "federal_register_notice",
                                      "license_requirement", "source_list_url", "programs"}) {
    others += holds(names, name) ? 1 : 0;
  }
  return others >= 2;
}

result<publication> read_csl_csv(const input_file& file, const source_spec& source,
                                 const read_limits& limits) {
  publication_builder out{file, source, "csl-csv", "Consolidated Screening List"};
  csv_options options;
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (const auto header = in.read_header(out); !header) return header.error();

  std::vector<column_of<csl_text_key>> texts;
  for (const csl_text_key& key : csl_text_keys()) texts.push_back({&key, in.column(key.name)});
  std::vector<column_of<csl_values_key>> values;
  for (const csl_values_key& key : csl_values_keys()) values.push_back({&key, in.column(key.name)});
  const std::size_t addresses = in.column("addresses");
  const std::size_t ids = in.column("ids");
  for (const std::string_view needed : {"source", "name"}) {
    if (in.column(needed) == csv_table::k_absent) {
      return out.fail(errc::missing_field, 1, needed,
                      "the header lacks this column: this is no Consolidated Screening List, or "
                      "its format has changed");
    }
  }
  in.warn_unknown_columns(out);
  // The columns of the file as published; "id" and "country" are keys of other forms.
  std::string missing;
  const auto note = [&missing](std::string_view name, std::size_t column) {
    if (column != csv_table::k_absent) return;
    if (!missing.empty()) missing += ", ";
    missing += name;
  };
  for (const auto& [key, column] : texts) {
    if (key->name != "id" && key->name != "country") note(key->name, column);
  }
  for (const auto& [key, column] : values) note(key->name, column);
  note("addresses", addresses);
  note("ids", ids);
  if (!missing.empty()) {
    out.warn(1, {}, "the header lacks columns of the list, whose facts are missing: " + missing);
  }

  csl_builder parties{out};
  csl_record record;
  for (;;) {
    const auto more = in.next(out, false);
    if (!more) return more.error();
    if (!*more) break;
    record.clear();
    record.line = in.line();
    for (const auto& [key, column] : texts) {
      // Two columns may be one key ("id", "_id"): what is there first stays unless it is empty.
      std::string_view& to = record.*key->to;
      if (to.empty()) to = in.field(column);
    }
    for (const auto& [key, column] : values) {
      const std::string_view field = in.field(column);
      if (!field.empty()) record.*key->to = split_values(field);
    }
    record.addresses = split_addresses(in.field(addresses));
    record.ids = split_identifiers(in.field(ids));
    parties.add(record);
    if (out.parties() > limits.max_parties) {
      return out.fail(errc::limit_exceeded, in.line(), {},
                      "more than " + std::to_string(limits.max_parties) + " parties");
    }
  }
  return out.finish();
}

result<publication> read_csl_csv(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_csl_csv(*file, source, limits);
}

}  // namespace tradewarden::lists
