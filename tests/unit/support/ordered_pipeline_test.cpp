#include "support/ordered_pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace tradewarden::support;

namespace {

std::vector<int> run(int count, std::size_t threads, int stop_after, int& most_at_once) {
  int next = 0;
  std::atomic<int> running{0};
  std::atomic<int> most{0};
  std::vector<int> out;
  run_in_order<int, int>(
      [&]() -> std::optional<int> {
        if (next == count) return std::nullopt;
        return next++;
      },
      [&](std::size_t worker, const int& n) {
        if (worker >= threads) throw worker;
        const int now = ++running;
        int seen = most.load();
        while (seen < now && !most.compare_exchange_weak(seen, now)) {}
        // The first ones take longest, so that they end out of order.
        std::this_thread::sleep_for(std::chrono::microseconds(n % 7 == 0 ? 900 : 30));
        --running;
        return n * n;
      },
      [&](int r) {
        out.push_back(r);
        return stop_after == 0 || static_cast<int>(out.size()) < stop_after;
      },
      threads);
  most_at_once = most.load();
  return out;
}

}  // namespace

TEST_CASE("pipeline: results come in the order of the input, and no more run than allowed",
          "[pipeline]") {
  for (const std::size_t threads : {1U, 2U, 5U}) {
    int most = 0;
    const auto out = run(60, threads, 0, most);
    std::vector<int> expected(60);
    std::iota(expected.begin(), expected.end(), 0);
    for (int& n : expected) n *= n;
    CHECK(out == expected);
    CHECK(most <= static_cast<int>(threads));
  }
}

TEST_CASE("pipeline: it ends early when writing fails, and at once when there is nothing",
          "[pipeline]") {
  int most = 0;
  CHECK(run(60, 3, 5, most).size() == 5);
  CHECK(run(60, 1, 5, most).size() == 5);
  CHECK(run(0, 3, 0, most).empty());
}

TEST_CASE("pipeline: what a worker throws comes out, after the results before it", "[pipeline]") {
  for (const std::size_t threads : {1U, 3U}) {
    int next = 0;
    std::vector<int> out;
    const auto go = [&] {
      run_in_order<int, int>(
          [&]() -> std::optional<int> { return next++; },
          [](std::size_t, const int& n) {
            if (n == 20) throw std::runtime_error("twenty");
            return n;
          },
          [&](int r) {
            out.push_back(r);
            return true;
          },
          threads);
    };
    CHECK_THROWS_AS(go(), std::runtime_error);
    CHECK(out.size() == 20);
  }
}

TEST_CASE("pipeline: reading runs ahead of writing by a bounded number of batches", "[pipeline]") {
  int read = 0;
  int written = 0;
  int furthest = 0;
  run_in_order<int, int>(
      [&]() -> std::optional<int> {
        furthest = std::max(furthest, read - written);
        if (read == 500) return std::nullopt;
        return read++;
      },
      [](std::size_t, const int& n) { return n; },
      [&](int r) { return r == written++; }, 3);
  CHECK(written == 500);
  CHECK(furthest <= 2 * 3 + 1);
}
