// A parameter of the rule tables, as `tradewarden rules list` shows it.
//
// Example:
//   for (const rule_info& r : book.rules()) std::cout << r.id << ' ' << r.content.to_string();
//
// Threads: a plain value.
#ifndef TRADEWARDEN_RULE_INFO_HPP
#define TRADEWARDEN_RULE_INFO_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/rule_basis.hpp"

namespace tradewarden {

/// One dated value.
struct rule_value {
  std::optional<day> from;
  std::optional<day> until;
  std::optional<day> published;
  std::optional<day> edition;
  rule_status status = rule_status::in_force;
  bool verified = true;
  std::string citation;
  std::string value;  ///< As compact JSON.
};

struct rule_info {
  std::string id;
  std::string type;    ///< "percent", "country_set", "chart", "ccl" ...
  std::string file;    ///< Path below the folder of rules.
  std::string origin;  ///< "built-in", or the folder that overrides or adds it.
  digest content;      ///< SHA-256 of the file.
  std::size_t unverified = 0;      ///< Values not yet confirmed in the official text.
  std::vector<rule_value> values;    ///< By date.
  std::vector<rule_value> overlays;  ///< What changes the status meanwhile; without a value.
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_RULE_INFO_HPP
