#include "origin/supplier_screen.hpp"

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
    out.push_back({h.party.list, h.party.names.empty() ? h.matched_name : h.party.names[0].text,
                   h.party_id});
  }
  return out;
}

}  // namespace tradewarden::detail
