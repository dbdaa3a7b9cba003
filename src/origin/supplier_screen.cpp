#include "origin/supplier_screen.hpp"

#include <algorithm>
#include <utility>

#include "tradewarden/screening.hpp"

namespace tradewarden::detail {

std::vector<supplier_match> screen_supplier(const party_index& index, std::string_view supplier,
                                            day on) {
  screening_query query;
  query.name = supplier;
  screening_options options;
  options.as_of = on;
  std::vector<supplier_match> out;
  for (const screening_hit& h : screen(index, query, options).hits) {
    std::string words = "score " + h.score.to_string() + ", " + std::string(to_string(h.status));
    std::replace(words.begin(), words.end(), '_', ' ');
    if (h.from) words += " since " + h.from->to_string();
    if (h.until) words += " until " + h.until->to_string();
    out.push_back({h.party.list, h.party.names.empty() ? h.matched_name : h.party.names[0].text,
                   h.party_id, std::move(words)});
  }
  return out;
}

std::string screened_against(const party_index& index) {
  std::string out;
  for (const indexed_publication& p : index.info().publications) {
    out += (out.empty() ? "screened against " : "; ") + p.name + ", " +
           (p.date ? p.date->to_string() : "date unknown") + " (sha256 " +
           p.sha256.to_string().substr(0, 16) + "...)";
  }
  return out + "; index " + index.info().content.to_string();
}

}  // namespace tradewarden::detail
