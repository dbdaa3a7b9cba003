#include "index/section_table.hpp"

#include <atomic>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/section_mender.hpp"
#include "support/name_lists.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {
namespace {

using namespace indexing;

std::string small_index() {
  return build_index_bytes(parties_of({"ZTE Kangxun", "Zalopov Trading Ltd", "Ivan Petrov"})).value();
}

section_entry entry_of(const std::string& bytes, section_id id) {
  section_entry e;
  std::memcpy(&e, bytes.data() + sizeof(file_header) + (static_cast<std::size_t>(id) - 1) * sizeof e, sizeof e);
  return e;
}

void set_entry(std::string& bytes, const section_entry& e, section_id at) {
  std::memcpy(bytes.data() + sizeof(file_header) + (static_cast<std::size_t>(at) - 1) * sizeof e, &e, sizeof e);
}

screening_query asking(const char* name) {
  screening_query q;
  q.name = name;
  return q;
}

}  // namespace

TEST_CASE("sections lie one after the other and cover the file", "[index]") {
  const std::string bytes = small_index();
  const auto table = section_table::parse(bytes);
  REQUIRE(table.has_value());
  std::size_t last = 0;
  for (std::uint32_t i = 1; i <= k_sections; ++i) {
    const auto id = static_cast<section_id>(i);
    CHECK(table->verify(id).has_value());
    const auto at = static_cast<std::size_t>(table->bytes(id).data() - bytes.data());
    CHECK(at % k_alignment == 0);
    CHECK(at >= last);
    last = at + table->bytes(id).size();
  }
  CHECK(last == bytes.size());
  CHECK(table->verify_padding().has_value());
  CHECK(table->verify_content().has_value());
}

TEST_CASE("a table that does not describe the file is refused, its checksums mended", "[index]") {
  const std::string good = small_index();
  const auto refused = [&](auto change) {
    std::string bad = good;
    change(bad);
    mend_checksums(bad);
    const auto table = section_table::parse(bad);
    return !table && table.error().code == errc::bad_index;
  };
  const section_entry names = entry_of(good, section_id::names);
  const auto with = [&](auto change) {
    return refused([&](std::string& bytes) {
      section_entry e = names;
      change(e);
      set_entry(bytes, e, section_id::names);
    });
  };
  CHECK_FALSE(with([](section_entry&) {}));
  CHECK(with([](section_entry& e) { e.offset += 64; }));
  CHECK(with([](section_entry& e) { e.offset += 1; }));
  CHECK(with([](section_entry& e) { e.offset = ~std::uint64_t{0} - 63; }));
  CHECK(with([](section_entry& e) { e.bytes = ~std::uint64_t{0}; }));
  CHECK(with([](section_entry& e) { e.bytes += 1'000'000; }));
  CHECK(with([](section_entry& e) { e.id = 3; }));
  CHECK(with([](section_entry& e) { e.reserved = 1; }));
  CHECK(refused([](std::string& bytes) { bytes += "more"; }));
}

TEST_CASE("opened lazily, each damaged section is met by an answer or by nothing that reads it",
          "[index]") {
  const std::string good = small_index();
  for (std::uint32_t i = 1; i <= k_sections; ++i) {
    const section_entry e = entry_of(good, static_cast<section_id>(i));
    if (e.bytes == 0) continue;
    std::string bad = good;
    bad[e.offset + e.bytes / 2] = static_cast<char>(bad[e.offset + e.bytes / 2] ^ 4);
    CAPTURE(i);
    CHECK_FALSE(party_index::from_bytes(bad).has_value());
    const auto lazy = party_index::from_bytes(bad, verify::lazily);
    if (static_cast<section_id>(i) == section_id::info) {
      CHECK_FALSE(lazy.has_value());
      continue;
    }
    REQUIRE(lazy.has_value());
    for (int again = 0; again < 2; ++again) {
      const screening_answer a = screen(*lazy, asking("Ivan Petrov"));
      CHECK(a.problem == query_problem::damaged_index);
      CHECK(a.hits.empty());
      REQUIRE(a.notes.size() == 2);
      CHECK(a.notes[0] == "the index is damaged: nothing was screened");
    }
    CHECK_FALSE(lazy->check().has_value());
    CHECK(lazy->check().error().code == errc::bad_index);
  }
}

TEST_CASE("any bit turned, checksums mended: an error or an answer, within the bytes", "[index]") {
  const std::string good = small_index();
  std::size_t opened = 0;
  for (std::size_t at = sizeof(file_header); at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
    mend_checksums(bad);
    const auto idx = party_index::from_bytes(bad);
    if (!idx) continue;
    ++opened;
    for (const char* name : {"ZTE Kangxun", "Ivan Petrof", "I P"}) {
      screening_options o;
      o.threshold = score::from_units(4'000);
      (void)screen(*idx, asking(name), o);
    }
  }
  CHECK(opened > 0);
}

TEST_CASE("a party that cannot be decoded stops the answer that needs it", "[index]") {
  std::string bytes = small_index();
  const section_entry e = entry_of(bytes, section_id::parties);
  // Every party's mask claims members that do not exist.
  for (std::size_t i = 0; i < e.bytes; ++i) bytes[e.offset + i] = '\x7F';
  mend_checksums(bytes);
  const auto idx = party_index::from_bytes(bytes);
  REQUIRE(idx.has_value());  // checksums and offsets are in order
  CHECK(screen(*idx, asking("Ivan Petrov")).problem == query_problem::damaged_index);
  CHECK(screen(*idx, asking("Nobody Else")).problem == query_problem::none);
  CHECK(idx->party(0) == listed_party{});
}

TEST_CASE("the digest is checked when asked for", "[index]") {
  std::string bytes = small_index();
  CHECK(party_index::from_bytes(bytes).value().check_content().has_value());
  mend_checksums(bytes, false);
  bytes[40] = static_cast<char>(bytes[40] ^ 1);  // within the digest of the header
  mend_checksums(bytes, false);
  const auto idx = party_index::from_bytes(bytes);
  REQUIRE(idx.has_value());
  CHECK_FALSE(idx->check_content().has_value());
}

TEST_CASE("a check is made once, however many ask", "[index]") {
  const checked_once once;
  std::atomic<int> made{0};
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        const result<void>& r = once([&]() -> result<void> {
          ++made;
          return {};
        });
        good += r.has_value() ? 1 : 0;
      }
    });
  }
  for (std::thread& t : threads) t.join();
  CHECK(made == 1);
  CHECK(good == 800);
}

}  // namespace tradewarden::tests
