// By what names are scored: a score version, with or without a name pack. An answer names both, so
// that it can be given again years later.
//
// Example:
//   tradewarden::score_rules now;                             // the newest version
//   auto then = tradewarden::score_rules::of_version(1);      // the one of an old answer
//   tradewarden::compare_names("Wladimir Putin", "PUTIN, Vladimir", tradewarden::schema::person, *then);
//
// Threads: an immutable value; a copy is a reference to the same tables.
#ifndef TRADEWARDEN_SCORE_RULES_HPP
#define TRADEWARDEN_SCORE_RULES_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

namespace scoring {
struct rules_state;
}

class score_rules {
 public:
  /// The newest version, k_score_version, without a name pack.
  score_rules();
  /// Error: bad_value, which names the versions known.
  [[nodiscard]] static result<score_rules> of_version(std::int32_t version);
  /// A version with a name pack beside its tables: names, words and rewrites of the user's own
  /// (docs/name-pack.md). Errors name file, line and field: not_found, io, empty_input, not_text,
  /// bad_syntax, bad_value, conflict, limit_exceeded.
  [[nodiscard]] static result<score_rules> read_name_pack(const std::string& path,
                                                          std::int32_t version = k_score_version);
  /// The same over the text of a pack; `file` is what errors call it.
  [[nodiscard]] static result<score_rules> with_name_pack(std::string_view text,
                                                          const std::string& file,
                                                          std::int32_t version = k_score_version);
  /// Versions that can be asked for, the oldest first.
  [[nodiscard]] static std::vector<std::int32_t> known_versions();

  [[nodiscard]] std::int32_t version() const noexcept;
  /// One digest over the version's numbers, weights and name tables.
  [[nodiscard]] const digest& tables_sha256() const noexcept;
  /// The digest of the name pack's file; empty without one.
  [[nodiscard]] const std::optional<digest>& name_pack_sha256() const noexcept;

  /// For the score; not part of the stable interface.
  [[nodiscard]] const scoring::rules_state& state() const noexcept { return *state_; }
  explicit score_rules(std::shared_ptr<const scoring::rules_state> state)
      : state_(std::move(state)) {}

 private:
  std::shared_ptr<const scoring::rules_state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SCORE_RULES_HPP
