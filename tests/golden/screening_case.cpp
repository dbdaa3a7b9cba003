#include "golden/screening_case.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

namespace tradewarden::tests {
namespace {

using nlohmann::json;

void allow_keys(const json& object, std::initializer_list<std::string_view> keys) {
  if (!object.is_object()) throw std::runtime_error("not an object: " + object.dump());
  for (const auto& item : object.items()) {
    if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
      throw std::runtime_error("unknown key '" + item.key() + "'");
    }
  }
}

std::string text(const json& object, const char* key) {
  return object.value(key, std::string());
}

std::optional<std::string> maybe_text(const json& object, const char* key) {
  if (!object.contains(key)) return std::nullopt;
  return object.at(key).get<std::string>();
}

template <class T>
T value_of(result<T> parsed) {
  if (!parsed) throw std::runtime_error(parsed.error().to_string());
  return std::move(parsed).value();
}

std::optional<score> maybe_score(const json& object, const char* key) {
  if (!object.contains(key)) return std::nullopt;
  return value_of(score::parse(object.at(key).get<std::string>()));
}

party_key key_of(const json& object) {
  return {object.at("list").get<std::string>(), object.at("id").get<std::string>()};
}

expected_hit read_hit(const json& object) {
  allow_keys(object, {"list", "id", "status", "from", "until", "overlays", "citation", "score",
                      "min_score", "rank", "found_by", "evidence"});
  expected_hit hit;
  hit.key = key_of(object);
  hit.status = maybe_text(object, "status");
  hit.from = maybe_text(object, "from");
  hit.until = maybe_text(object, "until");
  if (object.contains("overlays")) {
    hit.overlays = object.at("overlays").get<std::vector<std::string>>();
    std::sort(hit.overlays->begin(), hit.overlays->end());
  }
  hit.citation = maybe_text(object, "citation");
  hit.exact_score = maybe_score(object, "score");
  hit.min_score = maybe_score(object, "min_score");
  if (object.contains("rank")) hit.rank = object.at("rank").get<std::uint32_t>();
  hit.found_by = maybe_text(object, "found_by");
  if (object.contains("evidence")) {
    hit.evidence = object.at("evidence").get<std::map<std::string, std::string>>();
  }
  return hit;
}

void read_query(const json& object, screening_query& query) {
  allow_keys(object, {"name", "schema", "country", "birth_date", "identifier", "identifier_type",
                      "nationality", "gender", "imo"});
  query.name = object.at("name").get<std::string>();
  query.identifier_type = value_of(parse_identifier_type(text(object, "identifier_type")));
  query.nationality = text(object, "nationality");
  query.gender = text(object, "gender");
  query.imo = text(object, "imo");
  query.schema = value_of(parse_schema(text(object, "schema")));
  query.country = text(object, "country");
  query.birth_date = text(object, "birth_date");
  query.identifier = text(object, "identifier");
}

void read_options(const json& object, screening_options& options) {
  allow_keys(object, {"as_of", "threshold", "include_ended", "weak", "limit", "contradiction"});
  // Without a day the case would change its answer by itself.
  options.as_of = value_of(day::parse(object.at("as_of").get<std::string>()));
  if (const auto threshold = maybe_score(object, "threshold")) options.threshold = *threshold;
  options.include_ended = object.value("include_ended", false);
  if (const auto weak = maybe_text(object, "weak")) {
    options.weak = value_of(parse_weak_policy(*weak));
  }
  if (const auto policy = maybe_text(object, "contradiction")) {
    options.contradiction = value_of(parse_contradiction_policy(*policy));
  }
  options.limit = object.value("limit", options.limit);
}

screening_case read_case(const json& object) {
  allow_keys(object, {"case", "query", "options", "expect", "why"});
  screening_case out;
  out.name = object.at("case").get<std::string>();
  out.why = object.at("why").get<std::string>();
  read_query(object.at("query"), out.query);
  read_options(object.at("options"), out.options);
  const json& expect = object.at("expect");
  allow_keys(expect, {"hits", "none_of", "at_most", "exact_set", "no_hits"});
  for (const json& hit : expect.value("hits", json::array())) out.hits.push_back(read_hit(hit));
  for (const json& key : expect.value("none_of", json::array())) {
    allow_keys(key, {"list", "id"});
    out.none_of.push_back(key_of(key));
  }
  for (const json& limit : expect.value("at_most", json::array())) {
    allow_keys(limit, {"list", "id", "score"});
    const auto highest = maybe_score(limit, "score");
    if (!highest) throw std::runtime_error("at_most without a score");
    out.at_most.push_back({key_of(limit), *highest});
  }
  out.exact_set = expect.value("exact_set", false);
  out.no_hits = expect.value("no_hits", false);
  const bool expects_hits = !out.hits.empty();
  if (out.no_hits ? expects_hits : !expects_hits && out.none_of.empty() && out.at_most.empty()) {
    throw std::runtime_error("expects nothing, or hits and none");
  }
  return out;
}

const screening_hit* find(const screening_answer& answer, const party_key& key) {
  for (const screening_hit& hit : answer.hits) {
    if (hit.party.list == key.first && hit.party.source_id == key.second) return &hit;
  }
  return nullptr;
}

std::string name_of(const party_key& key) { return key.first + " '" + key.second + "'"; }

std::string day_text(const std::optional<day>& d) { return d ? d->to_string() : std::string(); }

bool cites(const screening_hit& hit, const std::string& citation) {
  const auto has = [&](const std::vector<std::string>& list) {
    return std::find(list.begin(), list.end(), citation) != list.end();
  };
  if (has(hit.party.citations)) return true;
  return std::any_of(hit.measures.begin(), hit.measures.end(),
                     [&](const measure& m) { return has(m.citations); });
}

void compare_hit(const expected_hit& expected, const screening_answer& answer,
                 std::vector<std::string>& out) {
  const screening_hit* hit = find(answer, expected.key);
  if (hit == nullptr) {
    out.push_back("no hit on " + name_of(expected.key));
    return;
  }
  const auto compare = [&](const char* what, const std::optional<std::string>& wanted,
                           std::string found) {
    if (wanted && *wanted != found) {
      out.push_back(name_of(expected.key) + ": " + what + " is '" + found + "', not '" + *wanted +
                    "'");
    }
  };
  compare("status", expected.status, std::string(to_string(hit->status)));
  compare("from", expected.from, day_text(hit->from));
  compare("until", expected.until, day_text(hit->until));
  if (expected.overlays) {
    std::vector<std::string> kinds;
    for (const overlay& o : hit->overlays) kinds.push_back(o.kind);
    std::sort(kinds.begin(), kinds.end());
    const auto join = [](const std::vector<std::string>& list) {
      std::string joined;
      for (const std::string& item : list) joined += (joined.empty() ? "" : ", ") + item;
      return joined;
    };
    compare("overlays", join(*expected.overlays), join(kinds));
  }
  if (expected.citation && !cites(*hit, *expected.citation)) {
    out.push_back(name_of(expected.key) + ": does not cite " + *expected.citation);
  }
  if (expected.exact_score) {
    compare("score", expected.exact_score->to_string(), hit->score.to_string());
  }
  if (expected.min_score && hit->score < *expected.min_score) {
    out.push_back(name_of(expected.key) + ": score " + hit->score.to_string() + " is below " +
                  expected.min_score->to_string());
  }
  compare("found_by", expected.found_by, std::string(to_string(hit->found_by)));
  for (const auto& [kind, state] : expected.evidence) {
    const auto it = std::find_if(hit->evidences.begin(), hit->evidences.end(),
                                 [&](const evidence& e) { return e.kind == kind; });
    const std::string found = it == hit->evidences.end() ? "no such kind" : std::string(to_string(it->state));
    compare(kind.c_str(), state, found);
  }
  if (expected.rank && hit->rank != *expected.rank) {
    out.push_back(name_of(expected.key) + ": rank is " + std::to_string(hit->rank) + ", not " +
                  std::to_string(*expected.rank));
  }
}

}  // namespace

