// The enumerations of the C interface are those of the C++ interface, number by number.
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/evidence.hpp"
#include "tradewarden/identifier.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/measure.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/party_name.hpp"
#include "tradewarden/party_status.hpp"
#include "tradewarden/rescreening.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/store.hpp"
#include "tradewarden/truth.hpp"
#include "tradewarden/verdict.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

/// The names are literals, so a zero stands behind each.
template <class Enum>
const char* name(int32_t value, int32_t last) {
  if (value < 0 || value > last) return "unknown";
  return to_string(static_cast<Enum>(value)).data();
}

template <class Enum>
constexpr bool same(Enum a, int32_t b) {
  return static_cast<int32_t>(a) == b;
}
static_assert(same(tw::schema::aircraft, TW_SCHEMA_AIRCRAFT) &&
              same(tw::schema::entity, TW_SCHEMA_ENTITY));
static_assert(same(tw::party_status::not_yet, TW_STATUS_NOT_YET) &&
              same(tw::party_status::denied, TW_STATUS_DENIED) &&
              same(tw::party_status::suspended_order, TW_STATUS_SUSPENDED_ORDER) &&
              same(tw::party_status::lifted, TW_STATUS_LIFTED) &&
              same(tw::party_status::expired, TW_STATUS_EXPIRED));
static_assert(same(tw::name_kind::nka, TW_NAME_NKA) && same(tw::name_strength::weak, TW_NAME_WEAK));
static_assert(same(tw::script::han, TW_SCRIPT_HAN) && same(tw::script::other, TW_SCRIPT_OTHER));
static_assert(same(tw::measure_kind::suspended_order, TW_MEASURE_SUSPENDED_ORDER) &&
              same(tw::measure_end::expired, TW_END_EXPIRED));
static_assert(same(tw::match_reason::truncated, TW_MATCH_TRUNCATED) &&
              same(tw::match_reason::family, TW_MATCH_FAMILY));
static_assert(same(tw::token_role::place, TW_ROLE_PLACE) &&
              same(tw::token_role::honorific, TW_ROLE_HONORIFIC));
static_assert(same(tw::evidence_state::contradicts, TW_EVIDENCE_CONTRADICTS) &&
              same(tw::evidence_state::partial, TW_EVIDENCE_PARTIAL));
static_assert(1 << static_cast<int32_t>(tw::evidence_kind::imo) == TW_BY_IMO &&
              1 << static_cast<int32_t>(tw::evidence_kind::gender) == TW_BY_GENDER &&
              1 << tw::k_evidence_kinds == 2 * TW_BY_IMO);
static_assert(same(tw::contradiction_policy::lower, TW_CONTRADICTION_LOWER) &&
              same(tw::contradiction_policy::drop, TW_CONTRADICTION_DROP));
static_assert(same(tw::hit_origin::identifier, TW_FOUND_BY_IDENTIFIER) &&
              same(tw::hit_origin::both, TW_FOUND_BY_BOTH));
static_assert(same(tw::identifier_type::imo, TW_ID_IMO) &&
              same(tw::identifier_type::lei, TW_ID_LEI) &&
              same(tw::identifier_type::other, TW_ID_OTHER));
static_assert(same(tw::query_problem::no_name, TW_QUERY_NO_NAME) &&
              same(tw::query_problem::damaged_index, TW_QUERY_DAMAGED_INDEX) &&
              same(tw::query_problem::single_letter, TW_QUERY_SINGLE_LETTER));
static_assert(same(tw::link_kind::name_and_country, TW_LINK_NAME_AND_COUNTRY) &&
              same(tw::link_kind::reference, TW_LINK_REFERENCE));
static_assert(same(tw::decision_state::entry_changed, TW_DECISION_ENTRY_CHANGED) &&
              same(tw::decision_state::withdrawn, TW_DECISION_WITHDRAWN));
static_assert(same(tw::alert_news::closed, TW_ALERT_CLOSED) &&
              same(tw::alert_news::opened, TW_ALERT_OPENED));
static_assert(same(tw::snapshot_state::quarantined, TW_SNAPSHOT_QUARANTINED));
static_assert(same(tw::store_access::create, TW_STORE_CREATE) &&
              same(tw::store_access::write, TW_STORE_WRITE));
static_assert(same(tw::truth::no, TW_NO) && same(tw::truth::unknown, TW_UNKNOWN) &&
              same(tw::truth::yes, TW_YES));
static_assert(same(tw::verdict::depends, TW_VERDICT_DEPENDS) &&
              same(tw::verdict::triggers, TW_VERDICT_TRIGGERS));
static_assert(same(tw::regime::us_ofac, TW_REGIME_US_OFAC));
static_assert(same(tw::ownership_verdict::depends, TW_OWNERSHIP_DEPENDS) &&
              same(tw::ownership_verdict::restricted, TW_OWNERSHIP_RESTRICTED));

tw_list view(const tw::list_info& l) {
  return {str(l.code),     str(l.name),  str(l.authority),   str(l.effect),
          str(l.citation), str(l.as_of), l.verified ? 1 : 0, 0};
}

}  // namespace

