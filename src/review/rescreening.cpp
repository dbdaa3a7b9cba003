#include "tradewarden/rescreening.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "audit/json_parts.hpp"
#include "review/portfolio_state.hpp"
#include "store/schema.hpp"
#include "tradewarden/batch_screening.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/party_status.hpp"

namespace tradewarden {
namespace {

using audit::json;
using review::alert_key;
using review::entry_key;
using review::portfolio_state;

constexpr std::uint32_t k_most_alerts = 10'000;  // of one customer: as many as an answer can hold
constexpr std::size_t k_customers_at_once = 16'384;

std::string iso(const std::optional<day>& d) { return d ? d->to_string() : std::string(); }

/// What alerts depend on beside customers and entries.
std::string settings_text(const screening_options& o, const score_rules& rules) {
  json out = {{"threshold", o.threshold.to_string()}, {"weak", to_string(o.weak)}, {"include_ended", o.include_ended},
              {"contradiction", to_string(o.contradiction)}, {"contradiction_by", o.contradiction_by.to_string()}};
  audit::add_score_rules(out, rules.version(), rules.tables_sha256(), rules.name_pack_sha256());
  return audit::one_line(out);
}

std::string alert_id(const alert_key& k) {
  const json key = {k.customer, k.entry.first, k.entry.second};
  return sha256(audit::one_line(key)).to_string().substr(0, 16);
}

/// One run: what is known goes in, what is known then comes out.
class rescreen_run {
 public:
  rescreen_run(const party_index& idx, const rescreen_settings& settings, const portfolio_state& before, bool full)
      : idx_(idx), options_(settings.options), threads_(settings.threads), before_(before), full_(full) {
    if (!options_.as_of) options_.as_of = day::today_utc();
    options_.limit = k_most_alerts;
    options_.count_all = true;
    options_.explain = false;
  }

  result<portfolio_state> run(detail::customer_source& customers, rescreen_outcome& out) {
    after_.settings = settings_text(options_, idx_.rules());
    if (auto done = look_at_entries(out); !done) return done.error();
    for (bool more = true; more;) {
      std::vector<screening_query> all;
      std::vector<screening_query> some;
      std::size_t read = 0;
      while (read < k_customers_at_once) {
        screening_query q;
        more = customers.next(q);
        if (!more) break;
        ++read;
        if (q.id.empty()) return error{errc::missing_field, "a customer has no id", {}, out.customers + read, "id"};
        const digest now = customer_digest(q);
        if (!after_.customers.emplace(q.id, now).second) {
          return error{errc::conflict, "two customers have the id '" + q.id.substr(0, 80) + "'", {}, out.customers + read, "id"};
        }
        const auto known = before_.customers.find(q.id);
        const bool same = !full_ && known != before_.customers.end() && known->second == now;
        if (known == before_.customers.end() || known->second != now) ++out.customers_changed;
        (same ? some : all).push_back(std::move(q));
      }
      out.customers += read;
      if (auto done = screen_these(idx_, all); !done) return done.error();
      if (changed_) {
        if (auto done = screen_these(*changed_, some); !done) return done.error();
      }
    }
    carry_over();
    for (const auto& [id, sha] : before_.customers) out.customers_gone += after_.customers.contains(id) ? 0 : 1;
    for (const auto& [key, sha] : before_.entries) out.entries_gone += after_.entries.contains(key) ? 0 : 1;
    return std::move(after_);
  }

 private:
  /// An entry as it stands on the day: what the list says, and what that means on the day.
  [[nodiscard]] digest standing(const listed_party& party) const {
    std::optional<day> published;
    if (!party.sources.empty() && party.sources.front().publication < idx_.info().publications.size()) {
      published = idx_.info().publications[party.sources.front().publication].date;
    }
    const status_on_day s = party_status_on(party, *options_.as_of, published);
    std::string text = entry_digest(state_on(party, *options_.as_of)).to_string();
    text += std::string(to_string(s.status)) + ' ' + iso(s.from) + ' ' + iso(s.until);
    return sha256(text);
  }

