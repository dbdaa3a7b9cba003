// What stops when suppliers no longer deliver: products, by which path, and what would save them.
//
// Example:
//   tradewarden::cutoff c(engine);
//   tradewarden::cutoff_options o;
//   o.countries = {"US"};
//   for (const auto& p : c.evaluate(o).value().products)
//     if (p.stops == tradewarden::truth::yes) std::cout << p.product << ' ' << p.path.back() << '\n';
//
// A bought part is available while one offer of it is left. An offer is lost to a country if its
// supplier sits there or its goods come from there; without a country of origin it has the part's
// made_in, as a part without offers has. A supplier of unknown country is not taken to sit there:
// what would stop if all of them did is told besides. A made part is available while every position of it has an available
// alternative, of any rank. A product that is not available stops.
//
// Threads: as origin.
#ifndef TRADEWARDEN_CUTOFF_HPP
#define TRADEWARDEN_CUTOFF_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/index_info.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

struct cutoff_options {
  std::vector<std::string> products;   ///< Part ids; empty: every part that no line uses.
  std::vector<std::string> suppliers;  ///< Supplier ids that no longer deliver.
  /// Suppliers of these countries, offers of goods that come from them, and parts without offers
  /// that are made there.
  std::vector<std::string> countries;
  /// Names of listed parties: every supplier that the index gives as a possible match of one.
  std::vector<std::string> parties;
  const party_index* index = nullptr;  ///< Needed for parties; must outlive the call.
  std::optional<day> date;             ///< Default: today in UTC.
  /// Also each supplier cut off alone, all of them in one run.
  bool every_supplier = false;
  std::uint32_t limit = 100;           ///< Rows of each list below; the rest is a number.
};

struct cutoff_product {
  std::string product;
  std::string name;
  truth stops = truth::no;  ///< unknown: the origin of a part on the way is not known.
  /// `stops`, or unknown where it would stop if suppliers of unknown country were of the ones cut off.
  truth stops_with_unknown_suppliers = truth::no;
  amount_range value;             ///< Of one product.
  std::string currency;
  std::vector<std::string> path;  ///< From the product down to a part that is lost.
  std::vector<std::string> lost;  ///< Bought parts whose loss stops it, by id; at most `limit`.
  std::uint64_t more_lost = 0;
};

/// A position that nothing else can fill.
struct cutoff_position {
  std::string parent;
  std::string pos;
  std::string part;
  std::vector<std::string> suppliers;  ///< Of that part: one, or none known.
};

/// One supplier cut off alone, or one supplier without whom a product cannot be made.
struct cutoff_supplier {
  std::string supplier;
  std::string country;
  std::uint64_t parts = 0;     ///< Bought parts that only this supplier offers.
  std::uint64_t products = 0;  ///< Products that stop.
  amount_range value;          ///< Of those products together, one of each.
  std::string currency;        ///< Empty if they differ: then `value` is not summed.
};

/// A second source that the bill lacks, and what it would save.
struct cutoff_saving {
  std::string part;
  std::string name;
  std::uint64_t products = 0;  ///< Products that would no longer stop with it alone.
  amount_range value;          ///< Of those products.
  std::uint64_t needed_by = 0; ///< Stopped products in which it is one of the parts lost.
};

struct cutoff_report {
  cutoff_options options;                    ///< As used.
  std::vector<std::string> cut_suppliers;    ///< By id.
  std::vector<std::string> cut_parts;        ///< Parts that nobody delivers any more, by id.
  std::uint64_t more_cut_parts = 0;
  /// Parts whose loss hangs on a supplier of whom nobody has stated the country, and these suppliers.
  std::uint64_t unknown_supplier_parts = 0;
  std::vector<std::string> unknown_suppliers;
  std::uint64_t more_unknown_suppliers = 0;
  std::vector<cutoff_product> products;      ///< Stopped first, by value.
  amount_range stopped_value;
  std::vector<cutoff_position> single_source;      ///< Positions without a second source.
  std::uint64_t more_single_source = 0;
  std::vector<cutoff_supplier> single_points;      ///< Suppliers that alone stop a product.
  std::uint64_t more_single_points = 0;
  std::vector<cutoff_saving> savings;              ///< Most saved first.
  std::uint64_t more_savings = 0;
  std::vector<cutoff_supplier> every_supplier;     ///< If asked for; most value stopped first.
  std::uint64_t more_suppliers = 0;
  std::vector<std::string> assumptions;
  answer_basis basis;
  std::optional<index_info> index;  ///< The lists that parties were looked up in, if any.
};

class cutoff {
 public:
  explicit cutoff(origin engine) : engine_(std::move(engine)) {}
  /// Errors: not_found (a product or supplier), usage (nothing cut off; parties without an index).
  [[nodiscard]] result<cutoff_report> evaluate(const cutoff_options& options) const;

 private:
  origin engine_;
};

[[nodiscard]] std::string to_json(const cutoff_report& report);

}  // namespace tradewarden

#endif  // TRADEWARDEN_CUTOFF_HPP
