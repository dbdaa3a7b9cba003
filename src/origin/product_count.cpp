#include "origin/product_count.hpp"

#include <string>

#include "support/clipped.hpp"

namespace tradewarden::detail {

struct product_count::base {
  virtual ~base() = default;
  virtual amount_bound run(const count_request& q) = 0;
  virtual std::vector<node_reach> reaches(const count_request& q) const = 0;
  virtual std::vector<node_bits> roll_bits(const std::vector<node_bits>& own,
                                           const count_request& q) const = 0;
  number_width width = number_width::unbounded;
};

template <class Num>
struct product_count::body final : product_count::base {
  cone_scales scales;
  cone_count<Num> count;

  body(const cone& c, const bill_data& data, cone_scales s, const std::vector<part_facts>& facts)
      : scales(std::move(s)), count(c, data, scales, facts) {}

  amount_bound run(const count_request& q) override {
    const bound<Num> b = count.run(q);
    const big per = power_of_ten(scales.scale[0]) * scales.denominator;
    return {ratio(to_big(b.low), per), ratio(to_big(b.high), per), b.low_unbounded,
            b.high_unbounded};
  }

  std::vector<node_reach> reaches(const count_request& q) const override {
    const auto r = count.reaches(q);
    std::vector<node_reach> out(r.size());
    for (std::size_t i = 0; i < r.size(); ++i) {
      const big per = power_of_ten(scales.scale[0] - scales.scale[i]);
      out[i] = {ratio(to_big(r[i].all), per), ratio(to_big(r[i].fewest), per),
                ratio(to_big(r[i].least), per), ratio(to_big(r[i].most), per)};
    }
    return out;
  }

  std::vector<node_bits> roll_bits(const std::vector<node_bits>& own,
                                   const count_request& q) const override {
    std::vector<typename cone_count<Num>::bits> in(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) in[i] = {own[i].sure, own[i].perhaps};
    const auto r = count.roll_bits(in, q);
    std::vector<node_bits> out(r.size());
    for (std::size_t i = 0; i < r.size(); ++i) out[i] = {r[i].sure, r[i].perhaps};
    return out;
  }
};

product_count::product_count(const cone& c, const bill_data& data,
                             const std::vector<part_facts>& facts, number_width width) {
  cone_scales s = scale_cone(c, data, facts);
  if (!(s.bits <= k_most_bits)) return;
  if (width == number_width::automatic) {
    // Sums are bounded by the logarithm with a unit to spare.
    width = s.bits < 62 ? number_width::narrow
            : s.bits < 125 ? number_width::wide
                           : number_width::unbounded;
  }
  switch (width) {
    case number_width::narrow:
      body_ = std::make_unique<body<std::int64_t>>(c, data, std::move(s), facts);
      break;
    case number_width::wide:
      body_ = std::make_unique<body<int128>>(c, data, std::move(s), facts);
      break;
    default: body_ = std::make_unique<body<big>>(c, data, std::move(s), facts); break;
  }
  body_->width = width;
}
error too_large_figures(std::string_view product) {
  return {errc::limit_exceeded,
          "the figures of product '" + support::clipped(product, 80) + "' take more than " +
              std::to_string(product_count::k_most_digits) +
              " digits: look for quantities that multiply down a chain of parts",
          {}, 0, "product"};
}

product_count::product_count() noexcept = default;
product_count::product_count(product_count&&) noexcept = default;
product_count::~product_count() = default;

amount_bound product_count::run(const count_request& q) { return body_->run(q); }
std::vector<node_reach> product_count::reaches(const count_request& q) const {
  return body_->reaches(q);
}
std::vector<node_bits> product_count::roll_bits(const std::vector<node_bits>& own,
                                                const count_request& q) const {
  return body_->roll_bits(own, q);
}
number_width product_count::width() const noexcept { return body_->width; }

}  // namespace tradewarden::detail
