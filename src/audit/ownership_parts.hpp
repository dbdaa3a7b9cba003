// Pieces of the canonical JSON about ownership that several answers share.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_OWNERSHIP_PARTS_HPP
#define TRADEWARDEN_AUDIT_OWNERSHIP_PARTS_HPP

#include <vector>

#include "audit/json_parts.hpp"
#include "tradewarden/ownership.hpp"

namespace tradewarden::audit {

/// Files with their digests and how many rows were used.
[[nodiscard]] json ownership_files_json(const std::vector<ownership_file>& files);
/// A regime without its results.
[[nodiscard]] json regime_json(const ownership_answer& a);
/// The result of one party under the regime of `a`.
[[nodiscard]] json ownership_result_json(const ownership_graph& g, const ownership_answer& a, const ownership_result& r);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_OWNERSHIP_PARTS_HPP
