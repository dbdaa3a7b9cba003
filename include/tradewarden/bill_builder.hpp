// Makes a bill of rows of text, from whatever format; collects every problem, drops nothing.
//
// Example:
//   tradewarden::bill_builder b;
//   std::uint32_t file = b.add_file("parts.csv", tradewarden::sha256(text));
//   b.add_part({.part_id = "P1", .kind = "made", .made_in = "DE", .fmv = "1000", .currency = "EUR"},
//              {file, 2});
//   tradewarden::result<tradewarden::bill> made = std::move(b).build();
//   if (!made) for (const tradewarden::error& e : b.problems()) std::cerr << e.to_string() << '\n';
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_BILL_BUILDER_HPP
#define TRADEWARDEN_BILL_BUILDER_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

/// The fields are those of parts.csv, as text; an empty field was not stated. Spaces round a value
/// are taken off.
struct part_row {
  std::string_view part_id;       ///< Any text, not empty, once.
  std::string_view name;
  std::string_view kind;          ///< purchased | made; empty: made if the part has lines.
  std::string_view made_in;       ///< Alpha-2 codes joined by '|', or '?'.
  std::string_view us_origin;     ///< y | n | ?; empty: from made_in.
  std::string_view eccn;          ///< Empty is '?'.
  std::string_view hs;
  std::string_view fmv;           ///< A decimal, "lo..hi", or '?' (the same as empty).
  std::string_view currency;      ///< Required with a price.
  std::string_view discrete;      ///< y | n | ?; empty is '?'.
  std::string_view content_type;  ///< commodity | software | technology; empty: by the group of
                                  ///< the ECCN (D software, E technology), else commodity.
  std::string_view unit;          ///< What fmv and offers are a price of: "each", "kg", ...; empty: the
                                  ///< unit of the part's lines, which must then all have the same.
};

/// The fields of lines.csv.
struct line_row {
  std::string_view parent_id;
  std::string_view pos;
  std::string_view child_id;
  std::string_view alt_rank;  ///< 0 to 65,535; empty is 0.
  std::string_view qty;       ///< A decimal above 0; empty or '?' is an error: say what is used.
  std::string_view uom;       ///< Empty is "each".
};

/// The fields of offers.csv.
struct offer_row {
  std::string_view part_id;
  std::string_view supplier_id;
  std::string_view supplier_country;
  std::string_view country_of_origin;
  std::string_view price;  ///< A decimal, "lo..hi", or '?' (the same as empty).
  std::string_view currency;
};

/// The fields of production.csv: how a part was made, for foreign direct products. Lists of ECCNs are
/// joined by '|'; "none", or '?' (the same as empty). A list that is not known whole has a '?' in it.
struct production_row {
  std::string_view part_id;
  std::string_view us_technology_eccns;  ///< Technology and software of US origin of which it is the
                                         ///< direct product.
  std::string_view plant_eccns;          ///< Those of which the plant, or a major component of it, is.
  std::string_view contains_ic_of_such_plant;  ///< y | n | ?: an integrated circuit made by one.
};

/// The fields of fx.csv.
struct rate_row {
  std::string_view date;
  std::string_view currency;
  std::string_view rate_num;
  std::string_view rate_den;
};

/// Limits on hostile input; passing one is the error limit_exceeded.
struct bill_limits {
  std::uint32_t parts = 50'000'000;
  std::uint32_t lines = 500'000'000;
  std::uint32_t offers = 500'000'000;
  std::uint32_t text_bytes = 4096;      ///< Of one field.
  std::uint32_t problems = 1000;        ///< Kept in full; the rest are counted.
};

class bill_builder {
 public:
  explicit bill_builder(const bill_limits& limits = {});
  bill_builder(bill_builder&&) noexcept;
  bill_builder& operator=(bill_builder&&) noexcept;
  ~bill_builder();

  /// Names a source of rows; returns its number for bill_position::file.
  std::uint32_t add_file(std::string_view name, const digest& content);
  /// Memory for so many rows, if known beforehand.
  void expect(std::uint32_t parts, std::uint32_t lines);

  /// Rows in any order: a line may come before its parts. A row with a problem is reported and left
  /// out, and build() will fail: nothing is dropped silently.
  void add_part(const part_row& row, bill_position at);
  void add_line(const line_row& row, bill_position at);
  void add_offer(const offer_row& row, bill_position at);
  void add_rate(const rate_row& row, bill_position at);
  void add_production(const production_row& row, bill_position at);
  /// Where the rows that follow stand, if a line does not tell (a JSON pointer): their problems name
  /// it. Empty: nowhere else.
  void within(std::string_view place);
  /// A problem that the reader itself found (a row with too few columns).
  void add_problem(error e);

  /// Checks the whole: unknown and repeated parts (of production too), repeated positions, positions without a rank 0,
  /// unit clashes, cycles (the whole path, with the input line of every step). If there is any
  /// problem, returns the first, and problems() has them all, by file and line.
  [[nodiscard]] result<bill> build();

  /// In order of file and line after build(), else of discovery.
  [[nodiscard]] const std::vector<error>& problems() const& noexcept;
  const std::vector<error>& problems() && = delete;  // would dangle
  /// Problems beyond bill_limits::problems.
  [[nodiscard]] std::uint64_t more_problems() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_BILL_BUILDER_HPP
