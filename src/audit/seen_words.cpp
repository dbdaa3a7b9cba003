#include "audit/seen_words.hpp"

namespace tradewarden::audit {

std::vector<sighting> without_changes(const std::vector<sighting>& seen) {
  std::vector<sighting> out;
  for (const sighting& s : seen) {
    if (!out.empty() && !out.back().missing_from && !s.missing_before) {
      out.back().last = s.last;
      out.back().missing_from = s.missing_from;
    } else {
      out.push_back(s);
    }
  }
  return out;
}

std::string seen_words(const std::vector<sighting>& seen) {
  std::string out;
  for (const sighting& s : without_changes(seen)) {
    out += out.empty() ? "in " : "; again in ";
    out += s.first == s.last ? "the snapshot of " + s.first.to_string()
                             : "snapshots from " + s.first.to_string() + " to " + s.last.to_string();
    if (s.missing_before) out += ", not in that of " + s.missing_before->to_string();
    if (s.missing_from) out += ", missing from " + s.missing_from->to_string();
  }
  return out;
}

json seen_json(const std::vector<sighting>& seen) {
  json out = json::array();
  for (const sighting& s : without_changes(seen)) {
    out.push_back({{"first", s.first.to_string()},
                   {"last", s.last.to_string()},
                   {"missing_before", date_or_null(s.missing_before)},
                   {"missing_from", date_or_null(s.missing_from)}});
  }
  return out;
}

}  // namespace tradewarden::audit
