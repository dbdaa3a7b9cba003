// The verdict of a regime on a product, as the facts stand or with chosen ones settled.
//
// Example:
//   ear_judge j(question, context, decisions, options);
//   judgement now = j.judge({});
//   if (now.verdict == verdict::depends) ... settle facts and ask again (deciding.hpp)
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_JUDGE_HPP
#define TRADEWARDEN_ORIGIN_JUDGE_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "origin/direct_products.hpp"
#include "origin/legal_context.hpp"
#include "origin/product_question.hpp"
#include "origin/zero_percent.hpp"

namespace tradewarden::detail {

/// A fact that is open: about a node, a position, or by name.
struct open_fact {
  enum class kind : std::uint8_t { value, discrete, position, price, product_origin, named };
  kind what = kind::value;
  std::uint32_t number = 0;  ///< Node or position.
  std::string name;          ///< Of a named fact.
  std::string part;          ///< Part id, or empty.
  std::string fact;          ///< As question::fact.
  std::string text;          ///< As question::text.
  bool direct_product = false;  ///< Asked by a rule about foreign direct products alone.
};

/// Facts taken at their least or their most.
struct settled {
  settle towards = settle::open;
  std::vector<std::uint8_t> resolved;  ///< By node; empty: none.
  std::vector<std::uint8_t> chosen;    ///< By position; empty: none.
  bool price = false;
  bool product_origin = false;
  std::vector<std::string> named;
  [[nodiscard]] bool has(std::string_view name) const {
    return std::find(named.begin(), named.end(), name) != named.end();
  }
};

struct share_bound {
  ratio low;
  bool low_unbounded = false;
  ratio high;
  bool high_unbounded = false;
};

struct judged_test {
  std::string_view id;
  tradewarden::verdict verdict = tradewarden::verdict::not_applicable;
};

struct judgement {
  tradewarden::verdict verdict = tradewarden::verdict::not_applicable;
  std::vector<judged_test> tests;
  amount_bound amount;      ///< What counts.
  share_bound share;
};

/// Figures of a product that are known without its parts: union_figures.hpp.
struct product_figures {
  amount_bound with, without;            ///< What counts, with second incorporation or without.
  amount_bound rest_with, rest_without;  ///< The same besides commodities.
  node_bits bits;                        ///< As ear_judge::bits() as the facts stand.
  std::uint8_t classes = 0;              ///< Bit of each content_class that is in it.
  bool goods = false;                    ///< Commodities that count, or may.
  bool unknown_inside = false;           ///< Parts of which nobody said what is in them.
  std::vector<std::uint32_t> review_rules;
};

/// What counts in the product for one destination and regime.
struct counting {
  /// Given: the vectors hold the product alone, and nothing may be settled.
  const product_figures* figures = nullptr;
  std::vector<const content_decision*> decisions;  ///< By node.
  std::vector<truth> counts;                       ///< By node.
  std::optional<share_threshold> threshold;
  bool cut = true;
  /// Nobody knows whether second incorporation applied on the day: `cut` is false, and the fact
  /// k_second_incorporation decides.
  bool cut_open = false;
  bool cut_known = false;  ///< The regime knows the principle: both figures are given.
};

[[nodiscard]] tradewarden::verdict against(const share_bound& s,
                                           const std::optional<share_threshold>& t);
[[nodiscard]] share_bound share_of(const amount_bound& a, const part_facts& product,
                                   const settled& s);

class regime_judge {
 public:
  regime_judge(product_question& q, const legal_context& ctx, const origin_options& options,
               counting c);
  virtual ~regime_judge() = default;
  regime_judge(const regime_judge&) = delete;
  regime_judge& operator=(const regime_judge&) = delete;

  [[nodiscard]] virtual judgement judge(const settled& s) = 0;
  /// Open facts that belong to the regime's own tests (not the value of parts).
  [[nodiscard]] virtual std::vector<open_fact> own_facts() const = 0;
  /// Is it open whether the node is content of a case of 734.4(a) or (b)?
  [[nodiscard]] virtual bool bits_open(std::uint32_t) const { return false; }

  /// The share of an amount, and what it means.
  [[nodiscard]] judgement judge_amount(amount_bound amount, const settled& s) const;
  /// The share test alone; `cut` false: without second incorporation.
  [[nodiscard]] judgement share_test(const settled& s, bool cut);
  [[nodiscard]] count_request request(const settled& s, bool cut) const;

