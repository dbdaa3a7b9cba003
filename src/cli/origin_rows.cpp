#include <string>
#include <vector>

#include "cli/origin_view.hpp"
#include "cli/row_writer.hpp"
#include "support/ascii.hpp"

namespace tradewarden::cli {
namespace {

using row = std::vector<std::string>;

std::string line(const row& cells) { return delimited_line(cells, row_format::csv); }

std::string high(const amount_range& a) { return a.high ? a.high->to_string() : std::string("?"); }
std::string high(const exact_share& s) { return s.high_display; }

/// "e-1 triggers; g depends": rules of 15 CFR 734.9 that say something.
std::string direct_products(const origin_result& r) {
  constexpr std::string_view k_start = "us-ear-734.9-";
  std::string out;
  for (const test_result& t : r.tests) {
    if (!t.id.starts_with(k_start) || t.verdict < verdict::depends) continue;
    out += (out.empty() ? "" : "; ") + t.id.substr(k_start.size()) + " " + std::string(to_string(t.verdict));
  }
  return out;
}

}  // namespace

std::string origin_rows(const origin_report& r) {
  std::string out = line({"product", "destination", "treated_as", "exported_from", "date", "regime",
                          "verdict", "share_low", "share_high", "share_num", "share_den",
                          "threshold", "operator", "controlled_low", "controlled_high",
                          "product_value_low", "product_value_high", "currency",
                          "second_incorporation_with", "second_incorporation_without",
                          "zero_percent_content", "deciding_unknowns", "assumptions",
                          "direct_product_rules"});
  for (const origin_result& x : r.results) {
    std::string zero;
    for (const counted_part& p : x.zero_percent_content) zero += (zero.empty() ? "" : "; ") + p.part;
    std::string asks;
    for (const deciding_unknown& d : x.deciding_unknowns) {
      asks += (asks.empty() ? "" : "; ") + d.ask.fact +
              (d.ask.part.empty() ? "" : " of " + d.ask.part);
    }
    out += line({x.product, x.destination, x.treated_as, x.exported_from, x.date.to_string(),
                 std::string(to_string(x.regime)), std::string(to_string(x.verdict)),
                 x.share.low_display, high(x.share), x.share.num(), x.share.den(),
                 x.threshold ? display_share(exact_fraction::of(x.threshold->num, x.threshold->den))
                             : std::string(),
                 x.threshold ? std::string(to_string(x.threshold->op)) : std::string(),
                 x.controlled_value.low.to_string(), high(x.controlled_value),
                 x.product_value.low.to_string(), high(x.product_value), x.currency,
                 x.second_incorporation.with.display(), x.second_incorporation.without.display(),
                 zero, asks, ascii::join(x.assumptions, " "), direct_products(x)});
  }
  return out;
}

std::string share_rows(const share_report& r) {
  std::string out = line({"product", "date", "dimension", "key", "name", "value_low", "value_high",
                          "currency", "of_parts_low", "of_parts_high", "of_product_low",
                          "of_product_high", "parts"});
  for (const share_dimension_result& d : r.dimensions) {
    for (const share_slice& s : d.slices) {
      out += line({r.product, r.date.to_string(), d.name, s.key, s.name, s.value.low.to_string(),
                   high(s.value), r.currency, s.of_parts.low_display, high(s.of_parts),
                   s.of_product.low_display, high(s.of_product), std::to_string(s.parts)});
    }
  }
  return out;
}

std::string cutoff_rows(const cutoff_report& r) {
  std::string out =
      line({"product", "name", "stops", "stops_with_unknown_suppliers", "value_low", "value_high",
            "currency", "path", "lost"});
  for (const cutoff_product& p : r.products) {
    std::string lost = ascii::join(p.lost, "; ");
    if (p.more_lost != 0) lost += "; and " + std::to_string(p.more_lost) + " more";
    out += line({p.product, p.name, std::string(to_string(p.stops)),
                 std::string(to_string(p.stops_with_unknown_suppliers)), p.value.low.to_string(),
                 high(p.value), p.currency, ascii::join(p.path, " > "), lost});
  }
  return out;
}

std::string whatif_rows(const whatif_report& r) {
  std::string out = line({"product", "destination", "regime", "before", "after", "share_before",
                          "share_after"});
  for (const whatif_move& m : r.moved) {
    out += line({m.product, m.destination, std::string(to_string(m.regime)),
                 std::string(to_string(m.before)), std::string(to_string(m.after)),
                 m.share_before.display(), m.share_after.display()});
  }
  return out;
}

}  // namespace tradewarden::cli