std::vector<screening_case> read_screening_cases(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot open " + path);
  const std::string file = std::filesystem::path(path).filename().string();
  std::vector<screening_case> out;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    const std::string where = file + ":" + std::to_string(number);
    try {
      out.push_back(read_case(json::parse(line)));
      out.back().where = where;
    } catch (const std::exception& e) {
      throw std::runtime_error(where + ": " + e.what());
    }
  }
  return out;
}

std::vector<std::string> screening_case_files() {
  std::vector<std::string> out;
  const std::string folder = TRADEWARDEN_SOURCE_DIR "/tests/golden/screening";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> differences(const screening_case& expected,
                                     const screening_answer& answer) {
  std::vector<std::string> out;
  for (const expected_hit& hit : expected.hits) compare_hit(hit, answer, out);
  for (const party_key& key : expected.none_of) {
    if (const screening_hit* hit = find(answer, key)) {
      out.push_back("a hit on " + name_of(key) + " with " + hit->score.to_string() + " by '" +
                    hit->matched_name + "'");
    }
  }
  for (const score_limit& limit : expected.at_most) {
    const screening_hit* hit = find(answer, limit.key);
    if (hit != nullptr && hit->score > limit.highest) {
      out.push_back(name_of(limit.key) + ": score " + hit->score.to_string() + " is above " +
                    limit.highest.to_string());
    }
  }
  if (expected.exact_set || expected.no_hits) {
    for (const screening_hit& hit : answer.hits) {
      const party_key key{hit.party.list, hit.party.source_id};
      const bool wanted = std::any_of(expected.hits.begin(), expected.hits.end(),
                                      [&](const expected_hit& e) { return e.key == key; });
      if (!wanted) {
        out.push_back("a hit too many: " + name_of(key) + " with " + hit.score.to_string() +
                      " by '" + hit.matched_name + "'");
      }
    }
  }
  return out;
}

}  // namespace tradewarden::tests
