#include "tradewarden/answer_record.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "review/decision_json.hpp"
#include "support/ascii.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden {
namespace {

using review::json;

constexpr std::string_view k_answer = "answer";
constexpr std::string_view k_index = "index";
constexpr std::string_view k_id_key = "\"answer_id\":\"";
constexpr std::size_t k_digest_digits = 64;
constexpr std::size_t k_least_digits = 6;

constexpr std::pair<const char*, std::string screening_query::*> k_query_texts[] = {
    {"id", &screening_query::id}, {"name", &screening_query::name}, {"country", &screening_query::country},
    {"birth_date", &screening_query::birth_date}, {"identifier", &screening_query::identifier},
    {"nationality", &screening_query::nationality}, {"gender", &screening_query::gender},
    {"imo", &screening_query::imo}};

json query_json(const screening_query& q) {
  json out;
  for (const auto& [key, text] : k_query_texts) out[key] = q.*text;
  out["schema"] = to_string(q.schema);
  out["identifier_type"] = to_string(q.identifier_type);
  return out;
}

json options_json(const screening_options& o) {
  return {{"as_of", audit::date_or_null(o.as_of)}, {"threshold", o.threshold.to_string()},
          {"limit", o.limit}, {"weak", to_string(o.weak)}, {"include_ended", o.include_ended},
          {"count_all", o.count_all}, {"contradiction", to_string(o.contradiction)},
          {"contradiction_by", o.contradiction_by.to_string()}, {"explain", o.explain}};
}

/// Reads what was written above; the first thing that is not so is kept as the field of the error.
class record_reader {
 public:
  record_reader(const json& body, const trail_record& record, const std::string& file)
      : body_(body), record_(record), file_(file) {}

  result<recorded_answer> read() {
    recorded_answer out;
    out.id = record_.subject;
    out.at = record_.at;
    const json& query = part(body_, "query");
    for (const auto& [key, to] : k_query_texts) out.query.*to = text(query, key);
    if (const std::string s = text(query, "schema"); s != to_string(schema::unknown)) {
      take(out.query.schema, parse_schema(s), "schema");
    }
    if (const std::string t = text(query, "identifier_type"); t != to_string(identifier_type::any)) {
      take(out.query.identifier_type, parse_identifier_type(t), "identifier_type");
    }
    read_options(part(body_, "options"), out.options);
    for (const json& n : part(body_, "added_notes")) out.added_notes.push_back(plain(n, "added_notes"));
    for (const json& d : part(body_, "decisions")) {
      auto one = review::decision_from(d, file_, record_.number);
      if (!one) return one.error();
      out.decisions.push_back(std::move(*one));
    }
    out.customer = sha(body_, "customer_digest");
    for (const json& h : part(body_, "hits")) {
      out.hits.push_back({text(h, "list"), text(h, "source_id"), text(h, "name"), sha(h, "entry_digest")});
    }
    out.index = sha(body_, "index");
    out.engine_version = text(body_, "engine_version");
    out.score_version = static_cast<std::int32_t>(number(body_, "score_version"));
    out.score_tables_sha256 = sha(body_, "score_tables_sha256");
    if (!part(body_, "name_pack_sha256").is_null()) out.name_pack_sha256 = sha(body_, "name_pack_sha256");
    if (bad_ != nullptr) {
      return error{errc::bad_syntax, "record " + std::to_string(record_.number) + " of the trail cannot be read", file_, 0, bad_};
    }
    return out;
  }

 private:
  void read_options(const json& o, screening_options& to) {
    if (const std::string on = text(o, "as_of"); !on.empty()) {
      if (auto d = day::parse(on)) to.as_of = *d; else fail("as_of");
    }
    take(to.threshold, score::parse(text(o, "threshold")), "threshold");
    to.limit = static_cast<std::uint32_t>(number(o, "limit"));
    take(to.weak, parse_weak_policy(text(o, "weak")), "weak");
    take(to.contradiction, parse_contradiction_policy(text(o, "contradiction")), "contradiction");
    const std::string by = text(o, "contradiction_by");
    to.contradiction_by = {};
    if (!by.empty()) take(to.contradiction_by, evidence_kinds::parse(by), "contradiction_by");
    to.include_ended = flag(o, "include_ended");
    to.count_all = flag(o, "count_all");
    to.explain = flag(o, "explain");
  }

