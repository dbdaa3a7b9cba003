// The EU's financial sanctions list, whichever of its files it came from: what the CSV and the XML reader
// fill in, and how it becomes a listed party.
//
// The list repeats a name for each amending regulation and gives it in up to 24 languages. It
// has no primary name: the first strong one in Latin letters stands for it. A weak alias says so in
// its remark ("low quality alias"); the XML has an attribute `strong` besides. Dates of birth of
// another calendar are kept as remarks. The party's id is the EU reference number ("EU.27.28"); the UN's
// number is an identifier of type "UN reference".
//
// Example:
//   eu_builder parties{out};
//   listed_party& p = parties.party(entity);
//   parties.add(name, p);
//
// Threads: one builder belongs to one thread.
#ifndef TRADEWARDEN_LISTS_EU_RECORD_HPP
#define TRADEWARDEN_LISTS_EU_RECORD_HPP

#include <cstdint>
#include <string_view>

#include "lists/publication_builder.hpp"

namespace tradewarden::lists {

/// The act that a row stands on.
struct eu_regulation {
  std::string_view type;          ///< "regulation" (the first), "amendment", "repealing".
  std::string_view published;     ///< ISO.
  std::string_view in_force;      ///< ISO.
  std::string_view number_title;  ///< "2022/878 (OJ L153)".
  std::string_view programme;     ///< "UKR".
  std::string_view url;
};

struct eu_entity {
  std::uint64_t line = 0;
  std::string_view logical_id, reference, un_id;
  std::string_view designated, designation_details, remark;
  std::string_view subject_type;  ///< "P", "E", "person" or "enterprise".
  eu_regulation regulation;
};
struct eu_name {
  std::uint64_t line = 0;
  std::string_view last, first, middle, whole, language, gender, title, function, remark;
  std::string_view strong;  ///< "true", "false", or empty where the file does not say.
};
struct eu_address {
  std::uint64_t line = 0;
  std::string_view city, street, po_box, zip, region, place, contact, country, remark;
};
struct eu_birth {
  std::uint64_t line = 0;
  std::string_view date, day, month, year, year_from, year_to, circa, calendar;
  std::string_view region, place, city, country, country_text, remark;
};
struct eu_identification {
  std::uint64_t line = 0;
  std::string_view number, known_expired, known_false, lost, revoked, issued, valid_to;
  std::string_view name_on_document, type_code, type_text, country, remark;
};
struct eu_citizenship {
  std::uint64_t line = 0;
  std::string_view country, remark;
};

class eu_builder {
 public:
  explicit eu_builder(publication_builder& out) : out_(out) {}

  /// The party of the entity, filled in if it is new. nullptr, and the row is rejected, if it has no id.
  /// The pointer holds until the next call.
  [[nodiscard]] listed_party* party(const eu_entity& e);

  void add(const eu_name& n, listed_party& p);
  void add(const eu_address& a, listed_party& p);
  void add(const eu_birth& b, listed_party& p);
  void add(const eu_identification& i, listed_party& p);
  void add(const eu_citizenship& c, listed_party& p);
  /// "PHONE[1; 2] EMAIL[a@b]" -> identifiers; what is left over goes to the remarks.
  void add_contact(std::string_view listed, listed_party& p, source_position at);

 private:
  void start(const eu_entity& e, std::string_view id, listed_party& p);

  publication_builder& out_;
};

/// Name of the publication, the same for both files.
inline constexpr std::string_view k_eu_name = "EU financial sanctions list";

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_EU_RECORD_HPP
