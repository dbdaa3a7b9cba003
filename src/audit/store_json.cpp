#include "audit/store_json.hpp"

#include <utility>

#include "tradewarden/version.hpp"

namespace tradewarden::audit {
namespace {

json head(const char* kind) {
  json out;
  out["kind"] = kind;
  out["engine_version"] = k_version;
  return out;
}

std::string printed(const json& j) { return j.dump(2, ' ', false, json::error_handler_t::replace); }

json counts_json(const publication_counts& c) {
  return {{"rows", c.rows}, {"distinct_ids", c.distinct_ids}, {"parties", c.parties}, {"names", c.names},
          {"weak_names", c.weak_names}, {"aliases", c.aliases}, {"addresses", c.addresses}, {"joined", c.joined},
          {"rejected", c.rejected}, {"side_rejected", c.side_rejected}};
}

}  // namespace

diff_side side_of(const publication& p, const std::optional<std::uint64_t>& snapshot) {
  return {p.name, p.date, p.sha256, snapshot, p.parties.size()};
}

json snapshot_json(const snapshot_info& s) {
  json out;
  out["snapshot"] = s.id;
  out["publication"] = s.publication.empty() ? json(nullptr) : json(s.publication);
  out["format"] = s.format.empty() ? json(nullptr) : json(s.format);
  out["published"] = s.published.to_string();
  out["imported"] = s.imported;
  out["state"] = to_string(s.state);
  out["reason"] = s.reason.empty() ? json(nullptr) : json(s.reason);
  out["source"] = s.source;
  out["sha256"] = s.sha256.to_string();
  out["reader"] = s.reader;
  out["counts"] = counts_json(s.counts);
  out["warnings"] = s.warnings;
  json lists = json::array();
  for (const snapshot_list& l : s.lists) lists.push_back({{"list", l.list}, {"parties", l.parties}});
  out["lists"] = std::move(lists);
  json files = json::array();
  for (const publication_file& f : s.files) {
    files.push_back({{"name", f.name}, {"sha256", f.sha256.to_string()}, {"bytes", f.bytes}});
  }
  out["files"] = std::move(files);
  return out;
}

std::string snapshots_json(const std::vector<snapshot_info>& all) {
  json out = head("snapshots");
  json list = json::array();
  for (const snapshot_info& s : all) list.push_back(snapshot_json(s));
  out["snapshots"] = std::move(list);
  return printed(out);
}

std::string status_json(const store_status& status) {
  json out = head("status");
  out["on"] = status.on.to_string();
  out["max_age_days"] = status.max_age ? json(*status.max_age) : json(nullptr);
  json publications = json::array();
  bool stale = false;
  for (const publication_status& p : status.publications) {
    json one = snapshot_json(p.serving);
    one["age_days"] = p.age_days;
    one["stale"] = p.stale;
    stale = stale || p.stale;
    publications.push_back(std::move(one));
  }
  out["stale"] = stale;
  out["publications"] = std::move(publications);
  json quarantined = json::array();
  for (const snapshot_info& s : status.quarantined) quarantined.push_back(snapshot_json(s));
  out["quarantined"] = std::move(quarantined);
  json dates = json::array();
  for (const dated_change& c : status.next_dates) {
    dates.push_back({{"on", c.on.to_string()},
                     {"kind", c.kind},
                     {"list", c.list},
                     {"source_id", c.source_id},
                     {"name", c.name},
                     {"snapshot", c.snapshot == 0 ? json(nullptr) : json(c.snapshot)}});
  }
  out["next_dates"] = std::move(dates);
  return printed(out);
}

std::string diff_json(const list_diff& diff, const diff_side& before, const diff_side& after) {
  json out = head("diff");
  const auto side = [](const diff_side& s) {
    return json{{"publication", s.publication},
                {"published", date_or_null(s.published)},
                {"sha256", s.sha256.to_string()},
                {"snapshot", s.snapshot ? json(*s.snapshot) : json(nullptr)},
                {"parties", s.parties}};
  };
  out["before"] = side(before);
  out["after"] = side(after);
  out["counts"] = {{"added", diff.added}, {"removed", diff.removed}, {"changed", diff.changed},
                   {"unchanged", diff.unchanged}, {"names_added", diff.names_added}};
  json entries = json::array();
  for (const entry_change& c : diff.entries) {
    json fields = json::array();
    for (const field_change& f : c.fields) {
      fields.push_back({{"field", f.field}, {"removed", f.removed}, {"added", f.added}});
    }
    entries.push_back({{"change", to_string(c.kind)},
                       {"list", c.list},
                       {"source_id", c.source_id},
                       {"name", c.name},
                       {"fields", std::move(fields)},
                       {"names_added", c.names_added}});
  }
  out["entries"] = std::move(entries);
  return printed(out);
}

result<std::string> diff_of(const list_store& store, const snapshot_info& before, const snapshot_info& after) {
  const auto a = store.read(before);
  if (!a) return a.error();
  const auto b = store.read(after);
  if (!b) return b.error();
  return diff_json(compare_lists(a->parties, b->parties), side_of(*a, before.id), side_of(*b, after.id));
}

std::string imports_json(const std::vector<import_outcome>& all) {
  json out = head("imports");
  json list = json::array();
  for (const import_outcome& o : all) {
    json one = snapshot_json(o.snapshot);
    one["already_there"] = o.already_there;
    list.push_back(std::move(one));
  }
  out["imports"] = std::move(list);
  return printed(out);
}

}  // namespace tradewarden::audit
