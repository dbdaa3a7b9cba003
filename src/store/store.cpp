#include "tradewarden/store.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <new>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "lists/format_table.hpp"
#include "lists/mapped_csv.hpp"
#include "store/database.hpp"
#include "store/dated_changes.hpp"
#include "store/guards.hpp"
#include "store/packed_bytes.hpp"
#include "store/schema.hpp"
#include "store/snapshot_files.hpp"
#include "store/trail_writer.hpp"
#include "store/utc_now.hpp"
#include "support/ascii.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden {

using store::database;
using store::statement;

struct list_store::state {
  database db;
};

namespace {

std::int64_t stored(std::uint64_t n) { return static_cast<std::int64_t>(n); }
std::uint64_t loaded(std::int64_t n) { return n < 0 ? 0 : static_cast<std::uint64_t>(n); }

constexpr std::uint64_t publication_counts::*k_counts[] = {
    &publication_counts::rows, &publication_counts::distinct_ids, &publication_counts::parties,
    &publication_counts::names, &publication_counts::weak_names, &publication_counts::aliases,
    &publication_counts::addresses, &publication_counts::joined, &publication_counts::rejected,
    &publication_counts::side_rejected};

// The columns of a snapshot, in the order in which load() takes them.
constexpr std::string_view k_snapshot_columns =
    "SELECT s.id, s.digest, s.publication, s.format, s.published, s.imported, s.source, s.is_folder, s.reader, "
    "e.state, e.reason, s.warnings, s.rows, s.distinct_ids, s.parties, s.names, s.weak_names, s.aliases, "
    "s.addresses, s.joined, s.rejected, s.side_rejected FROM snapshot s JOIN snapshot_event e ON e.id = "
    "(SELECT max(id) FROM snapshot_event WHERE snapshot = s.id) ";

snapshot_info load(const statement& row) {
  snapshot_info out;
  out.id = loaded(row.number(0));
  out.sha256 = row.sha256(1);
  out.publication = row.text(2);
  out.format = row.text(3);
  out.published = day::from_days(static_cast<std::int32_t>(row.number(4)));
  out.imported = row.text(5);
  out.source = row.text(6);
  out.is_folder = row.number(7) != 0;
  out.reader = row.text(8);
  out.state = row.text(9) == "good" ? snapshot_state::good : snapshot_state::quarantined;
  out.reason = row.text(10);
  out.warnings = loaded(row.number(11));
  int column = 12;
  for (const auto count : k_counts) out.counts.*count = loaded(row.number(column++));
  return out;
}

result<void> add_details(const database& db, snapshot_info& s) {
  auto files = db.prepare("SELECT f.name, f.digest, b.bytes FROM snapshot_file f JOIN file b USING (digest) "
                          "WHERE f.snapshot = ? ORDER BY f.position");
  if (!files) return files.error();
  files->bind(1, stored(s.id));
  while (files->step()) s.files.push_back({files->text(0), files->sha256(1), loaded(files->number(2))});
  if (const auto e = files->failed()) return *e;
  auto lists = db.prepare("SELECT list, parties FROM snapshot_list WHERE snapshot = ? ORDER BY list");
  if (!lists) return lists.error();
  lists->bind(1, stored(s.id));
  while (lists->step()) s.lists.push_back({lists->text(0), loaded(lists->number(1))});
  if (const auto e = lists->failed()) return *e;
  return {};
}

result<std::vector<snapshot_info>> load_all(const database& db, const std::string& where,
                                            const std::optional<std::uint64_t>& id = {}) {
  auto rows = db.prepare(std::string(k_snapshot_columns) + where + " ORDER BY s.publication, s.published, s.id");
  if (!rows) return rows.error();
  if (id) rows->bind(1, stored(*id));
  std::vector<snapshot_info> out;
  while (rows->step()) out.push_back(load(*rows));
  if (const auto e = rows->failed()) return *e;
  for (snapshot_info& s : out) {
    if (auto done = add_details(db, s); !done) return done.error();
  }
  return out;
}

result<snapshot_info> load_one(const database& db, std::uint64_t id) {
  auto all = load_all(db, "WHERE s.id = ?", id);
  if (!all) return all.error();
  if (all->empty()) {
    return error{errc::not_found, "the store has no snapshot " + std::to_string(id), db.path(), 0, {}};
  }
  return std::move(all->front());
}

result<void> add_event(const database& db, std::uint64_t snapshot, snapshot_state state,
                       std::string_view reason, std::string_view who) {
  auto insert = db.prepare("INSERT INTO snapshot_event (snapshot, at, state, reason, who) VALUES (?, ?, ?, ?, ?)");
  if (!insert) return insert.error();
  insert->bind(1, stored(snapshot)).bind(2, store::utc_now()).bind(3, to_string(state)).bind(4, reason).bind(5, who);
  return insert->run();
}

/// With a record in the audit trail: who lets a list serve, or keeps it from that, and why.
result<void> judge(const database& db, const snapshot_info& s, snapshot_state state, std::string_view reason, std::string_view who) {
  auto writing = store::transaction::begin(db);
  if (!writing) return writing.error();
  if (auto done = add_event(db, s.id, state, reason, who); !done) return done.error();
  const nlohmann::ordered_json body = {{"snapshot", s.id}, {"sha256", s.sha256.to_string()}, {"publication", s.publication},
                                       {"published", s.published.to_string()}, {"state", to_string(state)},
                                       {"reason", reason}, {"who", who}};
  const trail_entry record[] = {{"snapshot", std::to_string(s.id),
                                 body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)}};
  if (auto kept = store::append_to_trail(db, record); !kept) return kept.error();
  return writing->commit();
}

