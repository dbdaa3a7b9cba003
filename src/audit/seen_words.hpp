// When snapshots showed an entry, in words and as JSON.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_SEEN_WORDS_HPP
#define TRADEWARDEN_AUDIT_SEEN_WORDS_HPP

#include <string>
#include <vector>

#include "audit/json_parts.hpp"
#include "tradewarden/sighting.hpp"

namespace tradewarden::audit {

/// Sightings that follow each other without a gap (the entry changed) become one.
[[nodiscard]] std::vector<sighting> without_changes(const std::vector<sighting>& seen);

/// "in snapshots from 2016-03-08 to 2017-03-01, missing from 2017-03-29"; empty without a history.
[[nodiscard]] std::string seen_words(const std::vector<sighting>& seen);

[[nodiscard]] json seen_json(const std::vector<sighting>& seen);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_SEEN_WORDS_HPP
