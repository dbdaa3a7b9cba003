#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/party_status.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

const std::vector<std::string>* texts(const tw_party* party, int32_t which) {
  if (!is(party)) return nullptr;
  const tw::listed_party& p = *party->seen;
  switch (which) {
    case TW_PARTY_COUNTRIES: return &p.countries;
    case TW_PARTY_BIRTH_PLACES: return &p.birth_places;
    case TW_PARTY_NATIONALITIES: return &p.nationalities;
    case TW_PARTY_CITIZENSHIPS: return &p.citizenships;
    case TW_PARTY_PROGRAMMES: return &p.programmes;
    case TW_PARTY_SUBLISTS: return &p.sublists;
    case TW_PARTY_FOOTNOTES: return &p.footnotes;
    case TW_PARTY_CITATIONS: return &p.citations;
    default: return nullptr;
  }
}

}  // namespace

tw_status tw_index_party(tw_party** out, const tw_index* index, uint32_t id, tw_error* error) {
  return make(out, error, [&]() -> made<tw_party> {
    if (!is(index)) return no_handle("index");
    if (id >= index->state->index.party_count()) return usage("no party has this id", "id");
    auto own = std::make_shared<const tw::listed_party>(index->state->index.party(id));
    if (own->names.empty()) {
      return tw::error{tw::errc::bad_index, "the index is damaged where it holds this party", {}, 0,
                       {}};
    }
    auto party = std::make_unique<tw_party>();
    party->seen = own.get();
    party->own = std::move(own);
    return party;
  });
}

void tw_party_free(tw_party* party) {
  if (is(party) && party->own) release(party);
}

tw_status tw_party_info_get(tw_party_info* out, size_t out_size, const tw_party* party) {
  if (!is(party)) return TW_USAGE;
  const tw::listed_party& p = *party->seen;
  tw_party_info view{};
  view.list = str(p.list);
  view.source_id = str(p.source_id);
  view.schema = static_cast<int32_t>(p.schema);
  view.title = str(p.title);
  view.gender = str(p.gender);
  view.imo = str(p.imo);
  view.call_sign = str(p.call_sign);
  view.vessel_type = str(p.vessel_type);
  view.vessel_flag = str(p.vessel_flag);
  view.vessel_owner = str(p.vessel_owner);
  view.tonnage = str(p.tonnage);
  view.gross_registered_tonnage = str(p.gross_registered_tonnage);
  view.licence_requirement = str(p.licence_requirement);
  view.licence_policy = str(p.licence_policy);
  view.remarks = str(p.remarks);
  view.names = p.names.size();
  view.addresses = p.addresses.size();
  view.birth_dates = p.birth_dates.size();
  view.identifiers = p.identifiers.size();
  view.sources = p.sources.size();
  view.links = p.linked.size();
  view.measures = p.measures.size();
  view.overlays = p.overlays.size();
  return put(out, out_size, view);
}

tw_status tw_party_name_get(tw_party_name* out, size_t out_size, const tw_party* party, size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->names, i, [](const tw::party_name& n) {
    return tw_party_name{str(n.text), static_cast<int32_t>(n.kind),
                         static_cast<int32_t>(n.strength), static_cast<int32_t>(n.script), 0,
                         str(n.language)};
  });
}

tw_status tw_party_address_get(tw_party_address* out, size_t out_size, const tw_party* party,
                               size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->addresses, i, [](const tw::party_address& a) {
    return tw_party_address{str(a.street),      str(a.city),    str(a.state),
                            str(a.postal_code), str(a.country), str(a.text)};
  });
}

tw_status tw_party_birth_date_get(tw_party_birth_date* out, size_t out_size, const tw_party* party,
                                  size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->birth_dates, i, [](const tw::party_birth_date& b) {
    return tw_party_birth_date{number(b.date.earliest), number(b.date.latest),
                               b.date.approximate ? 1 : 0, 0};
  });
}

tw_status tw_party_identifier_get(tw_party_identifier* out, size_t out_size, const tw_party* party,
                                  size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->identifiers, i, [](const tw::party_identifier& n) {
    return tw_party_identifier{str(n.type), str(n.value), str(n.country), str(n.issued),
                               str(n.expires)};
  });
}

tw_status tw_party_source_get(tw_party_source* out, size_t out_size, const tw_party* party,
                              size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->sources, i, [](const tw::party_source& s) {
    return tw_party_source{s.publication, str(s.list_name), str(s.id), str(s.url), s.at.line};
  });
}

tw_status tw_party_link_get(tw_party_link* out, size_t out_size, const tw_party* party, size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->linked, i, [](const tw::linked_party& l) {
    return tw_party_link{str(l.relation), str(l.name)};
  });
}

tw_status tw_party_measure(tw_measure* out, size_t out_size, const tw_party* party, size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->measures, i, measure_view);
}

tw_status tw_party_overlay(tw_overlay* out, size_t out_size, const tw_party* party, size_t i) {
  if (!is(party)) return TW_USAGE;
  return put_row(out, out_size, party->seen->overlays, i, overlay_view);
}

size_t tw_party_text_count(const tw_party* party, int32_t which) {
  const std::vector<std::string>* all = texts(party, which);
  return all != nullptr ? all->size() : 0;
}

tw_status tw_party_text(tw_str* out, const tw_party* party, int32_t which, size_t i) {
  const std::vector<std::string>* all = texts(party, which);
  if (all == nullptr || i >= all->size()) return TW_USAGE;
  return put(out, str(std::string_view((*all)[i])));
}

tw_status tw_party_state_on(tw_party_state* out, size_t out_size, const tw_party* party, tw_day on,
                            tw_day publication_date) {
  tw_status written = TW_USAGE;
  const tw_status asked = guarded(nullptr, [&]() -> tw::result<void> {
    if (!is(party)) return no_handle("party");
    const auto day = required_day(on, "on");
    if (!day) return day.error();
    const auto published = day_of(publication_date, "publication_date");
    if (!published) return published.error();
    const tw::status_on_day s = tw::party_status_on(*party->seen, *day, *published);
    written = put(out, out_size,
                  tw_party_state{static_cast<int32_t>(s.status), number(s.from), number(s.until),
                                 0});
    return {};
  });
  return asked != TW_OK ? asked : written;
}
