// The rows of the files about ownership, and their columns.
//
// Threads: constants.
#ifndef TRADEWARDEN_OWNERSHIP_ROWS_HPP
#define TRADEWARDEN_OWNERSHIP_ROWS_HPP

#include <array>
#include <span>
#include <string_view>

#include "bill_io/columns.hpp"

namespace tradewarden::ownership {

using bill_io::column;

struct edge_row {
  std::string_view owner_id, owned_id, share, kind, from, until, source;
};
struct party_row {
  std::string_view party_id, name, schema, country;
};
struct seed_row {
  std::string_view party_id, list, requirement, footnotes, citation;
};

inline constexpr std::array k_edge_columns = {
    column<edge_row>{"owner_id", &edge_row::owner_id, true},
    column<edge_row>{"owned_id", &edge_row::owned_id, true},
    column<edge_row>{"share", &edge_row::share, true},
    column<edge_row>{"kind", &edge_row::kind, false},
    column<edge_row>{"from", &edge_row::from, false},
    column<edge_row>{"until", &edge_row::until, false},
    column<edge_row>{"source", &edge_row::source, false},
};
inline constexpr std::array k_party_columns = {
    column<party_row>{"party_id", &party_row::party_id, true},
    column<party_row>{"name", &party_row::name, false},
    column<party_row>{"schema", &party_row::schema, false},
    column<party_row>{"country", &party_row::country, false},
};
inline constexpr std::array k_seed_columns = {
    column<seed_row>{"party_id", &seed_row::party_id, true},
    column<seed_row>{"list", &seed_row::list, false},
    column<seed_row>{"requirement", &seed_row::requirement, false},
    column<seed_row>{"footnotes", &seed_row::footnotes, false},
    column<seed_row>{"citation", &seed_row::citation, false},
};

inline std::span<const column<edge_row>> columns_of(const edge_row&) { return k_edge_columns; }
inline std::span<const column<party_row>> columns_of(const party_row&) { return k_party_columns; }
inline std::span<const column<seed_row>> columns_of(const seed_row&) { return k_seed_columns; }

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_ROWS_HPP
