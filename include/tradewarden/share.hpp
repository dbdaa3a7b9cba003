// What a product is made of, by country of origin, supplier, classification or listed party.
//
// Example:
//   tradewarden::share s(engine);
//   tradewarden::share_options o;
//   o.product = "HANDSET";
//   for (const auto& d : s.evaluate(o).value().dimensions)
//     for (const auto& x : d.slices) std::cout << d.name << ' ' << x.key << ' ' << x.of_parts.display();
//
// Threads: as origin.
#ifndef TRADEWARDEN_SHARE_HPP
#define TRADEWARDEN_SHARE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/exact_share.hpp"
#include "tradewarden/index_info.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

enum class share_dimension : std::uint8_t {
  origin = 0,            ///< Country of origin: the offers' if they state one, else made_in.
  supplier_country = 1,
  supplier = 2,
  eccn = 3,
  listed_party = 4,      ///< Suppliers that an index holds; only if one is given.
};
[[nodiscard]] std::string_view to_string(share_dimension d) noexcept;

struct share_options {
  std::string product;       ///< Part id; empty: the only product of the bill, else an error.
  std::optional<day> date;   ///< Of exchange rates and of listings. Default: today in UTC.
  const party_index* index = nullptr;  ///< Screens supplier ids as names; must outlive the call.
};

/// Value of one key. `low`: certainly its; `high`: what may be its, with parts of several sources.
struct share_slice {
  std::string key;   ///< "US", "S1", "3A001", "Entity List: ..."; "?" is what is unknown.
  std::string name;  ///< In words, or empty.
  amount_range value;
  exact_share of_parts;    ///< Of the value of all parts.
  exact_share of_product;  ///< Of the product's price; 0..? if that is unknown.
  std::uint64_t parts = 0; ///< Different parts.
};

struct share_dimension_result {
  share_dimension dimension = share_dimension::origin;
  std::string name;
  std::vector<share_slice> slices;  ///< By value, the unknown slice last.
};

struct share_report {
  share_options options;      ///< As used: product and date are always set.
  std::string product;
  std::string product_name;
  std::string currency;
  day date;
  amount_range product_value;
  amount_range parts_value;   ///< Of all bought parts in it.
  std::uint64_t unpriced = 0; ///< Parts without a price: the totals have no upper bound.
  std::vector<share_dimension_result> dimensions;
  std::vector<std::string> assumptions;
  answer_basis basis;
  std::optional<index_info> index;  ///< The lists that suppliers were screened against, if any.
};

class share {
 public:
  explicit share(origin engine) : engine_(std::move(engine)) {}
  /// Errors: not_found, usage (several products and none named).
  [[nodiscard]] result<share_report> evaluate(const share_options& options) const;

 private:
  origin engine_;
};

[[nodiscard]] std::string to_json(const share_report& report);

}  // namespace tradewarden

#endif  // TRADEWARDEN_SHARE_HPP
