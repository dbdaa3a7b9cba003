#include "audit/json_parts.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::audit {
namespace {

json unmatched_json(const std::vector<unmatched_token>& tokens) {
  json out = json::array();
  for (const unmatched_token& t : tokens) {
    out.push_back({{"token", t.token}, {"role", to_string(t.role)}, {"weight", t.weight}});
  }
  return out;
}

std::string decimal_text(std::int32_t units) { return score::from_units(units).to_string(); }

std::string_view list_name(std::string_view code) {
  const list_info* known = find_list(code);
  return known != nullptr ? known->name : code;
}

}  // namespace

json date_or_null(const std::optional<day>& d) { return d ? json(d->to_string()) : json(nullptr); }

json explanation_json(const comparison& c) {
  json pairs = json::array();
  for (const token_pair& p : c.pairs) {
    pairs.push_back({{"query", p.query},
                     {"listed", p.listed},
                     {"reason", to_string(p.reason)},
                     {"similarity", decimal_text(p.similarity)},
                     {"weight", p.weight},
                     {"edits", p.edits}});
  }
  json adjustments = json::array();
  for (const score_adjustment& a : c.adjustments) {
    adjustments.push_back({{"rule", a.rule}, {"factor", decimal_text(a.factor)}});
  }
  json out;
  out["pairs"] = std::move(pairs);
  out["unmatched_query"] = unmatched_json(c.unmatched_query);
  out["unmatched_listed"] = unmatched_json(c.unmatched_listed);
  out["adjustments"] = std::move(adjustments);
  return out;
}

json what_if_json(const std::vector<counterfactual>& changes) {
  json out = json::array();
  for (const counterfactual& c : changes) {
    out.push_back({{"kind", c.kind},
                   {"subject", c.subject},
                   {"score", c.score ? json(c.score->to_string()) : json(nullptr)},
                   {"hit", c.hit},
                   {"words", c.words}});
  }
  return out;
}

json lists_json(const index_info& info) {
  json out = json::array();
  for (const indexed_list& l : info.lists) {
    json entry;
    entry["list"] = l.list;
    entry["name"] = list_name(l.list);
    const bool known = l.publication < info.publications.size();
    const indexed_publication* p = known ? &info.publications[l.publication] : nullptr;
    entry["publication"] = p != nullptr ? json(p->name) : json(nullptr);
    entry["date"] = p != nullptr ? date_or_null(p->date) : json(nullptr);
    entry["sha256"] = p != nullptr ? json(p->sha256.to_string()) : json(nullptr);
    entry["parties"] = l.parties;
    out.push_back(std::move(entry));
  }
  return out;
}

std::vector<std::string> incomplete_notes(const index_info& info) {
  std::vector<std::string> out;
  for (const indexed_publication& p : info.publications) {
    if (p.format != "ofac-csv" && p.format != "ofac-cons-csv") continue;
    const auto has = [&](std::string_view end) {
      return std::any_of(p.files.begin(), p.files.end(), [&](const publication_file& f) {
        return ascii::lower(f.name).ends_with(end);
      });
    };
    std::string lacks;
    if (!has("alt.csv")) lacks = "aliases (no alt.csv)";
    if (!has("add.csv")) lacks += std::string(lacks.empty() ? "" : " and ") + "addresses (no add.csv)";
    if (!lacks.empty()) out.push_back(p.name + " is in this index without its " + lacks + ".");
  }
  return out;
}

bool is_sample(const party_index& idx) {
  return idx.info().content == party_index::sample().info().content;
}

std::string early_day_note(const party_index& idx, const std::optional<day>& as_of) {
  if (is_sample(idx)) return {};
  // The latest of the days on which what is known of a publication begins.
  std::optional<day> last;
  for (const indexed_publication& p : idx.info().publications) {
    const std::optional<day> first = p.history.empty() ? p.date : std::optional(p.history.front().date);
    if (first && (!last || *last < *first)) last = first;
  }
  if (!as_of || !last || !(*as_of < *last)) return {};
  const std::int64_t days = std::int64_t{last->days()} - as_of->days();
  const std::int64_t years = days * 400 / 146097;
  const auto count = [](std::int64_t n, const char* unit) {
    return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
  };
  return "The day is " + (years > 0 ? count(years, "year") : count(days, "day")) +
         " before the lists were published (the latest on " + last->to_string() +
         "): entries that were removed since then may not be in them.";
}

std::string sample_notice(const index_info& sample) {
  return "Sample list of " + std::to_string(sample.parties) +
         " parties, for trying out only; not a screening.";
}

std::vector<std::string> absent_lists(const index_info& info) {
  std::vector<std::string> out;
  for (const list_info& l : all_lists()) {
    const bool present = std::any_of(info.lists.begin(), info.lists.end(),
                                     [&](const indexed_list& i) { return i.list == l.code; });
    if (!present) out.emplace_back(l.code);
  }
  return out;
}

