#include "tradewarden/bill.hpp"

#include "origin/bill_data.hpp"

namespace tradewarden {

std::string price_range::to_string() const {
  if (!known) return "?";
  return low == high ? low.to_string() : low.to_string() + ".." + high.to_string();
}

std::uint32_t bill::part_count() const noexcept { return data_->part_count(); }
std::uint64_t bill::line_count() const noexcept { return data_->line_count(); }
std::uint32_t bill::supplier_count() const noexcept { return data_->suppliers.size(); }
std::uint32_t bill::offer_count() const noexcept {
  return static_cast<std::uint32_t>(data_->offers.size());
}

std::optional<part_id> bill::find_part(std::string_view id) const {
  const std::uint32_t n = data_->ids.find(id);
  return n == text_ids::k_none ? std::nullopt : std::optional(part_id{n});
}

std::optional<supplier_id> bill::find_supplier(std::string_view id) const {
  const std::uint32_t n = data_->suppliers.find(id);
  return n == text_ids::k_none ? std::nullopt : std::optional(supplier_id{n});
}

bill_part bill::part(part_id p) const {
  const detail::bill_data& d = *data_;
  const std::uint32_t i = p.value;
  bill_part out;
  out.id = d.ids.text(i);
  out.name = d.names.text(d.parts.name[i]);
  out.kind = d.parts.kind[i];
  out.made_in = d.words.text(d.parts.made_in[i]);
  out.us_origin = d.parts.us_origin[i];
  if (d.parts.us_stated[i] != 0) out.us_origin_stated = out.us_origin;
  out.eccn = d.classification_texts[d.parts.eccn[i]];
  out.hs = d.words.text(d.parts.hs[i]);
  out.fmv = d.parts.fmv[i];
  out.currency = d.words.text(d.parts.currency[i]);
  out.discrete = d.parts.discrete[i];
  out.content = d.parts.content[i];
  out.unit = d.words.text(d.parts.unit[i]);
  out.unit_stated = d.parts.unit_stated[i] != 0;
  out.source = {d.parts.file[i], d.parts.source[i]};
  return out;
}

std::string_view bill::supplier(supplier_id s) const { return data_->suppliers.text(s.value); }

std::uint32_t bill::line_count(part_id p) const {
  return data_->line_first[p.value + 1] - data_->line_first[p.value];
}

bill_line bill::line(part_id p, std::uint32_t index) const {
  const detail::bill_data& d = *data_;
  const std::uint32_t i = d.line_first[p.value] + index;
  const detail::quantity_entry& q = d.quantities[d.quantity[i]];
  bill_line out;
  out.parent = p;
  out.child = part_id{d.child[i]};
  out.pos = d.positions.text(d.pos(i));
  out.alt_rank = d.alt_rank(i);
  out.quantity = q.given;
  out.uom = d.words.text(q.uom);
  out.quantity_in_unit = q.in_unit;
  out.source = {d.line_file.empty() ? d.only_line_file : d.line_file[i], d.source[i]};
  return out;
}

std::uint32_t bill::production_count() const noexcept {
  return static_cast<std::uint32_t>(data_->production.size());
}

bill_production bill::production(std::uint32_t index) const {
  const detail::bill_data& d = *data_;
  const detail::production_entry& e = d.production[index];
  return {part_id{e.part}, d.eccn_list_texts.text(e.technology), d.eccn_list_texts.text(e.plant),
          e.contains_ic, {e.file, e.source}};
}

std::optional<bill_production> bill::production_of(part_id p) const {
  const detail::production_entry* e = data_->made(p.value);
  if (e == nullptr) return std::nullopt;
  return production(static_cast<std::uint32_t>(e - data_->production.data()));
}

std::uint32_t bill::offer_count(part_id p) const {
  return data_->offer_first[p.value + 1] - data_->offer_first[p.value];
}

bill_offer bill::offer(part_id p, std::uint32_t index) const {
  const detail::bill_data& d = *data_;
  const detail::offer_entry& o = d.offers[d.offer_first[p.value] + index];
  bill_offer out;
  out.part = p;
  out.supplier = supplier_id{o.supplier};
  out.supplier_country = d.words.text(o.supplier_country);
  out.country_of_origin = d.words.text(o.country_of_origin);
  out.price = o.price;
  out.currency = d.words.text(o.currency);
  out.source = {o.file, o.source};
  return out;
}

std::pair<price_range, std::string_view> bill::unit_value(part_id p) const {
  const detail::bill_data& d = *data_;
  if (d.parts.fmv[p.value].known) {
    return {d.parts.fmv[p.value], d.words.text(d.parts.currency[p.value])};
  }
  price_range all;
  std::uint32_t currency = 0;
  for (std::uint32_t i = d.offer_first[p.value]; i < d.offer_first[p.value + 1]; ++i) {
    const detail::offer_entry& o = d.offers[i];
    // One of the offers is the source, and nobody knows which: a missing price leaves it open.
    if (!o.price.known) return {};
    if (!all.known) {
      all = o.price;
      currency = o.currency;
      continue;
    }
    if (o.currency != currency) return {};
    if (o.price.low < all.low) all.low = o.price.low;
    if (all.high < o.price.high) all.high = o.price.high;
  }
  return {all, d.words.text(currency)};
}

std::vector<part_id> bill::products() const {
  std::vector<bool> used(data_->part_count());
  for (const std::uint32_t c : data_->child) used[c] = true;
  std::vector<part_id> out;
  for (std::uint32_t i = 0; i < data_->part_count(); ++i) {
    if (!used[i]) out.push_back(part_id{i});
  }
  return out;
}

const std::vector<exchange_rate>& bill::rates() const& noexcept { return data_->rates; }
const std::vector<bill_file>& bill::files() const& noexcept { return data_->files; }

}  // namespace tradewarden
