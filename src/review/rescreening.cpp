#include "tradewarden/rescreening.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "audit/json_parts.hpp"
#include "match/screening_run.hpp"
#include "review/customer_index.hpp"
#include "review/portfolio_state.hpp"
#include "support/atomic_file.hpp"
#include "support/ordered_pipeline.hpp"
#include "tradewarden/batch_screening.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/party_status.hpp"

namespace tradewarden {
namespace {

using audit::json;
using review::alert_key;
using review::alike_customer;
using review::customer_index;
using review::customer_index_builder;
using review::customer_index_key;
using review::entry_key;
using review::portfolio_state;

constexpr std::uint32_t k_most_alerts = 10'000;  // of one customer: as many as an answer can hold
constexpr std::size_t k_customers_at_once = 16'384;
constexpr std::size_t k_alike_at_once = 256;
constexpr std::uint32_t k_entries_at_once = 256;
constexpr std::uint64_t k_few_gone = 10;  // customers: so many leave on any day

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

// What the two ways of finding customers alike to changed entries take.
constexpr std::uint64_t k_microseconds_forwards = 12;  // of a customer
constexpr std::uint64_t k_customers_a_microsecond = 8'000;  // of the search for a name among customers
constexpr std::uint64_t k_microseconds_of_a_name = 20;

/// Whether it is quicker to look for the changed names among the customers than the other way round. The
/// outcome is the same.
bool is_quicker_reversed(std::uint64_t names, std::uint64_t customers) {
  return names * (k_microseconds_of_a_name + customers / k_customers_a_microsecond) < customers * k_microseconds_forwards;
}

std::string path_of_customers(const std::string& store, std::string_view portfolio) {
  return store + '.' + sha256(portfolio).to_string().substr(0, 16) + ".customers";
}

/// One run: what is known goes in, what is known then comes out.
class rescreen_run {
 public:
  rescreen_run(const store::database& db, std::string_view name, const party_index& idx, const rescreen_settings& settings,
               portfolio_state& before, bool full)
      : db_(db), name_(name), idx_(idx), settings_(settings), options_(settings.options), before_(before), full_(full) {
    options_.limit = k_most_alerts;
    options_.count_all = true;
    options_.explain = false;
  }

  /// Fills before and after as far as they need be known.
  result<portfolio_state> run(customer_source& customers, rescreen_outcome& out) {
    after_.settings = settings_text(options_, idx_.rules());
    if (auto done = review::load_entries(db_, name_, before_); !done) return done.error();
    if (auto done = look_at_entries(out); !done) return done.error();
    const std::optional<digest> content = customers.content();
    bool done = false;
    if (!full_ && content && before_.customers_sha256 == content) {
      auto kept = customer_index::open(path_of_customers(db_.path(), name_), customer_index_key(*content, idx_.rules()), idx_.rules());
      if (kept) {
        auto known = run_known(*kept, out);
        if (!known) return known.error();
        done = true;
      }
    }
    if (!done) {
      if (auto read = run_reading(customers, content, out); !read) return read.error();
    }
    carry_over();
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
    using standings = std::vector<std::pair<entry_key, digest>>;
    std::uint32_t next = 0;
    std::uint32_t id = 0;
    support::run_in_order<std::uint32_t, standings>(
        [&]() -> std::optional<std::uint32_t> {
          if (next >= idx_.party_count()) return std::nullopt;
          const std::uint32_t from = next;
          next += k_entries_at_once;
          return from;
        },
        [&](std::size_t, std::uint32_t from) {
          standings some;
          const std::uint32_t end = std::min(idx_.party_count(), from + k_entries_at_once);
          for (std::uint32_t i = from; i < end; ++i) {
            const listed_party party = idx_.party(i);
            some.emplace_back(entry_key(party.list, party.source_id), standing(party));
          }
          return some;
        },
        [&](standings some) {
          for (auto& [key, now] : some) {
            const auto known = before_.entries.find(key);
            if (known == before_.entries.end() || known->second != now) {
              ++out.entries_changed;
              if (!full_) changed_parties_.parties.push_back(idx_.party(id));
            }
            after_.entries.emplace_hint(after_.entries.end(), std::move(key), now);
            ++id;
          }
          return true;
        },
        settings_.threads);
    out.entries = idx_.party_count();
    if (changed_parties_.parties.empty()) return {};
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
      changed_parties_.publications.push_back(std::move(copy));
    }
    auto bytes = build_index_bytes(changed_parties_, idx_.rules());
    if (!bytes) return bytes.error();
    auto made = party_index::from_bytes(*bytes, verify::lazily, idx_.rules());
    if (!made) return made.error();
    changed_.emplace(std::move(*made));
    return {};
  }