  void fail(const char* key) {
    if (bad_ == nullptr) bad_ = key;
  }
  template <class T>
  void take(T& to, const result<T>& read, const char* key) {
    if (read) {
      to = *read;
    } else {
      fail(key);
    }
  }
  const json& part(const json& of, const char* key) {
    static const json k_none;
    const auto it = of.is_object() ? of.find(key) : of.end();
    if (it != of.end()) return *it;
    fail(key);
    return k_none;
  }
  std::string plain(const json& j, const char* key) {
    if (j.is_string()) return j.get<std::string>();
    if (!j.is_null()) fail(key);
    return {};
  }
  std::string text(const json& of, const char* key) { return plain(part(of, key), key); }
  std::int64_t number(const json& of, const char* key) {
    const json& j = part(of, key);
    if (j.is_number_integer()) return j.get<std::int64_t>();
    fail(key);
    return 0;
  }
  bool flag(const json& of, const char* key) {
    const json& j = part(of, key);
    if (j.is_boolean()) return j.get<bool>();
    fail(key);
    return false;
  }
  digest sha(const json& of, const char* key) {
    const auto read = review::digest_from(text(of, key));
    if (!read) fail(key);
    return read.value_or(digest());
  }

  const json& body_;
  const trail_record& record_;
  const std::string& file_;
  const char* bad_ = nullptr;
};

error joined(const std::vector<std::string>& lacks, const std::string& id) {
  return {errc::conflict, "answer " + id.substr(0, 12) + " cannot be given again: " + ascii::join(lacks, "; "), {}, 0, {}};
}

}  // namespace

std::string answer_id_of(std::string_view answer_json) {
  const std::size_t at = answer_json.rfind(k_id_key);
  if (at == std::string_view::npos) return {};
  return std::string(answer_json.substr(at + k_id_key.size(), k_digest_digits));
}

trail_entry record_of(const screening_answer& answer, const party_index& idx, std::string_view answer_text,
                      const decision_book& book, std::span<const std::string> added_notes) {
  json body;
  body["query"] = query_json(answer.query);
  body["options"] = options_json(answer.options);
  body["customer_digest"] = customer_digest(answer.query).to_string();
  body["added_notes"] = json::array();
  for (const std::string& n : added_notes) body["added_notes"].push_back(n);
  body["decisions"] = json::array();
  for (const decision& d : book.of_customer(answer.query.id)) body["decisions"].push_back(review::decision_json(d));
  body["hits"] = json::array();
  for (const screening_hit& h : answer.hits) {
    body["hits"].push_back({{"list", h.party.list},
                            {"source_id", h.party.source_id},
                            {"name", h.party.names.empty() ? h.matched_name : h.party.names.front().text},
                            {"entry_digest", entry_digest(h.party).to_string()}});
  }
  body["index"] = answer.index_content.to_string();
  body["engine_version"] = k_version;
  audit::add_score_rules(body, idx.rules().version(), idx.rules().tables_sha256(), idx.rules().name_pack_sha256());
  return {std::string(k_answer), answer_id_of(answer_text), audit::one_line(body)};
}

result<recorded_answer> find_answer(const audit_trail& trail, std::string_view id) {
  const auto fail = [&](errc code, const std::string& what) {
    return error{code, what + " '" + std::string(id.substr(0, k_digest_digits)) + "'", trail.path(), 0, {}};
  };
  if (id.size() < k_least_digits) return fail(errc::not_found, "an answer is named by six digits of its id or more, not by");
  auto all = trail.records(k_answer, id.size() == k_digest_digits ? id : std::string_view());
  if (!all) return all.error();
  std::set<std::string> found;
  const trail_record* last = nullptr;  // of equal answers any will do
  for (const trail_record& r : *all) {
    if (!r.subject.starts_with(id)) continue;
    found.insert(r.subject);
    last = &r;
  }
  if (last == nullptr) return fail(errc::not_found, "the audit trail has no answer");
  if (found.size() > 1) return fail(errc::conflict, "several answers begin with");
  const auto body = review::parse_object(last->body, trail.path(), last->number);
  if (!body) return body.error();
  return record_reader(*body, *last, trail.path()).read();
}

