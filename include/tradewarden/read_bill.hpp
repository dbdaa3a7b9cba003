// Reads a bill of materials from files: the project's own CSV and JSON, a flat export of a design
// tool, CycloneDX. Finds every problem of every file in one pass; drops nothing.
//
// Example:
//   tradewarden::bill_sources files;
//   files.parts = "parts.csv";
//   files.lines = "lines.csv";
//   const tradewarden::bill_reading read = tradewarden::read_bill(files);
//   for (const tradewarden::error& e : read.problems) std::cerr << e.to_string() << '\n';
//   if (read.bill) use(*read.bill);
//
// Threads: may run on several threads at once.
#ifndef TRADEWARDEN_READ_BILL_HPP
#define TRADEWARDEN_READ_BILL_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden {

/// Paths, as text; an empty one is not given. Either `parts` and `lines`, or `bill`.
struct bill_sources {
  std::string parts;   ///< CSV or JSON.
  std::string lines;
  std::string offers;  ///< Also beside `bill`.
  std::string fx;      ///< Also beside `bill`.
  std::string production;  ///< Also beside `bill`.
  /// One file for all: CycloneDX, a JSON document of parts, lines, offers and fx, or a flat bill.
  std::string bill;

  // The product of a flat bill, which its file does not name. For CycloneDX: only the price, where
  // the file has none.
  std::string product_name;
  std::string product_price;     ///< As in a cell ("$1,250.00"), "lo..hi" or empty: unknown.
  std::string product_currency;  ///< ISO 4217; also for prices of a flat bill that name none.
  std::string product_made_in;   ///< A country by code or name, or empty: unknown.
  std::string product_eccn;      ///< Its classification, or empty: unknown.
};

/// What became of the rows of one file: rows = used + set_aside + rejected.
struct bill_file_counts {
  std::string file;
  std::string holds;            ///< "parts", "lines", "offers", "fx", "production", "flat bill" or "CycloneDX".
  std::uint64_t rows = 0;       ///< Rows that are not blank, without the header.
  std::uint64_t used = 0;
  std::uint64_t set_aside = 0;  ///< Rows that are no part of the product; a note says why.
  std::uint64_t rejected = 0;   ///< Rows with a problem.
};

struct bill_reading {
  std::optional<tradewarden::bill> bill;  ///< Nothing if there is any problem.
  std::vector<error> problems;            ///< By file and line.
  std::uint64_t more_problems = 0;        ///< Beyond bill_limits::problems.
  std::vector<std::string> notes;         ///< What was assumed or not used.
  std::vector<bill_file_counts> files;
};

[[nodiscard]] bill_reading read_bill(const bill_sources& sources, const bill_limits& limits = {});

/// The same over text in memory, of a format that is known by its content; `name` stands in
/// messages. For `what`: "parts", "lines", "offers", "fx", "production" or "bill".
struct bill_text {
  std::string_view what;
  std::string_view name;
  std::string_view text;
};
[[nodiscard]] bill_reading read_bill_texts(const std::vector<bill_text>& texts,
                                           const bill_sources& product = {},
                                           const bill_limits& limits = {});

/// CycloneDX 1.6 as JSON: components, dependencies, and everything else of the bill as properties
/// whose names begin with "tradewarden:". read_bill() gives the same bill back.
[[nodiscard]] std::string cyclonedx_json(const bill& b);

}  // namespace tradewarden

#endif  // TRADEWARDEN_READ_BILL_HPP
