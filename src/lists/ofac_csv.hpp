// OFAC's lists as comma-separated files without headers (OFAC data specification, 2023-09-25).
//
//   main (sdn.csv, cons_prim.csv)  ent_num, name, type, programme, title, call sign, vessel type,
//                                  tonnage, GRT, flag, owner, remarks (cut at 1,000 characters)
//   alt.csv       ent_num, alt_num, type (aka, fka, nka), name, remarks
//   add.csv       ent_num, add_num, street, city/state/postal code, country, remarks
//   comments.csv  ent_num, what did not fit into remarks (goes on in the middle of a word)
//
// "-0-" is null. A missing alt, add or comments file is a warning, because its facts are then
// missing from every party; a file without the closing 0x1A beside one that has it is one too. What
// is refused:
//   - a file that ends inside quotes, in a record with too few columns, or in half a "-0-": it was
//     cut. A complete last record without a line end is only a warning.
//   - a main file that lacks entries which many rows of another file name (more than 20 and 1 %):
//     it was cut between two records.
//   - a file of which more than half the records cannot be used (other columns, or entries of
//     another publication).
//
// Example:
//   auto pub = lists::read_ofac_csv({"ofac-csv", "lists/ofac-2025-12", {}}, limits);
//
// Threads: the readers share nothing.
#ifndef TRADEWARDEN_LISTS_OFAC_CSV_HPP
#define TRADEWARDEN_LISTS_OFAC_CSV_HPP

#include <array>
#include <optional>
#include <string_view>

#include "lists/input_file.hpp"
#include "lists/ofac_remarks.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

/// What differs between the two sets of files.
struct ofac_variant {
  std::string_view format;
  std::string_view list;       ///< Code of list_info.hpp.
  std::string_view name;       ///< Of the publication.
  std::string_view list_name;  ///< As OFAC calls it.
  std::array<std::string_view, 4> files;  ///< Main, alt, add, comments.
  bool sublists;               ///< Several lists in one.
};

inline constexpr ofac_variant k_ofac_sdn = {
    "ofac-csv", "US-SDN", "OFAC SDN list",
    "Specially Designated Nationals and Blocked Persons List",
    {"sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"}, false};
inline constexpr ofac_variant k_ofac_cons = {
    "ofac-cons-csv", "US-CONS", "OFAC consolidated non-SDN list",
    "Consolidated Sanctions List (non-SDN)",
    {"cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"}, true};

struct ofac_files {
  input_file main;
  std::optional<input_file> alt;
  std::optional<input_file> add;
  std::optional<input_file> comments;
};

/// From files in memory. `remark_counts`, if given, is added to.
[[nodiscard]] result<publication> read_ofac_files(const ofac_variant& variant,
                                                  const ofac_files& files,
                                                  const source_spec& source,
                                                  const read_limits& limits,
                                                  ofac_remark_counts* remark_counts = nullptr);

/// A folder of the files, or the main file alone (then with names only).
[[nodiscard]] result<publication> read_ofac_csv(const source_spec& source,
                                                const read_limits& limits);
[[nodiscard]] result<publication> read_ofac_cons_csv(const source_spec& source,
                                                     const read_limits& limits);

/// Both main files have the same columns: the file's name, or a programme that only the
/// consolidated list has, tells them apart.
[[nodiscard]] bool looks_like_ofac_csv(std::string_view file_name, std::string_view first_bytes);
[[nodiscard]] bool looks_like_ofac_cons_csv(std::string_view file_name,
                                            std::string_view first_bytes);

/// The same for any of OFAC's main files, which differ in nothing else.
[[nodiscard]] bool is_ofac_consolidated(std::string_view file_name, std::string_view first_bytes);

/// For a file that is one of the others (aliases, addresses, comments): what it is and what to
/// name instead. Empty for anything else.
[[nodiscard]] std::string_view explain_ofac_part(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_CSV_HPP
