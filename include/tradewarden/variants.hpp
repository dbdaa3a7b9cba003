// Test variants made from a list: names with slips, other spellings, other orders and other legal
// forms, each with the parties that it should find; and names that should find nobody.
//
// Example:
//   auto set = tradewarden::make_variants(idx).value();
//   std::ofstream("queries.tsv") << tradewarden::queries_tsv(set);
//   std::ofstream("truth.tsv") << tradewarden::truth_tsv(set);
//
// The same list, options and version give the same bytes on every machine: the numbers are those of
// SplitMix64, one stream for each kind. docs/evaluate.md says what each kind is.
//
// Threads: pure functions of their arguments.
#ifndef TRADEWARDEN_VARIANTS_HPP
#define TRADEWARDEN_VARIANTS_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/labelled_set.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

/// Version of the kinds and their tables: another one may make other variants of the same seed.
inline constexpr std::int32_t k_variants_version = 1;

struct variant_kind {
  std::string_view name;
  std::string_view what;  ///< In a few words.
  bool negative = false;  ///< Expects no party.
};

/// In the order in which they are made.
[[nodiscard]] std::span<const variant_kind> all_variant_kinds();

struct variant_options {
  std::vector<std::string> kinds;  ///< Of all_variant_kinds(); none: all.
  std::uint32_t per_kind = 100;    ///< 1 to 1,000,000; fewer where the list has not as many.
  std::uint64_t seed = 1;
};

struct variant_count {
  std::string kind;
  std::uint64_t made = 0;
};

struct variant_set {
  variant_options options;
  std::vector<labelled_query> queries;  ///< By kind; ids v000001 and on.
  std::vector<variant_count> counts;    ///< Of each kind asked for, also of one that has none.
  std::uint64_t names = 0;              ///< That variants were made from.
  std::uint64_t weak_left_out = 0;      ///< Weak aliases: nobody is expected to be found by them.
  std::uint64_t ended_left_out = 0;     ///< Parties with no measure in force on their list's day.
};

/// Names are those of the index. Errors: usage (an unknown kind, a number out of its range),
/// bad_index.
[[nodiscard]] result<variant_set> make_variants(const party_index& idx,
                                                const variant_options& options = {});

/// The two files of labelled_set.hpp.
[[nodiscard]] std::string queries_tsv(const variant_set& set);
[[nodiscard]] std::string truth_tsv(const variant_set& set);

}  // namespace tradewarden

#endif  // TRADEWARDEN_VARIANTS_HPP
