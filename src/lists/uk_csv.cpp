#include "lists/uk_csv.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "lists/csv_table.hpp"
#include "lists/party_facts.hpp"
#include "lists/uk_record.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// A column and the member that it fills; nullptr for a column that is known and passed over.
struct uk_column {
  std::string_view name;
  std::string_view uk_row::* to;
};

constexpr std::array k_conlist = std::to_array<uk_column>({
    {"title", &uk_row::title},
    {"name_non-latin_script", &uk_row::other_script},
    {"non-latin_script_type", nullptr},
    {"non-latin_script_language", &uk_row::script_language},
    {"dob", &uk_row::birth_date},
    {"town_of_birth", &uk_row::birth_town},
    {"country_of_birth", &uk_row::birth_country},
    {"nationality", &uk_row::nationality},
    {"passport_number", &uk_row::passport},
    {"passport_details", &uk_row::passport_details},
    {"national_identification_number", &uk_row::national_id},
    {"national_identification_details", &uk_row::national_id_details},
    {"position", &uk_row::position},
    {"post/zip_code", &uk_row::postal_code},
    {"country", &uk_row::country},
    {"other_information", &uk_row::other_information},
    {"group_type", &uk_row::type},
    {"alias_type", &uk_row::name_type},
    {"alias_quality", &uk_row::strength},
    {"regime", &uk_row::regime},
    {"listed_on", &uk_row::listed_on},
    {"uk_sanctions_list_date_designated", &uk_row::designated},
    {"last_updated", &uk_row::updated},
    {"group_id", &uk_row::group_id},
});

constexpr std::array k_sanctions_list = std::to_array<uk_column>({
    {"last_updated", &uk_row::updated},
    {"unique_id", &uk_row::id},
    {"ofsi_group_id", &uk_row::group_id},
    {"un_reference_number", &uk_row::un_reference},
    {"name_type", &uk_row::name_type},
    {"alias_strength", &uk_row::strength},
    {"title", &uk_row::title},
    {"name_non-latin_script", &uk_row::other_script},
    {"non-latin_script_type", nullptr},
    {"non-latin_script_language", &uk_row::script_language},
    {"regime_name", &uk_row::regime},
    {"designation_type", &uk_row::type},
    {"designation_source", &uk_row::source},
    {"sanctions_imposed", &uk_row::measures},
    {"other_information", &uk_row::other_information},
    {"uk_statement_of_reasons", &uk_row::reasons},
    {"address_postal_code", &uk_row::postal_code},
    {"address_country", &uk_row::country},
    {"phone_number", &uk_row::phone},
    {"website", &uk_row::website},
    {"email_address", &uk_row::email},
    {"date_designated", &uk_row::designated},
    {"d.o.b", &uk_row::birth_date},
    {"nationality(/ies)", &uk_row::nationality},
    {"national_identifier_number", &uk_row::national_id},
    {"national_identifier_additional_information", &uk_row::national_id_details},
    {"passport_number", &uk_row::passport},
    {"passport_additional_information", &uk_row::passport_details},
    {"position", &uk_row::position},
    {"gender", &uk_row::gender},
    {"town_of_birth", &uk_row::birth_town},
    {"country_of_birth", &uk_row::birth_country},
    {"type_of_entity", &uk_row::entity_type},
    {"subsidiaries", &uk_row::subsidiaries},
    {"parent_company", &uk_row::parent},
    {"business_registration_number_(s)", &uk_row::registration},
    {"imo_number", &uk_row::imo},
    {"current_owner/operator_(s)", &uk_row::owner},
    {"previous_owner/operator_(s)", &uk_row::former_owner},
    {"current_believed_flag_of_ship", &uk_row::flag},
    {"previous_flags", &uk_row::former_flags},
    {"type_of_ship", &uk_row::ship_type},
    {"tonnage_of_ship", &uk_row::tonnage},
    {"length_of_ship", &uk_row::length},
    {"year_built", &uk_row::year_built},
    {"hull_identification_number_(hin)", &uk_row::hull},
});

struct uk_layout {
  std::string_view format;
  std::string_view name;
  std::span<const uk_column> columns;
  std::string_view address;  ///< What the columns of address lines begin with.
  std::string_view id;       ///< The column without which it is no such list.
  bool labels;               ///< Facts stand in "Other Information".
};
constexpr uk_layout k_conlist_layout = {
    "uk-conlist", "OFSI consolidated list", k_conlist, "address_", "group_id", true};
constexpr uk_layout k_sanctions_list_layout = {
    "uk-csv", "UK Sanctions List", k_sanctions_list, "address_line_", "unique_id", false};

