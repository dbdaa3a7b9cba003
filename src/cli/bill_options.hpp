// The options that name the files of a bill: the same for every command that reads one.
//
// Example:
//   add_bill_sources(*command, asked.sources);      // --parts, --lines, --bill, --offers, --fx ...
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_BILL_OPTIONS_HPP
#define TRADEWARDEN_CLI_BILL_OPTIONS_HPP

#include <CLI/CLI.hpp>

#include "tradewarden/read_bill.hpp"

namespace tradewarden::cli {

inline void add_bill_sources(CLI::App& app, bill_sources& s) {
  app.add_option("--parts", s.parts, "Parts: CSV or JSON")->option_text("FILE");
  app.add_option("--lines", s.lines, "Lines that join them: CSV or JSON")->option_text("FILE");
  app.add_option("--bill", s.bill, "Instead: CycloneDX, JSON of all, or a flat export")
      ->option_text("FILE");
  app.add_option("--offers", s.offers, "Offers of suppliers: CSV or JSON")->option_text("FILE");
  app.add_option("--fx", s.fx, "Exchange rates: CSV or JSON")->option_text("FILE");
  app.add_option("--product-name", s.product_name, "Of a flat bill: its product")
      ->option_text("NAME");
  app.add_option("--product-price", s.product_price, "Of a flat bill: what it sells for")
      ->option_text("PRICE");
  app.add_option("--currency", s.product_currency, "Of a flat bill: of all prices")
      ->option_text("CUR");
  app.add_option("--made-in", s.product_made_in, "Of a flat bill: where it is made")
      ->option_text("CC");
  app.add_option("--product-eccn", s.product_eccn, "Of a flat bill: its own classification")
      ->option_text("ECCN");
}

/// Why the files do not make a bill; nullptr: they may.
[[nodiscard]] inline const char* bill_missing(const bill_sources& s) noexcept {
  return s.parts.empty() && s.lines.empty() && s.bill.empty()
             ? "--parts FILE and --lines FILE, or --bill FILE, are required"
             : nullptr;
}

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_BILL_OPTIONS_HPP
