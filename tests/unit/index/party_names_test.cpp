#include "index/party_names.hpp"

#include "catch.hpp"
#include "index/party_codec.hpp"
#include "index/byte_codec.hpp"
#include "tradewarden/party_status.hpp"

using namespace tradewarden;

namespace {

day d(const char* iso) { return day::parse(iso).value(); }

party_name name(const char* text, name_strength s = name_strength::strong) {
  return {text, name_kind::aka, s, script::latin, {}};
}

listed_party sample() {
  listed_party p;
  p.list = "X-house";
  p.source_id = "1";
  p.names = {name("A"), name("B")};
  p.seen = {{d("2020-02-01"), d("2020-02-01"), {}, {}}};
  listed_party before;
  before.list = "X-house";
  before.source_id = "1";
  before.names = {name("B"), name("C"), name("A", name_strength::weak)};
  before.seen = {{d("2020-01-01"), d("2020-01-01"), {}, {}}};
  p.earlier.push_back(before);
  return p;
}

}  // namespace

TEST_CASE("party_names: the names of all states, each once, and where each state has them", "[history]") {
  const listed_party p = sample();
  std::vector<std::string> texts;
  for (const party_name* n : indexing::names_of_all_states(p)) texts.push_back(n->text);
  CHECK(texts == std::vector<std::string>{"A", "B", "C", "A"});
  using places = std::vector<std::optional<std::uint32_t>>;
  CHECK(indexing::positions_in(p, p) == places{0, 1, {}, {}});
  CHECK(indexing::positions_in(p, state_on(p, d("2020-01-15"))) == places{{}, 0, 1, 2});
}

TEST_CASE("party_names: one state alone knows when the entry was seen in all", "[history]") {
  const listed_party one = indexing::one_state(sample(), d("2020-01-15"));
  CHECK(one.names.size() == 3);
  CHECK(one.earlier.empty());
  CHECK(one.seen == std::vector<sighting>{{d("2020-01-01"), d("2020-01-01"), {}, {}}, {d("2020-02-01"), d("2020-02-01"), {}, {}}});
  CHECK(indexing::one_state(sample(), d("2020-02-01")).names.size() == 2);
}

TEST_CASE("party_codec: a history comes back as it went in, and is no deeper than one", "[history]") {
  indexing::byte_writer out;
  (void)indexing::encode_party(sample(), out);
  CHECK(indexing::decode_party(out.bytes()) == sample());
  listed_party nested = sample();
  nested.earlier[0].earlier.push_back(listed_party());
  indexing::byte_writer deep;
  (void)indexing::encode_party(nested, deep);
  CHECK_FALSE(indexing::decode_party(deep.bytes()));
}