std::string_view second_line(std::string_view s) {
  const std::size_t end = s.find_first_of("\r\n");
  if (end == std::string_view::npos) return {};
  return s.substr(s.find_first_not_of("\r\n", end) == std::string_view::npos
                      ? s.size()
                      : s.find_first_not_of("\r\n", end));
}

bool names_columns(std::string_view line, std::initializer_list<std::string_view> needed) {
  const std::vector<std::string> names = header_names(line, ',');
  return std::all_of(needed.begin(), needed.end(), [&](std::string_view n) {
    return std::find(names.begin(), names.end(), n) != names.end();
  });
}

bool either_line(std::string_view bytes, std::initializer_list<std::string_view> needed) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return names_columns(bytes, needed) || names_columns(second_line(bytes), needed);
}

/// The date in the file's first line: "Last Updated,25/01/2024", "Report Date: 28-Jan-2026".
std::optional<day> date_in(const std::vector<std::string>& fields) {
  for (const std::string& f : fields) {
    for (std::string_view s : {std::string_view(f), std::string_view(f).substr(f.find(':') + 1)}) {
      if (const auto d = read_whole_day(s)) return d;
    }
  }
  return {};
}

result<publication> read_uk(const uk_layout& layout, const input_file& file,
                            const source_spec& source, const read_limits& limits) {
  publication_builder out{file, source, layout.format, layout.name};
  csv_options options;
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (!names_columns(file.bytes, {"name_6", layout.id})) {
    const auto first = in.read_preamble(out);
    if (!first) return first.error();
    set_publication_date(out, 1, date_in(*first), source);
  }
  if (const auto header = in.read_header(out); !header) return header.error();
  struct place {
    std::size_t column;
    std::string_view uk_row::* to;
  };
  std::vector<place> places;
  for (const uk_column& c : layout.columns) {
    const std::size_t at = in.column(c.name);
    if (c.to != nullptr) places.push_back({at, c.to});
  }
  std::array<std::size_t, 6> names{};
  std::array<std::size_t, 6> address{};
  for (std::size_t i = 0; i < 6; ++i) {
    names[i] = in.column("name_" + std::to_string(i + 1));
    address[i] = in.column(std::string(layout.address) + std::to_string(i + 1));
  }
  for (const auto& [column, name] : {std::pair{names[5], std::string_view("Name 6")},
                                     std::pair{in.column(layout.id), layout.id}}) {
    if (column == csv_table::k_absent) {
      return out.fail(errc::missing_field, 2, name,
                      "the header lacks this column: this is no list of the United Kingdom, or its "
                      "format has changed");
    }
  }
  in.warn_unknown_columns(out);

  uk_builder parties{out};
  for (;;) {
    const auto more = in.next(out, false);
    if (!more) return more.error();
    if (!*more) break;
    uk_row row;
    row.line = in.line();
    for (const place& p : places) row.*p.to = in.field(p.column);
    for (std::size_t i = 0; i < 6; ++i) {
      row.names[i] = in.field(names[i]);
      row.address[i] = in.field(address[i]);
    }
    if (layout.labels) {
      read_uk_labels(row.other_information, row);
      row.reasons = {};  // Stands in the text, which becomes a remark whole.
    }
    parties.add(row);
    if (const auto ok = check_parties(out, limits, in.line()); !ok) return ok.error();
  }
  return out.finish();
}

result<publication> read_uk(const uk_layout& layout, const source_spec& source,
                            const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_uk(layout, *file, source, limits);
}

}  // namespace

bool looks_like_uk_conlist(std::string_view first_bytes) {
  return either_line(first_bytes, {"name_6", "group_type", "group_id"});
}

bool looks_like_uk_sanctions_list(std::string_view first_bytes) {
  return either_line(first_bytes, {"name_6", "unique_id"});
}

result<publication> read_uk_conlist(const source_spec& source, const read_limits& limits) {
  return read_uk(k_conlist_layout, source, limits);
}
result<publication> read_uk_conlist(const input_file& file, const source_spec& source,
                                    const read_limits& limits) {
  return read_uk(k_conlist_layout, file, source, limits);
}
result<publication> read_uk_sanctions_list(const source_spec& source, const read_limits& limits) {
  return read_uk(k_sanctions_list_layout, source, limits);
}
result<publication> read_uk_sanctions_list(const input_file& file, const source_spec& source,
                                           const read_limits& limits) {
  return read_uk(k_sanctions_list_layout, file, source, limits);
}

}  // namespace tradewarden::lists