struct packed_file {
  store::kept_file file;
  std::string packed;
};

/// Rows of the snapshot itself; gives it its id.
result<void> insert(const database& db, snapshot_info& s, const std::vector<packed_file>& files) {
  auto row = db.prepare("INSERT INTO snapshot (digest, publication, format, published, imported, source, is_folder, "
                        "reader, warnings, rows, distinct_ids, parties, names, weak_names, aliases, addresses, "
                        "joined, rejected, side_rejected) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  if (!row) return row.error();
  row->bind(1, s.sha256).bind(2, s.publication).bind(3, s.format).bind(4, std::int64_t{s.published.days()})
      .bind(5, s.imported).bind(6, s.source).bind(7, std::int64_t{s.is_folder}).bind(8, s.reader)
      .bind(9, stored(s.warnings));
  int at = 10;
  for (const auto count : k_counts) row->bind(at++, stored(s.counts.*count));
  if (auto done = row->run(); !done) return done.error();
  s.id = loaded(db.last_id());
  auto bytes = db.prepare("INSERT INTO file (digest, bytes, stored) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  if (!bytes) return bytes.error();
  auto place = db.prepare("INSERT INTO snapshot_file (snapshot, position, name, digest) VALUES (?, ?, ?, ?)");
  if (!place) return place.error();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const store::kept_file& f = files[i].file;
    bytes->bind(1, f.sha256).bind(2, stored(f.bytes.size())).bind_blob(3, files[i].packed);
    if (auto done = bytes->run(); !done) return done.error();
    place->bind(1, stored(s.id)).bind(2, stored(i)).bind(3, f.name).bind(4, f.sha256);
    if (auto done = place->run(); !done) return done.error();
  }
  return {};
}

/// What is derived from the parties: how many of each list, and the days that lie ahead.
result<void> insert_facts(const database& db, const snapshot_info& s, const publication& read) {
  auto lists = db.prepare("INSERT INTO snapshot_list (snapshot, list, parties) VALUES (?, ?, ?)");
  if (!lists) return lists.error();
  for (const snapshot_list& l : s.lists) {
    lists->bind(1, stored(s.id)).bind(2, l.list).bind(3, stored(l.parties));
    if (auto done = lists->run(); !done) return done.error();
  }
  auto dates = db.prepare("INSERT INTO snapshot_date (snapshot, day, kind, list, party, name) VALUES (?, ?, ?, ?, ?, ?)");
  if (!dates) return dates.error();
  for (const dated_change& c : store::dated_changes(read, s.published)) {
    dates->bind(1, stored(s.id)).bind(2, std::int64_t{c.on.days()}).bind(3, c.kind).bind(4, c.list)
        .bind(5, c.source_id).bind(6, c.name);
    if (auto done = dates->run(); !done) return done.error();
  }
  return {};
}

/// The same files under the same day, whatever became of them.
result<std::optional<snapshot_info>> same_in_store(const database& db, const snapshot_info& s) {
  auto row = db.prepare("SELECT id FROM snapshot WHERE digest = ? AND published = ? ORDER BY id DESC LIMIT 1");
  if (!row) return row.error();
  row->bind(1, s.sha256).bind(2, std::int64_t{s.published.days()});
  if (!row->step()) {
    if (const auto e = row->failed()) return *e;
    return std::optional<snapshot_info>();
  }
  auto found = load_one(db, loaded(row->number(0)));
  if (!found) return found.error();
  return std::optional(std::move(*found));
}

/// The newest good one of an earlier day, or of the same day.
result<std::optional<snapshot_info>> good_before(const database& db, const snapshot_info& s) {
  auto all = load_all(db, "WHERE e.state = 'good'");
  if (!all) return all.error();
  std::optional<snapshot_info> out;
  for (snapshot_info& o : *all) {
    if (o.publication == s.publication && o.published <= s.published) out = std::move(o);
  }
  return out;
}

/// Whether files that cannot be read are worth keeping: what a publisher may have put out.
bool may_be_kept(const error& e) {
  switch (e.code) {
    case errc::empty_input:
    case errc::truncated:
    case errc::not_text:
    case errc::unknown_format:
    case errc::bad_syntax:
    case errc::missing_field:
      return true;
    default: return false;
  }
}

error no_date(const source_spec& source) {
  return error{errc::usage, "the day of publication is needed: --published YYYY-MM-DD, or @YYYY-MM-DD behind the path; "
                            "a file's own time tells nothing", source.path, 0, {}};
}

/// Time zones are a day apart at most.
std::optional<error> from_the_future(const snapshot_info& s, const import_options& options) {
  const day today = options.today.value_or(day::today_utc());
  if (options.allow_future || s.published.days() <= today.days() + 1) return std::nullopt;
  return error{errc::bad_value, "published on " + s.published.to_string() + ", and today is " + today.to_string() +
                   ": until that day it would serve in the place of later ones; --allow-future takes it nevertheless",
               s.source, 0, "published"};
}

/// Two mappings that give different lists one publication's name: each would take the other's place.
std::optional<error> other_lists(const snapshot_info& s, const std::optional<snapshot_info>& before) {
  if (s.format != "mapped-csv" || !before || before->format != s.format || before->lists.empty()) return std::nullopt;
  for (const snapshot_list& l : s.lists) {
    if (std::any_of(before->lists.begin(), before->lists.end(), [&](const snapshot_list& b) { return b.list == l.list; })) return std::nullopt;
  }
  return error{errc::conflict, "the publication '" + s.publication + "' is in the store as the list " + before->lists.front().list +
                   " (snapshot " + std::to_string(before->id) + "), and would not be used any more: give this mapping another name",
               s.source, 0, "name"};
}

bool is_hex(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return ascii::is_digit(c) || (c >= 'a' && c <= 'f'); });
}

