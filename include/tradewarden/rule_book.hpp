// The dated rules: thresholds, country groups, country chart, control list, embargo tables.
//
// Example:
//   const rule_book& book = rule_book::built_in();
//   auto t = book.ear_threshold("CU", day::parse("2016-03-01").value());   // 25 %, more than
//   auto d5 = book.in_group("D:5", "KH", day::parse("2024-01-01").value());  // yes: then it was
//   for (const rule_basis& b : d5.basis) std::cout << b.rule << ' ' << b.citation << '\n';
//
// Every lookup takes a country as alpha-2 and treats Hong Kong as China and Liechtenstein as
// Switzerland where the rules do. An unknown country, or a fact that no table holds, gives
// truth::unknown with what to ask, never "no". A table that is known in one edition only is used for
// other days too, and says so in the basis (rule_basis::other_edition).
//
// Threads: immutable; any number of threads may read one book. Views in answers belong to the book.
#ifndef TRADEWARDEN_RULE_BOOK_HPP
#define TRADEWARDEN_RULE_BOOK_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/classification.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/direct_product_rule.hpp"
#include "tradewarden/licence_reason.hpp"
#include "tradewarden/ownership_regime.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_basis.hpp"
#include "tradewarden/rule_info.hpp"
#include "tradewarden/share_threshold.hpp"
#include "tradewarden/truth.hpp"
#include "tradewarden/zero_percent_case.hpp"

namespace tradewarden {

class rule_book {
 public:
  /// The rules that this version of the library carries.
  [[nodiscard]] static const rule_book& built_in();
  /// The built-in rules, with each *.json of the folder (and folders in it) in the place of the
  /// parameter of the same id, or beside them. Any unknown key, unit, type or date is an error with
  /// file and field; nothing is loaded in part.
  [[nodiscard]] static result<rule_book> load(const std::string& folder);
  /// All problems of a folder at once; empty if `load` would take it.
  [[nodiscard]] static std::vector<error> check(const std::string& folder);

  // --- what is in it

  /// Names this content: SHA-256 over the ids and digests of all parameters, by id.
  [[nodiscard]] const digest& content() const noexcept;
  [[nodiscard]] const std::vector<rule_info>& rules() const noexcept;  ///< By id.
  [[nodiscard]] const rule_info* find(std::string_view id) const noexcept;

  // --- countries

  /// The country as the US export rules treat it: "Hong Kong" and "HK" give CN (from the day when
  /// its own treatment ended), "LI" gives CH, "Seycheles" SC. Empty value: no such country.
  [[nodiscard]] rule_answer<std::string> resolve(std::string_view name_or_code, day on) const;
  /// Country groups of Supplement No. 1 to Part 740: "A:1" ... "A:6", "B", "D:1" ... "E:2", and
  /// other sets: "746-supp3" (partner countries). unknown: no such country, or no such set.
  [[nodiscard]] rule_answer<truth> in_group(std::string_view group, std::string_view country,
                                            day on) const;
  /// Is the column ("NS 2") of the Commerce Country Chart marked? unknown: the country has no row,
  /// or its row points to Part 746 instead of carrying marks.
  [[nodiscard]] rule_answer<truth> chart_mark(std::string_view country, std::string_view column,
                                              day on) const;
  /// A named set of destinations: "worldwide", "macau-or-d5", "china-russia-venezuela", ...
  [[nodiscard]] rule_answer<truth> destination(std::string_view predicate, std::string_view country,
                                               day on) const;
  /// Every alpha-2 code for which the chart or a group has a row, sorted: "all destinations".
  [[nodiscard]] std::vector<std::string_view> destinations() const;

  // --- thresholds

  /// 15 CFR 734.4(c), (d). No value: unknown country.
  [[nodiscard]] rule_answer<std::optional<share_threshold>> ear_threshold(std::string_view country,
                                                                          day on) const;
  /// 31 CFR 560.420; no value for a destination to which it does not apply.
  [[nodiscard]] rule_answer<std::optional<share_threshold>> ofac_threshold(std::string_view country,
                                                                           day on) const;

  // --- the control list

