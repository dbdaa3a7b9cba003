// One product under question: its cone, the facts of its parts, its price; shared by all
// destinations.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_PRODUCT_QUESTION_HPP
#define TRADEWARDEN_ORIGIN_PRODUCT_QUESTION_HPP

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "origin/engine.hpp"
#include "origin/product_count.hpp"
#include "tradewarden/origin_answer.hpp"

namespace tradewarden::detail {

/// Signatures of one run: those of the bill, and those that an overlay adds.
class run_signatures {
 public:
  run_signatures(const origin_engine& engine, const overlay& changes);
  [[nodiscard]] const detail::signature& at(std::uint32_t number) const { return all_[number]; }
  [[nodiscard]] std::uint32_t of(std::uint32_t part) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(all_.size()); }

 private:
  const origin_engine& engine_;
  std::vector<detail::signature> all_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> changed_;  // part, number; by part
  std::deque<classification> codes_;
  std::deque<std::string> texts_;
};

/// "A, B and 3 more", by id.
[[nodiscard]] std::string named_few(std::vector<std::string_view> parts);

/// Facts of the parts of a cone, by node; `no_rate`: priced in a currency without a rate.
[[nodiscard]] std::vector<part_facts> facts_of_cone(
    const origin_engine& engine, const run_signatures& signatures, const cone& c,
    std::string_view currency, const origin_options& options, day on, const overlay& changes,
    cone_scratch& scratch, std::vector<std::uint8_t>& no_rate);

struct product_question {
  product_question(const origin_engine& e, const run_signatures& s, std::uint32_t part,
                   const origin_options& options, day on, const overlay& changes,
                   cone_scratch& scratch);
  /// The product alone, its figures being those of a union (counting::figures): what is below it can
  /// not be asked. `lines`: how many it has.
  product_question(const origin_engine& e, const run_signatures& s, std::uint32_t part,
                   std::string_view currency, const part_facts& own, std::uint32_t lines,
                   std::vector<std::uint32_t> used_signatures);
  product_question(const product_question&) = delete;
  product_question& operator=(const product_question&) = delete;

  const origin_engine& engine;
  const run_signatures& signatures;
  std::uint32_t product;
  std::string_view currency;
  detail::cone cone;
  std::vector<std::uint8_t> no_rate;   ///< By node: priced in a currency without a rate.
  std::vector<part_facts> facts;       ///< By node.
  std::vector<std::string> origin_notes;  ///< What the origin of parts was taken from.
  product_count count;                 ///< Refers to cone and facts.

  [[nodiscard]] const detail::signature& signature_of(std::uint32_t node) const {
    return signatures.at(facts[node].signature);
  }
  [[nodiscard]] std::string_view id(std::uint32_t node) const {
    return engine.data().ids.text(cone.parts[node]);
  }
  [[nodiscard]] bool has_lines(std::uint32_t node) const {
    return cone.first[node] != cone.first[node + 1];
  }

  // What no destination changes is worked out once.

  /// As product_count::reaches with the facts as they stand.
  [[nodiscard]] const std::vector<node_reach>& reaches(bool cut);
  /// A part without what a destination says of it: texts, quantity, worth and the way to it.
  [[nodiscard]] const counted_part& about(std::uint32_t node);
  /// Place of each node among all, by what is in the product at least, the most valuable first;
  /// then by id.
  [[nodiscard]] const std::vector<std::uint32_t>& worth_rank();
  /// The nodes in that order, in which no order of rows has a say.
  [[nodiscard]] const std::vector<std::uint32_t>& by_worth();
  /// Signatures in the product, its own among them, in order.
  [[nodiscard]] const std::vector<std::uint32_t>& used_signatures();

 private:
  void note_origins(const overlay& changes);
  void note_parts(std::vector<std::string_view> parts, std::string_view what);

  bool unknown_discrete_counts_;
  std::vector<node_reach> reaches_[2];
  std::vector<std::optional<counted_part>> about_;
  std::vector<std::uint32_t> worth_rank_, by_worth_, used_signatures_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_PRODUCT_QUESTION_HPP