result<std::string> bytes_of(const database& db, const publication_file& f) {
  auto row = db.prepare("SELECT bytes, stored FROM file WHERE digest = ?");
  if (!row) return row.error();
  row->bind(1, f.sha256);
  if (!row->step()) {
    return row->failed().value_or(error{errc::bad_index, "the store has lost the bytes of a file", f.name, 0, {}});
  }
  auto bytes = store::unpack(row->blob(1), loaded(row->number(0)));
  if (!bytes || sha256(*bytes) != f.sha256) {
    return error{errc::bad_index, "the bytes in the store are not those of the digest " + f.sha256.to_string() +
                     ": the store is damaged, restore a backup", f.name, 0, {}};
  }
  return std::move(*bytes);
}

/// Of a mapping and its table it is the mapping that is read: told by its content, whatever it was called.
result<std::string> main_file(const database& db, const snapshot_info& s) {
  for (const publication_file& f : s.files) {
    if (s.format != "mapped-csv" || s.files.size() == 1) break;
    auto bytes = bytes_of(db, f);
    if (!bytes) return bytes.error();
    if (lists::looks_like_mapping(std::string_view(*bytes).substr(0, lists::k_probe_bytes))) return f.name;
  }
  return s.files.front().name;
}

/// A name that stays in its folder.
bool plain_name(const std::string& name) {
  return !name.empty() && name != "." && name != ".." && name.find_first_of("/\\") == std::string::npos &&
         name.find('\0') == std::string::npos;
}

}  // namespace

