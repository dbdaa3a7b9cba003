#include <string>

#include "cli/labelled.hpp"
#include "cli/origin_view.hpp"
#include "cli/table.hpp"
#include "support/ascii.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_rows_shown = 12;

template <class T>
void more_line(text_lines& to, const std::vector<T>& rows, std::uint64_t beyond) {
  const std::uint64_t hidden = beyond + (rows.size() > k_rows_shown ? rows.size() - k_rows_shown : 0);
  if (hidden != 0) to.push_back("and " + grouped(hidden) + " more: --json");
}

std::string first_few(const std::vector<std::string>& all, std::uint64_t beyond, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + all[i];
  const std::uint64_t hidden = beyond + (all.size() > most ? all.size() - most : 0);
  if (hidden != 0) out += ", and " + grouped(hidden) + " more";
  return out;
}

void supplier_table(text_lines& to, const terminal& out, const char* title,
                    const std::vector<cutoff_supplier>& rows, std::uint64_t beyond) {
  if (rows.empty()) return;
  to.emplace_back();
  table t({{title, table::flexible},
           {"country", table::left},
           {"only source of", table::right},
           {"products stopped", table::right},
           {"value", table::right},
           {"", table::left}});
  for (std::size_t i = 0; i < rows.size() && i < k_rows_shown; ++i) {
    const cutoff_supplier& s = rows[i];
    t.add({{s.supplier},
           {s.country.empty() ? "?" : s.country},
           {grouped(s.parts)},
           {grouped(s.products), s.products != 0 ? ink::red : ink::none},
           {s.value.to_string()},
           {s.currency}});
  }
  append(to, t.lines(out));
  more_line(to, rows, beyond);
}

}  // namespace

std::string cutoff_view(const cutoff_report& r, const terminal& out) {
  text_lines to;
  std::size_t stopped = 0;
  std::size_t unknown = 0;
  std::size_t by_supplier = 0;
  for (const cutoff_product& p : r.products) {
    stopped += p.stops == truth::yes ? 1 : 0;
    unknown += p.stops == truth::unknown ? 1 : 0;
    by_supplier += p.stops_with_unknown_suppliers != p.stops ? 1 : 0;
  }
  std::string title = grouped(stopped) + " of " + grouped(r.products.size()) +
                      (r.products.size() == 1 ? " product stops" : " products stop");
  if (unknown != 0) title += ", " + grouped(unknown) + " may stop";
  to.push_back(out.paint(stopped != 0 ? ink::red : ink::bold, title + "."));
  to.emplace_back();
  table t({{"product", table::flexible},
           {"stops", table::left},
           {"value", table::right},
           {"", table::left},
           {"parts lost", table::right}});
  for (std::size_t i = 0; i < r.products.size() && i < k_rows_shown; ++i) {
    const cutoff_product& p = r.products[i];
    t.add({{p.product},
           {std::string(to_string(p.stops)), p.stops == truth::yes    ? ink::red
                                             : p.stops == truth::unknown ? ink::yellow
                                                                         : ink::none},
           {p.value.to_string()},
           {p.currency},
           {grouped(p.lost.size() + p.more_lost)}});
  }
  append(to, t.lines(out));
  more_line(to, r.products, 0);
  for (std::size_t i = 0; i < r.products.size() && i < k_rows_shown; ++i) {
    const cutoff_product& p = r.products[i];
    if (p.stops == truth::no) continue;
    to.emplace_back();
    to.push_back(out.paint(ink::bold, clipped(printable(p.product), out.width)));
    labelled(to, out, "path", ascii::join(p.path, " > "));
    labelled(to, out, "lost", first_few(p.lost, p.more_lost, 20));
  }
  if (!r.single_source.empty()) {
    to.emplace_back();
    table s({{"position without a second source", table::flexible},
             {"part", table::flexible},
             {"supplier", table::flexible}});
    for (std::size_t i = 0; i < r.single_source.size() && i < k_rows_shown; ++i) {
      const cutoff_position& p = r.single_source[i];
      s.add({{p.parent + " / " + p.pos},
             {p.part},
             {p.suppliers.empty() ? "not known" : ascii::join(p.suppliers, ", ")}});
    }
    append(to, s.lines(out));
    more_line(to, r.single_source, r.more_single_source);
  }
  supplier_table(to, out, "single point of failure", r.single_points, r.more_single_points);
  if (!r.savings.empty()) {
    to.emplace_back();
    table s({{"second source that would help", table::flexible},
             {"saves alone", table::right},
             {"value", table::right},
             {"lost in", table::right}});
    for (std::size_t i = 0; i < r.savings.size() && i < k_rows_shown; ++i) {
      const cutoff_saving& v = r.savings[i];
      s.add({{v.part + (v.name.empty() ? "" : "  " + v.name)},
             {grouped(v.products)},
             {v.value.to_string()},
             {grouped(v.needed_by)}});
    }
    append(to, s.lines(out));
    more_line(to, r.savings, r.more_savings);
  }
  supplier_table(to, out, "each supplier alone", r.every_supplier, r.more_suppliers);
  to.emplace_back();
  if (r.unknown_supplier_parts != 0) {
    labelled(to, out, "not known",
             grouped(r.unknown_supplier_parts) +
                 (r.unknown_supplier_parts == 1 ? " part comes" : " parts come") +
                 " from elsewhere, of suppliers whose country is not stated; if these are cut off "
                 "too, " +
                 (by_supplier == 0 ? std::string("no further product")
                                   : grouped(by_supplier) + (by_supplier == 1 ? " further product"
                                                                              : " further products")) +
                 " may stop. To settle it, add supplier_country (in a flat bill: a column Supplier "
                 "Country) for: " +
                 first_few(r.unknown_suppliers, r.more_unknown_suppliers, 12),
             ink::yellow);
  }
  labelled(to, out, "cut off", first_few(r.cut_suppliers, 0, 12));
  labelled(to, out, "no source", first_few(r.cut_parts, r.more_cut_parts, 20));
  labelled(to, out, "assumed", joined(r.assumptions), ink::dim);
  labelled(to, out, "note",
           "Stocks, contracts and lead times are not in a bill: this is what its offers say.");
  std::string text;
  for (const std::string& line : to) text += line + '\n';
  return text;
}

}  // namespace tradewarden::cli
