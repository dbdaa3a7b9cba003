// The foreign direct product rules of 15 CFR 734.9 for one product and destination: which prongs are
// met, and by what.
//
//   rule (data)      items            technology | plant | IC inside        reach           unless
//   made of          classification   production.csv                        destination, end user
//   a prong is       any_of [ all_of [ atom, atom ], ... ], each atom yes, no or open
//   the rule         items and routes and reach and not unless
//
// Example:
//   direct_products all(engine, options, on, changes, log);
//   for (const direct_product_case& c : all.about(product, context))
//     if (c.of({}) == truth::yes) ... c.rule->name
//
// Threads: one thread at a time; what it returns lives as long as it does.
#ifndef TRADEWARDEN_ORIGIN_DIRECT_PRODUCTS_HPP
#define TRADEWARDEN_ORIGIN_DIRECT_PRODUCTS_HPP

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "origin/engine.hpp"
#include "origin/legal_context.hpp"
#include "origin/product_question.hpp"
#include "tradewarden/direct_product_rule.hpp"

namespace tradewarden::detail {

struct settled;

/// One thing that has to hold.
struct prong_atom {
  truth value = truth::unknown;
  std::string fact;  ///< That decides it where it is open; empty: nothing that can be stated.
};

/// Holds if all atoms of one of its alternatives do.
struct prong {
  std::vector<std::vector<prong_atom>> any_of;
  truth now = truth::no;             ///< As the facts stand.
  std::string why;
  std::vector<std::uint32_t> rules;  ///< In the log.

  /// `good` is what facts settled towards "triggers" make of an open atom.
  [[nodiscard]] truth of(const settled& s, truth good) const;
  void close();  ///< Works out `now`.
};

struct direct_product_case {
  const direct_product_rule* rule = nullptr;
  std::string_view test;  ///< "us-ear-734.9-e-1"
  std::uint32_t basis = 0;         ///< In the log.
  const prong* items = nullptr;    ///< These are null for a rule that is not applied on the day.
  const prong* routes = nullptr;
  const prong* reach = nullptr;
  const prong* unless = nullptr;
  truth now = truth::no;  ///< As the facts stand, for what is made abroad.

  [[nodiscard]] truth product() const { return items->now && routes->now; }
  [[nodiscard]] truth reached() const { return reach->now && !unless->now; }
  [[nodiscard]] truth of(const settled& s) const;
  /// Facts that may move it, each once.
  [[nodiscard]] std::vector<std::string> open_facts() const;
};

class direct_products {
 public:
  direct_products(const origin_engine& engine, const origin_options& options, day on,
                  const overlay& changes, rule_log& log);

  /// Has anybody said how the parts are made, or who gets the product and what for? Else what the
  /// rules cannot decide without is not evaluated, rather than open.
  [[nodiscard]] bool asked() const { return asked_; }

  /// Every rule, by id.
  [[nodiscard]] std::vector<direct_product_case> about(product_question& q,
                                                       const legal_context& ctx);
  /// What the row of a part says of integrated circuits inside contradicts its parts.
  [[nodiscard]] bool contradicts(std::uint32_t part);

 private:
  struct made_by {  // the routes of one part
    std::uint32_t part = 0xffffffff;
    std::vector<prong> routes;
  };
  struct where {
    std::vector<prong> reach;
    std::vector<prong> unless;
  };
  using where_key = std::tuple<std::string, std::string, content_class>;

  [[nodiscard]] const std::vector<prong>& items_of(const signature& made, std::uint32_t number,
                                                   const legal_context& ctx);
  [[nodiscard]] const std::vector<prong>& routes_of(std::uint32_t part, const legal_context& ctx);
  [[nodiscard]] const where& where_of(const legal_context& ctx, content_class made);
  [[nodiscard]] prong item_prong(const direct_product_rule& r, const signature& made,
                                 const legal_context& ctx);
  [[nodiscard]] prong route_prong(const direct_product_rule& r, std::uint32_t part,
                                  const legal_context& ctx);
  [[nodiscard]] prong_atom source_atom(const direct_product_source& s, const eccn_list* list,
                                       std::string_view fact, const legal_context& ctx,
                                       std::vector<std::uint32_t>& rules);
  [[nodiscard]] prong condition_prong(const std::vector<direct_product_condition>& all,
                                      const legal_context& ctx, content_class made);
  [[nodiscard]] truth contains_ic(std::uint32_t part);

  const origin_engine& engine_;
  const origin_options& options_;
  day on_;
  const overlay& changes_;
  rule_log& log_;
  bool asked_;
  std::vector<direct_product_rule> rules_;
  std::vector<std::string> tests_;
  std::vector<std::uint32_t> bases_;
  std::map<std::uint32_t, std::vector<prong>> items_;  // by signature
  made_by made_;
  std::map<where_key, std::unique_ptr<where>> where_;
  std::vector<truth> contains_ic_;         // by part
  std::vector<std::uint8_t> contradicts_;  // by part
};

inline constexpr std::string_view k_technology_fact = "us_technology_eccns";
inline constexpr std::string_view k_plant_fact = "plant_eccns";
inline constexpr std::string_view k_ic_fact = "contains_ic_of_such_plant";
inline constexpr std::string_view k_footnotes_fact = "end_user_footnotes";
inline constexpr std::string_view k_end_use_fact = "end_use";
inline constexpr std::string_view k_headquarters_fact = "end_user_headquarters";
inline constexpr std::string_view k_exported_from_fact = "exported_from";

/// Whether a fact is one about the product itself, which a row of the bill states.
[[nodiscard]] bool is_product_fact(std::string_view fact);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_DIRECT_PRODUCTS_HPP
