// The answer as canonical JSON: what an auditor keeps. The key order below is the canonical one;
// docs/answer.schema.json describes each key.
#include <utility>

#include "audit/answer_json.hpp"
#include "audit/review_words.hpp"
#include "audit/seen_words.hpp"
#include "support/utf8_text.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/screening.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden {
namespace {

using audit::date_or_null;
using audit::json;

json measures_json(const std::vector<measure>& measures) {
  json out = json::array();
  for (const measure& m : measures) {
    out.push_back({{"kind", to_string(m.kind)},
                   {"from", date_or_null(m.from)},
                   {"until", date_or_null(m.until)},
                   {"published", date_or_null(m.published)},
                   {"citations", m.citations},
                   {"note", m.note},
                   {"verified", m.verified}});
  }
  return out;
}

json overlays_json(const std::vector<overlay>& overlays) {
  json out = json::array();
  for (const overlay& o : overlays) {
    out.push_back({{"kind", o.kind},
                   {"from", date_or_null(o.from)},
                   {"until", date_or_null(o.until)},
                   {"published", date_or_null(o.published)},
                   {"citations", o.citations},
                   {"note", o.note},
                   {"verified", o.verified}});
  }
  return out;
}

json sources_json(const std::vector<party_source>& sources, const index_info& info) {
  json out = json::array();
  for (const party_source& s : sources) {
    const bool known = s.publication < info.publications.size();
    const indexed_publication* p = known ? &info.publications[s.publication] : nullptr;
    const bool has_file = p != nullptr && s.at.file < p->files.size();
    json entry;
    entry["publication"] = p != nullptr ? json(p->name) : json(nullptr);
    entry["date"] = p != nullptr ? date_or_null(p->date) : json(nullptr);
    entry["list_name"] = s.list_name;
    entry["id"] = s.id;
    entry["url"] = s.url;
    entry["file"] = has_file ? json(p->files[s.at.file].name) : json(nullptr);
    entry["line"] = s.at.line != 0 ? json(s.at.line) : json(nullptr);
    out.push_back(std::move(entry));
  }
  return out;
}

/// What the entry says beyond its names: an analyst decides by it.
json entry_json(const listed_party& p) {
  json names = json::array();
  for (const party_name& n : p.names) {
    json name = {{"name", n.text}, {"kind", to_string(n.kind)}, {"strength", to_string(n.strength)}};
    if (!n.language.empty()) name["language"] = n.language;
    names.push_back(std::move(name));
  }
  json addresses = json::array();
  for (const party_address& a : p.addresses) {
    addresses.push_back({{"street", a.street},
                         {"city", a.city},
                         {"state", a.state},
                         {"postal_code", a.postal_code},
                         {"country", a.country},
                         {"text", a.text}});
  }
  json births = json::array();
  for (const party_birth_date& b : p.birth_dates) births.push_back(b.date.to_string());
  json identifiers = json::array();
  for (const party_identifier& i : p.identifiers) {
    identifiers.push_back({{"type", i.type}, {"value", i.value}, {"country", i.country}});
  }
  json out;
  out["names"] = std::move(names);
  out["addresses"] = std::move(addresses);
  out["countries"] = p.countries;
  out["birth_dates"] = std::move(births);
  out["birth_places"] = p.birth_places;
  out["nationalities"] = p.nationalities;
  out["identifiers"] = std::move(identifiers);
  out["remarks"] = p.remarks;
  return out;
}

json evidence_json(const evidence& e) {
  return {{"kind", e.kind},
          {"state", to_string(e.state)},
          {"query", e.query},
          {"listed", e.listed},
          {"how", e.how}};
}

json evidence_json(const std::vector<evidence>& all) {
  json out = json::array();
  for (const evidence& e : all) out.push_back(evidence_json(e));
  return out;
}

/// What a reviewer reads; only where it was asked for.
json review_json(const screening_hit& h) {
  json out;
  out["matched"] = audit::matched_sentence(h);
  json because = json::array();
  for (const token_pair& p : h.explanation.pairs) because.push_back(audit::pair_words(p));
  out["because"] = std::move(because);
  out["against"] = audit::against_sentences(h);
  out["evidence"] = audit::evidence_sentences(h.evidences);
  out["what_if"] = audit::what_if_json(h.what_if);
  return out;
}

json dropped_json(const screening_answer& a) {
  json by = json::array();
  for (const auto& [kind, parties] : a.dropped_by) {
    by.push_back({{"kind", to_string(kind)}, {"parties", parties}});
  }
  return {{"parties", a.dropped}, {"exact", a.more_is_exact}, {"by", std::move(by)}};
}

json kinds_json(evidence_kinds kinds) {
  json out = json::array();
  for (std::size_t i = 0; i < k_evidence_kinds; ++i) {
    const auto k = static_cast<evidence_kind>(i);
    if (kinds.has(k)) out.push_back(to_string(k));
  }
  return out;
}

/// With which other hits it is one party, and why; null if it stands alone.
json same_party_json(const screening_hit& h, const screening_answer& a) {
  json links = json::array();
  for (const party_link& l : a.links) {
    if (l.first >= a.hits.size() || l.second >= a.hits.size()) continue;
    const bool is_first = &a.hits[l.first] == &h;
    if (!is_first && &a.hits[l.second] != &h) continue;
    const screening_hit& other = a.hits[is_first ? l.second : l.first];
    json evidences = json::array();
    for (const link_evidence& e : l.evidences) {
      evidences.push_back({{"kind", to_string(e.kind)},
                           {"what", e.what},
                           {"this", is_first ? e.first : e.second},
                           {"other", is_first ? e.second : e.first}});
    }
    links.push_back({{"rank", other.rank},
                     {"list", other.party.list},
                     {"source_id", other.party.source_id},
                     {"evidence", std::move(evidences)}});
  }
  if (links.empty()) return nullptr;
  return {{"first_rank", h.same_party}, {"links", std::move(links)}};
}

json decided_json(const std::optional<applied_decision>& decided) {
  if (!decided) return nullptr;
  const decision& d = decided->decision;
  return {{"id", d.id},
          {"state", to_string(decided->state)},
          {"reason", d.reason},
          {"who", d.who},
          {"at", d.at},
          {"approved_by", d.approved_by.empty() ? json(nullptr) : json(d.approved_by)},
          {"expires", date_or_null(d.expires)}};
}

json hit_json(const screening_hit& h, const screening_answer& a, const index_info& info) {
  const list_info* known = find_list(h.party.list);
  json out;
  out["rank"] = h.rank;
  const bool by_name = a.problem != query_problem::no_name;
  out["score"] = by_name ? json(h.score.to_string()) : json(nullptr);
  out["rank_score"] = by_name ? json(h.rank_score.to_string()) : json(nullptr);
  out["found_by"] = to_string(h.found_by);
  out["list"] = h.party.list;
  out["list_name"] = known != nullptr ? known->name : std::string_view(h.party.list);
  out["source_id"] = h.party.source_id;
  out["party"] = h.party.names.empty() ? std::string() : h.party.names.front().text;
  out["matched_name"] = h.matched_name;
  out["name_kind"] = to_string(h.kind);
  out["strength"] = to_string(h.strength);
  out["weak_reason"] = h.weak_reason.empty() ? json(nullptr) : json(h.weak_reason);
  const evidence* const weak = audit::weak_evidence(h);
  out["weak_evidence"] = weak != nullptr ? evidence_json(*weak) : json(nullptr);
  out["schema"] = to_string(h.party.schema);
  out["status"] = to_string(h.status);
  out["from"] = date_or_null(h.from);
  out["until"] = date_or_null(h.until);
  out["measures"] = measures_json(h.measures);
  out["overlays"] = overlays_json(h.overlays);
  out["sources"] = sources_json(h.party.sources, info);
  out["licence_requirement"] = h.party.licence_requirement;
  out["licence_policy"] = h.party.licence_policy;
  out["footnotes"] = h.party.footnotes;
  out["programmes"] = h.party.programmes;
  out["sublists"] = h.party.sublists;
  out["citations"] = h.party.citations;
  out["explanation"] = audit::explanation_json(h.explanation);
  out["evidence"] = evidence_json(h.evidences);
  out["same_party"] = same_party_json(h, a);
  out["decision"] = decided_json(h.decided);
  out["review"] = a.options.explain ? review_json(h) : json(nullptr);
  out["entry"] = entry_json(h.party);
  // Only an index of a history has it.
  if (!h.party.seen.empty()) out["seen"] = audit::seen_json(h.party.seen);
  return out;
}

bool all_utf8(const screening_query& q) {
  return utf8::is_valid(q.id) && utf8::is_valid(q.name) && utf8::is_valid(q.country) &&
         utf8::is_valid(q.birth_date) && utf8::is_valid(q.identifier) &&
         utf8::is_valid(q.nationality) && utf8::is_valid(q.gender) && utf8::is_valid(q.imo);
}

}  // namespace