  /// Which entries are not what they were, and an index of these alone.
  result<void> look_at_entries(rescreen_outcome& out) {
    if (auto whole = idx_.check(); !whole) return whole.error();
    party_set changed;
    for (std::uint32_t id = 0; id < idx_.party_count(); ++id) {
      listed_party party = idx_.party(id);
      entry_key key(party.list, party.source_id);
      const digest now = standing(party);
      const auto known = before_.entries.find(key);
      if (known == before_.entries.end() || known->second != now) {
        ++out.entries_changed;
        if (!full_) changed.parties.push_back(std::move(party));
      }
      after_.entries.emplace(std::move(key), now);
    }
    out.entries = idx_.party_count();
    if (changed.parties.empty()) return {};
    for (const indexed_publication& p : idx_.info().publications) {
      publication copy;
      copy.format = p.format;
      copy.name = p.name;
      copy.path = p.path;
      copy.date = p.date;
      copy.sha256 = p.sha256;
      copy.files = p.files;
      copy.counts = p.counts;
      copy.history = p.history;
      changed.publications.push_back(std::move(copy));
    }
    auto bytes = build_index_bytes(changed, idx_.rules());
    if (!bytes) return bytes.error();
    auto made = party_index::from_bytes(*bytes, verify::lazily, idx_.rules());
    if (!made) return made.error();
    changed_.emplace(std::move(*made));
    return {};
  }

  result<void> screen_these(const party_index& idx, const std::vector<screening_query>& customers) {
    if (customers.empty()) return {};
    std::size_t at = 0;
    std::optional<error> fault;
    batch_options batch;
    batch.threads = threads_;
    (void)screen_batch(
        idx, options_, batch,
        [&](screening_query& q) {
          if (at == customers.size()) return false;
          q = customers[at++];
          return true;
        },
        [&](screening_answer&& a) {
          if (a.problem == query_problem::damaged_index) fault = error{errc::bad_index, a.notes.front(), {}, 0, {}};
          if (a.more != 0) {
            fault = error{errc::limit_exceeded, "customer '" + a.query.id.substr(0, 80) + "' has more than " +
                              std::to_string(k_most_alerts) + " alerts: raise the threshold", {}, 0, {}};
          }
          for (const screening_hit& h : a.hits) add(a, h);
          return !fault.has_value();
        });
    if (fault) return *fault;
    return {};
  }

  void add(const screening_answer& a, const screening_hit& h) {
    alert_key key{a.query.id, {h.party.list, h.party.source_id}};
    alert out;
    out.id = alert_id(key);
    out.customer = a.query.id;
    out.customer_name = a.query.name;
    out.list = h.party.list;
    out.source_id = h.party.source_id;
    out.entry_name = h.party.names.empty() ? h.matched_name : h.party.names.front().text;
    out.matched_name = h.matched_name;
    if (a.problem != query_problem::no_name) out.score = h.score.to_string();
    out.status = to_string(h.status);
    out.from = iso(h.from);
    out.until = iso(h.until);
    out.customer_digest = after_.customers.at(a.query.id);
    out.entry_digest = entry_digest(h.party);
    const auto known = before_.alerts.find(key);
    out.opened = known == before_.alerts.end() ? options_.as_of->to_string() : known->second.opened;
    after_.alerts.emplace(std::move(key), std::move(out));
  }

  /// Alerts of which neither side has changed are what they were.
  void carry_over() {
    if (full_) return;
    for (const auto& [key, old] : before_.alerts) {
      const auto customer = after_.customers.find(key.customer);
      const auto customer_before = before_.customers.find(key.customer);
      if (customer == after_.customers.end() || customer_before == before_.customers.end() ||
          customer->second != customer_before->second) {
        continue;
      }
      const auto entry = after_.entries.find(key.entry);
      const auto entry_before = before_.entries.find(key.entry);
      if (entry == after_.entries.end() || entry_before == before_.entries.end() || entry->second != entry_before->second) continue;
      after_.alerts.emplace(key, old);
    }
  }