std::string_view to_string(snapshot_state s) noexcept {
  return s == snapshot_state::good ? "good" : "quarantined";
}

list_store::list_store(std::unique_ptr<state> s) : state_(std::move(s)) {}
list_store::~list_store() = default;
list_store::list_store(list_store&&) noexcept = default;
list_store& list_store::operator=(list_store&&) noexcept = default;

const std::string& list_store::path() const& noexcept { return state_->db.path(); }

result<list_store> list_store::open(const std::string& path, store_access access) {
  auto db = store::open_database(path, access);
  if (!db) return db.error();
  return list_store(std::make_unique<state>(state{std::move(*db)}));
}

result<import_outcome> list_store::import(const source_spec& source, const import_options& options) {
  const database& db = state_->db;
  source_spec spec = source;
  if (!spec.date) spec.date = options.published;
  if (options.published && spec.date != options.published) {
    return error{errc::conflict, "two days of publication are named", source.path, 0, {}};
  }
  auto read = read_publication(spec, options.limits);
  import_outcome out;
  snapshot_info& s = out.snapshot;
  std::string reason;
  std::vector<store::kept_file> files;
  if (read) {
    if (!read->date) return no_date(source);
    auto kept = store::files_of(source, *read, options.limits);
    if (!kept) return kept.error();
    files = std::move(*kept);
    s.sha256 = read->sha256;
    s.publication = read->name;
    s.format = read->format;
    s.published = *read->date;
    s.counts = read->counts;
    std::map<std::string, std::uint64_t> lists;
    for (const listed_party& p : read->parties) ++lists[p.list];
    for (const auto& [list, parties] : lists) s.lists.push_back({list, parties});
    for (const diagnostic& d : read->diagnostics) s.warnings += d.severity == diagnostic::level::warning ? 1 : 0;
    out.diagnostics = read->diagnostics;
    const lists::format_entry* format = lists::find_format(s.format);
    std::error_code none;
    s.is_folder = format != nullptr && !format->folder_files.empty() &&
                  std::filesystem::is_directory(source.path, none);
  } else {
    if (!may_be_kept(read.error())) return read.error();
    if (!spec.date) return no_date(source);
    auto kept = store::files_at(source.path, options.limits);
    if (!kept) return kept.error().code == errc::limit_exceeded ? read.error() : kept.error();
    if (kept->empty()) return read.error();
    files = std::move(*kept);
    s.sha256 = store::digest_of(files);
    s.format = spec.format;
    s.published = *spec.date;
    std::error_code none;
    s.is_folder = std::filesystem::is_directory(source.path, none);
    error why = read.error();
    // What is kept names the place that the files came from, not where they lay for a moment.
    if (!options.source.empty() && why.file.starts_with(source.path)) why.file = options.source + why.file.substr(source.path.size());
    reason = "cannot be read: " + why.to_string();
  }
  if (options.require_digest && *options.require_digest != s.sha256) {
    return error{errc::conflict, "the digest is " + s.sha256.to_string() + ", not " + options.require_digest->to_string() +
                     " as required: nothing was imported", source.path, 0, {}};
  }
  s.source = options.source.empty() ? source.path : options.source;
  if (auto e = from_the_future(s, options)) return *e;
  s.reader = k_version;
  s.imported = store::utc_now();
  std::vector<packed_file> packed;
  try {
    for (store::kept_file& f : files) {
      std::string small = store::pack(f.bytes);
      packed.push_back({std::move(f), std::move(small)});
    }
  } catch (const std::bad_alloc&) {
    return error{errc::limit_exceeded, "the files do not fit into memory", source.path, 0, {}};
  }

  auto writing = store::transaction::begin(db);
  if (!writing) return writing.error();
  auto same = same_in_store(db, s);
  if (!same) return same.error();
  if (*same) {
    out.snapshot = std::move(**same);
    out.already_there = true;
    return out;
  }
  if (read) {
    auto before = good_before(db, s);
    if (!before) return before.error();
    if (auto e = other_lists(s, *before)) return *e;
    reason = store::suspicion(*read, *before, options.guards);
  }
  s.state = reason.empty() ? snapshot_state::good : snapshot_state::quarantined;
  s.reason = reason;
  if (auto done = insert(db, s, packed); !done) return done.error();
  if (read) {
    if (auto done = insert_facts(db, s, *read); !done) return done.error();
  }
  if (auto done = add_event(db, s.id, s.state, reason, "import"); !done) return done.error();
  if (auto done = writing->commit(); !done) return done.error();
  for (const packed_file& f : packed) s.files.push_back({f.file.name, f.file.sha256, f.file.bytes.size()});
  return out;
}

