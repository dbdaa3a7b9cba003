// The score versions that this engine knows, each with its tables, its numbers and their digest.
//
// Example:
//   const scoring::score_version* v = scoring::find_version(1);
//   assert(v != nullptr && v->tables().look_up("ltd").is_legal_form);
//
// Threads: constant data; add_version_for_test() before anything else runs.
#ifndef TRADEWARDEN_SCORE_SCORE_VERSION_HPP
#define TRADEWARDEN_SCORE_SCORE_VERSION_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "names/name_pack.hpp"
#include "names/name_tables.hpp"
#include "score/parameters.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden::scoring {

struct score_version {
  std::int32_t number;
  score_parameters parameters;
  const names::table_sources& (*sources)();
  const names::name_tables& (*tables)();
  /// SHA-256 of canonical_text(), 64 hexadecimal digits: pinned, so that no answer has to work it
  /// out; a test works it out.
  std::string_view tables_sha256;
};

/// The oldest first; the last is k_score_version.
[[nodiscard]] std::vector<const score_version*> known_versions();
/// Null if there is none of that number.
[[nodiscard]] const score_version* find_version(std::int32_t number);

/// Numbers, words and romanisation of a version as text: what its digest is made of.
[[nodiscard]] std::string canonical_text(const score_version& version);

/// A further version, until the process ends: for the tests of the mechanism.
void add_version_for_test(const score_version& version);

/// What a score_rules stands for.
struct rules_state {
  std::int32_t version = 0;
  score_parameters parameters;
  const names::name_tables* tables = nullptr;  ///< The version's, or those of `owned`.
  digest tables_sha256;
  std::optional<digest> name_pack_sha256;
  std::shared_ptr<const names::name_tables> owned;  ///< With the words of a name pack.
  std::shared_ptr<const names::name_pack> pack;     ///< That `owned` points into.
};

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_SCORE_VERSION_HPP