  const party_index& idx_;
  screening_options options_;
  std::size_t threads_;
  const portfolio_state& before_;
  bool full_;
  std::optional<party_index> changed_;  ///< Of the entries that changed; none if none did.
  portfolio_state after_;
};

alert_news news_of(const alert& a, const portfolio_state& before, const portfolio_state& after) {
  const alert_key key{a.customer, {a.list, a.source_id}};
  const auto known = before.alerts.find(key);
  if (known == before.alerts.end()) return alert_news::opened;
  const bool same = known->second.customer_digest == a.customer_digest && known->second.entry_digest == a.entry_digest &&
                    before.entries.at(key.entry) == after.entries.at(key.entry);
  return same ? alert_news::unchanged : alert_news::changed;
}

void add_decision(const decision_book& book, day on, alert& a) {
  for (decision& d : book.of_customer(a.customer)) {
    if (d.list != a.list || d.source_id != a.source_id) continue;
    const decision_state state = state_of(d, on, a.customer_digest, a.entry_digest);
    if (a.is_set_aside() && state != decision_state::in_force) continue;
    a.decided = applied_decision{std::move(d), state};
  }
}

}  // namespace

std::string_view to_string(alert_news n) noexcept {
  switch (n) {
    case alert_news::unchanged: return "unchanged";
    case alert_news::opened: return "opened";
    case alert_news::changed: return "changed";
    case alert_news::closed: return "closed";
  }
  return {};
}

result<rescreen_outcome> detail::rescreen(const std::string& store_path, std::string_view portfolio, const party_index& idx,
                                          const rescreen_settings& settings, customer_source& customers) {
  auto trail = audit_trail::open(store_path, store_access::create);
  if (!trail) return trail.error();
  auto book = decision_book::read(*trail);
  if (!book) return book.error();
  auto db = store::database::open(store_path, store::open_mode::write);
  if (!db) return db.error();
  auto before = review::load_portfolio(*db, portfolio);
  if (!before) return before.error();
  rescreen_outcome out;
  if (before->run == 0) {
    out.full_because = "it is the first run";
  } else if (settings.full) {
    out.full_because = "so it was asked for";
  } else if (before->settings != settings_text(settings.options, idx.rules())) {
    out.full_because = "the options, the score version or the name pack are others than before";
  }
  rescreen_settings now = settings;
  if (!now.options.as_of) now.options.as_of = day::today_utc();
  auto after = rescreen_run(idx, now, *before, !out.full_because.empty()).run(customers, out);
  if (!after) return after.error();
  if (auto saved = review::save_portfolio(*db, portfolio, *before, *after); !saved) return saved.error();
  for (auto& [key, kept] : after->alerts) {
    alert a = kept;
    a.news = news_of(a, *before, *after);
    add_decision(*book, *now.options.as_of, a);
    out.alerts.push_back(std::move(a));
  }
  for (auto& [key, old] : before->alerts) {
    if (after->alerts.contains(key)) continue;
    out.closed.push_back(std::move(old));
    out.closed.back().news = alert_news::closed;
  }
  return out;
}

std::string to_json(const alert& a) {
  json out;
  out["alert_id"] = a.id;
  out["news"] = to_string(a.news);
  out["customer"] = a.customer;
  out["customer_name"] = a.customer_name;
  out["list"] = a.list;
  out["source_id"] = a.source_id;
  out["entry_name"] = a.entry_name;
  out["matched_name"] = a.matched_name;
  out["score"] = a.score.empty() ? json(nullptr) : json(a.score);
  out["status"] = a.status;
  out["from"] = a.from.empty() ? json(nullptr) : json(a.from);
  out["until"] = a.until.empty() ? json(nullptr) : json(a.until);
  out["opened"] = a.opened;
  out["customer_digest"] = a.customer_digest.to_string();
  out["entry_digest"] = a.entry_digest.to_string();
  out["decision"] = a.decided ? json{{"id", a.decided->decision.id},
                                     {"state", to_string(a.decided->state)},
                                     {"reason", a.decided->decision.reason},
                                     {"who", a.decided->decision.who}}
                              : json(nullptr);
  return audit::one_line(out);
}

}  // namespace tradewarden
