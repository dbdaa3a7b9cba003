// A bill as plain structures, and its content by the definition: every choice of every open fact and
// alternative is tried, each product is walked as a tree, numbers are rationals. The twin of
// src/origin/cone_count.hpp and deciding.hpp; for a dozen parts, no more.
#ifndef TRADEWARDEN_TESTS_REFERENCE_PLAIN_BILL_HPP
#define TRADEWARDEN_TESTS_REFERENCE_PLAIN_BILL_HPP

#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tradewarden/truth.hpp"

namespace tradewarden::tests {

using rational = boost::multiprecision::cpp_rational;

struct plain_part {
  bool made = false;
  truth us = truth::no;
  truth counts = truth::no;        // if it is of US origin
  truth discrete = truth::no;
  rational low, high;              // of one unit; equal if known
  bool lines = false;
};

struct plain_alternative {
  int child = 0;
  rational quantity;
};

struct plain_position {
  int parent = 0;
  std::vector<plain_alternative> alternatives;
};

struct plain_bill {
  std::vector<plain_part> parts;   // 0 is the product; a child has a larger number than its parent
  std::vector<plain_position> positions;
  rational product_low = 1, product_high = 1;  // the price
};

/// A fact that may be open, as deciding sets name it.
struct plain_fact {
  enum kind { value, discrete, position, price } what = value;
  int number = 0;
};

/// One way in which all facts may turn out.
struct plain_world {
  std::vector<bool> us, counts, discrete, dear;  // by part; dear: the price is the high one
  std::vector<std::size_t> choice;               // by position
  bool dear_product = false;
};

/// Content of one unit of a part.
[[nodiscard]] inline rational plain_content(const plain_bill& b, const plain_world& w, int part,
                                            bool cut) {
  const plain_part& p = b.parts[static_cast<std::size_t>(part)];
  const auto i = static_cast<std::size_t>(part);
  const rational worth = w.dear[i] ? p.high : p.low;
  if (part != 0 && w.us[i]) return w.counts[i] ? worth : rational(0);
  if (cut && part != 0 && w.discrete[i]) return 0;
  rational sum = 0;
  bool any = false;
  for (std::size_t k = 0; k < b.positions.size(); ++k) {
    if (b.positions[k].parent != part) continue;
    any = true;
    const plain_alternative& a = b.positions[k].alternatives[w.choice[k]];
    sum += a.quantity * plain_content(b, w, a.child, cut);
  }
  // Nobody says of what it is made: `counts` stands for "it is all US content that counts". What is
  // bought is free of it, unless it is stated to be no discrete product.
  if (!any && (p.made || part == 0 || p.discrete == truth::no)) return w.counts[i] ? worth : rational(0);
  return sum;
}

/// Calls `see` for every world that the open facts allow. Without `any_alternative` the first
/// alternative of each position stands.
inline void each_world(const plain_bill& b, bool any_alternative,
                       const std::function<void(const plain_world&)>& see) {
  plain_world w;
  const std::size_t n = b.parts.size();
  w.us.assign(n, false);
  w.counts.assign(n, false);
  w.discrete.assign(n, false);
  w.dear.assign(n, false);
  w.choice.assign(b.positions.size(), 0);
  std::vector<std::function<void(const std::function<void()>&)>> steps;
  const auto open = [&](truth t, auto set) {
    steps.push_back([t, set](const std::function<void()>& next) {
      if (t != truth::yes) {
        set(false);
        next();
      }
      if (t != truth::no) {
        set(true);
        next();
      }
    });
  };
  for (std::size_t i = 0; i < n; ++i) {
    const plain_part& p = b.parts[i];
    const bool inside_unknown =
        !p.lines && (p.made || i == 0 || p.discrete == truth::no) && p.us != truth::yes;
    open(i == 0 ? truth::no : p.us, [&w, i](bool v) { w.us[i] = v; });
    open(inside_unknown ? truth::unknown : p.counts, [&w, i](bool v) { w.counts[i] = v; });
    open(p.discrete, [&w, i](bool v) { w.discrete[i] = v; });
    open(p.low == p.high ? truth::no : truth::unknown, [&w, i](bool v) { w.dear[i] = v; });
  }
  for (std::size_t k = 0; k < b.positions.size(); ++k) {
    const std::size_t count = any_alternative ? b.positions[k].alternatives.size() : 1;
    steps.push_back([&w, k, count](const std::function<void()>& next) {
      for (w.choice[k] = 0; w.choice[k] < count; ++w.choice[k]) next();
      w.choice[k] = 0;
    });
  }
  open(b.product_low == b.product_high ? truth::no : truth::unknown,
       [&w](bool v) { w.dear_product = v; });
  const std::function<void(std::size_t)> run = [&](std::size_t at) {
    if (at == steps.size()) {
      see(w);
    } else {
      steps[at]([&] { run(at + 1); });
    }
  };
  run(0);
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_REFERENCE_PLAIN_BILL_HPP
