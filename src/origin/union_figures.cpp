#include "origin/union_figures.hpp"

#include <algorithm>

#include "origin/answer_key.hpp"

namespace tradewarden::detail {

namespace {

// Flags of what is in a product, in the first word; numbers of signatures follow.
constexpr std::uint64_t k_goods = 1U << 3;   // the three bits before: classes of content
constexpr std::uint64_t k_unknown = 1U << 4;
constexpr std::uint32_t k_flags = 5;

}  // namespace

struct union_figures::base {
  virtual ~base() = default;
  virtual std::vector<amount_bound> run(const count_request& q,
                                        const std::vector<std::uint32_t>& nodes) = 0;
  virtual std::vector<node_bits> roll(const std::vector<node_bits>& own,
                                      const std::vector<std::uint32_t>& nodes) = 0;
};

template <class Num>
struct union_figures::body final : union_figures::base {
  cone_scales scales;
  cone_count<Num> count;

  body(const cone& c, const bill_data& data, cone_scales s, const std::vector<part_facts>& facts)
      : scales(std::move(s)), count(c, data, scales, facts) {}

  std::vector<amount_bound> run(const count_request& q,
                                const std::vector<std::uint32_t>& nodes) override {
    (void)count.run(q);
    std::vector<amount_bound> out;
    out.reserve(nodes.size());
    for (const std::uint32_t n : nodes) {
      const bound<Num> b = count.of_product(n, q);
      const big per = power_of_ten(scales.scale[n]) * scales.denominator;
      out.push_back({ratio(to_big(b.low), per), ratio(to_big(b.high), per), b.low_unbounded,
                     b.high_unbounded});
    }
    return out;
  }

