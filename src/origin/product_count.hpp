// The count of one product behind one interface, whatever the width of its numbers.
//
// Example:
//   product_count count(cone, data, facts);
//   amount_bound b = count.run(request);      // in the product's currency, exact
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_PRODUCT_COUNT_HPP
#define TRADEWARDEN_ORIGIN_PRODUCT_COUNT_HPP

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "origin/big.hpp"
#include "origin/cone.hpp"
#include "origin/cone_count.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden::detail {

struct amount_bound {
  ratio low;
  ratio high;
  bool low_unbounded = false;
  bool high_unbounded = false;
};

struct node_reach {
  ratio all;     ///< Quantity in one product, in the part's unit; at most.
  ratio fewest;  ///< At least, whatever alternatives are taken.
  ratio least;   ///< Of it, what counts for sure (no cut on the way), and
  ratio most;    ///< what may count.
};

struct node_bits {
  std::uint64_t sure = 0;
  std::uint64_t perhaps = 0;
};

/// Says that the product's figures pass product_count::k_most_digits.
[[nodiscard]] error too_large_figures(std::string_view product);

/// Which width the numbers of a cone need: 64 bits, 128, or more.
enum class number_width : std::uint8_t { automatic, narrow, wide, unbounded };

class product_count {
 public:
  product_count(const cone& c, const bill_data& data, const std::vector<part_facts>& facts,
                number_width width = number_width::automatic);
  /// Figures of more digits than this, with their fractions, are refused: quantities of quantities
  /// of quantities, or small fractions of them, have no end.
  static constexpr double k_most_bits = 1024;
  static constexpr int k_most_digits = 308;

  /// A figure would be longer than the limit: then nothing else may be asked.
  [[nodiscard]] bool too_large() const noexcept { return body_ == nullptr; }

  /// Of nothing: for a product whose figures come from a union.
  product_count() noexcept;
  product_count(product_count&&) noexcept;
  product_count& operator=(product_count&&) = delete;
  ~product_count();

  [[nodiscard]] amount_bound run(const count_request& q);
  [[nodiscard]] std::vector<node_reach> reaches(const count_request& q) const;
  [[nodiscard]] std::vector<node_bits> roll_bits(const std::vector<node_bits>& own,
                                                 const count_request& q) const;
  [[nodiscard]] number_width width() const noexcept;

 private:
  struct base;
  template <class Num>
  struct body;
  std::unique_ptr<base> body_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_PRODUCT_COUNT_HPP
