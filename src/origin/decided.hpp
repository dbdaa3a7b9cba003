// What the rules decide about content, asked once for each destination, exporting country and class of
// product of a run.
//
// Example:
//   distinct_decisions all;
//   decided there(signatures, context);
//   const content_decision* d = there.about(used, regime::us_ear, made, all)[signature];
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_DECIDED_HPP
#define TRADEWARDEN_ORIGIN_DECIDED_HPP

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "origin/answer_key.hpp"
#include "origin/ear_content.hpp"
#include "origin/ofac_content.hpp"
#include "origin/product_question.hpp"

namespace tradewarden::detail {

/// Decisions of one run, equal ones once: two destinations for which the same ones hold for every
/// part of a product have the same answer (answer_key.hpp).
class distinct_decisions {
 public:
  const content_decision* kept(content_decision d) {
    answer_key key;
    key.add(d);
    std::unique_ptr<content_decision>& same = by_key_[key.text];
    if (!same) same = std::make_unique<content_decision>(std::move(d));
    return same.get();
  }

 private:
  std::map<std::string, std::unique_ptr<content_decision>> by_key_;
};

/// Decisions about content for one destination, export country and class of product.
class decided {
 public:
  decided(const run_signatures& signatures, legal_context context)
      : ctx(std::move(context)), signatures_(signatures) {}

  legal_context ctx;

  /// By signature; those of `used` are there.
  const std::vector<const content_decision*>& about(const std::vector<std::uint32_t>& used,
                                                    regime r, content_class product,
                                                    distinct_decisions& all) {
    auto& column = columns_[{r, r == regime::us_ofac ? content_class::commodity : product}];
    if (column.empty()) column.resize(signatures_.size());
    for (const std::uint32_t signature : used) {
      if (column[signature]) continue;
      const detail::signature& s = signatures_.at(signature);
      column[signature] = all.kept(r == regime::us_ofac ? decide_ofac_content(ctx, s)
                                                        : decide_ear_content(ctx, s, product));
    }
    return column;
  }
  const rule_answer<std::optional<share_threshold>>& threshold(regime r) {
    auto& t = thresholds_[static_cast<std::size_t>(r)];
    if (!t) {
      t = r == regime::us_ofac ? ctx.book.ofac_threshold(ctx.destination, ctx.on)
                               : ctx.book.ear_threshold(ctx.destination, ctx.on);
    }
    return *t;
  }

 private:
  const run_signatures& signatures_;
  std::map<std::pair<regime, content_class>, std::vector<const content_decision*>> columns_;
  std::optional<rule_answer<std::optional<share_threshold>>> thresholds_[2];
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_DECIDED_HPP