const char* tw_schema_name(int32_t v) { return name<tw::schema>(v, TW_SCHEMA_AIRCRAFT); }
const char* tw_party_status_name(int32_t v) { return name<tw::party_status>(v, TW_STATUS_NOT_YET); }
const char* tw_name_kind_name(int32_t v) { return name<tw::name_kind>(v, TW_NAME_NKA); }
const char* tw_name_strength_name(int32_t v) { return name<tw::name_strength>(v, TW_NAME_WEAK); }
const char* tw_script_name(int32_t v) { return name<tw::script>(v, TW_SCRIPT_OTHER); }
const char* tw_measure_kind_name(int32_t v) {
  return name<tw::measure_kind>(v, TW_MEASURE_SUSPENDED_ORDER);
}
const char* tw_match_reason_name(int32_t v) {
  return name<tw::match_reason>(v, TW_MATCH_TRUNCATED);
}
const char* tw_token_role_name(int32_t v) { return name<tw::token_role>(v, TW_ROLE_PLACE); }
const char* tw_evidence_state_name(int32_t v) {
  return name<tw::evidence_state>(v, TW_EVIDENCE_PARTIAL);
}
const char* tw_query_problem_name(int32_t v) {
  return name<tw::query_problem>(v, TW_QUERY_NO_NAME);
}
const char* tw_contradiction_name(int32_t v) {
  return name<tw::contradiction_policy>(v, TW_CONTRADICTION_DROP);
}
const char* tw_found_by_name(int32_t v) { return name<tw::hit_origin>(v, TW_FOUND_BY_BOTH); }
const char* tw_identifier_type_name(int32_t v) {
  return name<tw::identifier_type>(v, TW_ID_OTHER);
}
const char* tw_link_kind_name(int32_t v) {
  return name<tw::link_kind>(v, TW_LINK_NAME_AND_COUNTRY);
}
const char* tw_decision_state_name(int32_t v) {
  return name<tw::decision_state>(v, TW_DECISION_ENTRY_CHANGED);
}
const char* tw_alert_news_name(int32_t v) { return name<tw::alert_news>(v, TW_ALERT_CLOSED); }
const char* tw_snapshot_state_name(int32_t v) {
  return name<tw::snapshot_state>(v, TW_SNAPSHOT_QUARANTINED);
}
const char* tw_truth_name(int32_t v) { return name<tw::truth>(v, TW_YES); }
const char* tw_verdict_name(int32_t v) { return name<tw::verdict>(v, TW_VERDICT_TRIGGERS); }
const char* tw_ownership_verdict_name(int32_t v) {
  return name<tw::ownership_verdict>(v, TW_OWNERSHIP_RESTRICTED);
}
const char* tw_regime_name(int32_t v) { return name<tw::regime>(v, TW_REGIME_US_OFAC); }

const char* tw_weak_policy_name(int32_t v) {
  switch (v) {
    case TW_WEAK_CONFIRM: return "confirm";
    case TW_WEAK_IGNORE: return "ignore";
    case TW_WEAK_FULL: return "full";
    default: return "unknown";
  }
}

tw_status tw_schema_parse(int32_t* out, const char* text, size_t text_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto given = text_of(text, text_size, "text");
    if (!given) return given.error();
    const auto parsed = tw::parse_schema(*given);
    if (!parsed) return parsed.error();
    if (put(out, static_cast<int32_t>(*parsed)) != TW_OK) return no_handle("out");
    return {};
  });
}

tw_status tw_identifier_type_parse(int32_t* out, const char* text, size_t text_size,
                                   tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto given = text_of(text, text_size, "text");
    if (!given) return given.error();
    const auto parsed = tw::parse_identifier_type(*given);
    if (!parsed) return parsed.error();
    if (put(out, static_cast<int32_t>(*parsed)) != TW_OK) return no_handle("out");
    return {};
  });
}

const char* tw_country_code(const char* text, size_t size) {
  const char* out = "";
  (void)guarded(nullptr, [&]() -> tw::result<void> {
    const auto given = text_of(text, size, "name");
    if (!given) return given.error();
    if (const std::string_view code = tw::country_code(*given); !code.empty()) out = code.data();
    return {};
  });
  return out;
}

const char* tw_country_name(const char* text, size_t size) {
  const char* out = "";
  (void)guarded(nullptr, [&]() -> tw::result<void> {
    const auto given = text_of(text, size, "alpha2");
    if (!given) return given.error();
    if (const std::string_view full = tw::country_name(*given); !full.empty()) out = full.data();
    return {};
  });
  return out;
}

size_t tw_list_count(void) { return tw::all_lists().size(); }

tw_status tw_list_get(tw_list* out, size_t out_size, size_t i) {
  return put_row(out, out_size, tw::all_lists(), i, view);
}

tw_status tw_list_find(tw_list* out, size_t out_size, const char* code, size_t code_size) {
  const tw::list_info* found = nullptr;
  const tw_status looked = guarded(nullptr, [&]() -> tw::result<void> {
    const auto given = text_of(code, code_size, "code");
    if (!given) return given.error();
    found = tw::find_list(*given);
    return {};
  });
  if (looked != TW_OK) return looked;
  return found != nullptr ? put(out, out_size, view(*found)) : TW_NOT_FOUND;
}
