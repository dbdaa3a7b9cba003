#include "lists/eu_csv.hpp"

#include <algorithm>
#include <array>

#include "lists/csv_table.hpp"
#include "lists/eu_record.hpp"
#include "lists/party_facts.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// A column and the member of a record that it fills.
template <class Record>
struct field {
  std::string_view column;
  std::string_view Record::* to;
};
template <class Record, std::size_t N>
using field_table = std::array<field<Record>, N>;

constexpr field_table<eu_entity, 7> k_entity = {{
    {"entity_logicalid", &eu_entity::logical_id},
    {"entity_eu_referencenumber", &eu_entity::reference},
    {"entity_unitednationid", &eu_entity::un_id},
    {"entity_designationdate", &eu_entity::designated},
    {"entity_designationdetails", &eu_entity::designation_details},
    {"entity_remark", &eu_entity::remark},
    {"entity_subjecttype", &eu_entity::subject_type},
}};
constexpr field_table<eu_regulation, 6> k_regulation = {{
    {"entity_regulation_type", &eu_regulation::type},
    {"entity_regulation_publicationdate", &eu_regulation::published},
    {"entity_regulation_entryintoforcedate", &eu_regulation::in_force},
    {"entity_regulation_numbertitle", &eu_regulation::number_title},
    {"entity_regulation_programme", &eu_regulation::programme},
    {"entity_regulation_publicationurl", &eu_regulation::url},
}};
constexpr field_table<eu_name, 9> k_name = {{
    {"namealias_lastname", &eu_name::last},
    {"namealias_firstname", &eu_name::first},
    {"namealias_middlename", &eu_name::middle},
    {"namealias_wholename", &eu_name::whole},
    {"namealias_namelanguage", &eu_name::language},
    {"namealias_gender", &eu_name::gender},
    {"namealias_title", &eu_name::title},
    {"namealias_function", &eu_name::function},
    {"namealias_remark", &eu_name::remark},
}};
constexpr field_table<eu_address, 9> k_address = {{
    {"address_city", &eu_address::city},
    {"address_street", &eu_address::street},
    {"address_pobox", &eu_address::po_box},
    {"address_zipcode", &eu_address::zip},
    {"address_region", &eu_address::region},
    {"address_place", &eu_address::place},
    {"address_contactinfo", &eu_address::contact},
    {"address_countryiso2code", &eu_address::country},
    {"address_remark", &eu_address::remark},
}};
constexpr field_table<eu_birth, 14> k_birth = {{
    {"birthdate_birthdate", &eu_birth::date},
    {"birthdate_day", &eu_birth::day},
    {"birthdate_month", &eu_birth::month},
    {"birthdate_year", &eu_birth::year},
    {"birthdate_yearrangefrom", &eu_birth::year_from},
    {"birthdate_yearrangeto", &eu_birth::year_to},
    {"birthdate_circa", &eu_birth::circa},
    {"birthdate_calendartype", &eu_birth::calendar},
    {"birthdate_region", &eu_birth::region},
    {"birthdate_place", &eu_birth::place},
    {"birthdate_city", &eu_birth::city},
    {"birthdate_countryiso2code", &eu_birth::country},
    {"birthdate_countrydescription", &eu_birth::country_text},
    {"birthdate_remark", &eu_birth::remark},
}};
constexpr field_table<eu_identification, 12> k_identification = {{
    {"identification_number", &eu_identification::number},
    {"identification_knownexpired", &eu_identification::known_expired},
    {"identification_knownfalse", &eu_identification::known_false},
    {"identification_reportedlost", &eu_identification::lost},
    {"identification_revokedbyissuer", &eu_identification::revoked},
    {"identification_issueddate", &eu_identification::issued},
    {"identification_validto", &eu_identification::valid_to},
    {"identification_nameondocument", &eu_identification::name_on_document},
    {"identification_typecode", &eu_identification::type_code},
    {"identification_typedescription", &eu_identification::type_text},
    {"identification_countryiso2code", &eu_identification::country},
    {"identification_remark", &eu_identification::remark},
}};
constexpr field_table<eu_citizenship, 2> k_citizenship = {{
    {"citizenship_countryiso2code", &eu_citizenship::country},
    {"citizenship_remark", &eu_citizenship::remark},
}};

