// Rescreening what has changed gives what screening everything anew would give.
#include "tradewarden/rescreening.hpp"

#include <random>
#include <set>

#include "catch.hpp"
#include "match/reading_scorer.hpp"
#include "names/prepared_name.hpp"
#include "review/customer_index.hpp"
#include "score/score_version.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;

namespace {

/// Names are made of few words, so that many are alike, and some of them by a slip.
class random_world {
 public:
  explicit random_world(std::uint32_t seed) : random_(seed) {
    for (std::size_t i = 0; i < 40; ++i) entries_.push_back(entry(next_entry_++));
    for (std::size_t i = 0; i < 60; ++i) customers_.push_back(customer(next_customer_++));
  }

  /// From now on entries alone change, or anything.
  void keep_customers(bool keep) { customers_stay_ = keep; }

  void change() {
    for (int i = 0; i < 4; ++i) {
      switch (below(5)) {
        case 0: entries_.push_back(entry(next_entry_++)); break;
        case 1:
          if (entries_.size() > 5) entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(below(entries_.size())));
          break;
        case 2: {
          listed_party& p = entries_[below(entries_.size())];
          p = entry(std::stoul(p.source_id));
          break;
        }
        case 3: {
          if (customers_stay_) break;
          screening_query& q = customers_[below(customers_.size())];
          q = customer(std::stoul(q.id));
          break;
        }
        default:
          if (customers_stay_) break;
          if (below(2) == 0) {
            customers_.push_back(customer(next_customer_++));
          } else {
            customers_.erase(customers_.begin() + static_cast<std::ptrdiff_t>(below(customers_.size())));
          }
      }
    }
    today_ = day::from_days(today_.days() + static_cast<std::int32_t>(below(40)));
  }

  [[nodiscard]] party_index index() const {
    party_set set;
    set.parties = entries_;
    std::sort(set.parties.begin(), set.parties.end(),
              [](const listed_party& a, const listed_party& b) { return a.source_id < b.source_id; });
    return party_index::from_bytes(build_index_bytes(set).value()).value();
  }
  [[nodiscard]] const std::vector<screening_query>& customers() const { return customers_; }
  [[nodiscard]] const std::vector<listed_party>& entries() const { return entries_; }
  [[nodiscard]] day today() const { return today_; }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  std::string name() {
    static const char* const words[] = {"Vostok", "Granulator", "Petrov",   "Ivan",  "Trading", "Co Ltd", "Kang Xun", "Bank",
                                        "J.",     "Iosif",      "Iosifova", "No. 5", "No. 7",   "Kiev",   "PetroKhim", "Khim",
                                        "Granul", "Yusuf",      "Joseph",   "Mohammed", "Muhamad", "\xD0\x9F\xD0\xB5\xD1\x82\xD1\x80\xD0\xBE\xD0\xB2",
                                        "\xE5\x8D\x8E\xE4\xB8\xBA", "Huawei", "Jr", "abu", "Association", "K", "Vostokov", "Shipping"};
    std::string out;
    for (std::size_t i = 0, n = 1 + below(4); i < n; ++i) out += (out.empty() ? "" : " ") + std::string(words[below(std::size(words))]);
    if (below(3) == 0) out[below(out.size())] = 'e';
    return out;
  }

  listed_party entry(std::size_t id) {
    listed_party p;
    p.list = "X-house";
    p.source_id = std::to_string(id);
    p.schema = static_cast<schema>(below(3));
    for (std::size_t i = 0, n = 1 + below(3); i < n; ++i) {
      party_name one;
      one.text = name();
      if (i != 0 && below(3) == 0) one.strength = name_strength::weak;
      p.names.push_back(std::move(one));
    }
    if (below(3) == 0) p.birth_dates.push_back({partial_date::parse("196" + std::to_string(below(3))).value(), {}});
    if (below(3) == 0) p.identifiers.push_back({"Passport", "A10000" + std::to_string(below(4)), {}, {}, {}, {}});
    p.measures.resize(1);
    if (below(2) == 0) p.measures[0].until = day::from_days(today_.days() + static_cast<std::int32_t>(below(200)));
    return p;
  }

  screening_query customer(std::size_t id) {
    screening_query q;
    q.id = std::to_string(id);
    q.name = name();
    q.schema = static_cast<schema>(below(3));
    if (below(3) == 0) q.birth_date = "196" + std::to_string(below(3));
    if (below(4) == 0) q.identifier = "A10000" + std::to_string(below(4));
    return q;
  }

  std::mt19937 random_;
  std::size_t next_entry_ = 1;
  std::size_t next_customer_ = 1;
  bool customers_stay_ = false;
  day today_ = day::parse("2024-01-01").value();
  std::vector<listed_party> entries_;
  std::vector<screening_query> customers_;
};

/// Customers that are known by a digest, as those of a file are.
class known_customers final : public customer_source {
 public:
  explicit known_customers(const random_world& w) : world_(w) {}
  bool next(screening_query& q) override {
    ++asked;
    if (at_ == world_.customers().size()) return false;
    q = world_.customers()[at_++];
    return true;
  }
  std::optional<digest> content() override {
    std::string all;
    for (const screening_query& q : world_.customers()) all += q.id + customer_digest(q).to_string();
    return sha256(all);
  }
  std::size_t asked = 0;

 private:
  const random_world& world_;
  std::size_t at_ = 0;
};

enum class way { full, read, known, news };

