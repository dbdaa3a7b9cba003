// An answer of rules of origin as JSON (docs/roo.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_ROO_JSON_HPP
#define TRADEWARDEN_AUDIT_ROO_JSON_HPP

#include <string>

#include "tradewarden/roo_answer.hpp"

namespace tradewarden::audit {

/// One line, closed by "engine_version" and "answer_id".
[[nodiscard]] std::string roo_json(const roo_answer& a);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_ROO_JSON_HPP
