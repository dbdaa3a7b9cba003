// One record of the Consolidated Screening List, whichever file it came from, and how it becomes
// a listed party. The CSV and the JSON reader fill the record; the rest is common to both.
//
// The list holds the lists of three departments. OFAC's records carry OFAC's own number
// (entity_number), by which they merge with OFAC's files; the others a hash (`_id`). One number
// may stand in several lists: a bank under sectoral sanctions may be blocked as well.
//
// Example:
//   csl_builder out{builder};
//   csl_record r; r.source = "Entity List (EL) - ..."; r.name = "..."; r.id = "...";
//   out.add(r);
//
// Threads: one builder belongs to one thread.
#ifndef TRADEWARDEN_LISTS_CSL_RECORD_HPP
#define TRADEWARDEN_LISTS_CSL_RECORD_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lists/ofac_ids.hpp"
#include "lists/publication_builder.hpp"

namespace tradewarden::lists {

using csl_identifier = ofac_id;

/// Texts as the file has them, and character entities with them ("A&amp;B"): the builder decodes
/// those. The values in vectors are decoded. The views must live until add() returns.
struct csl_record {
  std::uint64_t line = 0;
  std::string_view id, source, entity_number, type, name, title;
  std::string_view federal_register_notice, start_date, end_date, standard_order;
  std::string_view license_requirement, license_policy;
  std::string_view call_sign, vessel_type, gross_tonnage, gross_registered_tonnage;
  std::string_view vessel_flag, vessel_owner, remarks, country;
  std::string_view source_list_url, source_information_url;
  std::vector<std::string> programs, alt_names, citizenships, dates_of_birth, nationalities;
  std::vector<std::string> places_of_birth;
  std::vector<party_address> addresses;
  std::vector<csl_identifier> ids;

  void clear();
};

/// The keys whose values are one text of a record: names of columns in the CSV file, of members in
/// the JSON file. The entry's id is "id" in some files and "_id" in others.
struct csl_text_key {
  std::string_view name;
  std::string_view csl_record::* to;
};
[[nodiscard]] std::span<const csl_text_key> csl_text_keys() noexcept;

/// The keys that hold several values.
struct csl_values_key {
  std::string_view name;
  std::vector<std::string> csl_record::* to;
};
[[nodiscard]] std::span<const csl_values_key> csl_values_keys() noexcept;

/// The list of a record, by what stands in brackets in its `source` ("Entity List (EL) - ...").
struct csl_list {
  std::string code;     ///< "US-EL"; "X-" and the text's letters for a source not known.
  std::string sublist;  ///< "SSI", "CMIC" ... of US-CONS; else empty.
  bool known = false;
  bool ofac = false;  ///< entity_number is the list's own id.
};
[[nodiscard]] csl_list csl_list_of(std::string_view source);

class csl_builder {
 public:
  explicit csl_builder(publication_builder& out) : out_(out) {}
  /// Counts nothing but what it adds: the caller counts rows. Rejects a record without a name or
  /// source.
  void add(csl_record& record);

 private:
  struct known_source {
    std::string text;
    csl_list list;
  };
  const csl_list& list_of(const csl_record& record);
  void add_names(const csl_record& record, const csl_list& list, listed_party& party);
  void add_dates_and_places(csl_record& record, listed_party& party);
  void add_identifiers(csl_record& record, listed_party& party);
  void add_measure(const csl_record& record, const csl_list& list, listed_party& party);
  void add_countries(const csl_record& record, std::string_view field,
                     const std::vector<std::string>& from, std::vector<std::string>& to);

  publication_builder& out_;
  std::vector<known_source> sources_;
};

/// Values between semicolons, trimmed, empty ones left out, their character entities decoded. A
/// semicolon that closes an entity ("&amp;") parts nothing; with `strict` only "; " does
/// (addresses).
[[nodiscard]] std::vector<std::string> split_values(std::string_view field, bool strict = false);

/// "Passport, A123, RU, 01 Sep 2014, 01 Sep 2024; Gender, Male" -> identifiers.
[[nodiscard]] std::vector<csl_identifier> split_identifiers(std::string_view field);

/// "street, city, state, postal code, CC; ..." -> addresses, each kept as one line of text.
[[nodiscard]] std::vector<party_address> split_addresses(std::string_view field);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CSL_RECORD_HPP
