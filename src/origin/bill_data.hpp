// How a bill lies in memory: columns, texts as numbers, lines by parent.
//
//   line_first  [0 3 3 5 ...]            lines of part p: line_first[p] .. line_first[p + 1]
//   child       [4 7 9 | | 2 8 | ...]    4 bytes each, in the order of the input
//   quantity    codes into quantities    4 bytes: few quantities differ
//   place       codes into places        4 bytes: (pos, alt_rank)
//   source      line of the input        4 bytes
//
// Threads: immutable once built.
#ifndef TRADEWARDEN_ORIGIN_BILL_DATA_HPP
#define TRADEWARDEN_ORIGIN_BILL_DATA_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/text_ids.hpp"
#include "tradewarden/bill.hpp"
#include "tradewarden/classification.hpp"

namespace tradewarden::detail {

/// A quantity as written, and in the unit of the part that it counts.
struct quantity_entry {
  decimal given;
  std::uint32_t uom = 0;  ///< In bill_data::words.
  decimal in_unit;
};

/// A position and the rank of the alternative.
struct place_entry {
  std::uint32_t pos = 0;  ///< In bill_data::positions.
  std::uint32_t alt_rank = 0;
};

struct part_columns {
  std::vector<std::uint32_t> name;        ///< In names.
  std::vector<std::uint32_t> eccn;        ///< In classifications.
  std::vector<std::uint32_t> hs;          ///< In words.
  std::vector<std::uint32_t> made_in;     ///< In words.
  std::vector<std::uint32_t> currency;    ///< In words.
  std::vector<std::uint32_t> unit;        ///< In words.
  std::vector<std::uint8_t> unit_stated;  ///< 0: the field was empty.
  std::vector<std::uint32_t> source;      ///< Line.
  std::vector<std::uint8_t> file;
  std::vector<price_range> fmv;
  std::vector<part_kind> kind;
  std::vector<truth> us_origin;
  std::vector<std::uint8_t> us_stated;    ///< 0: the field was empty.
  std::vector<truth> discrete;
  std::vector<content_class> content;
};

struct offer_entry {
  std::uint32_t supplier = 0;
  std::uint32_t supplier_country = 0;   ///< In words.
  std::uint32_t country_of_origin = 0;  ///< In words.
  std::uint32_t currency = 0;           ///< In words.
  price_range price;
  std::uint32_t source = 0;
  std::uint8_t file = 0;
};

/// ECCNs of technology, software or a plant.
struct eccn_list {
  std::vector<std::uint32_t> codes;  ///< In bill_data::classifications.
  bool open = false;                 ///< There may be others.
};

struct production_entry {
  std::uint32_t part = 0;
  std::uint32_t technology = 0;  ///< In bill_data::eccn_lists.
  std::uint32_t plant = 0;
  truth contains_ic = truth::unknown;
  std::uint32_t source = 0;
  std::uint8_t file = 0;
};

struct bill_data {
  text_ids ids;        ///< Part ids: number = part.
  text_ids names;
  text_ids words;      ///< Codes of countries, currencies, units, HS; number 0 is the empty text.
  text_ids positions;
  text_ids suppliers;
  std::vector<classification> classifications;
  std::vector<std::string> classification_texts;

  part_columns parts;

  std::vector<std::uint32_t> line_first;  ///< One more than there are parts.
  std::vector<std::uint32_t> child;
  std::vector<std::uint32_t> quantity;
  std::vector<std::uint32_t> place;
  std::vector<std::uint32_t> source;
  std::vector<std::uint8_t> line_file;    ///< Empty if all lines stand in `only_line_file`.
  std::uint8_t only_line_file = 0;
  std::vector<quantity_entry> quantities;
  std::vector<place_entry> places;

  std::vector<std::uint32_t> offer_first;
  std::vector<offer_entry> offers;
  text_ids eccn_list_texts;
  std::vector<eccn_list> eccn_lists;      ///< Of those texts.
  std::vector<production_entry> production;  ///< By part, each once.
  std::vector<exchange_rate> rates;       ///< By currency, then date.
  std::vector<bill_file> files;
  std::vector<std::uint32_t> order;       ///< Every part, each before the parts of which it is made.

  /// How a part was made, or nullptr.
  [[nodiscard]] const production_entry* made(std::uint32_t part) const {
    const auto at = std::lower_bound(
        production.begin(), production.end(), part,
        [](const production_entry& e, std::uint32_t p) { return e.part < p; });
    return at != production.end() && at->part == part ? &*at : nullptr;
  }
  [[nodiscard]] std::uint32_t part_count() const { return ids.size(); }
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(child.size()); }
  [[nodiscard]] std::uint32_t alt_rank(std::uint32_t line) const {
    return places[place[line]].alt_rank;
  }
  [[nodiscard]] std::uint32_t pos(std::uint32_t line) const { return places[place[line]].pos; }
};

/// Fills `order`; false if there is a cycle, then `order` lacks the parts that hang on one.
[[nodiscard]] bool order_parts(bill_data& data);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_BILL_DATA_HPP
