#include "audit/ofac_like_json.hpp"

#include <utility>

#include "audit/json_parts.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::audit {

std::string ofac_like_json(std::string_view left, std::string_view right,
                           const ofac_like_comparison& c) {
  json out;
  out["scorer"] = "ofac-like";
  out["left"] = left;
  out["right"] = right;
  out["score"] = c.score.to_string();
  out["points"] = c.points();
  out["whole"] = c.whole.to_string();
  out["by_parts"] = c.by_parts.to_string();
  json parts = json::array();
  for (const ofac_like_part& p : c.parts) {
    json part;
    part["query"] = p.query;
    part["listed"] = p.listed.empty() ? json(nullptr) : json(p.listed);
    part["similarity"] = p.similarity.to_string();
    part["same_sound"] = p.same_sound;
    part["left_out"] = p.left_out;
    parts.push_back(std::move(part));
  }
  out["parts"] = std::move(parts);
  out["notice"] = k_ofac_like_notice;
  out["scorer_version"] = k_ofac_like_version;
  out["engine_version"] = k_version;
  return one_line(out);
}

}  // namespace tradewarden::audit