/// Columns whose facts stand in others too, or say nothing of the party: known and passed over.
constexpr std::string_view k_passed_over[] = {
    "filegenerationdate", "entity_subjecttype_classificationcode",
    "entity_regulation_organisationtype", "address_asatlistingtime", "address_countrydescription",
    "birthdate_zipcode", "identification_diplomatic", "identification_issuedby",
    "identification_validfrom", "identification_latinnumber", "identification_region",
    "identification_countrydescription", "citizenship_region", "citizenship_countrydescription"};
constexpr std::string_view k_blocks[] = {"namealias", "address", "birthdate", "identification",
                                         "citizenship"};
constexpr std::string_view k_block_ends[] = {
    "_logicalid", "_regulationlanguage", "_regulation_type", "_regulation_organisationtype",
    "_regulation_publicationdate", "_regulation_entryintoforcedate", "_regulation_numbertitle",
    "_regulation_programme", "_regulation_publicationurl"};

/// The columns of one table as they stand in this file.
template <class Record>
class block {
 public:
  template <std::size_t N>
  block(csv_table& in, const field_table<Record, N>& fields) {
    for (const field<Record>& f : fields) columns_.push_back({in.column(f.column), f.to});
  }
  /// Fills the record; true if one of the columns holds anything.
  bool read(const csv_table& in, Record& to) const {
    bool any = false;
    for (const auto& [column, member] : columns_) {
      to.*member = in.field(column);
      any |= !(to.*member).empty();
    }
    return any;
  }

 private:
  struct place {
    std::size_t column;
    std::string_view Record::* to;
  };
  std::vector<place> columns_;
};

}  // namespace

bool looks_like_eu_csv(std::string_view first_bytes) {
  const std::vector<std::string> names = header_names(first_bytes, ';');
  const auto holds = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return holds("entity_logicalid") && holds("namealias_wholename");
}

result<publication> read_eu_csv(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "eu-csv", k_eu_name};
  csv_options options;
  options.separator = ';';
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (const auto header = in.read_header(out); !header) return header.error();
  const block<eu_entity> entities{in, k_entity};
  const block<eu_regulation> regulations{in, k_regulation};
  const block<eu_name> names{in, k_name};
  const block<eu_address> addresses{in, k_address};
  const block<eu_birth> births{in, k_birth};
  const block<eu_identification> identifications{in, k_identification};
  const block<eu_citizenship> citizenships{in, k_citizenship};
  for (const std::string_view needed : {"entity_logicalid", "namealias_wholename"}) {
    if (in.column(needed) == csv_table::k_absent) {
      return out.fail(errc::missing_field, 1, needed,
                      "the header lacks this column: this is no list of EU financial sanctions, or "
                      "its format has changed");
    }
  }
  const std::size_t generated = in.column("filegenerationdate");
  const std::size_t programme = in.column("namealias_regulation_programme");
  for (const std::string_view name : k_passed_over) (void)in.column(name);
  for (const std::string_view name : k_blocks) {
    for (const std::string_view end : k_block_ends) {
      (void)in.column(std::string(name) + std::string(end));
    }
  }
  in.warn_unknown_columns(out);

  eu_builder parties{out};
  bool dated = false;
  for (;;) {
    const auto more = in.next(out, false);
    if (!more) return more.error();
    if (!*more) break;
    if (!dated) {
      set_publication_date(out, in.line(), read_whole_day(in.field(generated)), source);
      dated = true;
    }
    eu_entity entity;
    entities.read(in, entity);
    regulations.read(in, entity.regulation);
    entity.line = in.line();
    listed_party* p = parties.party(entity);
    if (p == nullptr) continue;
    const auto read = [&](const auto& columns, auto record) {
      if (!columns.read(in, record)) return;
      record.line = entity.line;
      parties.add(record, *p);
    };
    read(names, eu_name{});
    read(addresses, eu_address{});
    read(births, eu_birth{});
    read(identifications, eu_identification{});
    read(citizenships, eu_citizenship{});
    if (const std::string_view more_of = ascii::trim(in.field(programme)); !more_of.empty()) {
      p->programmes.emplace_back(more_of);
    }
    if (const auto ok = check_parties(out, limits, in.line()); !ok) return ok.error();
  }
  return out.finish();
}

result<publication> read_eu_csv(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_eu_csv(*file, source, limits);
}

}  // namespace tradewarden::lists