  /// Names of the changed entries, without those of earlier states.
  [[nodiscard]] std::uint64_t changed_names() const {
    std::uint64_t sum = 0;
    for (const listed_party& p : changed_parties_.parties) sum += p.names.size();
    return sum;
  }

  /// The customers are those of the last run: only entries have changed.
  result<void> run_known(const customer_index& kept, rescreen_outcome& out) {
    out.customers_read = false;
    out.customers = kept.size();
    out.remarks = before_.remarks;
    after_.customer_count = before_.customer_count;
    after_.customers_sha256 = before_.customers_sha256;
    after_.remarks = before_.remarks;
    same_customers_ = true;
    if (!settings_.only_news) {
      if (auto done = review::load_alerts(db_, name_, before_); !done) return done.error();
    } else {
      for (const listed_party& p : changed_parties_.parties) {
        if (auto done = review::load_alerts_of(db_, name_, {p.list, p.source_id}, before_); !done) return done.error();
      }
      for (const auto& [key, sha] : before_.entries) {
        if (after_.entries.contains(key)) continue;
        if (auto done = review::load_alerts_of(db_, name_, key, before_); !done) return done.error();
      }
    }
    return ask_kept(kept, [](std::uint32_t) { return true; });
  }

  /// Asks customers that are kept of the entries that changed: those alone that may have one of them as a hit.
  template <class Wanted>
  result<void> ask_kept(const customer_index& kept, const Wanted& wanted) {
    if (!changed_) return {};
    if (!is_quicker_reversed(changed_names(), kept.size())) return ask_all_kept(kept, wanted);
    if (const auto& ready = changed_->view().search_ready(); !ready) return ready.error();
    const std::vector<alike_customer> found =
        kept.alike_to(changed_->view(), changed_parties_.parties, options_.threshold, settings_.threads);
    using asked = std::vector<std::pair<screening_query, std::vector<matching::name_score>>>;
    std::vector<matching::search_scratch> scratch(settings_.threads);
    std::optional<error> fault;
    std::size_t at = 0;
    support::run_in_order<asked, std::vector<screening_answer>>(
        [&]() -> std::optional<asked> {
          asked some;
          while (at < found.size() && some.size() < k_alike_at_once && !fault) {
            const std::uint32_t row = found[at].row;
            std::vector<matching::name_score> names;
            for (; at < found.size() && found[at].row == row; ++at) {
              if (found[at].has_name()) names.push_back(found[at].name);
            }
            if (!wanted(row)) continue;
            auto q = kept.customer(row);
            if (!q) {
              fault = q.error();
              break;
            }
            some.emplace_back(std::move(*q), std::move(names));
          }
          if (some.empty() || fault) return std::nullopt;
          return some;
        },
        [&](std::size_t worker, const asked& some) {
          std::vector<screening_answer> answers;
          answers.reserve(some.size());
          for (const auto& [q, names] : some) answers.push_back(matching::screen_known(*changed_, q, options_, names, scratch[worker]));
          return answers;
        },
        [&](std::vector<screening_answer> answers) {
          for (const screening_answer& a : answers) {
            if (!fault) fault = take(a);
          }
          return !fault.has_value();
        },
        scratch.size());
    if (fault) return *fault;
    return {};
  }