result<std::vector<snapshot_info>> list_store::snapshots() const { return load_all(state_->db, {}); }

result<snapshot_info> list_store::find(std::string_view reference) const {
  const auto fail = [&](errc code, const std::string& what) {
    return error{code, what + " '" + std::string(reference.substr(0, 100)) + "'", path(), 0, {}};
  };
  auto all = snapshots();
  if (!all) return all.error();
  std::vector<const snapshot_info*> found;
  const bool number = !reference.empty() && reference.size() < 18 &&
                      std::all_of(reference.begin(), reference.end(), [](char c) { return ascii::is_digit(c); });
  const std::size_t at = reference.rfind('@');
  for (const snapshot_info& s : *all) {
    const bool by_date = at != std::string_view::npos && reference.substr(at + 1) == s.published.to_string() &&
                         (reference.substr(0, at) == s.format || reference.substr(0, at) == s.publication);
    const bool by_digest = reference.size() >= 6 && is_hex(reference) && s.sha256.to_string().starts_with(reference);
    if (number && std::to_string(s.id) == reference) return s;
    if (by_date || by_digest) found.push_back(&s);
  }
  if (found.empty()) return fail(errc::not_found, "no snapshot is called");
  // One that was released or corrected counts before one in quarantine.
  std::vector<const snapshot_info*> good;
  std::copy_if(found.begin(), found.end(), std::back_inserter(good),
               [](const snapshot_info* s) { return s->state == snapshot_state::good; });
  const auto& among = good.empty() ? found : good;
  if (among.size() > 1) return fail(errc::conflict, std::to_string(among.size()) + " snapshots are called");
  return *among.front();
}

result<std::vector<snapshot_info>> list_store::newest(const std::optional<day>& as_of) const {
  auto all = load_all(state_->db, "WHERE e.state = 'good'");
  if (!all) return all.error();
  std::vector<snapshot_info> out;
  for (snapshot_info& s : *all) {
    if (as_of && *as_of < s.published) continue;
    // In the order of publication, day and id: the last one of a publication counts.
    if (!out.empty() && out.back().publication == s.publication) out.pop_back();
    out.push_back(std::move(s));
  }
  return out;
}

