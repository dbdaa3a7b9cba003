// Numbers that authorities give - passports, tax numbers, IMO numbers, wallets - in the one form in
// which they are compared. docs/identifiers.md says what is dropped and what is kept.
//
// Example:
//   using namespace tradewarden;
//   identifier q = read_identifier("passport: OR-801168").front();   // passport, "OR-801168"
//   auto m = compare_identifiers(q, {identifier_type::passport, "or 801 168"});
//   assert(m.grade == identifier_grade::same);
//
// Threads: pure functions; constant tables.
#ifndef TRADEWARDEN_IDENTIFIER_HPP
#define TRADEWARDEN_IDENTIFIER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"

namespace tradewarden {

/// What kind of number it is. Lists have some two hundred names for these; see
/// identifier_type_of().
enum class identifier_type : std::uint8_t {
  any = 0,           ///< Of a query: not said.
  passport = 1,      ///< Passports and travel documents.
  national_id = 2,   ///< Identity cards and other numbers of persons.
  tax = 3,           ///< INN, EIN, VAT, RFC, NIT ...
  registration = 4,  ///< Of companies: registers, licences, D-U-N-S.
  imo = 5,           ///< Of ships, and of companies that run ships.
  mmsi = 6,
  call_sign = 7,
  aircraft = 8,      ///< Tail, serial and transponder numbers.
  bic = 9,           ///< SWIFT/BIC.
  lei = 10,
  isin = 11,
  crypto = 12,       ///< Addresses of digital currencies.
  phone = 13,        ///< Also fax and telex.
  email = 14,
  website = 15,
  other = 16,        ///< Of a list: a number that none of these describes.
};
[[nodiscard]] std::string_view to_string(identifier_type t) noexcept;
/// The names that to_string gives, with '-' or '_'; empty is `any`.
[[nodiscard]] result<identifier_type> parse_identifier_type(std::string_view text);

/// "Tax ID No.", "C.U.R.P.", "Digital Currency Address - XBT" as lists write them; `other` if it
/// is none that is known. The value helps where the name does not tell ("IMO 9187629").
[[nodiscard]] identifier_type identifier_type_of(std::string_view listed_type,
                                                 std::string_view value = {});
/// Whether such numbers name one party: a code of a place, or of the characters of a name, do not.
[[nodiscard]] bool names_one_party(std::string_view listed_type);

struct identifier {
  identifier_type type = identifier_type::any;
  std::string value;  ///< As written.
  friend bool operator==(const identifier&, const identifier&) = default;
};

/// Reads what a person types: a kind of number in front ("INN 7707083893", "passport: AB 123") or
/// one that the form gives away (an address with its checksum, a LEI, an e-mail address) sets the
/// type; `said` wins over both. The likelier reading first; with a kind in front there are two, for
/// what looks like one may be a part of the number ("HRB 12345").
[[nodiscard]] std::vector<identifier> read_identifier(std::string_view text,
                                                      identifier_type said = identifier_type::any);

/// The form in which numbers of a type are compared. Letters in upper case, other signs dropped,
/// Cyrillic and Greek letters that look Latin taken as such; addresses of digital currencies keep
/// their case where it counts.
[[nodiscard]] std::string normalise_identifier(const identifier& id);

/// The coarser form by which numbers are looked for: also without leading zeros and case. Equal
/// normal forms have equal keys.
[[nodiscard]] std::string identifier_key(const identifier& id);

enum class identifier_grade : std::uint8_t {
  none = 0,
  possible = 1,  ///< The number is the same, something about it is not: `how` says what.
  same = 2,
};
struct identifier_match {
  identifier_grade grade = identifier_grade::none;
  /// "", "another_type", "leading_zeros", "upper_and_lower_case", "branch".
  std::string_view how;
};
/// A query's number against a listed one: none unless their keys are equal. Without a type of the
/// query's, that of the list counts.
[[nodiscard]] identifier_match compare_identifiers(const identifier& query,
                                                   const identifier& listed);

/// Whether the check digits hold: IMO numbers of ships, LEI, addresses by Base58Check and Bech32;
/// `absent` where there are none, or none that is known here.
enum class check_digits : std::uint8_t { absent = 0, good = 1, bad = 2 };
[[nodiscard]] check_digits check_identifier(const identifier& id);

}  // namespace tradewarden

#endif  // TRADEWARDEN_IDENTIFIER_HPP
