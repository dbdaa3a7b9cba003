// What `tradewarden rules` prints as JSON (docs/rules.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_RULES_JSON_HPP
#define TRADEWARDEN_RULES_RULES_JSON_HPP

#include <string>
#include <vector>

#include "tradewarden/rule_book.hpp"

namespace tradewarden::rules {

/// Every parameter without its values.
[[nodiscard]] std::string list_json(const rule_book& book);
/// One parameter with its dated values.
[[nodiscard]] std::string rule_json(const rule_book& book, const rule_info& rule);
/// One parameter as a rule file: `rules check` takes it, and it says the same.
[[nodiscard]] std::string rule_file_json(const rule_info& rule);

/// A built-in parameter in whose place a folder puts its own.
struct rule_override {
  std::string id;
  std::string file;
  std::size_t before = 0;  ///< Values built in.
  std::size_t gone = 0;    ///< Of these, how many the own file does not have, alike.
};
/// Of a book that `rule_book::load` made, by id.
[[nodiscard]] std::vector<rule_override> overrides(const rule_book& book);

/// The problems of a folder; none: what was read.
[[nodiscard]] std::string check_json(const rule_book* book, const std::vector<error>& problems);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULES_JSON_HPP