result<void> list_store::extract(const snapshot_info& snapshot, const std::string& folder) const {
  std::error_code ec;
  std::filesystem::create_directories(folder, ec);
  if (ec) return error{errc::not_found, "the folder cannot be made: " + ec.message(), folder, 0, {}};
  for (const publication_file& f : snapshot.files) {
    if (!plain_name(f.name)) return error{errc::bad_index, "a file of the snapshot has no name that can be written", path(), 0, {}};
    auto bytes = bytes_of(state_->db, f);
    if (!bytes) return bytes.error();
    if (auto done = store::write_file(folder + "/" + f.name, *bytes); !done) return done.error();
  }
  return {};
}

result<publication> list_store::read(const snapshot_info& snapshot, const read_limits& limits) const {
  auto folder = store::temporary_folder::make();
  if (!folder) return folder.error();
  if (auto done = extract(snapshot, folder->path()); !done) return done.error();
  if (snapshot.files.empty()) return error{errc::bad_index, "the snapshot has no files", path(), 0, {}};
  source_spec spec;
  spec.format = snapshot.format;
  spec.path = folder->path();
  if (!snapshot.is_folder) {
    auto main = main_file(state_->db, snapshot);
    if (!main) return main.error();
    spec.path += "/" + *main;
  }
  spec.date = snapshot.published;
  // Complaints name the place that the files came from, not where they lay for a moment.
  const auto rename = [&](std::string& file) {
    if (file.starts_with(spec.path)) file = snapshot.source + file.substr(spec.path.size());
  };
  auto out = read_publication(spec, limits);
  if (!out) {
    error e = out.error();
    rename(e.file);
    return e;
  }
  for (diagnostic& d : out->diagnostics) rename(d.file);
  out->path = snapshot.source;
  return out;
}

result<void> list_store::release(std::uint64_t id, std::string_view reason, std::string_view who) {
  if (reason.empty()) return error{errc::usage, "a snapshot is released for a reason, which is kept", {}, 0, {}};
  auto s = load_one(state_->db, id);
  if (!s) return s.error();
  if (s->state == snapshot_state::good) {
    return error{errc::conflict, "snapshot " + std::to_string(id) + " is not in quarantine", path(), 0, {}};
  }
  auto read_again = read(*s);
  if (!read_again) return read_again.error();
  if (s->publication.empty() || s->publication != read_again->name) {
    return error{errc::conflict, "snapshot " + std::to_string(id) + " could not be read when it was imported, and can be now: "
                     "import it again from its files (`lists show --extract`)", path(), 0, {}};
  }
  return judge(state_->db, *s, snapshot_state::good, reason, who);
}

result<void> list_store::quarantine(std::uint64_t id, std::string_view reason, std::string_view who) {
  if (reason.empty()) return error{errc::usage, "a snapshot is put into quarantine for a reason, which is kept", {}, 0, {}};
  auto s = load_one(state_->db, id);
  if (!s) return s.error();
  if (s->state == snapshot_state::quarantined) {
    return error{errc::conflict, "snapshot " + std::to_string(id) + " is in quarantine already", path(), 0, {}};
  }
  return judge(state_->db, *s, snapshot_state::quarantined, reason, who);
}