rescreen_outcome run(const std::string& store, const random_world& w, const screening_options& options, way how) {
  rescreen_settings s;
  s.options = options;
  s.options.as_of = w.today();
  s.full = how == way::full;
  s.only_news = how == way::news;
  s.most_shrink = 10'000;
  s.threads = 2;
  const party_index idx = w.index();
  if (how == way::known || how == way::news) {
    known_customers from(w);
    auto done = rescreen(store, "p", idx, s, from);
    REQUIRE(done);
    CHECK(done->customers_read == (from.asked != 0));
    return std::move(*done);
  }
  std::size_t at = 0;
  auto done = rescreen(store, "p", idx, s, [&](screening_query& q) {
    if (at == w.customers().size()) return false;
    q = w.customers()[at++];
    return true;
  });
  REQUIRE(done);
  return std::move(*done);
}

/// All of an alert but when it came up.
std::vector<std::string> texts(const rescreen_outcome& o) {
  std::vector<std::string> out;
  for (alert a : o.alerts) {
    a.opened.clear();
    a.news = alert_news::unchanged;
    out.push_back(to_json(a));
  }
  return out;
}

}  // namespace

TEST_CASE("rescreening: what changed and what did not together are what screening anew gives", "[rescreening]") {
  std::size_t alerts = 0;
  std::size_t carried = 0;
  std::size_t not_read = 0;
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    const tests::temp_dir dir;
    random_world w(seed);
    screening_options o;
    o.threshold = score::from_units(seed % 3 == 0 ? 6'000 : 8'000);
    o.weak = seed % 4 == 0 ? weak_policy::full : weak_policy::confirm;
    o.contradiction = seed % 5 == 0 ? contradiction_policy::drop : contradiction_policy::keep;
    o.include_ended = seed % 2 == 0;
    for (int round = 0; round < 6; ++round) {
      w.keep_customers(round % 3 != 2);
      const rescreen_outcome delta = run(dir.path("delta.store"), w, o, way::read);
      const rescreen_outcome known = run(dir.path("known.store"), w, o, way::known);
      const rescreen_outcome news = run(dir.path("news.store"), w, o, way::news);
      const rescreen_outcome anew = run(dir.path("anew.store"), w, o, way::full);
      INFO("seed " << seed << ", round " << round);
      CHECK(delta.full_because.empty() == (round != 0));
      REQUIRE(texts(delta) == texts(anew));
      REQUIRE(texts(known) == texts(anew));
      not_read += known.customers_read ? 0 : 1;
      // What is news is the same, however it was found; so are the counts.
      std::vector<std::string> expected;
      for (const alert& a : delta.alerts) {
        if (a.news != alert_news::unchanged) expected.push_back(to_json(a));
      }
      std::vector<std::string> told;
      for (const alert& a : news.alerts) told.push_back(to_json(a));
      CHECK(told == expected);
      CHECK(news.closed.size() == delta.closed.size());
      for (const rescreen_outcome* one : {&delta, &known, &news}) {
        CHECK(one->standing == anew.alerts.size());
        CHECK(one->open == anew.alerts.size());
        CHECK(one->entries_changed == delta.entries_changed);
        CHECK(one->customers == w.customers().size());
      }
      alerts += delta.alerts.size();
      for (const alert& a : delta.alerts) carried += a.news == alert_news::unchanged ? 1 : 0;
      w.change();
    }
  }
  CHECK(alerts > 1'000);   // the worlds are no empty ones
  CHECK(carried > 600);    // and most of the work was not done again
  CHECK(not_read > 40);
}

TEST_CASE("rescreening: customers alike to an entry are those of which a pair of names gets the threshold", "[rescreening]") {
  std::size_t found = 0;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const random_world w(seed);
    const score_rules rules;
    review::customer_index_builder builder(rules);
    for (const screening_query& q : w.customers()) REQUIRE(builder.add(q));
    const digest key = sha256("key");
    const std::string bytes = builder.finish(key).value();
    const auto kept = review::customer_index::over(bytes, nullptr, key, rules).value();
    REQUIRE(kept.size() == w.customers().size());
    for (const std::int32_t units : {4'000, 7'000, 8'000, 9'500, 10'000}) {
      for (const listed_party& p : w.entries()) {
        // The plain twin: every reading of every name, by the scorer of texts.
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < w.customers().size(); ++row) {
          const screening_query& q = w.customers()[row];
          const auto readings = names::prepare_readings(q.name, q.schema, *rules.state().tables);
          matching::reading_scorer scorer(readings, rules.state());
          bool alike = !q.identifier.empty() && !p.identifiers.empty() && q.identifier == p.identifiers[0].value;
          for (const party_name& n : p.names) {
            alike = alike || (!readings.front().tokens.empty() && scorer.best(scorer.readings_of(n.text)).units >= units);
          }
          if (alike) expected.push_back(row);
        }
        party_set one;
        one.parties = {p};
        const party_index changed = party_index::from_bytes(build_index_bytes(one).value()).value();
        std::vector<std::uint32_t> rows;
        for (const review::alike_customer& f : kept.alike_to(changed.view(), one.parties, score::from_units(units), 1)) {
          if (rows.empty() || rows.back() != f.row) rows.push_back(f.row);
        }
        INFO("seed " << seed << ", threshold " << units << ", entry " << p.names.front().text);
        REQUIRE(rows == expected);
        found += rows.size();
      }
    }
    CHECK(customer_digest(kept.customer(3).value()) == customer_digest(w.customers()[3]));
    CHECK(kept.customer(3).value().id == w.customers()[3].id);
  }
  CHECK(found > 5'000);
}
