// The columns of each table of a bill, once for all formats: CSV headers, JSON keys and CycloneDX
// properties have the same names.
//
// Example:
//   for (const column<part_row>& c : columns_of(row)) row.*c.field = value(c.name);
//
// Threads: constants.
#ifndef TRADEWARDEN_BILL_IO_COLUMNS_HPP
#define TRADEWARDEN_BILL_IO_COLUMNS_HPP

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tradewarden/bill_builder.hpp"

namespace tradewarden::bill_io {

template <class Row>
struct column {
  std::string_view name;
  std::string_view Row::*field;
  bool required;  ///< The column must be there; its cells are the builder's to judge.
};

inline constexpr std::array k_part_columns = {
    column<part_row>{"part_id", &part_row::part_id, true},
    column<part_row>{"name", &part_row::name, false},
    column<part_row>{"kind", &part_row::kind, true},
    column<part_row>{"made_in", &part_row::made_in, true},
    column<part_row>{"us_origin", &part_row::us_origin, false},
    column<part_row>{"eccn", &part_row::eccn, true},
    column<part_row>{"hs", &part_row::hs, false},
    column<part_row>{"fmv", &part_row::fmv, true},
    column<part_row>{"currency", &part_row::currency, true},
    column<part_row>{"discrete", &part_row::discrete, false},
    column<part_row>{"content_type", &part_row::content_type, false},
    column<part_row>{"unit", &part_row::unit, false},
};

inline constexpr std::array k_line_columns = {
    column<line_row>{"parent_id", &line_row::parent_id, true},
    column<line_row>{"pos", &line_row::pos, true},
    column<line_row>{"child_id", &line_row::child_id, true},
    column<line_row>{"alt_rank", &line_row::alt_rank, false},
    column<line_row>{"qty", &line_row::qty, true},
    column<line_row>{"uom", &line_row::uom, false},
};

inline constexpr std::array k_offer_columns = {
    column<offer_row>{"part_id", &offer_row::part_id, true},
    column<offer_row>{"supplier_id", &offer_row::supplier_id, true},
    column<offer_row>{"supplier_country", &offer_row::supplier_country, false},
    column<offer_row>{"country_of_origin", &offer_row::country_of_origin, false},
    column<offer_row>{"price", &offer_row::price, false},
    column<offer_row>{"currency", &offer_row::currency, false},
};

inline constexpr std::array k_rate_columns = {
    column<rate_row>{"date", &rate_row::date, true},
    column<rate_row>{"currency", &rate_row::currency, true},
    column<rate_row>{"rate_num", &rate_row::rate_num, true},
    column<rate_row>{"rate_den", &rate_row::rate_den, true},
};

inline constexpr std::array k_production_columns = {
    column<production_row>{"part_id", &production_row::part_id, true},
    column<production_row>{"us_technology_eccns", &production_row::us_technology_eccns, true},
    column<production_row>{"plant_eccns", &production_row::plant_eccns, true},
    column<production_row>{"contains_ic_of_such_plant", &production_row::contains_ic_of_such_plant,
                           true},
};

inline std::span<const column<part_row>> columns_of(const part_row&) { return k_part_columns; }
inline std::span<const column<line_row>> columns_of(const line_row&) { return k_line_columns; }
inline std::span<const column<offer_row>> columns_of(const offer_row&) { return k_offer_columns; }
inline std::span<const column<rate_row>> columns_of(const rate_row&) { return k_rate_columns; }
inline std::span<const column<production_row>> columns_of(const production_row&) {
  return k_production_columns;
}

/// What tables are called in options, messages and JSON documents.
inline std::string_view table_name(const part_row&) { return "parts"; }
inline std::string_view table_name(const line_row&) { return "lines"; }
inline std::string_view table_name(const offer_row&) { return "offers"; }
inline std::string_view table_name(const rate_row&) { return "fx"; }
inline std::string_view table_name(const production_row&) { return "production"; }

inline void add(bill_builder& to, const part_row& row, bill_position at) { to.add_part(row, at); }
inline void add(bill_builder& to, const line_row& row, bill_position at) { to.add_line(row, at); }
inline void add(bill_builder& to, const offer_row& row, bill_position at) { to.add_offer(row, at); }
inline void add(bill_builder& to, const rate_row& row, bill_position at) { to.add_rate(row, at); }
inline void add(bill_builder& to, const production_row& row, bill_position at) {
  to.add_production(row, at);
}

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_COLUMNS_HPP
