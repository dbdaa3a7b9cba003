// Bills of a few rows for the tests of this folder.
#ifndef TRADEWARDEN_TESTS_UNIT_ORIGIN_SMALL_BILL_HPP
#define TRADEWARDEN_TESTS_UNIT_ORIGIN_SMALL_BILL_HPP

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/origin.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

/// Rows below the usual headers.
///   parts   part_id,kind,made_in,eccn,fmv,discrete,currency
///   lines   parent_id,pos,child_id,alt_rank,qty
///   offers  part_id,supplier_id,supplier_country,price
inline origin small_origin(const std::string& parts, const std::string& lines,
                           const std::string& offers = {}) {
  const std::string p = "part_id,kind,made_in,eccn,fmv,discrete,currency\n" + parts;
  const std::string l = "parent_id,pos,child_id,alt_rank,qty,uom\n" + lines;
  const std::string o =
      "part_id,supplier_id,supplier_country,country_of_origin,price,currency\n" + offers;
  std::vector<bill_text> texts{{"parts", "parts.csv", p}, {"lines", "lines.csv", l}};
  if (!offers.empty()) texts.push_back({"offers", "offers.csv", o});
  bill_reading read = read_bill_texts(texts, {}, {});
  if (!read.bill) throw std::runtime_error(read.problems.front().to_string());
  return origin(std::move(*read.bill), rule_book::built_in());
}

inline origin_options asking(std::vector<std::string> destinations, regime r = regime::us_ear) {
  origin_options o;
  o.destinations = std::move(destinations);
  o.regimes = {r};
  o.date = day::parse("2026-07-23").value();
  return o;
}

/// A product of 1000 made in China: 120 of 2B116 (controlled for missile technology to Germany) and
/// 690 of Chinese goods.
inline constexpr const char* k_plain_parts =
    "P,made,CN,EAR99,1000,n,USD\n"
    "L1,purchased,US,2B116,120,n,USD\n"
    "L5,purchased,CN,EAR99,690,,USD\n";
inline constexpr const char* k_plain_lines = "P,1,L1,0,1,\nP,2,L5,0,1,\n";

}  // namespace tradewarden

#endif  // TRADEWARDEN_TESTS_UNIT_ORIGIN_SMALL_BILL_HPP
