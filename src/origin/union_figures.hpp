// The figures of many products at once: what they are made of is put together, each part once, and
// counted from the parts up. A product that ten thousand others share costs one visit, not ten
// thousand; the figures are those of product_count, product by product (a property test).
//
// Example:
//   union_figures all(engine, signatures, products, "USD", options, on, changes, scratch);
//   const union_pass& p = all.pass(view);         // by signature: what counts, which bits
//   product_figures f = all.figures(p, place);    // of the product at that place of `products`
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_UNION_FIGURES_HPP
#define TRADEWARDEN_ORIGIN_UNION_FIGURES_HPP

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "origin/judge.hpp"

namespace tradewarden::detail {

/// What a destination says of the content of one signature.
struct signature_view {
  truth counts = truth::no;
  node_bits bits;
  /// Signatures of one number are the same to everybody who asks which were found in a product.
  std::uint32_t number = 0;
};

struct union_view {
  std::vector<signature_view> signatures;  ///< By number of the run's signatures.
  std::uint32_t numbers = 0;               ///< One more than the largest `number`.
  std::uint64_t anything = 0;              ///< Bits of a part of which nobody said what is in it.
  bool commodities_apart = false;          ///< Also count what is no commodity.
};

/// One count of everything, kept for all products that ask the same.
struct union_pass {
  std::vector<amount_bound> with, without;            ///< By product: with cuts, or without.
  std::vector<amount_bound> rest_with, rest_without;  ///< Besides commodities.
  std::vector<node_bits> bits;
  std::vector<std::uint64_t> found;                   ///< Words by product: flags, then numbers.
  std::uint32_t words = 1;
};

class union_figures {
 public:
  union_figures(const origin_engine& engine, const run_signatures& signatures,
                std::vector<std::uint32_t> products, std::string_view currency,
                const origin_options& options, day on, const overlay& changes,
                cone_scratch& scratch);
  ~union_figures();
  union_figures(const union_figures&) = delete;
  union_figures& operator=(const union_figures&) = delete;

  [[nodiscard]] const std::vector<std::uint32_t>& products() const { return products_; }
  /// The figures of the whole pass the limit: then count product by product.
  [[nodiscard]] bool too_large() const;
  [[nodiscard]] const part_facts& facts(std::size_t place) const { return facts_[node_[place]]; }
  [[nodiscard]] std::uint32_t line_count(std::size_t place) const {
    return cone_.first[node_[place] + 1] - cone_.first[node_[place]];
  }
  /// Signatures of all parts and products, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& used_signatures() const { return used_; }

  [[nodiscard]] const union_pass& pass(const union_view& view);
  [[nodiscard]] product_figures figures(const union_pass& p, std::size_t place) const;
  /// Is a part of the signature number, of US origin perhaps, in the product?
  [[nodiscard]] bool holds(const union_pass& p, std::size_t place, std::uint32_t number) const;
  /// Is a part in it of which nobody said what is inside?
  [[nodiscard]] bool holds_unknown(const union_pass& p, std::size_t place) const;

 private:
  struct base;
  template <class Num>
  struct body;
  void count(const union_view& view, union_pass& out);
  void find(const union_view& view, union_pass& out);
  [[nodiscard]] bool inside_open(std::uint32_t node) const {
    return inside_unknown(cone_, facts_[node], node);
  }

  std::vector<std::uint32_t> products_;
  cone cone_;
  std::vector<part_facts> facts_;
  std::vector<std::uint32_t> node_;  // by product
  std::vector<std::uint32_t> used_;
  std::vector<std::uint8_t> class_, is_commodity_;  // by signature
  bool unknown_discrete_counts_;
  std::unique_ptr<base> body_;
  std::map<std::string, std::unique_ptr<union_pass>> passes_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_UNION_FIGURES_HPP