  std::vector<node_bits> roll(const std::vector<node_bits>& own,
                              const std::vector<std::uint32_t>& nodes) override {
    std::vector<typename cone_count<Num>::bits> in(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) in[i] = {own[i].sure, own[i].perhaps};
    const auto rolled = count.roll_bits(in, {});
    std::vector<node_bits> out;
    out.reserve(nodes.size());
    for (const std::uint32_t n : nodes) {
      const auto inside = count.bits_inside(n, rolled, {});
      out.push_back({inside.sure, inside.perhaps});
    }
    return out;
  }
};

union_figures::union_figures(const origin_engine& engine, const run_signatures& signatures,
                             std::vector<std::uint32_t> products, std::string_view currency,
                             const origin_options& options, day on, const overlay& changes,
                             cone_scratch& scratch)
    : products_(std::move(products)), unknown_discrete_counts_(options.unknown_discrete_counts) {
  const bill_data& data = engine.data();
  const auto whole = [&](std::uint32_t p) {
    return engine.us_origin(p, changes.find(p), on, scratch.us_made) == truth::yes;
  };
  cone_ = make_union(data, engine.rank, products_, options.alternatives == alternatives_policy::any,
                     whole, changes.lines, scratch);
  std::vector<std::uint8_t> no_rate;
  facts_ = facts_of_cone(engine, signatures, cone_, currency, options, on, changes, scratch, no_rate);
  std::vector<std::uint32_t> at(data.part_count());
  for (std::uint32_t i = 0; i < cone_.size(); ++i) at[cone_.parts[i]] = i;
  for (const std::uint32_t p : products_) node_.push_back(at[p]);
  for (const part_facts& f : facts_) used_.push_back(f.signature);
  std::sort(used_.begin(), used_.end());
  used_.erase(std::unique(used_.begin(), used_.end()), used_.end());

  for (std::uint32_t n = 0; n < signatures.size(); ++n) {
    const content_class content = signatures.at(n).content;
    class_.push_back(static_cast<std::uint8_t>(content));
    is_commodity_.push_back(content == content_class::commodity ? 1 : 0);
  }

  cone_scales s = scale_cone(cone_, data, facts_);
  if (s.bits < 62) {
    body_ = std::make_unique<body<std::int64_t>>(cone_, data, std::move(s), facts_);
  } else if (s.bits < 125) {
    body_ = std::make_unique<body<int128>>(cone_, data, std::move(s), facts_);
  } else if (s.bits <= product_count::k_most_bits) {
    body_ = std::make_unique<body<big>>(cone_, data, std::move(s), facts_);
  }
}

union_figures::~union_figures() = default;

bool union_figures::too_large() const { return body_ == nullptr; }

const union_pass& union_figures::pass(const union_view& view) {
  answer_key key;
  key.add(view.anything);
  key.add(view.commodities_apart ? 1 : 0);
  for (const std::uint32_t s : used_) {
    const signature_view& v = view.signatures[s];
    key.add(static_cast<std::uint64_t>(v.counts));
    key.add(v.bits.sure);
    key.add(v.bits.perhaps);
    key.add(std::uint64_t{v.number});
  }
  std::unique_ptr<union_pass>& known = passes_[key.text];
  if (!known) {
    known = std::make_unique<union_pass>();
    count(view, *known);
    find(view, *known);
  }
  return *known;
}

void union_figures::count(const union_view& view, union_pass& out) {
  std::vector<truth> counts(cone_.size());
  for (std::uint32_t i = 0; i < cone_.size(); ++i) {
    counts[i] = view.signatures[facts_[i].signature].counts;
  }
  count_request q;
  q.counts = &counts;
  q.unknown_discrete_counts = unknown_discrete_counts_;
  const auto both = [&](std::vector<amount_bound>& with, std::vector<amount_bound>& without) {
    q.cut = true;
    with = body_->run(q, node_);
    q.cut = false;
    without = body_->run(q, node_);
  };
  both(out.with, out.without);
  if (view.commodities_apart) {
    for (std::uint32_t i = 0; i < cone_.size(); ++i) {
      if (is_commodity_[facts_[i].signature] != 0) counts[i] = truth::no;
    }
    both(out.rest_with, out.rest_without);
    return;
  }
  // As ear_judge finds them, part by part.
  std::vector<node_bits> own(cone_.size());
  for (std::uint32_t i = 0; i < cone_.size(); ++i) {
    const part_facts& f = facts_[i];
    if (f.worth_known && f.high == 0) continue;
    if (f.us_origin != truth::yes && inside_open(i)) own[i].perhaps |= view.anything;
    if (f.us_origin == truth::no) continue;
    const node_bits& b = view.signatures[f.signature].bits;
    const bool surely_worth = !f.worth_known || f.low > 0;
    own[i] = {surely_worth ? b.sure : 0, own[i].perhaps | b.perhaps};
  }
  out.bits = body_->roll(own, node_);
  for (std::size_t place = 0; place < node_.size(); ++place) {
    const part_facts& f = facts_[node_[place]];
    const bool worthless = f.worth_known && f.high == 0;
    if (line_count(place) == 0 && !worthless) out.bits[place].perhaps |= view.anything;
  }
}

/// What is anywhere in a product, cut or not, whichever alternative is taken.
void union_figures::find(const union_view& view, union_pass& out) {
  const std::uint32_t words = (k_flags + view.numbers + 63) / 64;
  out.words = words;
  std::vector<std::uint64_t> found(std::size_t{cone_.size()} * words);
  const auto add_children = [&](std::uint32_t node, std::uint64_t* to) {
    for (std::uint32_t l = cone_.first[node]; l < cone_.first[node + 1]; ++l) {
      const std::uint64_t* child = found.data() + std::size_t{cone_.lines[l].child} * words;
      for (std::uint32_t w = 0; w < words; ++w) to[w] |= child[w];
    }
  };
  for (std::uint32_t i = cone_.size(); i-- > 0;) {
    const part_facts& f = facts_[i];
    const signature_view& v = view.signatures[f.signature];
    std::uint64_t* own = found.data() + std::size_t{i} * words;
    if (f.us_origin != truth::yes) add_children(i, own);
    if (f.us_origin != truth::no) {
      own[(k_flags + v.number) / 64] |= std::uint64_t{1} << ((k_flags + v.number) % 64);
    }
    if (f.worth_known && f.high == 0) continue;
    const bool open = f.us_origin != truth::yes && inside_open(i);
    own[0] |= std::uint64_t{1} << class_[f.signature];
    if (open) own[0] |= k_unknown;
    const bool counts = f.us_origin != truth::no && v.counts != truth::no;
    if (is_commodity_[f.signature] != 0 && (counts || open)) own[0] |= k_goods;
  }
  out.found.assign(node_.size() * words, 0);
  for (std::size_t place = 0; place < node_.size(); ++place) {
    add_children(node_[place], out.found.data() + place * words);
    const part_facts& f = facts_[node_[place]];
    const bool worthless = f.worth_known && f.high == 0;
    if (line_count(place) == 0 && !worthless) out.found[place * words] |= k_unknown;
  }
}

product_figures union_figures::figures(const union_pass& p, std::size_t place) const {
  product_figures f;
  f.with = p.with[place];
  f.without = p.without[place];
  if (!p.rest_with.empty()) {
    f.rest_with = p.rest_with[place];
    f.rest_without = p.rest_without[place];
  }
  if (!p.bits.empty()) f.bits = p.bits[place];
  const std::uint64_t flags = p.found[place * p.words];
  f.classes = static_cast<std::uint8_t>(flags & 7);
  f.goods = (flags & k_goods) != 0;
  return f;
}

bool union_figures::holds(const union_pass& p, std::size_t place, std::uint32_t number) const {
  const std::uint64_t word = p.found[place * p.words + (k_flags + number) / 64];
  return ((word >> ((k_flags + number) % 64)) & 1) != 0;
}

bool union_figures::holds_unknown(const union_pass& p, std::size_t place) const {
  return (p.found[place * p.words] & k_unknown) != 0;
}

}  // namespace tradewarden::detail