namespace audit {

std::string answer_json(const screening_answer& answer, const party_index& idx, const json& ownership,
                        std::string_view ownership_not_checked) {
  const screening_query& q = answer.query;
  json query;
  query["name"] = q.name;
  query["schema"] = to_string(q.schema);
  query["country"] = q.country;
  query["birth_date"] = q.birth_date;
  query["identifier"] = q.identifier;
  query["identifier_type"] = to_string(q.identifier_type);
  query["nationality"] = q.nationality;
  query["gender"] = q.gender;
  query["imo"] = q.imo;

  std::vector<std::string> notes = answer.notes;
  if (!all_utf8(q)) {
    notes.emplace_back("The query held bytes that are not UTF-8; they are shown as U+FFFD.");
  }
  if (std::string early = audit::early_day_note(idx, answer.options.as_of); !early.empty()) {
    notes.push_back(std::move(early));
  }
  for (std::string& lack : audit::incomplete_notes(idx.info())) notes.push_back(std::move(lack));
  json hits = json::array();
  for (const screening_hit& h : answer.hits) hits.push_back(hit_json(h, answer, idx.info()));

  json out;
  out["query_id"] = q.id;
  out["query"] = std::move(query);
  out["as_of"] = date_or_null(answer.options.as_of);
  out["threshold"] = answer.options.threshold.to_string();
  out["options"] = {{"limit", answer.options.limit},
                    {"weak", to_string(answer.options.weak)},
                    {"include_ended", answer.options.include_ended},
                    {"count_all", answer.options.count_all},
                    {"contradiction", to_string(answer.options.contradiction)},
                    {"contradiction_by", kinds_json(answer.options.contradiction_by)},
                    {"explain", answer.options.explain}};
  out["problem"] = to_string(answer.problem);
  out["notes"] = std::move(notes);
  out["hits"] = std::move(hits);
  out["more"] = answer.more;
  out["more_is_exact"] = answer.more_is_exact;
  out["dropped"] = dropped_json(answer);
  out["set_aside"] = answer.set_aside();
  if (!ownership.is_null()) out["ownership"] = ownership;
  out["lists_checked"] = audit::lists_json(idx.info());
  out["not_checked"] = audit::not_checked(idx, ownership_not_checked);
  audit::add_score_rules(out, idx.rules().version(), idx.rules().tables_sha256(),
                         idx.rules().name_pack_sha256());
  out["engine_version"] = k_version;
  out["index"] = answer.index_content.to_string();
  out["answer_id"] = sha256(audit::one_line(out)).to_string();
  return audit::one_line(out);
}

}  // namespace audit

std::string to_json(const screening_answer& answer, const party_index& idx) {
  return audit::answer_json(answer, idx, nullptr, {});
}

}  // namespace tradewarden
