#include "audit/hit_words.hpp"

#include <algorithm>
#include <string_view>

#include "audit/decision_words.hpp"
#include "audit/review_words.hpp"
#include "support/ascii.hpp"

namespace tradewarden::audit {
namespace {

constexpr std::string_view k_suspended = "suspended order (not a denial)";

std::string_view measure_words(measure_kind kind) {
  switch (kind) {
  case measure_kind::listing: return "listed";
  case measure_kind::denial: return "denied";
  case measure_kind::suspended_order: return k_suspended;
  }
  return {};
}

}  // namespace

std::string span_words(const std::optional<day>& from, const std::optional<day>& until) {
  std::string out;
  if (from) out += " since " + from->to_string();
  if (until) out += (from ? ", until " : " until ") + until->to_string();
  return out;
}

const measure* deciding_measure(const screening_hit& hit) {
  const auto found =
      std::find_if(hit.measures.begin(), hit.measures.end(), [&](const measure& m) {
        return m.kind == hit.measures.front().kind && m.from == hit.from && m.until == hit.until;
      });
  if (found != hit.measures.end()) return &*found;
  return hit.measures.empty() ? nullptr : &hit.measures.front();
}

std::string status_words(const screening_hit& hit) {
  const auto ended = [&](const char* word) {
    std::string out = word;
    if (hit.until) out += " on " + hit.until->to_string();
    if (hit.from) out += " (since " + hit.from->to_string() + ")";
    return out;
  };
  switch (hit.status) {
  case party_status::listed: return "listed" + span_words(hit.from, hit.until);
  case party_status::denied: return "denied" + span_words(hit.from, hit.until);
  case party_status::suspended_order:
    return std::string(k_suspended) + (hit.from || hit.until ? "," : "") +
           span_words(hit.from, hit.until);
  case party_status::lifted: return ended("lifted");
  case party_status::expired: return ended("expired");
  case party_status::unknown_on_date: return "no date of listing: unknown on this date";
  case party_status::not_yet: return "not yet" + span_words(hit.from, hit.until);
  }
  return {};
}

std::vector<std::string> further_measures(const screening_hit& hit) {
  std::vector<std::string> out;
  const measure* deciding = deciding_measure(hit);
  for (const measure& m : hit.measures) {
    if (&m == deciding) continue;
    // Said already by the status: that it holds, without a date, a text or a source of its own.
    if (m.kind == deciding->kind && !m.from && !m.until && m.note.empty() && m.citations.empty()) {
      continue;
    }
    std::string words(measure_words(m.kind));
    if (!m.verified) words += " [unverified]";
    if (m.kind == measure_kind::suspended_order && (m.from || m.until)) words += ',';
    words += span_words(m.from, m.until);
    if (!m.note.empty()) words += ": " + m.note;
    if (!m.citations.empty()) words += " (" + ascii::join(m.citations, ", ") + ")";
    if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
  }
  return out;
}

std::vector<std::string> hit_notes(const screening_answer& a, const screening_hit& h) {
  std::vector<std::string> out;
  if (h.decided) out.push_back(decided_sentence(*h.decided));
  if (h.found_by != hit_origin::name) {
    out.push_back("found by " + spaced(to_string(h.found_by)));
  }
  if (h.strength == name_strength::weak) {
    out.push_back("weak alias" + (h.weak_reason.empty() ? "" : " (" + h.weak_reason + ")"));
  }
  if (!h.measures.empty() && !h.measures.front().verified) {
    out.push_back(std::string(to_string(h.measures.front().kind)) + " [unverified]");
  }
  for (const std::string& m : further_measures(h)) out.push_back("also " + m);
  for (const overlay& o : h.overlays) {
    out.push_back(o.kind + (o.until ? " until " + o.until->to_string() : std::string()) +
                  (o.verified ? "" : " [unverified]"));
  }
  for (const evidence& e : h.evidences) {
    if (e.state == evidence_state::absent) continue;
    std::string words = e.kind + " " + std::string(to_string(e.state));
    if (e.state == evidence_state::partial) words += " (" + spaced(e.how) + ")";
    out.push_back(std::move(words));
  }
  if (a.more != 0) {
    out.push_back((a.more_is_exact ? "" : "at least ") + std::to_string(a.more) +
                  " more parties beyond the limit");
  }
  out.insert(out.end(), a.notes.begin(), a.notes.end());
  return out;
}

}  // namespace tradewarden::audit
