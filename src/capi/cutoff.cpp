#include "tradewarden/cutoff.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

const tw::cutoff_product* product_of(const tw_cutoff_answer* answer, size_t i) {
  if (!is(answer) || i >= answer->report.products.size()) return nullptr;
  return &answer->report.products[i];
}

tw_status put_text(tw_str* out, const std::vector<std::string>& all, size_t i) {
  return i < all.size() ? put(out, str(std::string_view(all[i]))) : TW_USAGE;
}

tw::result<tw::cutoff_options> question_of(const tw_cutoff_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  tw::cutoff_options out;
  const struct {
    const tw_str* from;
    size_t count;
    std::vector<std::string>& to;
    const char* name;
  } lists[] = {{o->products, o->product_count, out.products, "options.products"},
               {o->suppliers, o->supplier_count, out.suppliers, "options.suppliers"},
               {o->countries, o->country_count, out.countries, "options.countries"},
               {o->parties, o->party_count, out.parties, "options.parties"}};
  for (const auto& l : lists) {
    auto texts = texts_of(l.from, l.count, l.name);
    if (!texts) return texts.error();
    l.to = std::move(*texts);
  }
  if (o->index != nullptr) {
    if (!is(o->index)) return no_handle("options.index");
    out.index = &o->index->state->index;
  }
  const auto date = day_of(o->date, "options.date");
  if (!date) return date.error();
  out.date = *date;
  const auto every = flag_of(o->every_supplier, "options.every_supplier");
  if (!every) return every.error();
  out.every_supplier = *every;
  if (o->limit != 0) out.limit = o->limit;
  return out;
}

}  // namespace

tw_status tw_origin_cutoff(tw_cutoff_answer** out, const tw_origin* origin,
                           const tw_cutoff_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_cutoff_answer> {
    if (!is(origin)) return no_handle("origin");
    const auto question = question_of(options);
    if (!question) return question.error();
    auto report = tw::cutoff(origin->engine).evaluate(*question);
    if (!report) return report.error();
    auto answer = std::make_unique<tw_cutoff_answer>();
    answer->report = std::move(*report);
    answer->report.options.index = nullptr;  // the caller may free it before the answer
    return answer;
  });
}

void tw_cutoff_answer_free(tw_cutoff_answer* answer) { release(answer); }

tw_status tw_cutoff_info_get(tw_cutoff_info* out, size_t out_size, const tw_cutoff_answer* answer) {
  if (!is(answer)) return TW_USAGE;
  const tw::cutoff_report& r = answer->report;
  return put(out, out_size,
             tw_cutoff_info{r.products.size(), r.single_source.size(), r.single_points.size(),
                            r.savings.size(), r.every_supplier.size(), r.cut_suppliers.size(),
                            r.cut_parts.size(), r.more_cut_parts, r.unknown_supplier_parts,
                            amount_view(r.stopped_value)});
}

tw_status tw_cutoff_product_get(tw_cutoff_product* out, size_t out_size,
                                const tw_cutoff_answer* answer, size_t i) {
  const tw::cutoff_product* p = product_of(answer, i);
  if (p == nullptr) return TW_USAGE;
  return put(out, out_size,
             tw_cutoff_product{str(p->product), str(p->name), str(p->currency),
                               static_cast<int32_t>(p->stops),
                               static_cast<int32_t>(p->stops_with_unknown_suppliers),
                               amount_view(p->value), p->path.size(), p->lost.size(),
                               p->more_lost});
}

tw_status tw_cutoff_product_path(tw_str* out, const tw_cutoff_answer* answer, size_t product,
                                 size_t i) {
  const tw::cutoff_product* p = product_of(answer, product);
  return p != nullptr ? put_text(out, p->path, i) : TW_USAGE;
}

tw_status tw_cutoff_product_lost(tw_str* out, const tw_cutoff_answer* answer, size_t product,
                                 size_t i) {
  const tw::cutoff_product* p = product_of(answer, product);
  return p != nullptr ? put_text(out, p->lost, i) : TW_USAGE;
}

tw_status tw_cutoff_supplier_get(tw_cutoff_supplier* out, size_t out_size,
                                 const tw_cutoff_answer* answer, int32_t which, size_t i) {
  if (!is(answer) || which < TW_CUTOFF_SINGLE_POINTS || which > TW_CUTOFF_EVERY_SUPPLIER) {
    return TW_USAGE;
  }
  const tw::cutoff_report& r = answer->report;
  return put_row(out, out_size,
                 which == TW_CUTOFF_SINGLE_POINTS ? r.single_points : r.every_supplier, i,
                 [](const tw::cutoff_supplier& s) {
                   return tw_cutoff_supplier{str(s.supplier), str(s.country), str(s.currency),
                                             s.parts, s.products, amount_view(s.value)};
                 });
}

tw_status tw_cutoff_position_get(tw_cutoff_position* out, size_t out_size,
                                 const tw_cutoff_answer* answer, size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->report.single_source, i, [](const tw::cutoff_position& p) {
    return tw_cutoff_position{str(p.parent), str(p.pos), str(p.part), p.suppliers.size()};
  });
}

tw_status tw_cutoff_saving_get(tw_cutoff_saving* out, size_t out_size,
                               const tw_cutoff_answer* answer, size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->report.savings, i, [](const tw::cutoff_saving& s) {
    return tw_cutoff_saving{str(s.part), str(s.name), s.products, s.needed_by,
                            amount_view(s.value)};
  });
}

tw_status tw_cutoff_json(tw_text** out, const tw_cutoff_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->report));
  });
}
