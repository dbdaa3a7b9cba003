#include "tradewarden/bill.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/read_bill.hpp"

namespace tradewarden::capi {
namespace {

struct source_field {
  tw_str tw_bill_sources::*from;
  std::string bill_sources::*to;
  const char* name;
  bool path;
};

constexpr source_field k_fields[] = {
    {&tw_bill_sources::parts, &bill_sources::parts, "parts", true},
    {&tw_bill_sources::lines, &bill_sources::lines, "lines", true},
    {&tw_bill_sources::offers, &bill_sources::offers, "offers", true},
    {&tw_bill_sources::fx, &bill_sources::fx, "fx", true},
    {&tw_bill_sources::bill, &bill_sources::bill, "bill", true},
    {&tw_bill_sources::product_name, &bill_sources::product_name, "product_name", false},
    {&tw_bill_sources::product_price, &bill_sources::product_price, "product_price", false},
    {&tw_bill_sources::product_currency, &bill_sources::product_currency, "product_currency",
     false},
    {&tw_bill_sources::product_made_in, &bill_sources::product_made_in, "product_made_in", false},
    {&tw_bill_sources::product_eccn, &bill_sources::product_eccn, "product_eccn", false},
    {&tw_bill_sources::production, &bill_sources::production, "production", true}};

result<bill_sources> sources_of(const tw_bill_sources* given, std::string_view parameter) {
  const auto s = read_struct(given, parameter);
  if (!s) return s.error();
  bill_sources out;
  for (const source_field& f : k_fields) {
    const tw_str& text = (*s).*(f.from);
    if (text.size == 0) continue;
    if (f.path) {
      auto path = path_of(text.data, text.size, f.name);
      if (!path) return path.error();
      out.*(f.to) = std::move(*path);
    } else {
      const auto word = text_of(text, f.name);
      if (!word) return word.error();
      out.*(f.to) = *word;
    }
  }
  return out;
}

/// The bill of a reading; its problems and notes go to the caller first.
made<tw_bill> bill_of(bill_reading&& read, tw_problems** problems) {
  auto told = std::make_unique<tw_problems>();
  for (const error& e : read.problems) told->rows.push_back(refused(e));
  for (const std::string& note : read.notes) {
    told->rows.push_back({TW_SEVERITY_NOTE, TW_OK, 0, {}, {}, note});
  }
  told->more = read.more_problems;
  give(problems, std::move(told));
  if (read.bill) return std::make_unique<tw_bill>(std::move(*read.bill));
  if (!read.problems.empty()) return read.problems.front();
  return error{errc::internal, "a bill was neither read nor refused", {}, 0, {}};
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_bill_read(tw_bill** out, tw_problems** problems, const tw_bill_sources* sources,
                       tw_error* error) {
  return make(out, error, [&]() -> made<tw_bill> {
    give(problems, nullptr);
    if (sources == nullptr) return usage("there are no sources", "sources");
    const auto files = sources_of(sources, "sources");
    if (!files) return files.error();
    return bill_of(tw::read_bill(*files), problems);
  });
}

tw_status tw_bill_read_texts(tw_bill** out, tw_problems** problems, const tw_bill_text* texts,
                             size_t text_count, const tw_bill_sources* product, tw_error* error) {
  return make(out, error, [&]() -> made<tw_bill> {
    give(problems, nullptr);
    if (auto ok = check_array(texts, text_count, alignof(tw_bill_text), "texts"); !ok) {
      return ok.error();
    }
    const auto fields = sources_of(product, "product");
    if (!fields) return fields.error();
    std::vector<tw::bill_text> all;
    for (size_t i = 0; i < text_count; ++i) {
      const auto what = text_of(texts[i].what, "texts.what");
      if (!what) return what.error();
      const auto name = text_of(texts[i].name, "texts.name");
      if (!name) return name.error();
      const auto text = text_of(texts[i].text, "texts.text");
      if (!text) return text.error();
      all.push_back({*what, *name, *text});
    }
    return bill_of(tw::read_bill_texts(all, *fields), problems);
  });
}

void tw_bill_free(tw_bill* bill) { release(bill); }

tw_status tw_bill_info_get(tw_bill_info* out, size_t out_size, const tw_bill* bill) {
  if (!is(bill)) return TW_USAGE;
  const tw::bill& b = bill->content;
  return put(out, out_size,
             tw_bill_info{b.part_count(), b.supplier_count(), b.line_count(), b.offer_count(),
                          bill->products.size(), b.files().size()});
}

tw_status tw_bill_part(tw_part* out, size_t out_size, const tw_bill* bill, uint32_t part) {
  tw_status written = TW_USAGE;
  const tw_status asked = guarded(nullptr, [&]() -> tw::result<void> {
    if (!is(bill) || part >= bill->content.part_count()) return usage("no such part", "part");
    const tw::part_id id{part};
    const tw::bill_part p = bill->content.part(id);
    const auto [value, value_currency] = bill->content.unit_value(id);
    tw_part view{};
    view.id = str(p.id);
    view.name = str(p.name);
    view.made_in = str(p.made_in);
    view.eccn = str(p.eccn);
    view.hs = str(p.hs);
    view.currency = str(p.currency);
    view.unit = str(p.unit);
    view.fmv = price_view(p.fmv);
    view.value = price_view(value);
    view.value_currency = str(value_currency);
    view.kind = static_cast<int32_t>(p.kind);
    view.us_origin = static_cast<int32_t>(p.us_origin);
    view.discrete = static_cast<int32_t>(p.discrete);
    view.content = static_cast<int32_t>(p.content);
    view.lines = bill->content.line_count(id);
    view.offers = bill->content.offer_count(id);
    view.file = p.source.file;
    view.file_line = p.source.line;
    view.unit_stated = p.unit_stated ? 1 : 0;
    written = put(out, out_size, view);
    return {};
  });
  return asked != TW_OK ? asked : written;
}

tw_status tw_bill_find_part(uint32_t* out, const tw_bill* bill, const char* id, size_t id_size) {
  uint32_t found = 0;
  const tw_status looked = guarded(nullptr, [&]() -> tw::result<void> {
    if (!is(bill)) return no_handle("bill");
    const auto wanted = text_of(id, id_size, "id");
    if (!wanted) return wanted.error();
    const auto part = bill->content.find_part(*wanted);
    if (!part) return tw::error{tw::errc::not_found, "no part has this id", {}, 0, "id"};
    found = part->value;
    return {};
  });
  return looked == TW_OK ? put(out, found) : looked;
}

tw_status tw_bill_product(uint32_t* out, const tw_bill* bill, size_t i) {
  if (!is(bill) || i >= bill->products.size()) return TW_USAGE;
  return put(out, bill->products[i].value);
}

tw_status tw_bill_line(tw_line* out, size_t out_size, const tw_bill* bill, uint32_t part,
                       uint32_t i) {
  if (!is(bill) || part >= bill->content.part_count() ||
      i >= bill->content.line_count(tw::part_id{part})) {
    return TW_USAGE;
  }
  const tw::bill_line l = bill->content.line(tw::part_id{part}, i);
  return put(out, out_size,
             tw_line{l.parent.value, l.child.value, str(l.pos), str(l.uom),
                     decimal_view(l.quantity), decimal_view(l.quantity_in_unit), l.alt_rank, 0,
                     l.source.file, l.source.line});
}

tw_status tw_bill_offer(tw_offer* out, size_t out_size, const tw_bill* bill, uint32_t part,
                        uint32_t i) {
  if (!is(bill) || part >= bill->content.part_count() ||
      i >= bill->content.offer_count(tw::part_id{part})) {
    return TW_USAGE;
  }
  const tw::bill_offer o = bill->content.offer(tw::part_id{part}, i);
  return put(out, out_size,
             tw_offer{o.part.value, o.supplier.value, str(o.supplier_country),
                      str(o.country_of_origin), str(o.currency), price_view(o.price),
                      o.source.file, o.source.line});
}

tw_status tw_bill_supplier(tw_str* out, const tw_bill* bill, uint32_t supplier) {
  if (!is(bill) || supplier >= bill->content.supplier_count()) return TW_USAGE;
  return put(out, str(bill->content.supplier(tw::supplier_id{supplier})));
}

tw_status tw_bill_file(tw_str* out, const tw_bill* bill, size_t i) {
  if (!is(bill) || i >= bill->content.files().size()) return TW_USAGE;
  return put(out, str(std::string_view(bill->content.files()[i].name)));
}

tw_status tw_bill_cyclonedx(tw_text** out, const tw_bill* bill, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(bill)) return no_handle("bill");
    return new_text(tw::cyclonedx_json(bill->content));
  });
}