result<std::vector<error>> list_store::verify() const {
  const database& db = state_->db;
  std::vector<error> out;
  const auto wrong = [&](std::string what) { out.push_back({errc::bad_index, std::move(what), path(), 0, {}}); };
  for (const char* check : {"PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"}) {
    auto rows = db.prepare(check);
    if (!rows) return rows.error();
    while (rows->step()) {
      if (rows->text(0) != "ok") wrong("the database is damaged: " + rows->text(0));
    }
    if (const auto e = rows->failed()) out.push_back(*e);
  }
  std::vector<publication_file> files;
  {
    auto rows = db.prepare("SELECT digest FROM file ORDER BY digest");
    if (!rows) return rows.error();
    while (rows->step()) files.push_back({rows->sha256(0).to_string(), rows->sha256(0), 0});
    if (const auto e = rows->failed()) out.push_back(*e);
  }
  for (const publication_file& f : files) {
    if (auto bytes = bytes_of(db, f); !bytes) out.push_back(bytes.error());
  }
  auto all = snapshots();
  if (!all) {
    out.push_back(all.error());
    return out;
  }
  for (const snapshot_info& s : *all) {
    std::vector<store::kept_file> named;
    for (const publication_file& f : s.files) named.push_back({f.name, f.sha256, {}});
    if (named.empty() || store::digest_of(named) != s.sha256) {
      wrong("the files of snapshot " + std::to_string(s.id) + " are not those of its digest");
    }
  }
  return out;
}

result<void> list_store::backup(const std::string& to) const {
  std::error_code none;
  if (std::filesystem::equivalent(to, path(), none)) {
    return error{errc::usage, "the backup would take the place of the store", to, 0, {}};
  }
  if (std::filesystem::exists(to, none) && !std::filesystem::is_regular_file(to, none)) {
    return error{errc::usage, "a backup is a file; this is a folder or a device", to, 0, {}};
  }
  for (const char* beside : {"", "-wal", "-shm", "-journal"}) {
    if (std::filesystem::exists(to + beside, none)) {
      return error{errc::usage, "it is there already: a backup takes the place of no file", to + beside, 0, {}};
    }
  }
  return state_->db.copy_to(to);
}

result<std::vector<dated_change>> list_store::next_dates(day after, std::size_t most) const {
  auto newest_ones = newest();
  if (!newest_ones) return newest_ones.error();
  std::vector<dated_change> out;
  for (const snapshot_info& s : *newest_ones) {
    auto rows = state_->db.prepare("SELECT day, kind, list, party, name FROM snapshot_date WHERE snapshot = ? AND day > ? "
                                   "ORDER BY day, list, party, kind LIMIT ?");
    if (!rows) return rows.error();
    rows->bind(1, stored(s.id)).bind(2, std::int64_t{after.days()}).bind(3, stored(most));
    while (rows->step()) {
      out.push_back({day::from_days(static_cast<std::int32_t>(rows->number(0))), rows->text(1), rows->text(2),
                     rows->text(3), rows->text(4), s.id});
    }
    if (const auto e = rows->failed()) return *e;
  }
  std::stable_sort(out.begin(), out.end(), [](const dated_change& a, const dated_change& b) { return a.on < b.on; });
  if (out.size() > most) out.resize(most);
  return out;
}

result<std::optional<download_mark>> list_store::download(std::string_view url) const {
  auto row = state_->db.prepare("SELECT url, etag, last_modified, at, snapshot FROM download WHERE url = ?");
  if (!row) return row.error();
  row->bind(1, url);
  if (!row->step()) {
    if (const auto e = row->failed()) return *e;
    return std::optional<download_mark>();
  }
  return std::optional(download_mark{row->text(0), row->text(1), row->text(2), row->text(3), loaded(row->number(4))});
}

result<void> list_store::remember(const download_mark& mark) {
  auto row = state_->db.prepare("INSERT INTO download (url, etag, last_modified, at, snapshot) VALUES (?, ?, ?, ?, ?) "
                                "ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, "
                                "at = excluded.at, snapshot = excluded.snapshot");
  if (!row) return row.error();
  row->bind(1, mark.url).bind(2, mark.etag).bind(3, mark.last_modified).bind(4, store::utc_now());
  if (mark.snapshot == 0) {
    row->bind_null(5);
  } else {
    row->bind(5, stored(mark.snapshot));
  }
  return row->run();
}

}  // namespace tradewarden
