#include "review/review_session.hpp"

#include "catch.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using review::review_session;
using tests::temp_dir;

namespace {

screening_query asked(const std::string& customer) {
  screening_query q;
  q.id = customer;
  q.name = "ZTE Kangxun";
  return q;
}

screening_options on_that_day() {
  screening_options o;
  o.as_of = day::parse("2018-05-01").value();
  return o;
}

void decide(review_session& s, const std::string& answer_id) {
  decision d = decision_on(find_answer(s.trail(), answer_id).value(), "US-DPL",
                           find_answer(s.trail(), answer_id).value().hits.at(0).source_id)
                   .value();
  d.reason = "another";
  d.who = "A";
  d.approved_by = "B";
  REQUIRE(s.book().add(s.trail(), std::move(d)));
}

}  // namespace

TEST_CASE("session: one and many are answered alike, by the decisions, and kept", "[session]") {
  const temp_dir dir;
  const party_index& idx = party_index::sample();
  auto s = review_session::open(dir.path("s.store"), store_access::create);
  REQUIRE(s);
  const auto first = s->screen(idx, asked("C-17"), on_that_day());
  REQUIRE(first);
  CHECK(first->id == answer_id_of(first->json));
  decide(*s, first->id);
  const auto decided = s->screen(idx, asked("C-17"), on_that_day());
  REQUIRE(decided);
  CHECK(decided->answer.set_aside() == 1);
  const screening_query many[] = {asked("C-18"), asked("C-17"), asked("")};
  batch_options two_threads;
  two_threads.threads = 2;
  two_threads.rows_at_once = 1;
  const auto all = s->screen(idx, many, on_that_day(), two_threads);
  REQUIRE(all);
  REQUIRE(all->size() == 3);
  CHECK(all->at(0).answer.set_aside() == 0);
  CHECK(all->at(1).json == decided->json);
  CHECK(all->at(2).answer.set_aside() == 0);
  // One answer, a decision, an answer, three more.
  CHECK(s->trail().verify().value().records == 6);
  for (const auto& kept : *all) CHECK(replay(find_answer(s->trail(), kept.id).value(), idx).value() == kept.json);
}

TEST_CASE("session: what others decide is known after refresh", "[session]") {
  const temp_dir dir;
  const party_index& idx = party_index::sample();
  auto ours = review_session::open(dir.path("s.store"), store_access::create);
  REQUIRE(ours);
  const auto first = ours->screen(idx, asked("C-17"), on_that_day());
  REQUIRE(first);
  auto theirs = review_session::open(dir.path("s.store"), store_access::write);
  REQUIRE(theirs);
  decide(*theirs, first->id);
  CHECK(ours->screen(idx, asked("C-17"), on_that_day())->answer.set_aside() == 0);
  REQUIRE(ours->refresh());
  CHECK(ours->screen(idx, asked("C-17"), on_that_day())->answer.set_aside() == 1);
}

TEST_CASE("session: what cannot be kept is not given out", "[session]") {
  const temp_dir dir;
  REQUIRE(review_session::open(dir.path("s.store"), store_access::create));
  auto reader = review_session::open(dir.path("s.store"), store_access::read);
  REQUIRE(reader);
  CHECK_FALSE(reader->screen(party_index::sample(), asked("C-17"), on_that_day()));
  const screening_query many[] = {asked("C-17")};
  CHECK_FALSE(reader->screen(party_index::sample(), many, on_that_day(), {}));
  CHECK(reader->screen(party_index::sample(), {}, on_that_day(), {})->empty());
  CHECK(review_session::open(dir.path("none.store"), store_access::write).error().code == errc::not_found);
}
