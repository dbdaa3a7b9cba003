#include "origin/cone_count.hpp"

#include <cmath>

namespace tradewarden::detail {

namespace {

/// Powers of ten by which `r` must be multiplied until only a factor of `den` is left below.
std::int32_t places_of(const ratio& r, big& den) {
  std::int32_t twos = 0;
  std::int32_t fives = 0;
  if (denominator(r) == 1) return 0;
  if (denominator(r) <= big(INT64_MAX)) {  // nearly always: a decimal
    auto rest = denominator(r).convert_to<std::int64_t>();
    for (; rest % 2 == 0; rest /= 2) ++twos;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    if (rest != 1) den = boost::multiprecision::lcm(den, big(rest));
    return std::max(twos, fives);
  }
  big rest = denominator(r);
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  if (rest != 1) den = boost::multiprecision::lcm(den, rest);
  return std::max(twos, fives);
}

double bits_of(const big& b) {
  return b == 0 ? 0.0 : static_cast<double>(boost::multiprecision::msb(b)) + 1.0;
}

/// Of the digits of a quantity: never less than the logarithm, and for a chain of ones next to none.
double bits_of(const decimal& quantity) {
  return std::log2(static_cast<double>(quantity.units())) + 1e-9;
}

/// Logarithm to 2 of 2^a + 2^b, rounded up a little.
double add_bits(double a, double b) {
  const double high = std::max(a, b);
  return high + std::log2(1.0 + std::exp2(std::min(a, b) - high)) + 1e-9;
}

}  // namespace

cone_scales scale_cone(const cone& c, const bill_data& data,
                       const std::vector<part_facts>& facts) {
  cone_scales s;
  s.scale.assign(c.size(), 0);
  std::vector<double> bits(c.size());
  for (std::uint32_t i = 0; i < c.size(); ++i) {
    if (!facts[i].worth_known) continue;
    s.scale[i] = std::max(places_of(facts[i].low, s.denominator),
                          places_of(facts[i].high, s.denominator));
  }
  for (std::uint32_t i = c.size(); i-- > 0;) {
    std::int32_t& own = s.scale[i];
    for (std::uint32_t l = c.first[i]; l < c.first[i + 1]; ++l) {
      const decimal& q = data.quantities[data.quantity[c.lines[l].line]].in_unit;
      own = std::max(own, s.scale[c.lines[l].child] + q.scale());
    }
  }
  const double den = bits_of(s.denominator);
  const double ten = std::log2(10.0);
  for (std::uint32_t i = c.size(); i-- > 0;) {
    double b = 1;
    if (facts[i].worth_known) {
      b = bits_of(numerator(facts[i].high)) + den + ten * s.scale[i];
    }
    for (std::uint32_t l = c.first[i]; l < c.first[i + 1]; ++l) {
      const std::uint32_t child = c.lines[l].child;
      const decimal& q = data.quantities[data.quantity[c.lines[l].line]].in_unit;
      const double factor = bits_of(q) +
                            ten * (s.scale[i] - s.scale[child] - q.scale());
      b = add_bits(b, bits[child] + factor);
    }
    bits[i] = b;
    s.bits = std::max(s.bits, b);
  }
  // A price below one leaves its own number small while quantities alone may be large: reaches().
  double quantity = 0;
  std::vector<double> much(c.size(), -1);
  much[0] = 0;
  for (std::uint32_t i = 0; i < c.size(); ++i) {
    quantity = std::max(quantity, much[i]);
    for (std::uint32_t l = c.first[i]; l < c.first[i + 1]; ++l) {
      const std::uint32_t child = c.lines[l].child;
      const decimal& q = data.quantities[data.quantity[c.lines[l].line]].in_unit;
      const double factor = bits_of(q) +
                            ten * (s.scale[i] - s.scale[child] - q.scale());
      much[child] = much[child] < 0 ? much[i] + factor : add_bits(much[child], much[i] + factor);
    }
  }
  s.bits = std::max(s.bits, quantity);
  return s;
}

template <class Num>
cone_count<Num>::cone_count(const cone& c, const bill_data& data, const cone_scales& scales,
                            const std::vector<part_facts>& facts)
    : cone_(c), facts_(facts) {
  const std::uint32_t n = c.size();
  low_.resize(n);
  high_.resize(n);
  known_.resize(n);
  value_.resize(n);
  factor_.reserve(c.lines.size());
  for (std::uint32_t i = 0; i < n; ++i) {
    known_[i] = facts[i].worth_known;
    if (known_[i] && facts[i].high != 0) {
      const big times = scales.denominator * power_of_ten(scales.scale[i]);
      low_[i] = from_big<Num>(numerator(facts[i].low) * (times / denominator(facts[i].low)));
      high_[i] = from_big<Num>(numerator(facts[i].high) * (times / denominator(facts[i].high)));
    }
    for (std::uint32_t l = c.first[i]; l < c.first[i + 1]; ++l) {
      const decimal& q = data.quantities[data.quantity[c.lines[l].line]].in_unit;
      const std::int32_t shift = scales.scale[i] - scales.scale[c.lines[l].child] - q.scale();
      Num factor(q.units());
      for (std::int32_t k = 0; k < shift; ++k) factor *= 10;
      factor_.push_back(std::move(factor));
    }
  }
}

template <class Num>
bound<Num> cone_count<Num>::one_of(const bound<Num>& a, const bound<Num>& b, settle s) {
  const bool low_is_a = s == settle::most ? less_low(b, a) : less_low(a, b);
  const bool high_is_a = s == settle::least ? less_high(a, b) : less_high(b, a);
  bound<Num> r;
  r.low = low_is_a ? a.low : b.low;
  r.low_unbounded = low_is_a ? a.low_unbounded : b.low_unbounded;
  r.high = high_is_a ? a.high : b.high;
  r.high_unbounded = high_is_a ? a.high_unbounded : b.high_unbounded;
  return r;
}

template <class Num>
bound<Num> cone_count<Num>::own_value(std::uint32_t node, truth counts, settle s) const {
  bound<Num> r;
  if (counts == truth::no) return r;
  if (counts == truth::yes) r.low = low_[node];
  r.high = high_[node];
  r.high_unbounded = !known_[node];
  if (s == settle::most) {
    r.low = r.high;
    r.low_unbounded = r.high_unbounded;
  } else if (s == settle::least) {
    r.high = r.low;
    r.high_unbounded = false;
  }
  return r;
}

template <class Num>
bound<Num> cone_count<Num>::content(std::uint32_t node, const count_request& q, settle s) const {
  bound<Num> r;
  const std::uint32_t first = cone_.first[node];
  const std::uint32_t last = cone_.first[node + 1];
  if (first == last) {
    // Made here of nothing that the bill names: what went in is not known.
    if (inside_unknown(cone_, facts_[node], node)) r = own_value(node, truth::unknown, s);
    return r;
  }
  if (!cone_.alternatives) {
    for (std::uint32_t l = first; l < last; ++l) add(r, factor_[l], value_[cone_.lines[l].child]);
    return r;
  }
  for (std::uint32_t l = first; l < last;) {
    const std::uint32_t position = cone_.lines[l].position;
    const settle of = q.chosen && (*q.chosen)[position] != 0 ? q.towards : settle::open;
    bound<Num> chosen;
    add(chosen, factor_[l], value_[cone_.lines[l].child]);
    for (++l; l < last && cone_.lines[l].position == position; ++l) {
      bound<Num> other;
      add(other, factor_[l], value_[cone_.lines[l].child]);
      chosen = one_of(chosen, other, of);
    }
    add(r, Num(1), chosen);
  }
  return r;
}

template <class Num>
bound<Num> cone_count<Num>::run(const count_request& q) {
  for (std::uint32_t i = cone_.size(); i-- > 0;) {
    const part_facts& f = facts_[i];
    const std::uint8_t resolved = q.resolved ? (*q.resolved)[i] : 0;
    const settle value = (resolved & 1) != 0 ? q.towards : settle::open;
    const truth us = i == 0 ? truth::no : f.us_origin;
    if (us == truth::yes) {
      value_[i] = own_value(i, (*q.counts)[i], value);
      continue;
    }
    bound<Num> inside = content(i, q, value);
    if (q.cut && i != 0 && f.discrete != truth::no) {
      const truth cut = f.discrete == truth::unknown && q.unknown_discrete_counts ? truth::no
                                                                                  : f.discrete;
      const settle discrete = (resolved & 2) != 0 ? q.towards : settle::open;
      if (cut == truth::yes) {
        inside = {};
      } else if (cut == truth::unknown) {
        inside = one_of(inside, {}, discrete);
      }
    }
    value_[i] = us == truth::no ? inside
                                : one_of(own_value(i, (*q.counts)[i], value), inside, value);
  }
  return value_[0];
}

template <class Num>
std::vector<typename cone_count<Num>::reach> cone_count<Num>::reaches(
    const count_request& q) const {
  std::vector<reach> r(cone_.size());
  r[0] = {Num(1), Num(1), Num(1), Num(1)};
  for (std::uint32_t i = 0; i < cone_.size(); ++i) {
    const part_facts& f = facts_[i];
    truth open = truth::yes;  // does what is inside count?
    if (q.cut && i != 0) {
      open = !f.discrete;
      if (open == truth::unknown && q.unknown_discrete_counts) open = truth::yes;
    }
    if (i != 0 && f.us_origin == truth::unknown) open = open && truth::unknown;
    const std::uint32_t last = cone_.first[i + 1];
    for (std::uint32_t l = cone_.first[i]; l < last; ++l) {
      const bool alone =
          (l == cone_.first[i] || cone_.lines[l - 1].position != cone_.lines[l].position) &&
          (l + 1 == last || cone_.lines[l + 1].position != cone_.lines[l].position);
      reach& to = r[cone_.lines[l].child];
      to.all += factor_[l] * r[i].all;
      if (alone) to.fewest += factor_[l] * r[i].fewest;
      if (open != truth::no) to.most += factor_[l] * r[i].most;
      if (open == truth::yes && alone) to.least += factor_[l] * r[i].least;
    }
  }
  return r;
}

template <class Num>
bound<Num> cone_count<Num>::of_product(std::uint32_t node, const count_request& q) const {
  if (cone_.first[node] == cone_.first[node + 1]) {
    return own_value(node, truth::unknown, settle::open);
  }
  return content(node, q, settle::open);
}

template <class Num>
typename cone_count<Num>::bits cone_count<Num>::bits_inside(std::uint32_t node,
                                                            const std::vector<bits>& rolled,
                                                            const count_request& q) const {
  bits inside;
  for (std::uint32_t l = cone_.first[node]; l < cone_.first[node + 1];) {
    const std::uint32_t position = cone_.lines[l].position;
    const bool settled = q.chosen && (*q.chosen)[position] != 0;
    bits one = rolled[cone_.lines[l].child];
    for (++l; l < cone_.first[node + 1] && cone_.lines[l].position == position; ++l) {
      const bits& other = rolled[cone_.lines[l].child];
      one.sure = settled && q.towards == settle::most ? one.sure | other.sure
                                                      : one.sure & other.sure;
      one.perhaps = settled && q.towards == settle::least ? one.perhaps & other.perhaps
                                                          : one.perhaps | other.perhaps;
    }
    inside.sure |= one.sure;
    inside.perhaps |= one.perhaps;
  }
  return inside;
}

template <class Num>
std::vector<typename cone_count<Num>::bits> cone_count<Num>::roll_bits(
    const std::vector<bits>& own, const count_request& q) const {
  std::vector<bits> r(cone_.size());
  for (std::uint32_t i = cone_.size(); i-- > 0;) {
    const bits inside = bits_inside(i, r, q);
    const truth us = i == 0 ? truth::no : facts_[i].us_origin;
    const bool resolved = q.resolved && ((*q.resolved)[i] & 1) != 0;
    if (us == truth::yes) {
      r[i] = own[i];
    } else if (us == truth::no) {
      r[i] = {own[i].sure | inside.sure, own[i].perhaps | inside.perhaps};
    } else {
      const bool most = resolved && q.towards == settle::most;
      const bool least = resolved && q.towards == settle::least;
      r[i].sure = most ? own[i].sure | inside.sure : own[i].sure & inside.sure;
      r[i].perhaps = least ? own[i].perhaps & inside.perhaps : own[i].perhaps | inside.perhaps;
    }
  }
  return r;
}

template class cone_count<std::int64_t>;
template class cone_count<int128>;
template class cone_count<big>;

}  // namespace tradewarden::detail
