// What a rule file may hold, by its type, after every key, code and date of it has been checked.
//
// Threads: plain values.
#ifndef TRADEWARDEN_RULES_RULE_VALUE_HPP
#define TRADEWARDEN_RULES_RULE_VALUE_HPP

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rules/coverage.hpp"
#include "rules/origin_rule.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/direct_product_rule.hpp"
#include "tradewarden/ownership_regime.hpp"
#include "tradewarden/rule_basis.hpp"
#include "tradewarden/share_threshold.hpp"
#include "tradewarden/trade_agreement.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden::rules {

/// Alpha-2 codes, sorted.
using country_codes = std::vector<std::string>;

struct percent_value {
  country_codes countries;  // empty: all others
  share_threshold threshold;
};

struct country_set {
  country_codes countries;
};

/// "HK" -> "CN", or a spelling -> "SC".
struct country_map {
  std::map<std::string, std::string, std::less<>> to;
};
struct country_names {
  std::map<std::string, std::string, std::less<>> to;
};

/// Columns of the Commerce Country Chart, in its order.
inline constexpr std::array<std::string_view, 16> k_columns{
    "CB 1", "CB 2", "CB 3", "NP 1", "NP 2", "NS 1", "NS 2", "MT 1",
    "RS 1", "RS 2", "FC 1", "CC 1", "CC 2", "CC 3", "AT 1", "AT 2"};
/// Position in k_columns, or -1.
[[nodiscard]] int column_number(std::string_view column) noexcept;

struct chart_value {
  struct row {
    std::uint32_t marks = 0;       // bit = position in k_columns
    bool points_elsewhere = false;  // Part 746 in the place of marks
  };
  std::map<std::string, row, std::less<>> rows;
};

struct ccl_row {
  std::string reason;
  coverage covers;
  std::string control;
  int column = -1;  // in k_columns, or -1: `control` is a predicate
};
struct ccl_entry {
  std::vector<ccl_row> rows;
  coverage gbs;
  std::string see;  // why it has no rows: "itar", "empty", "elsewhere"
};
struct ccl_value {
  std::map<std::string, ccl_entry, std::less<>> entries;
};

/// Rows beside the entries' own.
struct ccl_notes {
  std::map<std::string, ccl_entry, std::less<>> entries;
};

/// Members are alpha-2 codes, groups ("D:5"), or "*".
struct destination_value {
  std::vector<std::string> always;  // whatever `less` says
  std::vector<std::string> yes;
  std::vector<std::string> less;
  std::vector<std::string> unknown;
  std::string ask;
};

/// Entry pattern ('?' any character; or EAR99) -> coverage.
struct eccn_patterns {
  std::vector<std::pair<std::string, coverage>> of;
  std::vector<std::string> texts;  // "9E003: a.1-a.6"
  /// The pattern with the fewest '?' that fits decides.
  [[nodiscard]] const coverage* find(std::string_view entry) const noexcept;
};

enum class clause_result : std::uint8_t { no, unknown, yes, chart };

/// All conditions that are given must hold; the first clause that holds decides.
struct content_clause {
  std::string is;              // a class of classifications
  std::string content_type;    // commodity, software or technology
  std::uint64_t chapters_low = 0;   // bit = HS chapter, 0 to 63
  std::uint64_t chapters_high = 0;  // 64 to 99
  std::string exported_from;   // a country set
  std::string unless_policy;   // holds only while the switch is off
  clause_result counts = clause_result::unknown;
  std::string why;
  std::string ask;
};
struct content_value {
  country_codes countries;  // alpha-2, or a region as ISO 3166-2: "UA-43"
  std::vector<content_clause> clauses;
};

struct case_value {
  std::string paragraph;
  eccn_patterns content;
  eccn_patterns product;  // none: any
  std::string product_type;
  std::string destination;
  std::vector<std::string> facts;
  std::vector<std::string> unless;
};

struct questions_value {
  std::map<std::string, std::string, std::less<>> of;
};

/// When owners of a regime's listed parties restrict what they own.
struct ownership_value {
  std::vector<ownership_test> tests;
  truth control = truth::no;
  std::vector<std::string> lists;
  std::vector<std::string> outside;
  std::vector<std::string> requirements;
};

/// A foreign direct product rule; its id, basis and status are those of the file.
struct direct_product_value {
  direct_product_rule rule;
};

/// The general rules of origin of an agreement.
struct agreement_value {
  trade_agreement general;
};

/// Product-specific rules of origin of an agreement.
struct product_rules_value {
  struct row {
    hs_set goods;
    origin_rule rule;
    std::vector<std::string> conditions;  // names of facts, or "not NAME"
    std::string note;
  };
  std::string hs_edition;
  std::vector<row> rows;
};

/// Carried and shown, read by nobody yet.
struct record_value {};

using value_data =
    std::variant<bool, percent_value, country_set, country_map, country_names, chart_value,
                 ccl_value, ccl_notes, destination_value, eccn_patterns, content_value, case_value,
                 questions_value, ownership_value, direct_product_value, agreement_value,
                 product_rules_value, record_value>;

struct dated_value {
  std::optional<day> from;
  std::optional<day> until;
  std::optional<day> published;
  std::optional<day> edition;
  rule_status status = rule_status::in_force;
  bool verified = true;
  std::string citation;
  std::string text;  // the value as compact JSON
  std::string edition_note;  // what an answer for another day assumes
  value_data data;

  [[nodiscard]] bool in_force(day on) const noexcept {
    return (!from || *from <= on) && (!until || on < *until);
  }
};

struct rule_overlay {
  std::optional<day> from;
  std::optional<day> until;
  rule_status status = rule_status::in_force;
  bool verified = true;
  std::string citation;
};

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULE_VALUE_HPP