std::vector<std::string> not_checked(const party_index& idx, std::string_view ownership) {
  std::vector<std::string> out;
  if (is_sample(idx)) out.emplace_back(sample_notice(idx.info()));
  out.emplace_back(!ownership.empty() ? ownership
                                      : "Ownership and control: a party that listed parties own or control is "
                                        "found only if it is itself listed.");
  out.emplace_back("Addresses: a listed address under another name is not looked for.");
  out.emplace_back(
      "Goods, software and technology: classification, licence requirements and exceptions.");
  out.emplace_back("End use, end user and destination, embargoes included.");
  out.emplace_back("Changes that were published after the date of each publication.");
  std::string absent;
  for (const std::string& code : absent_lists(idx.info())) {
    absent += (absent.empty() ? "" : ", ") + code;
  }
  out.push_back(absent.empty() ? "Lists that are not in this index."
                               : "Lists that are not in this index, among them " + absent + ".");
  return out;
}

std::string one_line(const json& j) {
  return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string failed_row_json(std::string_view id_key, std::string_view id, const error& e) {
  json out;
  out[std::string(id_key)] = id;
  out["error"] = {{"code", to_string(e.code)},
                  {"message", e.message},
                  {"file", e.file},
                  {"line", e.line},
                  {"field", e.field.empty() ? json(nullptr) : json(e.field)}};
  return one_line(out);
}

std::string comparison_json(std::string_view left, std::string_view right, schema s,
                            const comparison& c, const std::vector<counterfactual>& what_if,
                            const score_rules& rules) {
  json out;
  out["left"] = left;
  out["right"] = right;
  out["schema"] = to_string(s);
  out["score"] = c.score.to_string();
  out["explanation"] = explanation_json(c);
  out["what_if"] = what_if_json(what_if);
  add_score_rules(out, rules.version(), rules.tables_sha256(), rules.name_pack_sha256());
  out["engine_version"] = k_version;
  return one_line(out);
}

void add_score_rules(json& to, std::int32_t version, const digest& tables,
                     const std::optional<digest>& name_pack) {
  to["score_version"] = version;
  to["score_tables_sha256"] = tables.to_string();
  to["name_pack_sha256"] = name_pack ? json(name_pack->to_string()) : json(nullptr);
}

std::string version_json() {
  json versions = json::array();
  for (const std::int32_t version : score_rules::known_versions()) {
    const auto rules = score_rules::of_version(version);
    if (!rules) continue;
    json entry;
    entry["score_version"] = version;
    entry["score_tables_sha256"] = rules->tables_sha256().to_string();
    versions.push_back(std::move(entry));
  }
  json out;
  out["engine_version"] = k_version;
  out["score_version"] = k_score_version;
  out["score_versions"] = std::move(versions);
  return out.dump(2, ' ', false, json::error_handler_t::replace);
}

std::string index_info_json(const index_info& info) {
  std::uint64_t rows = 0;
  std::uint64_t distinct_ids = 0;
  json publications = json::array();
  for (const indexed_publication& p : info.publications) {
    rows += p.counts.rows;
    distinct_ids += p.counts.distinct_ids;
    json files = json::array();
    for (const publication_file& f : p.files) {
      files.push_back({{"name", f.name}, {"sha256", f.sha256.to_string()}, {"bytes", f.bytes}});
    }
    json entry;
    entry["name"] = p.name;
    entry["format"] = p.format;
    entry["path"] = p.path;
    entry["date"] = date_or_null(p.date);
    entry["sha256"] = p.sha256.to_string();
    entry["rows"] = p.counts.rows;
    entry["distinct_ids"] = p.counts.distinct_ids;
    entry["parties"] = p.counts.parties;
    entry["names"] = p.counts.names;
    entry["weak_names"] = p.counts.weak_names;
    entry["aliases"] = p.counts.aliases;
    entry["addresses"] = p.counts.addresses;
    entry["joined"] = p.counts.joined;
    entry["rejected"] = p.counts.rejected;
    entry["side_rejected"] = p.counts.side_rejected;
    entry["warnings"] = p.warnings;
    entry["files"] = std::move(files);
    json history = json::array();
    for (const older_publication& o : p.history) {
      history.push_back({{"date", o.date.to_string()},
                         {"sha256", o.sha256.to_string()},
                         {"parties", o.parties},
                         {"partial", o.partial}});
    }
    entry["history"] = std::move(history);
    publications.push_back(std::move(entry));
  }
  json lists = json::array();
  for (const indexed_list& l : info.lists) {
    lists.push_back({{"list", l.list},
                     {"name", list_name(l.list)},
                     {"publication", l.publication},
                     {"parties", l.parties},
                     {"names", l.names}});
  }
  json out;
  out["format_version"] = info.format_version;
  add_score_rules(out, info.score_version, info.score_tables_sha256, info.name_pack_sha256);
  out["engine_version"] = info.engine_version;
  out["content"] = info.content.to_string();
  out["bytes"] = info.bytes;
  out["rows"] = rows;
  out["distinct_ids"] = distinct_ids;
  out["parties"] = info.parties;
  out["names"] = info.names;
  out["tokens"] = info.tokens;
  out["duplicates"] = info.duplicates;
  out["publications"] = std::move(publications);
  out["lists"] = std::move(lists);
  out["incomplete"] = incomplete_notes(info);
  return out.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace tradewarden::audit
