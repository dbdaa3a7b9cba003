// Which US content counts for a destination: Supplement No. 2 to 15 CFR Part 734.
//
// Threads: as legal_context.
#ifndef TRADEWARDEN_ORIGIN_EAR_CONTENT_HPP
#define TRADEWARDEN_ORIGIN_EAR_CONTENT_HPP

#include "origin/legal_context.hpp"

namespace tradewarden::detail {

/// `product` is the class of the item that it is in: hardware, software and technology are computed
/// separately, and only some bundled software is added to hardware.
[[nodiscard]] content_decision decide_ear_content(const legal_context& ctx, const signature& content,
                                                  content_class product);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_EAR_CONTENT_HPP
