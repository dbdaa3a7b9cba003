// A bill of materials: parts, the lines that join them, offers and exchange rates, checked.
//
// Example:
//   tradewarden::bill b = ...;                        // from bill_builder or read_bill
//   for (tradewarden::part_id p : b.products())
//     for (std::uint32_t i = 0; i < b.line_count(p); ++i) use(b.line(p, i));
//
// A shared graph without cycles, never a tree: a part is stored once however often it is used.
//
//   part_id  0      1      2   ...        in the order of the input
//   lines    [0: pos 10 alt 0, pos 10 alt 1, pos 20 alt 0][1: ...]      by parent, then as given
//
// Threads: immutable; a copy is a reference to the same data. Views live as long as any copy does.
#ifndef TRADEWARDEN_BILL_HPP
#define TRADEWARDEN_BILL_HPP

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/decimal.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

namespace detail {
struct bill_data;
}

/// A part of one bill: its position in the order of input.
struct part_id {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const part_id&, const part_id&) = default;
};
/// A supplier of one bill: its position in the order of first mention.
struct supplier_id {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const supplier_id&, const supplier_id&) = default;
};

enum class part_kind : std::uint8_t { purchased = 0, made = 1 };
[[nodiscard]] std::string_view to_string(part_kind k) noexcept;

/// The three classes that 734.4 and 560.420 compute separately.
enum class content_class : std::uint8_t { commodity = 0, software = 1, technology = 2 };
[[nodiscard]] std::string_view to_string(content_class c) noexcept;

/// A price for one unit of a part: a point, a range, or unknown (never zero).
struct price_range {
  bool known = false;
  decimal low;
  decimal high;
  [[nodiscard]] bool is_point() const { return known && low == high; }
  /// "12.5", "10..12.5" or "?".
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const price_range&, const price_range&) = default;
};

/// Where a row of the bill stood.
struct bill_position {
  std::uint32_t file = 0;  ///< Position in bill::files().
  std::uint64_t line = 0;  ///< 1-based; 0 if the format has no lines.
};

struct bill_part {
  std::string_view id;
  std::string_view name;
  part_kind kind = part_kind::purchased;
  std::string_view made_in;   ///< "CN", "CN|VN" (one of them), "?" or empty: not stated.
  truth us_origin = truth::unknown;        ///< Stated, else from made_in (US alone).
  std::optional<truth> us_origin_stated;     ///< Nothing: the field was empty.
  std::string_view eccn;      ///< "2B116", "3A001.b.2", "EAR99", "ITAR:XI" or "?".
  std::string_view hs;        ///< Digits without points, or empty.
  price_range fmv;            ///< As stated; see bill::unit_value for the one that counts.
  std::string_view currency;  ///< ISO 4217, or empty if there is no price.
  truth discrete = truth::unknown;
  content_class content = content_class::commodity;
  std::string_view unit;      ///< In which the part is counted and priced: "each", "kg", ...
  bool unit_stated = false;   ///< Else it is that of the part's lines.
  bill_position source;
};

struct bill_line {
  part_id parent;
  part_id child;
  std::string_view pos;
  std::uint32_t alt_rank = 0;  ///< 0 counts; higher ones are alternatives for the same position.
  decimal quantity;            ///< In `uom`, as given.
  std::string_view uom;
  decimal quantity_in_unit;    ///< In the unit of the child.
  bill_position source;
};

struct bill_offer {
  part_id part;
  supplier_id supplier;
  std::string_view supplier_country;   ///< Alpha-2, or empty: unknown.
  std::string_view country_of_origin;  ///< Alpha-2, or empty: unknown.
  price_range price;
  std::string_view currency;
  bill_position source;
};

/// How a part was made.
struct bill_production {
  part_id part;
  std::string_view us_technology_eccns;  ///< "3D001|3E001", "none", "?", "3E001|?"
  std::string_view plant_eccns;
  truth contains_ic_of_such_plant = truth::unknown;
  bill_position source;
};

/// One unit of `currency` is num/den of the base (the product's currency), from `date` on.
struct exchange_rate {
  day date;
  std::string currency;
  decimal num;
  decimal den;
  bill_position source;
};

/// An input file and what it held, for the record.
struct bill_file {
  std::string name;
  digest content;
};

class bill {
 public:
  [[nodiscard]] std::uint32_t part_count() const noexcept;
  [[nodiscard]] std::uint64_t line_count() const noexcept;
  [[nodiscard]] std::uint32_t supplier_count() const noexcept;
  [[nodiscard]] std::uint32_t offer_count() const noexcept;

  [[nodiscard]] std::optional<part_id> find_part(std::string_view id) const;
  [[nodiscard]] std::optional<supplier_id> find_supplier(std::string_view id) const;
  /// `p` must be of this bill (below part_count()), as everywhere below.
  [[nodiscard]] bill_part part(part_id p) const;
  [[nodiscard]] std::string_view supplier(supplier_id s) const;

  /// Lines of which `p` is the parent, in the order of the input (alternatives beside their primary
  /// are not brought together; compare pos).
  [[nodiscard]] std::uint32_t line_count(part_id p) const;
  [[nodiscard]] bill_line line(part_id p, std::uint32_t index) const;
  /// Offers of `p`, in the order of the input.
  [[nodiscard]] std::uint32_t offer_count(part_id p) const;
  [[nodiscard]] bill_offer offer(part_id p, std::uint32_t index) const;

  /// Parts of which it is said how they were made, in the order of the parts.
  [[nodiscard]] std::uint32_t production_count() const noexcept;
  [[nodiscard]] bill_production production(std::uint32_t index) const;
  /// Of one part; nothing: nobody has said.
  [[nodiscard]] std::optional<bill_production> production_of(part_id p) const;

  /// What one unit is worth: fmv if stated, else the offers' prices (several: their interval),
  /// with the currency; unknown if there is neither, or if the offers are in several currencies.
  [[nodiscard]] std::pair<price_range, std::string_view> unit_value(part_id p) const;

  /// Parts that no line uses, in the order of the input: what a run asks about by default.
  [[nodiscard]] std::vector<part_id> products() const;
  [[nodiscard]] const std::vector<exchange_rate>& rates() const& noexcept;
  const std::vector<exchange_rate>& rates() && = delete;  // would dangle
  [[nodiscard]] const std::vector<bill_file>& files() const& noexcept;
  const std::vector<bill_file>& files() && = delete;

  /// For the engine; not part of the stable interface.
  [[nodiscard]] const detail::bill_data& data() const noexcept { return *data_; }
  explicit bill(std::shared_ptr<const detail::bill_data> data) : data_(std::move(data)) {}

 private:
  std::shared_ptr<const detail::bill_data> data_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_BILL_HPP