  /// Is there such an entry? no: an ECCN that the list does not have (a mistake of the bill).
  [[nodiscard]] rule_answer<truth> entry_exists(const classification& c, day on) const;
  /// The entry's reasons, each with the answer for the item's paragraph and the destination. Empty
  /// for EAR99, ITAR, unknown, and entries without rows: see `reasons_known`.
  [[nodiscard]] std::vector<licence_reason> licence_reasons(const classification& c,
                                                            std::string_view country,
                                                            day on) const;
  /// no: the entry has no rows, or one that points elsewhere, so that absence of a reason says
  /// nothing.
  [[nodiscard]] rule_answer<truth> reasons_known(const classification& c, day on) const;
  /// Anti-terrorism is the only reason for the item.
  [[nodiscard]] rule_answer<truth> at_only(const classification& c, day on) const;
  /// Short supply is the only reason for the item: not counted.
  [[nodiscard]] rule_answer<truth> short_supply_only(const classification& c, day on) const;
  /// The entry lists License Exception GBS for the item.
  [[nodiscard]] rule_answer<truth> gbs_listed(const classification& c, day on) const;
  /// Destinations to which GBS takes content out of the count (740.4, Supp. No. 2 to Part 734).
  [[nodiscard]] rule_answer<truth> gbs_destination(std::string_view country, day on) const;
  /// A named set of classifications: "600-series", "9x515", "600-series-or-9x515-y", "ccl",
  /// "ofac-560.420-content", "itar" ...
  [[nodiscard]] rule_answer<truth> in_class(std::string_view name, const classification& c,
                                            day on) const;

  // --- embargoes and cases

  /// Does Part 746 decide what counts for this destination (Iran, North Korea, Syria, Cuba, Russia,
  /// Belarus)? For no, the chart and the entry's rows decide alone.
  [[nodiscard]] rule_answer<truth> part_746_applies(std::string_view country, day on) const;
  /// Does US content of this classification count for the destination by Part 746? `hs` may be
  /// empty (unknown); `exported_from` is alpha-2 or empty (unknown); `content_type` is commodity,
  /// software, technology or empty (unknown).
  [[nodiscard]] rule_answer<truth> part_746_counts(const classification& c, std::string_view hs,
                                                   std::string_view country,
                                                   std::string_view exported_from, day on,
                                                   std::string_view content_type = {}) const;
  /// Does US content of this classification count for 31 CFR 560.420? That it was substantially
  /// transformed (560.205(b)(1)) is a fact to ask for besides.
  [[nodiscard]] rule_answer<truth> ofac_counts(const classification& c, std::string_view hs,
                                               day on, std::string_view content_type = {}) const;
  /// The cases of 734.4(a) in force, and their prongs.
  [[nodiscard]] std::vector<zero_percent_case> zero_percent_cases(day on) const;
  [[nodiscard]] rule_answer<truth> case_content(const zero_percent_case& c,
                                                const classification& content) const;
  [[nodiscard]] rule_answer<truth> case_product(const zero_percent_case& c,
                                                const classification& product) const;
  /// 734.4(b): the entry keeps the item subject unless it was authorised or classified first.
  [[nodiscard]] rule_answer<truth> encryption_review(const classification& content, day on) const;

  // --- foreign direct products

  /// The rules of 15 CFR 734.9 by id, those not in force on the day too.
  [[nodiscard]] std::vector<direct_product_rule> direct_product_rules(day on) const;
  /// Is a product what the rule speaks of, as far as its classification and HS code tell?
  [[nodiscard]] rule_answer<truth> direct_product_item_is(const direct_product_item& item,
                                                          const classification& c,
                                                          std::string_view hs, day on) const;
  /// Ids of the facts that these rules may ask for, and of the end uses that they name, sorted.
  [[nodiscard]] std::vector<std::string> direct_product_facts() const;
  [[nodiscard]] std::vector<std::string> end_uses() const;

  /// The question that a fact id of a case stands for, in one sentence; empty if there is none.
  [[nodiscard]] std::string_view question(std::string_view fact) const noexcept;

  // --- ownership

  /// Which owners restrict what they own, by "us-ofac", "us-bis-affiliates", "eu", ...; no value: no
  /// such regime, or none in force on the day. A suspended rule has its basis, and no value.
  [[nodiscard]] rule_answer<std::optional<ownership_regime>> ownership(std::string_view regime,
                                                                       day on) const;
  /// The regimes that `ownership` knows, sorted.
  [[nodiscard]] std::vector<std::string_view> ownership_regimes() const;

  // --- other parameters

  /// Second incorporation: applies on the day?
  [[nodiscard]] rule_answer<truth> second_incorporation(day on) const;
  /// Bundled software counts in a commodity's numerator (73 FR 56964)?
  [[nodiscard]] rule_answer<truth> bundled_software(day on) const;
  /// Reliance on de minimis needs a one-time report: "technology", "software".
  [[nodiscard]] rule_answer<truth> report_required(std::string_view content_type, day on) const;
  /// A policy switch ("count-spp-content"); no value: no such switch.
  [[nodiscard]] rule_answer<std::optional<bool>> policy(std::string_view name, day on) const;

 private:
  struct tables;
  explicit rule_book(std::shared_ptr<const tables> t) : tables_(std::move(t)) {}
  std::shared_ptr<const tables> tables_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_RULE_BOOK_HPP
