#include "tradewarden/decision_book.hpp"

#include <algorithm>
#include <utility>

#include "review/decision_json.hpp"
#include "support/ascii.hpp"
#include "store/utc_now.hpp"

namespace tradewarden {
namespace {

using review::json;

constexpr std::string_view k_decision = "decision";
constexpr std::string_view k_approval = "approval";
constexpr std::string_view k_withdrawal = "withdrawal";

error missing(const char* field, const char* what) { return {errc::missing_field, what, {}, 0, field}; }

error against(const decision& d, const std::string& what) {
  return {errc::conflict, "decision " + d.id + " " + what, {}, 0, {}};
}

/// Capitals and blanks make no other person.
bool same_person(std::string_view a, std::string_view b) {
  return ascii::lower(ascii::trim(a)) == ascii::lower(ascii::trim(b));
}

bool is_blank(std::string_view text) { return ascii::trim(text).empty(); }

/// Why a decision is none, if so.
std::optional<error> fault_of(const decision& d) {
  if (d.customer.empty()) return missing("customer", "a decision is for one customer, by its id");
  if (d.list.empty() || d.source_id.empty()) return missing("source_id", "a decision is for one entry of one list");
  if (is_blank(d.reason)) return missing("reason", "a decision has a reason, which is kept");
  if (is_blank(d.who)) return missing("who", "a decision says who decided");
  if (!d.approved_by.empty() && (is_blank(d.approved_by) || same_person(d.approved_by, d.who))) {
    return error{errc::conflict, "the second approver is another person than the one who decided", {}, 0, "approved_by"};
  }
  return std::nullopt;
}

/// The one that tells most: a decision that holds before one that does not, the newest of them.
std::optional<applied_decision> decided_of(const std::vector<decision>& decisions, const screening_hit& h,
                                           day on, const digest& customer) {
  std::optional<applied_decision> out;
  std::optional<digest> entry;
  for (const decision& d : decisions) {
    if (d.list != h.party.list || d.source_id != h.party.source_id) continue;
    if (!entry) entry = entry_digest(h.party);
    const decision_state state = state_of(d, on, customer, *entry);
    if (out && out->state == decision_state::in_force && state != decision_state::in_force) continue;
    out = {d, state};
  }
  return out;
}

/// Leaves out the hits that only the room for those set aside let in; links follow.
void cut_to_limit(screening_answer& a, std::uint32_t limit) {
  std::vector<std::size_t> place(a.hits.size());
  std::vector<screening_hit> kept;
  std::size_t counted = 0;
  std::uint64_t cut = 0;
  for (std::size_t i = 0; i < a.hits.size(); ++i) {
    place[i] = a.hits.size();
    const bool set_aside = a.hits[i].is_set_aside();
    if (!set_aside && counted++ >= limit) {
      ++cut;
      continue;
    }
    place[i] = kept.size();
    kept.push_back(std::move(a.hits[i]));
  }
  if (cut == 0) {
    a.hits = std::move(kept);
    return;
  }
  const std::size_t none = place.size();
  std::erase_if(a.links, [&](const party_link& l) { return place[l.first] == none || place[l.second] == none; });
  for (party_link& l : a.links) {
    l.first = place[l.first];
    l.second = place[l.second];
  }
  a.hits = std::move(kept);
  for (std::size_t i = 0; i < a.hits.size(); ++i) a.hits[i].rank = static_cast<std::uint32_t>(i + 1);
  const std::vector<std::size_t> first = first_of_party(a.hits.size(), a.links);
  for (std::size_t i = 0; i < first.size(); ++i) a.hits[i].same_party = a.hits[first[i]].rank;
  a.more += cut;
  if (!a.options.count_all) a.more_is_exact = false;
}

}  // namespace

digest customer_digest(const screening_query& q) {
  const json fields = {"customer 1", q.name, to_string(q.schema), q.country, q.birth_date, q.identifier,
                       to_string(q.identifier_type), q.nationality, q.gender, q.imo};
  return sha256(audit::one_line(fields));
}

decision_book decision_book::of(std::vector<decision> decisions) {
  decision_book out;
  for (decision& d : decisions) out.take(std::move(d));
  return out;
}

void decision_book::take(decision d) {
  const auto after = std::upper_bound(by_customer_.begin(), by_customer_.end(), d.customer,
                                      [&](const std::string& c, std::size_t i) { return c < all_[i].customer; });
  by_customer_.insert(after, all_.size());
  all_.push_back(std::move(d));
}

std::size_t decision_book::first_of(std::string_view customer) const {
  const auto at = std::lower_bound(by_customer_.begin(), by_customer_.end(), customer,
                                   [&](std::size_t i, std::string_view c) { return all_[i].customer < c; });
  return static_cast<std::size_t>(at - by_customer_.begin());
}

bool decision_book::has(std::string_view customer) const {
  const std::size_t at = first_of(customer);
  return at < by_customer_.size() && all_[by_customer_[at]].customer == customer;
}

result<decision_book> decision_book::read(const audit_trail& trail) {
  decision_book out;
  auto made = trail.records(k_decision);
  if (!made) return made.error();
  for (const trail_record& r : *made) {
    auto d = parse_decision(r.body, trail.path(), r.number);
    if (!d) return d.error();
    out.take(std::move(*d));
  }
  for (const std::string_view kind : {k_approval, k_withdrawal}) {
    auto events = trail.records(kind);
    if (!events) return events.error();
    for (const trail_record& r : *events) {
      auto body = review::parse_object(r.body, trail.path(), r.number);
      if (!body) return body.error();
      for (decision& d : out.all_) {
        if (d.id != r.subject) continue;
        const std::string who = body->value("who", std::string());
        (kind == k_approval ? d.approved_by : d.withdrawn_by) = who;
        (kind == k_approval ? d.approved_at : d.withdrawn_at) = r.at;
        if (kind == k_withdrawal) d.withdrawn_reason = body->value("reason", std::string());
      }
    }
  }
  return out;
}

std::vector<decision> decision_book::of_customer(std::string_view customer) const {
  std::vector<decision> out;
  for (std::size_t at = first_of(customer); at < by_customer_.size() && all_[by_customer_[at]].customer == customer; ++at) {
    out.push_back(all_[by_customer_[at]]);
  }
  return out;
}

result<decision> decision_book::find(std::string_view id) const {
  constexpr std::size_t k_least_digits = 4;
  const decision* found = nullptr;
  for (const decision& d : all_) {
    if (id.size() < k_least_digits || !d.id.starts_with(id)) continue;
    if (found != nullptr) {
      return error{errc::conflict, "several decisions begin with '" + std::string(id) + "'", {}, 0, {}};
    }
    found = &d;
  }
  if (found == nullptr) {
    return error{errc::not_found, "no decision is called '" + std::string(id.substr(0, 40)) + "'", {}, 0, {}};
  }
  return *found;
}

result<decision> decision_book::add(audit_trail& trail, decision d) {
  if (const auto fault = fault_of(d)) return *fault;
  if (d.at.empty()) d.at = store::utc_now();
  if (!d.approved_by.empty() && d.approved_at.empty()) d.approved_at = d.at;
  d.id = review::decision_id(d);
  if (find(d.id)) return against(d, "is in the store already");
  if (auto kept = trail.append(std::string(k_decision), d.id, to_json(d)); !kept) return kept.error();
  take(d);
  return d;
}

result<decision> decision_book::approve(audit_trail& trail, std::string_view id, const std::string& who) {
  auto d = find(id);
  if (!d) return d.error();
  if (is_blank(who)) return missing("who", "an approval says who approved");
  if (!d->withdrawn_by.empty()) return against(*d, "was withdrawn");
  if (!d->approved_by.empty()) return against(*d, "was approved by " + d->approved_by);
  if (same_person(d->who, who)) return against(*d, "was made by " + who + ": another person approves");
  const json body = {{"who", who}};
  if (auto kept = trail.append(std::string(k_approval), d->id, audit::one_line(body)); !kept) return kept.error();
  auto again = read(trail);
  if (!again) return again.error();
  *this = std::move(*again);
  return find(d->id);
}

result<decision> decision_book::withdraw(audit_trail& trail, std::string_view id, const std::string& who,
                                         const std::string& reason) {
  auto d = find(id);
  if (!d) return d.error();
  if (who.empty()) return missing("who", "a withdrawal says who withdrew");
  if (reason.empty()) return missing("reason", "a withdrawal has a reason, which is kept");
  if (!d->withdrawn_by.empty()) return against(*d, "was withdrawn already");
  const json body = {{"who", who}, {"reason", reason}};
  if (auto kept = trail.append(std::string(k_withdrawal), d->id, audit::one_line(body)); !kept) return kept.error();
  auto again = read(trail);
  if (!again) return again.error();
  *this = std::move(*again);
  return find(d->id);
}

screening_answer decision_book::screen(const party_index& idx, const screening_query& query,
                                       const screening_options& options) const {
  if (!has(query.id)) return tradewarden::screen(idx, query, options);
  constexpr std::uint32_t k_most = 10'000;  // as of screen()
  const std::vector<decision> mine = of_customer(query.id);
  // As many more as could be set aside: nobody is pushed out of the answer by them.
  screening_options wider = options;
  const std::uint32_t limit = std::clamp<std::uint32_t>(options.limit, 1, k_most);
  wider.limit = static_cast<std::uint32_t>(std::min<std::size_t>(k_most, limit + mine.size()));
  screening_answer out = tradewarden::screen(idx, query, wider);
  out.options.limit = limit;
  const digest customer = customer_digest(query);
  for (screening_hit& h : out.hits) h.decided = decided_of(mine, h, *out.options.as_of, customer);
  cut_to_limit(out, limit);
  return out;
}

}  // namespace tradewarden
