// CycloneDX JSON 1.2 to 1.6: a bill of ours comes back without loss, a foreign one as far as it goes.
//
// Ours says everything in properties of a component: "tradewarden:kind", "tradewarden:fmv", ...;
// "tradewarden:line:1:pos", "tradewarden:line:1:child_id", ... for its first line; the same for
// "offer"; "tradewarden:fx:1:date" ... in the metadata. A foreign component becomes a part with
// what is known of it, the nesting of components and the dependencies become lines.
//
// Threads: one thread per sink.
#ifndef TRADEWARDEN_BILL_IO_CYCLONEDX_HPP
#define TRADEWARDEN_BILL_IO_CYCLONEDX_HPP

#include <string_view>

#include "bill_io/sink.hpp"

namespace tradewarden::bill_io {

[[nodiscard]] bool looks_like_cyclonedx(std::string_view text);

/// `product` gives the price of the product where the file has none.
void read_cyclonedx(std::string_view text, const bill_sources& product, sink& out);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_CYCLONEDX_HPP
