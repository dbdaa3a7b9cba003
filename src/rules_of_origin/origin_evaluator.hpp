// Works out which parts of a bill originate under an agreement, with the best designation of
// intermediate materials.
//
// From the materials up. Each part has two answers: whether it originates where it is used freely, and
// whether it does inside an intermediate material that itself needs a regional value content, where some
// agreements let no other such material be designated (19 USC 4531(d)(9)). A self-produced part that
// originates counts in full, which no other treatment can better; one that does not is traced to its
// materials. So the best designation is found exactly, in one pass: a choice for one use of a part never
// binds another use.
//
// Unknown facts are worked with as such: yes and no are sure, whatever they turn out to be.
//
// Example:
//   origin_evaluator e(model);
//   e.product();                             // truth
//   e.status(3, origin_evaluator::freely);   // truth
//
// Threads: one thread; the model outlives it.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_EVALUATOR_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_EVALUATOR_HPP

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "rules_of_origin/origin_model.hpp"

namespace tradewarden::detail {

/// Materials that miss something: what they are worth, and whether there is none at all.
struct missed {
  interval value{};
  truth none = truth::yes;
};

/// Whether the agreement tolerates what is missed.
struct tolerated {
  truth asked = truth::no;   // no: nothing is missed
  truth met = truth::no;
  interval value{};          // of what is missed
  interval limit{};          // the most that is tolerated, of the first that covers it
  const origin_tolerance* by = nullptr;
  bool elsewhere = false;    // other tolerances apply to the good, which are not worked out
};

class origin_evaluator {
 public:
  enum place : std::uint8_t { freely = 0, inside = 1 };  // inside an intermediate with a value requirement

  explicit origin_evaluator(const origin_model& m);

  [[nodiscard]] truth status(std::uint32_t part, place where) const { return status_[where][part]; }
  /// By its materials and rules alone; conditions of territory, operations and transport are apart.
  [[nodiscard]] truth product() const { return made(0, freely, true); }
  /// The same for a good on the way to it.
  [[nodiscard]] truth made_of(std::uint32_t good, place where) const { return made(good, where, true); }
  /// In the territory, not by minimal operations alone, carried as it must be.
  [[nodiscard]] truth conditions() const;

  // --- for the working; `good` is made of its lines
  [[nodiscard]] truth met(std::uint32_t good, const rules::origin_rule& r, place where, bool with_value) const;
  [[nodiscard]] truth wholly_obtained(std::uint32_t good) const;
  [[nodiscard]] truth only_originating(std::uint32_t good, place where) const;
  [[nodiscard]] interval vnm(std::uint32_t good, place where) const;
  [[nodiscard]] interval vom(std::uint32_t good, place where) const;
  /// As if no self-produced part were designated.
  [[nodiscard]] interval traced_vnm(std::uint32_t good) const;
  /// What is missed by the test `r` of the good, and how it is tolerated.
  [[nodiscard]] tolerated tolerance(std::uint32_t good, const rules::origin_rule& r, place where) const;
  /// Value (or weight) of the non-originating materials that the test names.
  [[nodiscard]] interval named(std::uint32_t good, const rules::origin_rule& r, place where) const;
  /// The value that shares are of: without international shipping.
  [[nodiscard]] interval value_of(std::uint32_t good) const;
  [[nodiscard]] interval build_up_costs(std::uint32_t good, place where) const;
  [[nodiscard]] truth value_met(std::uint32_t good, const rules::origin_rule& r, rules::value_method method, place where) const;
  /// The methods that a value test means.
  [[nodiscard]] std::vector<rules::value_method> methods(const rules::origin_rule& r) const;
  /// Does the material, taken whole, change its classification as the rule asks?
  [[nodiscard]] truth shifts(std::uint32_t material, std::uint32_t good, const rules::origin_rule& r) const;
  /// Is a part that does not originate looked through to its materials?
  [[nodiscard]] bool traced(std::uint32_t part) const;
  /// The same for a purchased part, because all processing within the territory counts.
  [[nodiscard]] bool accumulated(std::uint32_t part) const;

 private:
  [[nodiscard]] truth made(std::uint32_t good, place where, bool with_value) const;
  [[nodiscard]] truth by_rules(std::uint32_t good, place where, bool with_value) const;
  void settle(std::uint32_t part);
  /// What the materials of the good miss of the test, by value or by weight.
  [[nodiscard]] missed over_materials(std::uint32_t good, place where, const rules::origin_rule& r, bool weigh) const;
  /// The same of one material, not looked through.
  [[nodiscard]] missed whole(const model_part& p, std::uint32_t good, const rules::origin_rule& r, bool weigh) const;
  [[nodiscard]] interval inner(std::uint32_t part, const std::vector<interval>& of) const;

  const origin_model& m_;
  std::vector<rules::hs_set> tolerance_goods_;
  rules::hs_set elsewhere_;
  std::array<std::vector<truth>, 2> status_;
  std::array<std::vector<truth>, 2> foreign_;  // holds a non-originating material, as used
  std::array<std::vector<interval>, 2> vnm_;   // of one unit, as used
  std::array<std::vector<interval>, 2> vom_;
  std::vector<interval> traced_;
  /// By test, code of the good, place, weight: what each part misses as it is used.
  using test_key = std::tuple<const rules::origin_rule*, std::string, place, bool>;
  mutable std::map<test_key, std::unordered_map<std::uint32_t, missed>> found_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_EVALUATOR_HPP