  template <class Wanted>
  result<void> ask_all_kept(const customer_index& kept, const Wanted& wanted) {
    std::vector<screening_query> some;
    for (std::uint32_t row = 0; row < kept.size(); ++row) {
      if (wanted(row)) {
        auto q = kept.customer(row);
        if (!q) return q.error();
        some.push_back(std::move(*q));
      }
      if (some.size() < k_customers_at_once && row + 1 < kept.size()) continue;
      if (auto done = screen_these(*changed_, some); !done) return done.error();
      some.clear();
    }
    return {};
  }

  result<void> run_reading(customer_source& customers, const std::optional<digest>& content, rescreen_outcome& out) {
    if (auto done = review::load_customers(db_, name_, before_); !done) return done.error();
    if (auto done = review::load_alerts(db_, name_, before_); !done) return done.error();
    std::optional<customer_index_builder> builder;
    if (content) builder.emplace(idx_.rules());
    const bool reversed = builder && changed_ && is_quicker_reversed(changed_names(), before_.customers.size());
    std::vector<bool> same_rows;  // by row, where the search is reversed
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
        if (builder) {
          if (auto added = builder->add(q); !added) return added.error();
        }
        if (reversed) same_rows.push_back(same);
        if (!same) {
          all.push_back(std::move(q));
        } else if (changed_ && !reversed) {
          some.push_back(std::move(q));
        }
      }
      out.customers += read;
      if (auto done = screen_these(idx_, all); !done) return done.error();
      if (changed_ && !reversed) {
        if (auto done = screen_these(*changed_, some); !done) return done.error();
      }
    }
    for (const auto& [id, sha] : before_.customers) out.customers_gone += after_.customers.contains(id) ? 0 : 1;
    if (auto whole = is_whole(out); !whole) return whole.error();
    out.remarks = customers.remarks();
    after_.customer_count = out.customers;
    after_.remarks = out.remarks;
    if (!builder || out.customers == 0) return {};
    if (customers.content() != content) {
      return error{errc::conflict, "the customers changed while they were read: nothing was kept, run again", {}, 0, {}};
    }
    const digest key = customer_index_key(*content, idx_.rules());
    auto bytes = builder->finish(key);
    if (!bytes) return bytes.error();
    builder.reset();
    if (reversed) {
      auto kept = customer_index::over(*bytes, nullptr, key, idx_.rules());
      if (!kept) return kept.error();
      if (auto done = ask_kept(*kept, [&](std::uint32_t row) { return static_cast<bool>(same_rows[row]); }); !done) return done.error();
    }
    if (auto written = support::write_file_atomically(path_of_customers(db_.path(), name_), *bytes); !written) {
      out.kept_problem = written.error().to_string();
    } else {
      after_.customers_sha256 = content;
    }
    return {};
  }

  /// A file that was cut short would close the alerts of all who stand behind the cut.
  [[nodiscard]] result<void> is_whole(const rescreen_outcome& out) const {
    const std::uint64_t before = before_.customers.size();
    if (out.customers_gone <= k_few_gone || out.customers_gone * 10'000 <= before * settings_.most_shrink) return {};
    return error{errc::truncated, std::to_string(out.customers_gone) + " of the " + std::to_string(before) +
                     " customers of the last run are gone: if the file was not cut short, allow for it (--max-shrink); nothing was kept",
                 {}, 0, {}};
  }

  result<void> screen_these(const party_index& idx, const std::vector<screening_query>& customers) {
    if (customers.empty()) return {};
    std::size_t at = 0;
    std::optional<error> fault;
    batch_options batch;
    batch.threads = settings_.threads;
    (void)screen_batch(
        idx, options_, batch,
        [&](screening_query& q) {
          if (at == customers.size()) return false;
          q = customers[at++];
          return true;
        },
        [&](screening_answer&& a) {
          fault = take(a);
          return !fault.has_value();
        });
    if (fault) return *fault;
    return {};
  }

  [[nodiscard]] bool has_alerts(const std::string& customer) const {
    return std::any_of(before_.alerts.begin(), before_.alerts.end(),
                       [&](const auto& known) { return known.second.customer == customer; });
  }

  /// The alerts of an answer, or why there can be none.
  std::optional<error> take(const screening_answer& a) {
    if (a.problem == query_problem::damaged_index) return error{errc::bad_index, a.notes.front(), {}, 0, {}};
    if (a.more != 0) {
      return error{errc::limit_exceeded, "customer '" + a.query.id.substr(0, 80) + "' has more than " +
                       std::to_string(k_most_alerts) + " alerts: raise the threshold", {}, 0, {}};
    }
    if (a.problem == query_problem::empty && has_alerts(a.query.id)) {
      return error{errc::bad_value, "customer '" + a.query.id.substr(0, 80) +
                       "' has alerts, and now no letter or digit that could be screened: they would be closed unseen; nothing was kept",
                   {}, 0, "name"};
    }
    if (a.hits.empty()) return std::nullopt;
    const auto known = after_.customers.find(a.query.id);
    const digest customer = known == after_.customers.end() ? customer_digest(a.query) : known->second;
    for (const screening_hit& h : a.hits) add(a, h, customer);
    return std::nullopt;
  }

  void add(const screening_answer& a, const screening_hit& h, const digest& customer) {
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
    out.customer_digest = customer;
    out.entry_digest = entry_digest(h.party);
    const auto known = before_.alerts.find(key);
    out.opened = known == before_.alerts.end() ? options_.as_of->to_string() : known->second.opened;
    after_.alerts.emplace(std::move(key), std::move(out));
  }

  /// Alerts of which neither side has changed are what they were.
  void carry_over() {
    if (full_) return;
    for (const auto& [key, old] : before_.alerts) {
      if (!same_customers_) {
        const auto customer = after_.customers.find(key.customer);
        const auto before = before_.customers.find(key.customer);
        if (customer == after_.customers.end() || before == before_.customers.end() || customer->second != before->second) continue;
      }
      const auto entry = after_.entries.find(key.entry);
      const auto before = before_.entries.find(key.entry);
      if (entry == after_.entries.end() || before == before_.entries.end() || entry->second != before->second) continue;
      after_.alerts.emplace(key, old);
    }
  }

  const store::database& db_;
  std::string name_;
  const party_index& idx_;
  const rescreen_settings& settings_;
  screening_options options_;
  portfolio_state& before_;
  bool full_;
  bool same_customers_ = false;   ///< All are what they were: neither state holds them.
  party_set changed_parties_;
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

/// Alerts of entries that this run did not look at, as far as a decision sets them aside.
result<std::uint64_t> set_aside_elsewhere(const store::database& db, std::string_view name, const decision_book& book, day on,
                                          const portfolio_state& before) {
  std::set<alert_key> keys;
  for (const decision& d : book.all()) {
    alert_key key{d.customer, {d.list, d.source_id}};
    if (!before.alerts.contains(key)) keys.insert(std::move(key));
  }
  std::uint64_t count = 0;
  for (const alert_key& key : keys) {
    auto known = review::load_alert(db, name, key);
    if (!known) return known.error();
    if (!*known) continue;
    add_decision(book, on, **known);
    count += (*known)->is_set_aside() ? 1 : 0;
  }
  return count;
}

/// What the audit trail keeps of a run: no names.
trail_entry record_of(std::string_view portfolio, const party_index& idx, const rescreen_settings& settings,
                      const portfolio_state& before, const portfolio_state& after, const rescreen_outcome& out) {
  std::map<alert_news, std::uint64_t> news;
  for (const alert& a : out.alerts) ++news[a.news];
  json body;
  body["portfolio"] = portfolio;
  body["run"] = before.run + 1;
  body["as_of"] = settings.options.as_of->to_string();
  body["index"] = idx.info().content.to_string();
  body["settings"] = json::parse(after.settings);
  body["customers"] = out.customers;
  body["customers_sha256"] = after.customers_sha256 ? json(after.customers_sha256->to_string()) : json(nullptr);
  body["customers_changed"] = out.customers_changed;
  body["customers_gone"] = out.customers_gone;
  body["entries"] = out.entries;
  body["entries_changed"] = out.entries_changed;
  body["entries_gone"] = out.entries_gone;
  body["alerts"] = out.standing;
  body["open"] = out.open;
  body["opened"] = news[alert_news::opened];
  body["changed"] = news[alert_news::changed];
  body["closed"] = out.closed.size();
  body["full_because"] = out.full_because;
  return {"rescreening", std::string(portfolio), audit::one_line(body)};
}

}  // namespace

