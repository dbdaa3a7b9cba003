// Whether a product falls under a regime for a destination, with the working of every figure.
//
// Example:
//   for (const tradewarden::origin_result& r : report.results)
//     std::cout << r.product << ' ' << r.destination << ' ' << to_string(r.verdict) << ' '
//               << r.share.display() << '\n';               // P1 IR triggers 0.2500
//
// Threads: plain values; nothing points into the bill or the rules.
#ifndef TRADEWARDEN_ORIGIN_ANSWER_HPP
#define TRADEWARDEN_ORIGIN_ANSWER_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/share_threshold.hpp"
#include "tradewarden/shared_rows.hpp"
#include "tradewarden/truth.hpp"
#include "tradewarden/verdict.hpp"

namespace tradewarden {

/// A dated rule that an answer used.
struct rule_use {
  std::string id;        ///< "us-ear.734.4.threshold": what `tradewarden rules show` takes.
  std::string citation;
  std::string from;      ///< First day in force, or empty.
  std::string until;     ///< First day no longer in force, or empty.
  std::string edition;   ///< The only day on which the table is known, or empty.
  bool verified = true;  ///< False: not yet confirmed in the official text.
  friend bool operator==(const rule_use&, const rule_use&) = default;
};

/// A fact to find out, and whom it is about.
struct question {
  std::string fact;  ///< Id: "origin", "classification", "price", "discrete", "substantially_transformed"
  std::string part;  ///< Part id, or empty: about the product or the transaction.
  std::string text;  ///< One sentence.
  std::string answer;  ///< Where the answer belongs: "eccn of L1", "--fact military_commodity=yes|no".
};

/// A part of the product and what the count made of it. Amounts are for all of it in one product.
struct counted_part {
  std::string part;
  std::string name;
  std::string eccn;
  std::string content;    ///< "commodity", "software", "technology"
  amount_range quantity;  ///< In one product, in `unit`.
  std::string unit;
  amount_range value;     ///< What counts, in the product's currency; zero if it does not.
  amount_range worth;     ///< What it is worth, counted or not.
  truth counts = truth::no;     ///< unknown: listed in counted[], with a range from 0.
  std::string reason;     ///< Short snake_case word: "chart_column", "part_746", "foreign" ...
  std::string why;        ///< One sentence, with the column, table or question.
  std::vector<std::uint32_t> rules;  ///< Positions in origin_result::rules.
  std::vector<std::string> path;     ///< One way down from the product: part ids, product first.
};

/// One of the two conditions of a foreign direct product rule.
struct test_prong {
  std::string id;            ///< "product" or "reach".
  truth met = truth::unknown;
  std::string why;           ///< What decides it, or is not known.
};

/// One legal test.
struct test_result {
  std::string id;           ///< "us-ear-734.4a", "us-ear-734.4-de-minimis", "us-ofac-560.420" ...
  tradewarden::verdict verdict = tradewarden::verdict::not_applicable;
  std::string why;          ///< One sentence.
  std::optional<exact_share> share;          ///< Where the test compares one.
  std::optional<share_threshold> threshold;
  /// Of a rule about foreign direct products; reach is left out where the product is not met.
  std::vector<test_prong> prongs;
  std::vector<question> questions;           ///< What would decide it.
  std::vector<std::uint32_t> rules;          ///< Positions in origin_result::rules.
};

/// One fact of a smallest set that can settle a `depends`.
struct deciding_unknown {
  question ask;
  amount_range value;  ///< What the fact moves, in the product's currency.
};

/// Both ways of counting the US content inside foreign-made discrete products (BIS advisory opinion
/// dated 14 Sep 2009).
struct second_incorporation {
  exact_share with;      ///< Content inside discrete products is not counted.
  exact_share without;   ///< It is.
  verdict with_verdict = verdict::not_applicable;     ///< Of the de minimis test.
  verdict without_verdict = verdict::not_applicable;
  std::vector<std::string> discrete;  ///< Parts cut, with US content inside.
  std::vector<std::string> unknown;   ///< Parts for which it is not known whether they are discrete.
};

/// One product, one destination, one regime.
struct origin_result {
  std::string product;
  std::string product_name;
  std::string destination;    ///< Alpha-2, as asked.
  std::string treated_as;     ///< Alpha-2 that the rules use (HK: CN); equal to destination mostly.
  std::string exported_from;  ///< Alpha-2, or "?".
  day date;
  tradewarden::regime regime = tradewarden::regime::us_ear;
  tradewarden::verdict verdict = tradewarden::verdict::not_applicable;
  exact_share share;                         ///< Controlled share, second incorporation applied.
  std::optional<share_threshold> threshold;  ///< Of the regime's share test.
  /// How far the share lies from the threshold, as an amount: how much controlled content may be
  /// added ("room"), or must go ("excess"). Nothing: not decided, or no threshold.
  std::optional<exact_fraction> room;
  std::optional<exact_fraction> excess;
  amount_range controlled_value;
  amount_range product_value;
  std::string currency;
  std::vector<test_result> tests;
  shared_rows<counted_part> counted;               ///< Counted for sure first, then unknown; by value.
  shared_rows<counted_part> not_counted;           ///< By worth.
  std::uint64_t more_counted = 0;                  ///< Beyond origin_options::part_limit.
  std::uint64_t more_not_counted = 0;
  shared_rows<counted_part> zero_percent_content;  ///< Content of a 734.4(a) case, and which.
  /// origin_options::summary: no parts are listed, no deciding facts looked for, and what was assumed
  /// of single parts is not told.
  bool summary = false;
  /// An earlier result of the report, by position: nothing that decides differs between its
  /// destination and this one, so these three lists are the same rows. Nothing: they are its own.
  std::optional<std::uint32_t> parts_of;
  /// The smallest set of facts whose answers can settle the verdict, whatever the others are; empty
  /// unless the verdict is `depends`. Where one set of a size can bring `triggers` and another of the
  /// same size `does_not_trigger`, the latter.
  std::vector<deciding_unknown> deciding_unknowns;
  tradewarden::verdict deciding_verdict = tradewarden::verdict::depends;  ///< What that set can settle it to.
  bool deciding_both = false;     ///< Other answers to that set settle it to the other verdict.
  bool deciding_smallest = true;  ///< False: no fact can be left out, but a smaller set may exist.
  tradewarden::second_incorporation second_incorporation;
  std::vector<std::string> assumptions;  ///< One sentence each.
  std::vector<std::string> duties;       ///< What reliance on the answer asks for (a report).
  std::vector<rule_use> rules;
  std::vector<std::string> not_evaluated;
};

/// On what an answer about a bill rests, and what it does not say.
struct answer_basis {
  digest rules_content;             ///< Which rules answered.
  std::vector<bill_file> files;     ///< Which inputs.
  std::vector<std::string> not_evaluated;
  std::string disclaimer;
};

struct origin_report {
  origin_options options;           ///< As used: the date is always set.
  std::vector<origin_result> results;  ///< By product as asked, destination as asked, regime.
  digest rules_content;             ///< Which rules answered.
  std::vector<bill_file> files;     ///< Which inputs.
  std::string disclaimer;
};

/// Canonical JSON (docs/origin.schema.json): keys in a fixed order, numbers as strings, one line.
[[nodiscard]] std::string to_json(const origin_report& report);

}  // namespace tradewarden

#endif  // TRADEWARDEN_ORIGIN_ANSWER_HPP
