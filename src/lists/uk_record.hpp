// The sanctions lists of the United Kingdom, whichever file they came from: what the reader of OFSI's
// ConList.csv and that of the UK Sanctions List fill in, and how rows become a listed party.
//
// Both have one row for each combination of name, address and name in another script, so that one party
// may have hundreds of rows. The party's id is the reference of the UK Sanctions List ("RUS0251"), which
// ConList.csv has too, in its free text; OFSI's group id is an identifier, and the id of a group without
// that reference ("OFSI-15878"). The UN's number is an identifier of type "UN reference". "Name 6" is the
// surname, or the whole name of an entity.
//
// Example:
//   uk_builder parties{out};
//   uk_row row; row.id = "RUS0251"; row.names[5] = "EXAMPLE";
//   parties.add(row);
//
// Threads: one builder belongs to one thread.
#ifndef TRADEWARDEN_LISTS_UK_RECORD_HPP
#define TRADEWARDEN_LISTS_UK_RECORD_HPP

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>

#include "lists/publication_builder.hpp"

namespace tradewarden::lists {

/// One row of either file; what a file lacks stays empty.
struct uk_row {
  std::uint64_t line = 0;
  std::string_view id;  ///< "RUS0251"
  std::string_view group_id, un_reference;
  std::array<std::string_view, 6> names;  ///< "Name 1" to "Name 6".
  std::string_view name_type, strength, title;
  std::string_view other_script, script_language;
  std::string_view regime, type, source, measures, other_information, reasons;
  std::array<std::string_view, 6> address;
  std::string_view postal_code, country;
  std::string_view phone, website, email;
  std::string_view listed_on, designated, updated;
  std::string_view birth_date, birth_town, birth_country, nationality, gender, position;
  std::string_view passport, passport_details, national_id, national_id_details;
  std::string_view entity_type, subsidiaries, parent, registration;
  std::string_view imo, owner, former_owner, flag, former_flags, ship_type, tonnage, length;
  std::string_view year_built, hull;
};

class uk_builder {
 public:
  explicit uk_builder(publication_builder& out) : out_(out) {}
  /// Rejects a row without an id or a name; the caller counts rows.
  void add(const uk_row& row);

 private:
  void start(const uk_row& row, std::string_view id, listed_party& p);
  void add_names(const uk_row& row, listed_party& p);
  void add_person(const uk_row& row, listed_party& p);
  void add_numbers(const uk_row& row, listed_party& p);
  void add_address(const uk_row& row, listed_party& p);
  void add_entity(const uk_row& row, listed_party& p);
  void add_ship(const uk_row& row, listed_party& p);
  /// True the first time that this party has this text in this column. Rows repeat most of them.
  bool is_new(const listed_party& p, std::string_view column, std::string_view text);

  publication_builder& out_;
  std::unordered_set<std::string> seen_;
};

/// "(UK Sanctions List Ref):X (UN Ref):Y text (Gender):Male" -> the columns that ConList.csv lacks.
void read_uk_labels(std::string_view other_information, uk_row& row);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_UK_RECORD_HPP
