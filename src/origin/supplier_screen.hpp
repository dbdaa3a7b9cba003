// Suppliers against an index of listed parties, each different one asked once.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_SUPPLIER_SCREEN_HPP
#define TRADEWARDEN_ORIGIN_SUPPLIER_SCREEN_HPP

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::detail {

struct supplier_match {
  std::string list;
  std::string party;  ///< Its primary name.
  std::uint32_t party_id = 0;
  std::string words;  ///< "score 0.9312, denied since 2018-04-15".
};

struct supplier_screening {
  bool screened = true;  ///< False: no letter or digit, so that no match means nothing.
  std::vector<supplier_match> matches;  ///< Best first.
};

/// Possible matches of a supplier on the day; a supplier id is screened as a name. Error bad_index:
/// the index proved damaged.
[[nodiscard]] result<supplier_screening> screen_supplier(const party_index& index,
                                                         std::string_view supplier, day on);

/// Against which lists: each publication with its date and digest, and the index itself.
[[nodiscard]] std::string screened_against(const party_index& index);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_SUPPLIER_SCREEN_HPP
