// A comparison by the OFAC-like scorer as JSON.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_OFAC_LIKE_JSON_HPP
#define TRADEWARDEN_AUDIT_OFAC_LIKE_JSON_HPP

#include <string>
#include <string_view>

#include "tradewarden/ofac_like_score.hpp"

namespace tradewarden::audit {

/// Stands beside every OFAC-like score.
inline constexpr std::string_view k_ofac_like_notice =
    "OFAC-like is a reconstruction from published descriptions. It is not Treasury's tool, and no part "
    "of the screening.";

/// One line (docs/ofac-like.schema.json).
[[nodiscard]] std::string ofac_like_json(std::string_view left, std::string_view right,
                                         const ofac_like_comparison& c);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_OFAC_LIKE_JSON_HPP
