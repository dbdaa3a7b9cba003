#include <nlohmann/json.hpp>

#include "audit/json_parts.hpp"
#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

using namespace tradewarden;
using json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys_of(const json& j) {
  std::vector<std::string> out;
  for (const auto& [key, value] : j.items()) out.push_back(key);
  return out;
}

/// True if a number with a fraction stands anywhere.
bool has_float(const json& j) {
  if (j.is_number_float()) return true;
  if (!j.is_structured()) return false;
  for (const auto& element : j) {
    if (has_float(element)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("answer: the keys stand in the canonical order", "[audit]") {
  const json j = json::parse(to_json(fixture::denied_answer(), party_index::sample()));
  CHECK(keys_of(j) == std::vector<std::string>{"query_id", "query", "as_of", "threshold", "options",
                                               "problem", "notes", "hits", "more", "more_is_exact", "dropped", "set_aside", "lists_checked",
                                               "not_checked", "score_version", "score_tables_sha256",
                                               "name_pack_sha256", "engine_version", "index",
                                               "answer_id"});
  CHECK(keys_of(j["hits"][0]) ==
        std::vector<std::string>{"rank",           "score",     "rank_score", "found_by", "list",
                                 "list_name",      "source_id", "party",
                                 "matched_name",   "name_kind", "strength",
                                 "weak_reason",    "weak_evidence", "schema", "status",
                                 "from",           "until",     "measures",
                                 "overlays",       "sources",   "licence_requirement",
                                 "licence_policy", "footnotes", "programmes",
                                 "sublists",       "citations", "explanation",
                                 "evidence",       "same_party", "decision", "review",    "entry"});
}

TEST_CASE("answer: without a name there is no score, and what was left out is counted", "[audit]") {
  screening_answer a = fixture::denied_answer();
  a.problem = query_problem::no_name;
  a.hits[0].found_by = hit_origin::identifier;
  a.dropped = 3;
  a.dropped_by = {{evidence_kind::birth_date, 2}, {evidence_kind::imo, 1}};
  a.more_is_exact = false;
  const json j = json::parse(to_json(a, party_index::sample()));
  CHECK(j["problem"] == "no_name");
  CHECK(j["hits"][0]["score"] == nullptr);
  CHECK(j["hits"][0]["rank_score"] == nullptr);
  CHECK(j["hits"][0]["found_by"] == "identifier");
  CHECK(j["dropped"] == json({{"parties", 3},
                              {"exact", false},
                              {"by", {{{"kind", "birth_date"}, {"parties", 2}}, {{"kind", "imo"}, {"parties", 1}}}}}));
}

TEST_CASE("answer: the review stands in words, where it was asked for", "[audit]") {
  screening_answer a = fixture::denied_answer();
  CHECK(json::parse(to_json(a, party_index::sample()))["hits"][0]["review"] == nullptr);
  a.options.explain = true;
  a.hits[0].strength = name_strength::weak;
  a.hits[0].weak_reason = "country";
  a.hits[0].what_if = {{"threshold", "1.0000", {}, false, "at a threshold above 0.9732, such as 1.00: no hit"},
                       {"without_listed", "'ltd'", score::from_units(9800), true, "without 'ltd': 0.98"}};
  const json h = json::parse(to_json(a, party_index::sample()))["hits"][0];
  CHECK(h["weak_evidence"]["kind"] == "country");
  CHECK(h["weak_evidence"]["state"] == "confirms");
  const json& r = h["review"];
  CHECK(r["matched"] == "ZTE Kangxun Telecommunications Ltd. (primary, weak alias let through: country confirms "
                        "(asked CN, listed CN))");
  CHECK(r["because"] == json({"zte = zte", "kangxum ~ kangxun (1 edit)"}));
  CHECK(r["against"] == json({"the listed name also has 'ltd' (legal form)",
                              "the words stand in another order (x 0.95)"}));
  CHECK(r["evidence"] == json({"country confirms (asked CN, listed CN)", "birth date not given by the list (asked 1965)"}));
  CHECK(r["what_if"][0] == json({{"kind", "threshold"}, {"subject", "1.0000"}, {"score", nullptr}, {"hit", false},
                                 {"words", "at a threshold above 0.9732, such as 1.00: no hit"}}));
  CHECK(r["what_if"][1]["score"] == "0.9800");
}

TEST_CASE("answer: values are exact and dates are ISO or null", "[audit]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].until.reset();
  const std::string text = to_json(a, party_index::sample());
  const json j = json::parse(text);
  CHECK(text.find('\n') == std::string::npos);
  CHECK_FALSE(has_float(j));
  CHECK(j["query_id"] == "q1");
  CHECK(j["query"]["name"] == "ZTE Kangxum");
  CHECK(j["as_of"] == "2018-07-05");
  CHECK(j["threshold"] == "0.8000");
  CHECK(j["options"] == json({{"limit", 10}, {"weak", "confirm"}, {"include_ended", false}, {"count_all", true},
                              {"contradiction", "keep"},
                              {"contradiction_by", {"birth_date", "country", "nationality", "imo"}},
                              {"explain", false}}));
  CHECK(j["problem"] == "none");
  CHECK(j["more"] == 2);
  CHECK(j["score_version"] == 1);
  CHECK(j["engine_version"] == std::string(k_version));
  CHECK(j["index"] == sha256("an index").to_string());
  const json& h = j["hits"][0];
  CHECK(h["score"] == "0.9732");
  CHECK(h["party"] == "ZTE Kangxun Telecommunications Ltd.");
  CHECK(h["status"] == "denied");
  CHECK(h["from"] == "2018-04-15");
  CHECK(h["until"].is_null());
  CHECK(h["measures"][0]["published"] == "2018-04-23");
  CHECK(h["measures"][0]["citations"][0] == "83 FR 17644");
  CHECK(h["measures"][0]["verified"] == true);
  CHECK(h["overlays"][0]["kind"] == "authorisation");
  CHECK(h["overlays"][0]["verified"] == true);
  CHECK(h["explanation"]["pairs"][1] == json({{"query", "kangxum"},
                                              {"listed", "kangxun"},
                                              {"reason", "edit"},
                                              {"similarity", "0.8600"},
                                              {"weight", 190},
                                              {"edits", 1}}));
  CHECK(h["explanation"]["adjustments"][0]["factor"] == "0.9500");
  CHECK(h["evidence"][0]["state"] == "confirms");
  CHECK(h["evidence"][1]["state"] == "absent");
  CHECK(h["entry"]["names"][1]["strength"] == "weak");
  CHECK(h["sources"][0]["line"] == 5);
}

TEST_CASE("answer: what was not verified says so", "[audit]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].measures[0].verified = false;
  a.hits[0].overlays[0].verified = false;
  const json h = json::parse(to_json(a, party_index::sample()))["hits"][0];
  CHECK(h["measures"][0]["verified"] == false);
  CHECK(h["overlays"][0]["verified"] == false);
}

TEST_CASE("answer: its id is the digest of the rest", "[audit]") {
  const screening_answer a = fixture::denied_answer();
  const std::string text = to_json(a, party_index::sample());
  json j = json::parse(text);
  const std::string id = j["answer_id"];
  j.erase("answer_id");
  CHECK(sha256(j.dump()).to_string() == id);
  CHECK(to_json(a, party_index::sample()) == text);
  screening_answer other = a;
  other.options.limit = 11;
  CHECK(json::parse(to_json(other, party_index::sample()))["answer_id"] != id);
}

TEST_CASE("answer: bytes that are not UTF-8 are shown as U+FFFD, with a note", "[audit]") {
  screening_answer a = fixture::denied_answer();
  a.query.name = "Caf\xE9 \xC0\x80";
  a.hits[0].party.remarks = "broken \xFF remark";
  const json j = json::parse(to_json(a, party_index::sample()));
  const std::string r = "\xEF\xBF\xBD";
  CHECK(j["query"]["name"] == "Caf" + r + " " + r + r);
  CHECK(j["hits"][0]["entry"]["remarks"] == "broken " + r + " remark");
  REQUIRE(j["notes"].size() == 1);
  CHECK(j["notes"][0].get<std::string>().find("UTF-8") != std::string::npos);
}

TEST_CASE("answer: what was checked and what was not", "[audit]") {
  const json j = json::parse(to_json(fixture::denied_answer(), party_index::sample()));
  const index_info& info = party_index::sample().info();
  REQUIRE(j["lists_checked"].size() == info.lists.size());
  REQUIRE_FALSE(info.lists.empty());
  CHECK(j["lists_checked"][0]["list"] == info.lists[0].list);
  CHECK(j["lists_checked"][0]["parties"] == info.lists[0].parties);
  CHECK(j["lists_checked"][0]["sha256"].get<std::string>().size() == 64);
  CHECK(j["not_checked"][0] == audit::sample_notice(party_index::sample().info()));
  CHECK(j["not_checked"][1].get<std::string>().find("Ownership") == 0);
}

TEST_CASE("answer: a source that points nowhere is null, not a crash", "[audit]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].party.sources[0].publication = 77;
  a.hits[0].party.sources[0].at.line = 0;
  a.hits[0].party.names.clear();
  const json h = json::parse(to_json(a, party_index::sample()))["hits"][0];
  CHECK(h["sources"][0]["publication"].is_null());
  CHECK(h["sources"][0]["file"].is_null());
  CHECK(h["sources"][0]["line"].is_null());
  CHECK(h["party"] == "");
}
