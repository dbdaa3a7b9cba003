// Reads the value of a dated entry by the type of its file.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_VALUE_READER_HPP
#define TRADEWARDEN_RULES_VALUE_READER_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_checks.hpp"
#include "rules/rule_value.hpp"

namespace tradewarden::rules {

/// `type` is one of known_types(); problems go to `in`.
[[nodiscard]] value_data read_value(json_checks& in, std::string_view type, dom::element e,
                                    const std::string& field);

/// "in_force", "suspended", "codified_not_enforced".
[[nodiscard]] rule_status read_status(json_checks& in, dom::element e, const std::string& field);

/// HS chapters: 1 to 99.
[[nodiscard]] std::vector<std::uint8_t> read_chapters(json_checks& in, dom::element e,
                                                      const std::string& field);
/// "commodity", "software", "technology".
[[nodiscard]] std::string read_content_type(json_checks& in, dom::element e,
                                            const std::string& field);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_VALUE_READER_HPP
