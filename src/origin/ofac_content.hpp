// Which US content counts for 31 CFR 560.420 (Iran): goods, software and technology by the same rule.
//
// Threads: as legal_context.
#ifndef TRADEWARDEN_ORIGIN_OFAC_CONTENT_HPP
#define TRADEWARDEN_ORIGIN_OFAC_CONTENT_HPP

#include "origin/legal_context.hpp"

namespace tradewarden::detail {

[[nodiscard]] content_decision decide_ofac_content(const legal_context& ctx,
                                                   const signature& content);

/// 560.205(b)(1): goods that were transformed abroad are exempt whatever their share.
inline constexpr std::string_view k_transformed = "substantially_transformed";

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_OFAC_CONTENT_HPP
