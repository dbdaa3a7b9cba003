#include "tradewarden/share.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_origin_share(tw_share_answer** out, const tw_origin* origin,
                          const tw_share_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_share_answer> {
    if (!is(origin)) return no_handle("origin");
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    tw::share_options asked;
    const auto product = text_of(o->product, "options.product");
    if (!product) return product.error();
    asked.product = *product;
    const auto date = day_of(o->date, "options.date");
    if (!date) return date.error();
    asked.date = *date;
    if (o->index != nullptr) {
      if (!is(o->index)) return no_handle("options.index");
      asked.index = &o->index->state->index;
    }
    auto report = tw::share(origin->engine).evaluate(asked);
    if (!report) return report.error();
    auto answer = std::make_unique<tw_share_answer>();
    answer->report = std::move(*report);
    answer->report.options.index = nullptr;  // the caller may free it before the answer
    return answer;
  });
}

void tw_share_answer_free(tw_share_answer* answer) { release(answer); }

tw_status tw_share_info_get(tw_share_info* out, size_t out_size, const tw_share_answer* answer) {
  if (!is(answer)) return TW_USAGE;
  const tw::share_report& r = answer->report;
  return put(out, out_size,
             tw_share_info{str(r.product), str(r.product_name), str(r.currency), number(r.date), 0,
                           amount_view(r.product_value), amount_view(r.parts_value), r.unpriced,
                           r.dimensions.size()});
}

tw_status tw_share_dimension_get(tw_share_dimension* out, size_t out_size,
                                 const tw_share_answer* answer, size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->report.dimensions, i,
                 [](const tw::share_dimension_result& d) {
                   return tw_share_dimension{str(d.name), static_cast<int32_t>(d.dimension), 0,
                                             d.slices.size()};
                 });
}

tw_status tw_share_slice_get(tw_share_slice* out, size_t out_size, const tw_share_answer* answer,
                             size_t dimension, size_t i) {
  if (!is(answer) || dimension >= answer->report.dimensions.size()) return TW_USAGE;
  return put_row(out, out_size, answer->report.dimensions[dimension].slices, i,
                 [](const tw::share_slice& s) {
                   return tw_share_slice{str(s.key),
                                         str(s.name),
                                         amount_view(s.value),
                                         share_view(s.of_parts),
                                         share_view(s.of_product),
                                         s.parts};
                 });
}

tw_status tw_share_json(tw_text** out, const tw_share_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->report));
  });
}
