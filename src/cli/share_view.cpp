#include <algorithm>
#include <string>

#include "cli/labelled.hpp"
#include "cli/origin_view.hpp"
#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_slices_shown = 15;

/// A bar of the share's lower bound, with dots up to the upper one.
std::string bar(const exact_share& s, std::size_t width) {
  const auto units = [width](const exact_fraction& f) {
    const exact_fraction scaled =
        multiply(f, exact_fraction::of(static_cast<std::int64_t>(width)));
    const std::string text = scaled.to_decimal(0);
    // A share may be more than the whole, where the price is below the parts' value.
    return text.size() > 3 ? width : std::min<std::size_t>(width, std::stoul(text));
  };
  const std::size_t low = units(s.low);
  const std::size_t high = s.high ? units(*s.high) : width;
  return std::string(low, '#') + std::string(high > low ? high - low : 0, '.');
}

}  // namespace

std::string share_view(const share_report& r, const terminal& out) {
  text_lines to;
  to.push_back(out.paint(
      ink::bold, printable(r.product + (r.product_name.empty() ? "" : " (" + r.product_name + ")")) +
                     ": parts worth " + r.parts_value.to_string() + " of a price of " +
                     r.product_value.to_string() + " " + r.currency));
  for (const share_dimension_result& d : r.dimensions) {
    to.emplace_back();
    table t({{spaced(d.name), table::flexible},
             {"value", table::right},
             {"of parts", table::right},
             {"of price", table::right},
             {"parts", table::right},
             {"", table::left}});
    std::size_t shown = 0;
    for (const share_slice& s : d.slices) {
      if (++shown > k_slices_shown) break;
      std::string name = s.key;
      if (!s.name.empty() && s.name != s.key) name += "  " + s.name;
      t.add({{s.key == "?" ? "? not known" : name, s.key == "?" ? ink::yellow : ink::none},
             {s.value.to_string()},
             {s.of_parts.display()},
             {s.of_product.display()},
             {grouped(s.parts)},
             {bar(s.of_parts, 20), ink::cyan}});
    }
    append(to, t.lines(out));
    if (d.slices.size() > k_slices_shown) {
      to.push_back("and " + grouped(d.slices.size() - k_slices_shown) + " more: --json or --csv FILE");
    }
  }
  to.emplace_back();
  if (r.unpriced != 0) {
    labelled(to, out, "unpriced",
             grouped(r.unpriced) + " parts have no price: the totals have no upper bound",
             ink::yellow);
  }
  labelled(to, out, "assumed", joined(r.assumptions), ink::dim);
  labelled(to, out, "note", k_origin_notice);
  std::string text;
  for (const std::string& line : to) text += line + '\n';
  return text;
}

}  // namespace tradewarden::cli
