#include "tradewarden/live_index.hpp"

#include <array>
#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "temp_dir.hpp"

namespace tradewarden::tests {
namespace {

screening_query asking(const char* name) {
  screening_query q;
  q.name = name;
  return q;
}

digest content_of(const party_index& idx) { return idx.info().content; }

}  // namespace

TEST_CASE("an index is exchanged for another; a bad file changes nothing", "[live]") {
  const temp_dir dir;
  const std::string path = dir.path("a.twi");
  REQUIRE(build_index(parties_of({"Old Zalopov"}), path).has_value());
  live_index live(party_index::open(path).value());
  const party_index before = live.current();
  REQUIRE(build_index(parties_of({"New Zalopov", "Other Petrov"}), path).has_value());
  CHECK(live.screen(asking("Old Zalopov")).hits.size() == 1);  // the file alone changes nothing
  REQUIRE(live.reload(path).has_value());
  CHECK(live.current().party_count() == 2);
  CHECK(before.party(0).names.at(0).text == "Old Zalopov");  // a copy keeps its index

  const digest good = content_of(live.current());
  std::ofstream(path, std::ios::binary) << "no index";
  CHECK_FALSE(live.reload(path).has_value());
  CHECK_FALSE(live.reload(dir.path("absent.twi")).has_value());
  CHECK(content_of(live.current()) == good);
}

TEST_CASE("eight threads ask while the index is reloaded; each answer is that of the index it names",
          "[live]") {
  const temp_dir dir;
  const std::string path = dir.path("a.twi");
  // Which parties there are tells the indexes apart.
  const std::array sets = {parties_of({"Zalopov Trading", "Ivan Petrov"}),
                           parties_of({"Ivan Petrov", "Kang Xun", "Zalopov Trading", "Zalopova Trading"})};
  std::array<digest, 2> contents;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    contents[i] = content_of(party_index::from_bytes(build_index_bytes(sets[i]).value()).value());
  }
  REQUIRE(build_index(sets[0], path).has_value());
  // Opened lazily: the threads also meet in the first check.
  live_index live(party_index::open(path, verify::lazily).value());

  std::atomic<bool> stop{false};
  std::atomic<int> wrong{0};
  std::array<std::atomic<int>, 2> answered{};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      while (!stop) {
        const screening_answer a = live.screen(asking("Zalopov Trading"));
        const std::size_t which = a.index_content == contents[0] ? 0 : 1;
        // One party is alike in the first, two in the second.
        if (a.index_content != contents[which] || a.hits.size() + a.more != which + 1 ||
            a.hits.at(0).party.names.at(0).text != "Zalopov Trading") {
          ++wrong;
        }
        ++answered[which];
      }
    });
  }
  for (std::size_t i = 1; i <= 20 || answered[0] < 20 || answered[1] < 20; ++i) {
    const bool built = build_index(sets[i % 2], path).has_value();
    if (!built || !live.reload(path).has_value()) ++wrong;
    std::this_thread::yield();
  }
  stop = true;
  for (std::thread& t : threads) t.join();
  CHECK(wrong == 0);
  CHECK(answered[0] >= 20);
  CHECK(answered[1] >= 20);
}

}  // namespace tradewarden::tests
