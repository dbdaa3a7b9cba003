// The rule files joined into tables that a look-up can use.
//
// Threads: immutable after build(); any number of readers. Views and pointers live as long as it.
#ifndef TRADEWARDEN_RULES_TABLES_HPP
#define TRADEWARDEN_RULES_TABLES_HPP

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.hpp"
#include "tradewarden/classification.hpp"
#include "tradewarden/licence_reason.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::rules {

/// A destination as the rules see it.
struct place {
  std::string_view code;    // alpha-2 after resolution; empty: no such country
  std::string_view region;  // "UA-43", or empty
  const rule_file* mapped_by = nullptr;  // the territory rule that changed the code
  const dated_value* mapped_value = nullptr;
  [[nodiscard]] bool known() const noexcept { return !code.empty(); }
};

using bases = std::vector<rule_basis>;

/// An entry of the control list in one edition, with the rules that its rows name.
struct entry_slot {
  const rule_file* file = nullptr;
  const dated_value* value = nullptr;
  const ccl_entry* entry = nullptr;
  std::vector<const rule_file*> predicates;  // per row; nullptr for a column
};

/// What is asked about by a content rule. Texts are empty where nothing is stated.
struct content_item {
  const classification& code;
  std::string_view hs;
  std::string_view content_type;  ///< commodity, software or technology
};

class rule_tables {
 public:
  /// Joins the files (their ids differ); problems of names that lead nowhere are added.
  void build(std::vector<rule_file> files, std::vector<error>& problems);

  // --- finding
  [[nodiscard]] const rule_file* file(std::string_view id) const noexcept;
  [[nodiscard]] const rule_file* group(std::string_view name) const noexcept;
  [[nodiscard]] const rule_file* predicate(std::string_view name) const noexcept;
  [[nodiscard]] const rule_file* eccn_class(std::string_view name) const noexcept;
  /// Is there a class of this name, of a file or one of the tables' own?
  [[nodiscard]] bool knows_class(std::string_view name) const noexcept;
  /// The edition of the entry for the day: the last that begins by then, else the first.
  [[nodiscard]] const entry_slot* entry(std::string_view eccn, day on) const noexcept;
  /// The entry's slot and those of the notes to it, in force on the day; none if there is no entry.
  [[nodiscard]] std::vector<const entry_slot*> slots(std::string_view eccn, day on) const;
  /// The place as named, a territory not as its country.
  [[nodiscard]] place itself(std::string_view text, day on) const;
  [[nodiscard]] place locate(std::string_view name_or_code, day on) const;
  [[nodiscard]] std::string_view question(std::string_view fact) const noexcept;

  // --- answering
  [[nodiscard]] rule_basis basis(const rule_file& rule, const dated_value& v, day on) const;
  [[nodiscard]] truth member(const rule_file& set, const place& p, day on, bases* why) const;
  [[nodiscard]] truth chart_mark(const place& p, int column, day on, bases* why) const;
  /// The predicate for the place; `ask` receives what would decide an unknown.
  [[nodiscard]] truth reaches(const rule_file& predicate, const place& p, day on, bases* why,
                              std::string* ask) const;
  [[nodiscard]] truth in_class(std::string_view name, const classification& c, day on,
                               bases* why) const;
  [[nodiscard]] std::vector<licence_reason> reasons(const classification& c, const place& p,
                                                    day on) const;
  /// Of the rows that cover the item: only reasons for which `wanted` holds.
  [[nodiscard]] truth only_reason(std::string_view wanted, const classification& c, day on,
                                  bases* why) const;
  [[nodiscard]] truth has_chart_column(const classification& c, day on, bases* why) const;
  /// A row of the entry has the reason and covers the item.
  [[nodiscard]] truth has_reason(std::string_view wanted, const classification& c, day on,
                                 bases* why) const;
  [[nodiscard]] rule_answer<truth> flag(std::string_view id, day on) const;
  [[nodiscard]] rule_answer<std::optional<share_threshold>> percent(std::string_view id,
                                                                    const place& p, day on) const;
  /// The content rule of a file for the place and the day, or nullptr.
  [[nodiscard]] const dated_value* content_value_for(const rule_file& rule, const place& p,
                                                     day on) const noexcept;
  [[nodiscard]] rule_answer<truth> counts(const rule_file& rule, const dated_value& v,
                                          const content_item& item, const place& p,
                                          std::string_view exported_from, day on) const;

  std::vector<rule_file> files;  // by id
  std::vector<rule_info> infos;  // the same order
  digest sum;  // over the ids and digests of all files
  std::vector<const rule_file*> embargoes;  // content rules of Part 746
  std::vector<const rule_file*> cases;

 private:
  friend class tradewarden::rule_book;
  using by_name = std::map<std::string, const rule_file*, std::less<>>;

  void index(const rule_file& rule);
  void check_names(std::vector<error>& problems) const;
  [[nodiscard]] licence_reason reason(const ccl_row& row, const rule_file* named,
                                      const classification& c, const place& p, day on) const;
  [[nodiscard]] truth any_member(const std::vector<std::string>& names, const place& p, day on,
                                 bases* why) const;
  class clause_worlds;

  by_name groups_;
  by_name predicates_;
  by_name classes_;
  const rule_file* chart_ = nullptr;
  std::vector<const rule_file*> territories_;
  std::vector<const rule_file*> names_;
  std::map<std::string, std::vector<entry_slot>, std::less<>> entries_;
  std::map<std::string, std::vector<entry_slot>, std::less<>> notes_;  // rows beside the entries' own
  std::map<std::string, std::string, std::less<>> questions_;
  std::array<std::string_view, std::size_t{26} * 26> codes_{};  // alpha-2 codes that exist
};

/// The HS chapter of a code ("8542.31" is 85), or none if the code does not begin with one.
[[nodiscard]] std::optional<unsigned> chapter_of(std::string_view hs);

/// "D:5" and "d5" are one group.
[[nodiscard]] std::string group_key(std::string_view name);

/// The value in force on the day, or nullptr; of several, that with the latest edition by then.
[[nodiscard]] const dated_value* value_on(const rule_file& rule, day on) noexcept;

}  // namespace tradewarden::rules

namespace tradewarden {
struct rule_book::tables : rules::rule_tables {};
}  // namespace tradewarden

#endif  // TRADEWARDEN_RULES_TABLES_HPP