result<rescreen_outcome> rescreen(const std::string& store_path, std::string_view portfolio, const party_index& idx,
                                  const rescreen_settings& settings, customer_source& customers) {
  auto trail = audit_trail::open(store_path, store_access::create);
  if (!trail) return trail.error();
  auto book = decision_book::read(*trail);
  if (!book) return book.error();
  auto db = store::database::open(store_path, store::open_mode::write);
  if (!db) return db.error();
  auto before = review::load_head(*db, portfolio);
  if (!before) return before.error();
  rescreen_settings now = settings;
  if (!now.options.as_of) now.options.as_of = day::today_utc();
  now.threads = std::max<std::size_t>(1, now.threads);
  const day on = *now.options.as_of;
  rescreen_outcome out;
  if (before->run == 0) {
    out.full_because = "it is the first run";
  } else if (settings.full) {
    out.full_because = "so it was asked for";
  } else if (before->settings != settings_text(now.options, idx.rules())) {
    out.full_because = "the options, the score version or the name pack are others than before";
  }
  auto after = rescreen_run(*db, portfolio, idx, now, *before, !out.full_because.empty()).run(customers, out);
  if (!after) return after.error();
  std::uint64_t elsewhere = 0;
  if (!out.customers_read && now.only_news) {
    auto all = review::count_alerts(*db, portfolio);
    if (!all) return all.error();
    auto aside = set_aside_elsewhere(*db, portfolio, *book, on, *before);
    if (!aside) return aside.error();
    elsewhere = *all - std::min<std::uint64_t>(*all, before->alerts.size());
    out.open = elsewhere - std::min(elsewhere, *aside);
  }
  out.standing = elsewhere + after->alerts.size();
  for (const auto& [key, kept] : after->alerts) {
    const alert_news news = news_of(kept, *before, *after);
    if (now.only_news && news == alert_news::unchanged && book->all().empty()) {
      ++out.open;
      continue;
    }
    alert a = kept;
    a.news = news;
    add_decision(*book, on, a);
    out.open += a.is_set_aside() ? 0 : 1;
    if (!now.only_news || news != alert_news::unchanged) out.alerts.push_back(std::move(a));
  }
  for (const auto& [key, old] : before->alerts) {
    if (after->alerts.contains(key)) continue;
    out.closed.push_back(old);
    out.closed.back().news = alert_news::closed;
  }
  if (auto taken = customers.deliver(out); !taken) return taken.error();
  const trail_entry record[] = {record_of(portfolio, idx, now, *before, *after, out)};
  if (auto saved = review::save_portfolio(*db, portfolio, *before, *after, record); !saved) return saved.error();
  return out;
}

std::string_view to_string(alert_news n) noexcept {
  switch (n) {
    case alert_news::unchanged: return "unchanged";
    case alert_news::opened: return "opened";
    case alert_news::changed: return "changed";
    case alert_news::closed: return "closed";
  }
  return {};
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
