// Rescreening what has changed gives what screening everything anew would give.
#include "tradewarden/rescreening.hpp"

#include <random>

#include "catch.hpp"
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
          screening_query& q = customers_[below(customers_.size())];
          q = customer(std::stoul(q.id));
          break;
        }
        default:
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
  [[nodiscard]] day today() const { return today_; }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  std::string name() {
    static const char* const words[] = {"Vostok", "Granulator", "Petrov",   "Ivan",  "Trading", "Co Ltd", "Kang Xun", "Bank",
                                        "J.",     "Iosif",      "Iosifova", "No. 5", "No. 7",   "Kiev",   "PetroKhim", "Khim"};
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
    if (below(3) == 0) q.birth_date = "196" + std::to_string(below(3));
    if (below(4) == 0) q.identifier = "A10000" + std::to_string(below(4));
    return q;
  }

  std::mt19937 random_;
  std::size_t next_entry_ = 1;
  std::size_t next_customer_ = 1;
  day today_ = day::parse("2024-01-01").value();
  std::vector<listed_party> entries_;
  std::vector<screening_query> customers_;
};

rescreen_outcome run(const std::string& store, const random_world& w, const screening_options& options, bool full) {
  rescreen_settings s;
  s.options = options;
  s.options.as_of = w.today();
  s.full = full;
  std::size_t at = 0;
  auto done = rescreen(store, "p", w.index(), s, [&](screening_query& q) {
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
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    const tests::temp_dir dir;
    random_world w(seed);
    screening_options o;
    o.threshold = score::from_units(seed % 3 == 0 ? 6'000 : 8'000);
    o.weak = seed % 4 == 0 ? weak_policy::full : weak_policy::confirm;
    o.contradiction = seed % 5 == 0 ? contradiction_policy::drop : contradiction_policy::keep;
    o.include_ended = seed % 2 == 0;
    for (int round = 0; round < 6; ++round) {
      const rescreen_outcome delta = run(dir.path("delta.store"), w, o, false);
      const rescreen_outcome anew = run(dir.path("anew.store"), w, o, true);
      INFO("seed " << seed << ", round " << round);
      CHECK(delta.full_because.empty() == (round != 0));
      REQUIRE(texts(delta) == texts(anew));
      alerts += delta.alerts.size();
      for (const alert& a : delta.alerts) carried += a.news == alert_news::unchanged ? 1 : 0;
      w.change();
    }
  }
  CHECK(alerts > 500);   // the worlds are no empty ones
  CHECK(carried > 300);  // and most of the work was not done again
}
