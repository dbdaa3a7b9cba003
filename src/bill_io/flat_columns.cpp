#include <algorithm>
#include <string>

#include "bill_io/flat_bill.hpp"
#include "support/ascii.hpp"

namespace tradewarden::bill_io {
namespace {

struct alias {
  std::string_view title;
  flat_field field;
};

using enum flat_field;
constexpr alias k_aliases[] = {
    {"reference", reference}, {"references", reference}, {"ref", reference}, {"refs", reference},
    {"refdes", reference}, {"referencedesignator", reference}, {"referencedesignators", reference},
    {"designator", reference}, {"designators", reference}, {"customerreference", reference},
    {"customerref", reference}, {"itemnumber", reference}, {"pos", reference},
    {"position", reference}, {"findnumber", reference}, {"bomitem", reference},
    {"quantity", quantity}, {"qty", quantity}, {"qtyperboard", quantity},
    {"quantityperboard", quantity}, {"qtyper", quantity}, {"count", quantity}, {"menge", quantity},
    {"requiredquantity", quantity}, {"componentquantity", quantity}, {"orderqty", quantity},
    {"orderquantity", quantity}, {"quantity1", quantity}, {"qty1", quantity}, {"qtyreq", quantity},
    {"partnumber", part_number}, {"mpn", part_number}, {"mfgpartnum", part_number},
    {"mfgpartnumber", part_number}, {"mfrpartnumber", part_number}, {"mfrpart", part_number},
    {"mfrpartno", part_number}, {"mfrno", part_number}, {"mfgpn", part_number},
    {"manufacturerpartnumber", part_number}, {"manufacturerpartnumber1", part_number},
    {"manufacturerpart", part_number}, {"manufacturerpn", part_number},
    {"manufacturerno", part_number}, {"partno", part_number}, {"component", part_number},
    {"material", part_number}, {"materialnumber", part_number}, {"internalreference", part_number},
    {"item", part_number}, {"itemcode", part_number}, {"field2", part_number},
    {"manufacturer", manufacturer}, {"manufacturer1", manufacturer}, {"manu", manufacturer},
    {"mfr", manufacturer}, {"mfg", manufacturer}, {"mfrname", manufacturer},
    {"mfgname", manufacturer}, {"manufacturername", manufacturer}, {"maker", manufacturer},
    {"brand", manufacturer}, {"field1", manufacturer},
    {"supplier", supplier}, {"supplier1", supplier}, {"vendor", supplier},
    {"vendorname", supplier}, {"suppliername", supplier}, {"distributor", supplier},
    {"suppliercountry", supplier_country}, {"suppliercountrycode", supplier_country},
    {"countryofsupplier", supplier_country}, {"vendorcountry", supplier_country},
    {"vendorcountrycode", supplier_country}, {"distributorcountry", supplier_country},
    {"supplierpartnumber", supplier_part}, {"supplierpartnumber1", supplier_part},
    {"vendorpartnumber", supplier_part}, {"vendorpartnum", supplier_part},
    {"digikeypartnumber", supplier_part}, {"digikeypart", supplier_part},
    {"mouserno", supplier_part}, {"mouserpartnumber", supplier_part}, {"mouserpart", supplier_part},
    {"sku", supplier_part}, {"stockcode", supplier_part}, {"orderno", supplier_part},
    {"description", description}, {"desc", description}, {"partdescription", description},
    {"productdescription", description}, {"componentdescription", description},
    {"itemdescription", description}, {"materialdescription", description}, {"name", description},
    {"comment", description}, {"field3", description}, {"bezeichnung", description},
    {"value", value}, {"val", value},
    {"unitprice", unit_price}, {"price", unit_price}, {"unitcost", unit_price},
    {"cost", unit_price}, {"priceeach", unit_price}, {"supplierunitprice1", unit_price},
    {"standardprice", unit_price}, {"standardcost", unit_price}, {"priceqty1", unit_price},
    {"unitpriceusd", unit_price}, {"unitpriceeur", unit_price}, {"priceusd", unit_price},
    {"priceeur", unit_price}, {"purchaseprice", unit_price},
    {"extendedprice", total_price}, {"extprice", total_price}, {"extended", total_price},
    {"totalprice", total_price}, {"subtotal", total_price}, {"linetotal", total_price},
    {"total", total_price}, {"amount", total_price}, {"suppliersubtotal1", total_price},
    {"currency", currency}, {"suppliercurrency1", currency}, {"curr", currency},
    {"currencycode", currency},
    {"countryoforigin", origin}, {"origin", origin}, {"coo", origin}, {"madein", origin},
    {"origincountry", origin}, {"countryofmanufacture", origin},
    {"usorigin", us_origin},
    {"eccn", eccn}, {"eccncode", eccn}, {"exportcontrolclassification", eccn},
    {"exportcontrolclassificationnumber", eccn}, {"exportcontrolclass", eccn}, {"useccn", eccn},
    {"hts", hs}, {"hs", hs}, {"hscode", hs}, {"htscode", hs}, {"htsus", hs}, {"htsusa", hs},
    {"htsn", hs}, {"tariffcode", hs}, {"commoditycode", hs}, {"harmonizedcode", hs},
    {"customstariffnumber", hs},
    {"priceunit", price_unit}, {"priceuom", price_unit}, {"unitofprice", price_unit},
    {"pricingunit", price_unit}, {"priceper", price_unit},
    {"unit", unit}, {"uom", unit}, {"unitofmeasure", unit}, {"baseunit", unit},
    {"baseunitofmeasure", unit}, {"componentunit", unit}, {"units", unit},
    {"dnp", not_placed}, {"dni", not_placed}, {"dnf", not_placed}, {"donotpopulate", not_placed},
    {"donotplace", not_placed}, {"donotstuff", not_placed}, {"dns", not_placed},
};

}  // namespace

std::optional<flat_field> flat_field_of(std::string_view title) {
  std::string key;
  for (const char c : title) {
    if (ascii::is_alpha(c) || ascii::is_digit(c)) key += ascii::lower(c);
  }
  const auto at = std::find_if(std::begin(k_aliases), std::end(k_aliases),
                               [&](const alias& a) { return a.title == key; });
  if (at == std::end(k_aliases)) return std::nullopt;
  return at->field;
}

}  // namespace tradewarden::bill_io