  /// Is the product of US origin itself?
  [[nodiscard]] truth product_origin(const settled& s) const;
  [[nodiscard]] open_fact origin_of_product() const;
  [[nodiscard]] open_fact code_of_product() const;

  product_question& q;
  const legal_context& ctx;
  const origin_options& options;
  counting count;
};

inline constexpr std::string_view k_report_filed = "technology_report_filed";
inline constexpr std::string_view k_software_report_filed = "software_report_filed";

/// What the cases of 734.4(a), 734.4(b) and the rule about bundled software say of content of a
/// signature: bits as in ear_judge. `review_rules` gets those of 734.4(b).
[[nodiscard]] node_bits bits_of_signature(const legal_context& ctx,
                                          const std::vector<open_case>& cases,
                                          const signature& content, truth own_analysis,
                                          std::vector<std::uint32_t>& review_rules);
/// Bits of content of which nothing is known, in a product of the class.
[[nodiscard]] std::uint64_t bits_of_anything(const legal_context& ctx,
                                             const std::vector<open_case>& cases,
                                             content_class product,
                                             std::vector<std::uint32_t>& review_rules);

/// us-ear: 734.3(a)(2), 734.4(a), 734.4(b), bundled software, and 734.4(c), (d).
class ear_judge final : public regime_judge {
 public:
  static constexpr std::uint64_t k_review = std::uint64_t{1} << 62;
  static constexpr std::uint64_t k_own_analysis = std::uint64_t{1} << 63;

  ear_judge(product_question& question, const legal_context& context, const origin_options& opt,
            counting c);
  [[nodiscard]] judgement judge(const settled& s) override;
  [[nodiscard]] std::vector<open_fact> own_facts() const override;
  [[nodiscard]] bool bits_open(std::uint32_t node) const override {
    return own_bits[node].sure != own_bits[node].perhaps ||
           (q.facts[node].us_origin == truth::unknown && own_bits[node].perhaps != 0);
  }

  std::vector<open_case> cases;            ///< Bit i of the bits below.
  std::vector<node_bits> own_bits;         ///< By node, as the facts stand.
  std::vector<std::uint32_t> unstated;     ///< Nodes of which nobody has said what is in them.
  std::vector<std::uint32_t> review_rules;
  truth report_needed = truth::no;         ///< Before relying on de minimis.
  std::string_view report_fact = k_report_filed;
  std::vector<std::uint32_t> report_rules;
  std::vector<direct_product_case> direct;  ///< The rules of 734.9, where they were looked up.
  /// Somebody has said how the product is made or who gets it: else what is open is not evaluated.
  bool direct_asked = false;
  /// Bits of the product as the facts stand.
  [[nodiscard]] node_bits bits(const settled& s) const;

 private:
  [[nodiscard]] truth case_truth(const open_case& c, truth present, const settled& s) const;
};

/// us-ofac: 31 CFR 560.205(a) and 560.204 for what is of US origin itself, 560.420 for the rest.
class ofac_judge final : public regime_judge {
 public:
  ofac_judge(product_question& question, const legal_context& context, const origin_options& opt,
             counting c);
  [[nodiscard]] judgement judge(const settled& s) override;
  [[nodiscard]] std::vector<open_fact> own_facts() const override;

 private:
  /// The verdict of a share, with that of each class.
  [[nodiscard]] tradewarden::verdict below(const judgement& j, const settled& s,
                                           std::string_view each_class) const;
  /// Goods, software and technology are counted each by itself too; what the price of each is no
  /// bill says, so a product of several classes is below the share in aggregate only.
  bool mixed_ = false;
  /// 560.205(b)(1) exempts goods alone, and asks only where goods in goods count.
  bool goods_ = false;
  std::vector<truth> rest_;  ///< What counts besides goods.
  /// The share of what is no commodity.
  [[nodiscard]] judgement share_of_rest(const settled& s);
};

inline constexpr std::string_view k_second_incorporation = "second_incorporation_applies";
inline constexpr std::string_view k_product_code = "product_classification";
inline constexpr std::string_view k_us_person = "exported_by_us_person";
inline constexpr std::string_view k_each_class = "each_class_below_10_percent";
/// Where goods are exempt: of software and of technology.
inline constexpr std::string_view k_each_other_class = "other_classes_below_10_percent";
inline constexpr std::string_view k_bundled_controlled = "bundled_software_controlled";

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_JUDGE_HPP
