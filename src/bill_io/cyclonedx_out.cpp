#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "bill_io/columns.hpp"
#include "support/hash_map.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden {
namespace {

using json = nlohmann::ordered_json;

/// As the columns write it.
std::string_view letter(truth t) {
  return t == truth::yes ? "y" : t == truth::no ? "n" : "?";
}

json property(std::string name, std::string_view value) {
  return {{"name", "tradewarden:" + std::move(name)}, {"value", value}};
}

/// "TABLE:NUMBER:COLUMN" for each column that says something.
template <class Row>
void add_row(json& to, std::string_view table, std::size_t number, const Row& row) {
  const std::string start = std::string(table) + ":" + std::to_string(number) + ":";
  for (const auto& c : bill_io::columns_of(row)) {
    if (!(row.*c.field).empty()) to.push_back(property(start + std::string(c.name), row.*c.field));
  }
}

json part_properties(const bill& b, part_id id) {
  const bill_part p = b.part(id);
  json out = json::array();
  const std::string fmv = p.fmv.to_string();
  part_row row;
  row.kind = to_string(p.kind);
  row.made_in = p.made_in;
  if (p.us_origin_stated) row.us_origin = letter(*p.us_origin_stated);
  row.eccn = p.eccn;
  row.hs = p.hs;
  row.fmv = fmv;
  row.currency = p.currency;
  row.discrete = letter(p.discrete);
  row.content_type = to_string(p.content);
  if (p.unit_stated) row.unit = p.unit;
  for (const auto& c : bill_io::columns_of(row)) {
    if (!(row.*c.field).empty()) out.push_back(property(std::string(c.name), row.*c.field));
  }
  if (p.name.empty()) out.push_back(property("name", ""));
  for (std::uint32_t i = 0; i < b.line_count(id); ++i) {
    const bill_line l = b.line(id, i);
    const std::string rank = std::to_string(l.alt_rank);
    const std::string quantity = l.quantity.to_string();
    line_row r;
    r.pos = l.pos;
    r.child_id = b.part(l.child).id;
    r.alt_rank = rank;
    r.qty = quantity;
    r.uom = l.uom;
    add_row(out, "line", i + 1, r);
  }
  for (std::uint32_t i = 0; i < b.offer_count(id); ++i) {
    const bill_offer o = b.offer(id, i);
    const std::string price = o.price.to_string();
    offer_row r;
    r.supplier_id = b.supplier(o.supplier);
    r.supplier_country = o.supplier_country;
    r.country_of_origin = o.country_of_origin;
    r.price = price;
    r.currency = o.currency;
    add_row(out, "offer", i + 1, r);
  }
  if (const auto made = b.production_of(id)) {
    production_row r;
    r.us_technology_eccns = made->us_technology_eccns;
    r.plant_eccns = made->plant_eccns;
    r.contains_ic_of_such_plant = letter(made->contains_ic_of_such_plant);
    add_row(out, "production", 1, r);
  }
  return out;
}

}  // namespace

std::string cyclonedx_json(const bill& b) {
  json metadata_properties = json::array();
  std::size_t number = 0;
  for (const exchange_rate& r : b.rates()) {
    const std::string date = r.date.to_string();
    const std::string num = r.num.to_string();
    const std::string den = r.den.to_string();
    add_row(metadata_properties, "fx", ++number,
            rate_row{.date = date, .currency = r.currency, .rate_num = num, .rate_den = den});
  }
  json components = json::array();
  json dependencies = json::array();
  for (std::uint32_t i = 0; i < b.part_count(); ++i) {
    const part_id id{i};
    const bill_part p = b.part(id);
    static constexpr std::string_view k_types[] = {"device", "application", "data"};
    json c;
    c["type"] = k_types[static_cast<std::size_t>(p.content)];
    c["bom-ref"] = p.id;
    c["name"] = p.name.empty() ? p.id : p.name;
    c["properties"] = part_properties(b, id);
    components.push_back(std::move(c));
    json on = json::array();
    string_view_set named;
    for (std::uint32_t l = 0; l < b.line_count(id); ++l) {
      const std::string_view child = b.part(b.line(id, l).child).id;
      // dependsOn is a set.
      if (named.insert(child).second) on.push_back(child);
    }
    if (!on.empty()) dependencies.push_back({{"ref", p.id}, {"dependsOn", std::move(on)}});
  }
  json out;
  out["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json";
  out["bomFormat"] = "CycloneDX";
  out["specVersion"] = "1.6";
  out["version"] = 1;
  out["metadata"]["tools"]["components"] =
      json::array({{{"type", "application"}, {"name", "tradewarden"}, {"version", k_version}}});
  if (!metadata_properties.empty()) out["metadata"]["properties"] = std::move(metadata_properties);
  out["components"] = std::move(components);
  out["dependencies"] = std::move(dependencies);
  return out.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace tradewarden
