#include <string>
#include <utility>

#include "audit/origin_parts.hpp"
#include "tradewarden/cutoff.hpp"

namespace tradewarden {
namespace {

using namespace audit;

json product_json(const cutoff_product& p) {
  return {{"product", p.product},
          {"name", p.name},
          {"stops", to_string(p.stops)},
          {"stops_with_unknown_suppliers", to_string(p.stops_with_unknown_suppliers)},
          {"value", amount_json(p.value)},
          {"currency", text_or_null(p.currency)},
          {"path", p.path},
          {"lost", p.lost},
          {"more_lost", p.more_lost}};
}

json position_json(const cutoff_position& p) {
  return {{"parent", p.parent}, {"pos", p.pos}, {"part", p.part}, {"suppliers", p.suppliers}};
}

json supplier_json(const cutoff_supplier& s) {
  return {{"supplier", s.supplier},
          {"country", text_or_null(s.country)},
          {"parts", s.parts},
          {"products", s.products},
          {"value", amount_json(s.value)},
          {"currency", text_or_null(s.currency)}};
}

json saving_json(const cutoff_saving& s) {
  return {{"part", s.part},
          {"name", s.name},
          {"products", s.products},
          {"value", amount_json(s.value)},
          {"needed_by", s.needed_by}};
}

}  // namespace

std::string to_json(const cutoff_report& report) {
  const cutoff_options& o = report.options;
  json out;
  out["options"] = {{"products", o.products},
                    {"suppliers", o.suppliers},
                    {"countries", o.countries},
                    {"parties", o.parties},
                    {"date", date_or_null(o.date)},
                    {"every_supplier", o.every_supplier},
                    {"limit", o.limit}};
  out["cut_suppliers"] = report.cut_suppliers;
  out["cut_parts"] = report.cut_parts;
  out["more_cut_parts"] = report.more_cut_parts;
  out["unknown_supplier_country"] = {{"parts", report.unknown_supplier_parts},
                                     {"suppliers", report.unknown_suppliers},
                                     {"more_suppliers", report.more_unknown_suppliers}};
  out["products"] = array_json(report.products, product_json);
  out["stopped_value"] = amount_json(report.stopped_value);
  out["single_source"] = array_json(report.single_source, position_json);
  out["more_single_source"] = report.more_single_source;
  out["single_points"] = array_json(report.single_points, supplier_json);
  out["more_single_points"] = report.more_single_points;
  out["savings"] = array_json(report.savings, saving_json);
  out["more_savings"] = report.more_savings;
  out["every_supplier"] = array_json(report.every_supplier, supplier_json);
  out["more_suppliers"] = report.more_suppliers;
  out["assumptions"] = report.assumptions;
  out["lists"] = lists_or_null(report.index);
  add_basis(out, report.basis);
  return sealed(std::move(out));
}

}  // namespace tradewarden
