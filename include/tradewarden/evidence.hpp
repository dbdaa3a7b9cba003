// What a fact of a query (birth date, country, schema, identifier) says of an entry.
//
// Example:
//   for (const tradewarden::evidence& e : hit.evidences)
//     std::cout << e.kind << ' ' << to_string(e.state) << '\n';   // birth_date confirms
//
// Threads: a plain value.
#ifndef TRADEWARDEN_EVIDENCE_HPP
#define TRADEWARDEN_EVIDENCE_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden {

/// How a fact of the query stands to the entry.
enum class evidence_state : std::uint8_t { absent = 0, confirms = 1, contradicts = 2 };
[[nodiscard]] std::string_view to_string(evidence_state s) noexcept;

struct evidence {
  std::string kind;  ///< "birth_date", "country", "schema", "identifier"
  evidence_state state = evidence_state::absent;
  std::string query;   ///< What the query says.
  std::string listed;  ///< What the entry says.
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_EVIDENCE_HPP
