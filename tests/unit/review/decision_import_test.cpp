#include "review/decision_import.hpp"

#include <sstream>

#include "catch.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using review::review_session;
using tests::temp_dir;

namespace {

decision made(const std::string& customer) {
  decision d;
  d.customer = customer;
  d.list = "US-SDN";
  d.source_id = "1";
  d.reason = "another";
  d.who = "A";
  d.at = "2026-01-01T00:00:00Z";
  return d;
}

std::string exported(const review_session& s) {
  std::string out;
  for (const decision& d : s.book().all()) out += to_json(d) + '\n';
  return out;
}

}  // namespace

TEST_CASE("decisions: what is here stays, approvals and withdrawals are taken over", "[decision-import]") {
  const temp_dir dir;
  auto from = review_session::open(dir.path("from.store"), store_access::create);
  auto to = review_session::open(dir.path("to.store"), store_access::create);
  REQUIRE((from && to));
  std::vector<error> said;
  const auto carry = [&] {
    std::istringstream lines(exported(*from));
    return review::import_decisions(*to, lines, "lines", [&](const error& e) { said.push_back(e); }).value();
  };
  const std::string id = from->book().add(from->trail(), made("C-1"))->id;
  REQUIRE(from->book().add(from->trail(), made("C-2")));
  CHECK(carry().added == 2);
  CHECK(carry().added == 0);
  REQUIRE(from->book().approve(from->trail(), id, "B"));
  CHECK(carry().read == 2);
  CHECK(to->book().find(id)->approved_by == "B");
  REQUIRE(from->book().withdraw(from->trail(), id, "C", "new facts"));
  CHECK(carry().failed == 0);
  CHECK(to->book().find(id)->withdrawn_reason == "new facts");
  CHECK(said.empty());
}

TEST_CASE("decisions: a line that cannot be read is told, and the rest goes on", "[decision-import]") {
  const temp_dir dir;
  auto s = review_session::open(dir.path("s.store"), store_access::create);
  REQUIRE(s);
  std::vector<error> said;
  std::istringstream lines("nonsense\n\n" + to_json(made("C-1")) + "\n{\"customer\":5}\n");
  const auto counts = review::import_decisions(*s, lines, "x.jsonl", [&](const error& e) { said.push_back(e); });
  REQUIRE(counts);
  CHECK(counts->read == 3);
  CHECK(counts->added == 1);
  CHECK(counts->failed == 2);
  REQUIRE(said.size() == 2);
  CHECK((said[0].file == "x.jsonl" && said[0].line == 1));
  CHECK((said[1].line == 4 && said[1].field == "customer"));
}

TEST_CASE("decisions: a hit by its rank or its key", "[decision-import]") {
  recorded_answer a;
  a.query.id = "C-1";
  a.hits.push_back({"US-SDN", "7:8", "Name", {}});
  CHECK(review::decide_on(a, "1")->source_id == "7:8");
  CHECK(review::decide_on(a, "US-SDN:7:8")->entry_name == "Name");
  for (const char* none : {"0", "2", "", "01", "US-SDN:7", "EU-FSF:7:8"}) {
    CHECK(review::decide_on(a, none).error().code == errc::not_found);
  }
}

TEST_CASE("decisions: how one stands by itself", "[decision-import]") {
  decision d = made("C-1");
  d.expires = day::parse("2026-06-01").value();
  const auto on = [](const char* iso) { return day::parse(iso).value(); };
  CHECK(review::standing(d, on("2026-05-31")) == decision_state::awaiting_approval);
  d.approved_by = "B";
  CHECK(review::standing(d, on("2026-05-31")) == decision_state::in_force);
  CHECK(review::standing(d, on("2026-06-01")) == decision_state::expired);
}
