#include "review/customer_index.hpp"

#include <cstring>

#include "catch.hpp"
#include "temp_dir.hpp"
#include "tradewarden/decision_book.hpp"

using namespace tradewarden;
using review::customer_index;

namespace {

screening_query customer(const char* id, const char* name, const char* identifier = "") {
  screening_query q;
  q.id = id;
  q.name = name;
  q.identifier = identifier;
  q.country = "RU";
  q.schema = schema::person;
  q.identifier_type = identifier_type::passport;
  return q;
}

/// Bytes at an address that the sections need.
struct aligned_bytes {
  explicit aligned_bytes(const std::string& b) : words(b.size() / 8 + 1), size(b.size()) { std::memcpy(words.data(), b.data(), b.size()); }
  std::string_view view() const { return {reinterpret_cast<const char*>(words.data()), size}; }
  std::vector<std::uint64_t> words;
  std::size_t size;
};

const digest k_key = sha256("these customers");

std::string file_of(const std::vector<screening_query>& customers) {
  review::customer_index_builder builder{score_rules()};
  for (const screening_query& q : customers) REQUIRE(builder.add(q));
  return builder.finish(k_key).value();
}

/// The rows alike to parties, each once.
std::vector<std::uint32_t> rows(const customer_index& kept, const std::vector<listed_party>& parties, int units, std::size_t threads) {
  party_set set;
  set.parties = parties;
  const party_index changed = party_index::from_bytes(build_index_bytes(set).value()).value();
  std::vector<std::uint32_t> out;
  for (const auto& f : kept.alike_to(changed.view(), parties, score::from_units(units), threads)) {
    CHECK((!f.has_name() || f.name.units >= units));
    if (out.empty() || out.back() != f.row) out.push_back(f.row);
  }
  return out;
}

listed_party entry(const char* name) {
  listed_party p;
  p.list = "X-house";
  p.source_id = "1";
  p.names.resize(1);
  p.names[0].text = name;
  return p;
}

}  // namespace

TEST_CASE("customer index: customers come back as they were, and are found by name and number", "[rescreening]") {
  const std::vector<screening_query> all = {customer("C1", "Ivan Petrov"), customer("C2", "Nobody Alike", "A1234567"),
                                            customer("C3", "PETROV, Iwan"), customer("C4", "")};
  const aligned_bytes bytes(file_of(all));
  const customer_index kept = customer_index::over(bytes.view(), nullptr, k_key, score_rules()).value();
  REQUIRE(kept.size() == 4);
  for (std::uint32_t row = 0; row < 4; ++row) {
    CHECK(kept.customer(row).value().id == all[row].id);
    CHECK(customer_digest(kept.customer(row).value()) == customer_digest(all[row]));
  }
  std::vector<listed_party> parties = {entry("Ivan PETROV")};
  CHECK(rows(kept, parties, 8'000, 1) == std::vector<std::uint32_t>{0, 2});
  CHECK(rows(kept, parties, 10'000, 2) == std::vector<std::uint32_t>{0});
  parties[0].identifiers.push_back({"Passport", "A 1234567", {}, {}, {}, {}});
  CHECK(rows(kept, parties, 10'000, 1) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("customer index: other customers, other rules and damage are refused", "[rescreening]") {
  const std::string good = file_of({customer("C1", "Ivan Petrov", "A1234567"), customer("C2", "Nobody Alike")});
  const auto error_of = [](const std::string& b) {
    const aligned_bytes bytes(b);
    auto kept = customer_index::over(bytes.view(), nullptr, k_key, score_rules());
    return kept ? std::optional<error>() : std::optional<error>(kept.error());
  };
  CHECK_FALSE(error_of(good));
  CHECK(customer_index::over(aligned_bytes(good).view(), nullptr, sha256("others"), score_rules()).error().code == errc::bad_index);
  CHECK(review::customer_index_key(sha256("a"), score_rules()) != review::customer_index_key(sha256("b"), score_rules()));
  for (const std::size_t cut : {std::size_t{0}, std::size_t{10}, std::size_t{64}, good.size() / 2, good.size() - 1}) {
    CHECK(error_of(good.substr(0, cut)));
  }
  CHECK(error_of(good + "x"));
  // One byte after the other: an error when opened, or by the customer that it belongs to, or of no consequence.
  std::size_t refused = 0;
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const aligned_bytes bytes(bad);
    const auto kept = customer_index::over(bytes.view(), nullptr, k_key, score_rules());
    if (!kept) {
      ++refused;
      continue;
    }
    bool right = true;
    for (std::uint32_t row = 0; row < 2; ++row) {
      const auto q = kept->customer(row);
      if (!q) {
        right = false;
        CHECK(q.error().code == errc::bad_index);
      } else {
        CHECK(q->name == (row == 0 ? "Ivan Petrov" : "Nobody Alike"));
      }
    }
    refused += right ? 0 : 1;
  }
  CHECK(refused > good.size() / 7 / 2);
  CHECK(customer_index::open("/nowhere/at.all", k_key, score_rules()).error().code == errc::not_found);
}
