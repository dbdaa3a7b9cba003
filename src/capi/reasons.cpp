// Why a classification is controlled, for one destination.
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/classification.hpp"
#include "tradewarden/licence_reason.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_rules_reasons(tw_reasons** out, const tw_rules* rules, const char* classification,
                           size_t classification_size, const char* country, size_t country_size,
                           tw_day on, tw_error* error) {
  return make(out, error, [&]() -> made<tw_reasons> {
    if (!is(rules)) return no_handle("rules");
    const auto code = text_of(classification, classification_size, "classification");
    if (!code) return code.error();
    const auto parsed = tw::classification::parse(*code);
    if (!parsed) return parsed.error();
    const auto where = text_of(country, country_size, "country");
    if (!where) return where.error();
    const auto day = required_day(on, "on");
    if (!day) return day.error();
    auto found = std::make_unique<tw_reasons>(rules->book);
    found->rows = found->book.licence_reasons(*parsed, *where, *day);
    return found;
  });
}

size_t tw_reasons_count(const tw_reasons* reasons) {
  return is(reasons) ? reasons->rows.size() : 0;
}

tw_status tw_reasons_get(tw_reason* out, size_t out_size, const tw_reasons* reasons, size_t i) {
  if (!is(reasons)) return TW_USAGE;
  return put_row(out, out_size, reasons->rows, i, [](const tw::licence_reason& r) {
    return tw_reason{str(r.reason),
                     str(r.control),
                     str(r.basis.citation),
                     str(r.asks),
                     static_cast<int32_t>(r.kind),
                     static_cast<int32_t>(r.applies),
                     static_cast<int32_t>(r.reaches),
                     static_cast<int32_t>(r.required)};
  });
}

void tw_reasons_free(tw_reasons* reasons) { release(reasons); }
