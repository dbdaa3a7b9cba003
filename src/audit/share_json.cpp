#include <string>
#include <utility>

#include "audit/origin_parts.hpp"
#include "tradewarden/share.hpp"

namespace tradewarden {
namespace {

using namespace audit;

json slice_json(const share_slice& s) {
  return {{"key", s.key},
          {"name", text_or_null(s.name)},
          {"value", amount_json(s.value)},
          {"of_parts", audit::share_json(s.of_parts)},
          {"of_product", audit::share_json(s.of_product)},
          {"parts", s.parts}};
}

}  // namespace

std::string to_json(const share_report& report) {
  json out;
  out["options"] = {{"product", report.options.product},
                    {"date", date_or_null(report.options.date)}};
  out["product"] = report.product;
  out["product_name"] = report.product_name;
  out["currency"] = text_or_null(report.currency);
  out["date"] = report.date.to_string();
  out["product_value"] = amount_json(report.product_value);
  out["parts_value"] = amount_json(report.parts_value);
  out["unpriced"] = report.unpriced;
  out["dimensions"] = array_json(report.dimensions, [](const share_dimension_result& d) {
    return json{{"dimension", d.name}, {"slices", array_json(d.slices, slice_json)}};
  });
  out["assumptions"] = report.assumptions;
  out["lists"] = lists_or_null(report.index);
  add_basis(out, report.basis);
  return sealed(std::move(out));
}

}  // namespace tradewarden