std::vector<std::string> lacking(const recorded_answer& old, const score_rules& rules) {
  std::vector<std::string> out;
  if (old.engine_version != k_version) {
    out.push_back("it was given by engine " + old.engine_version + ", and this is engine " + std::string(k_version));
  }
  const std::vector<std::int32_t> known = score_rules::known_versions();
  if (std::find(known.begin(), known.end(), old.score_version) == known.end()) {
    out.push_back("this engine does not have score version " + std::to_string(old.score_version));
  } else if (rules.version() != old.score_version) {
    out.push_back("score version " + std::to_string(old.score_version) + " is needed (--score-version)");
  } else if (rules.tables_sha256() != old.score_tables_sha256) {
    out.push_back("the tables of score version " + std::to_string(old.score_version) + " were others, of SHA-256 " +
                  old.score_tables_sha256.to_string());
  }
  if (old.name_pack_sha256 && rules.name_pack_sha256() != old.name_pack_sha256) {
    out.push_back("the name pack of SHA-256 " + old.name_pack_sha256->to_string() + " is needed (--name-pack)");
  } else if (!old.name_pack_sha256 && rules.name_pack_sha256()) {
    out.emplace_back("it was given without a name pack");
  }
  return out;
}

result<std::string> replay(const recorded_answer& old, const party_index& idx) {
  std::vector<std::string> lacks = lacking(old, idx.rules());
  if (idx.info().content != old.index) {
    lacks.push_back("it was given by the index " + old.index.to_string() + ", and this is " + idx.info().content.to_string());
  }
  if (!lacks.empty()) return joined(lacks, old.id);
  screening_answer again = decision_book::of(old.decisions).screen(idx, old.query, old.options);
  again.notes.insert(again.notes.end(), old.added_notes.begin(), old.added_notes.end());
  std::string out = to_json(again, idx);
  if (answer_id_of(out) != old.id) {
    return joined({"all that it was given by is here, and yet this answer has the id " + answer_id_of(out) +
                   ": the program or the machine is not what it was"}, old.id);
  }
  return out;
}

result<decision> decision_on(const recorded_answer& answer, std::string_view list, std::string_view source_id) {
  if (answer.query.id.empty()) {
    return error{errc::missing_field, "the answer was given for no customer: screen with --customer, or rows with ids", {}, 0, "customer"};
  }
  for (const recorded_hit& h : answer.hits) {
    if (h.list != list || h.source_id != source_id) continue;
    decision d;
    d.customer = answer.query.id;
    d.customer_digest = answer.customer;
    d.customer_name = answer.query.name;
    d.list = h.list;
    d.source_id = h.source_id;
    d.entry_digest = h.entry;
    d.entry_name = h.name;
    return d;
  }
  return error{errc::not_found, "the answer has no hit " + std::string(list) + ":" + std::string(source_id), {}, 0, {}};
}

trail_entry record_of_index(const index_info& info, std::span<const std::uint64_t> snapshots, bool history) {
  json body;
  body["snapshots"] = json::array();
  for (const std::uint64_t s : snapshots) body["snapshots"].push_back(s);
  body["history"] = history;
  body["parties"] = info.parties;
  body["engine_version"] = info.engine_version;
  audit::add_score_rules(body, info.score_version, info.score_tables_sha256, info.name_pack_sha256);
  return {std::string(k_index), info.content.to_string(), audit::one_line(body)};
}

result<std::string> rebuild_index(const audit_trail& trail, const list_store& store, const digest& content,
                                  const score_rules& rules) {
  const std::string name = content.to_string();
  auto found = trail.records(k_index, name);
  if (!found) return found.error();
  if (found->empty()) {
    return error{errc::not_found, "the index " + name + " was not built from this store: give its file", trail.path(), 0, {}};
  }
  const auto body = review::parse_object(found->back().body, trail.path(), found->back().number);
  if (!body) return body.error();
  stored_parties_options options;
  const auto of_record = body->find("snapshots");
  const auto history = body->find("history");
  if (of_record == body->end() || !of_record->is_array() || history == body->end() || !history->is_boolean()) {
    return error{errc::bad_syntax, "the record of the index cannot be read", trail.path(), found->back().number, {}};
  }
  for (const json& s : *of_record) {
    if (s.is_number_unsigned()) options.snapshots.push_back(s.get<std::uint64_t>());
  }
  options.history = history->get<bool>();
  auto parties = stored_parties(store, options);
  if (!parties) return parties.error();
  auto bytes = build_index_bytes(*parties, rules);
  if (!bytes) return bytes.error();
  auto idx = party_index::from_bytes(*bytes, verify::lazily, rules);
  if (!idx) return idx.error();
  if (idx->info().content != content) {
    return error{errc::conflict, "this engine makes another index, " + idx->info().content.to_string() + ", of the snapshots that " +
                     name + " was made of (by engine " + body->value("engine_version", std::string("?")) + "): give its file",
                 trail.path(), 0, {}};
  }
  return bytes;
}

}  // namespace tradewarden
