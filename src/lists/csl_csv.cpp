#include "lists/csl_csv.hpp"

#include <algorithm>
#include <array>

#include "lists/csl_record.hpp"
#include "lists/csv_table.hpp"

namespace tradewarden::lists {
namespace {

struct text_column {
  std::string_view name;
  std::string_view csl_record::* to;
};
constexpr std::array<text_column, 21> k_text_columns = {{
    {"_id", &csl_record::id},
    {"source", &csl_record::source},
    {"entity_number", &csl_record::entity_number},
    {"type", &csl_record::type},
    {"name", &csl_record::name},
    {"title", &csl_record::title},
    {"federal_register_notice", &csl_record::federal_register_notice},
    {"start_date", &csl_record::start_date},
    {"end_date", &csl_record::end_date},
    {"standard_order", &csl_record::standard_order},
    {"license_requirement", &csl_record::license_requirement},
    {"license_policy", &csl_record::license_policy},
    {"call_sign", &csl_record::call_sign},
    {"vessel_type", &csl_record::vessel_type},
    {"gross_tonnage", &csl_record::gross_tonnage},
    {"gross_registered_tonnage", &csl_record::gross_registered_tonnage},
    {"vessel_flag", &csl_record::vessel_flag},
    {"vessel_owner", &csl_record::vessel_owner},
    {"remarks", &csl_record::remarks},
    {"source_list_url", &csl_record::source_list_url},
    {"source_information_url", &csl_record::source_information_url},
}};

struct values_column {
  std::string_view name;
  std::vector<std::string> csl_record::* to;
};
constexpr std::array<values_column, 6> k_values_columns = {{
    {"programs", &csl_record::programs},
    {"alt_names", &csl_record::alt_names},
    {"citizenships", &csl_record::citizenships},
    {"dates_of_birth", &csl_record::dates_of_birth},
    {"nationalities", &csl_record::nationalities},
    {"places_of_birth", &csl_record::places_of_birth},
}};

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

  std::array<std::size_t, k_text_columns.size()> text{};
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = in.column(k_text_columns[i].name);
  std::array<std::size_t, k_values_columns.size()> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = in.column(k_values_columns[i].name);
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

  csl_builder parties{out};
  csl_record record;
  for (;;) {
    const auto more = in.next(out, false);
    if (!more) return more.error();
    if (!*more) break;
    record.clear();
    record.line = in.line();
    for (std::size_t i = 0; i < text.size(); ++i) {
      record.*k_text_columns[i].to = in.field(text[i]);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string_view field = in.field(values[i]);
      if (!field.empty()) record.*k_values_columns[i].to = split_values(field);
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
