#include "index/party_identifiers.hpp"

namespace tradewarden::indexing {

std::vector<borne_identifier> identifiers_of(const listed_party& party) {
  std::vector<borne_identifier> out;
  for (const party_identifier& i : party.identifiers) {
    if (!names_one_party(i.type)) continue;
    out.push_back({{identifier_type_of(i.type, i.value), i.value}, i.type, i.country});
  }
  if (!party.imo.empty()) out.push_back({{identifier_type::imo, party.imo}, "IMO", {}});
  if (!party.call_sign.empty()) {
    out.push_back({{identifier_type::call_sign, party.call_sign}, "call sign", {}});
  }
  return out;
}

}  // namespace tradewarden::indexing
