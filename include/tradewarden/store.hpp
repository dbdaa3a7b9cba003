// A store of list snapshots: every publication as it was, under its date, in one file.
//
// Example:
//   auto store = tradewarden::list_store::open("lists.store", tradewarden::store_access::create);
//   tradewarden::import_options options;
//   options.published = tradewarden::day::parse("2025-12-24").value();
//   auto done = store->import({"", "lists/ofac", {}}, options);
//   if (!done) std::cerr << done.error().to_string();
//
// The bytes of the files are kept, compressed and named by their SHA-256, and read again whenever an
// index is built: a better reader makes the history better. Nothing is overwritten. A snapshot that
// looks wrong is kept too, but quarantined: the last good one keeps serving.
//
// Threads: a store belongs to one thread at a time; several stores, in any processes, may have one file
// open at once.
#ifndef TRADEWARDEN_STORE_HPP
#define TRADEWARDEN_STORE_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

enum class store_access : std::uint8_t {
  read = 0,
  write = 1,   ///< The store must exist.
  create = 2,  ///< It is made if it does not.
};

enum class snapshot_state : std::uint8_t {
  good = 0,
  quarantined = 1,  ///< Kept, and used for nothing until it is released.
};
[[nodiscard]] std::string_view to_string(snapshot_state s) noexcept;

/// How many parties of a list a snapshot holds.
struct snapshot_list {
  std::string list;  ///< Code of list_info.hpp.
  std::uint64_t parties = 0;
  friend bool operator==(const snapshot_list&, const snapshot_list&) = default;
};

/// One publication as of one day.
struct snapshot_info {
  std::uint64_t id = 0;     ///< In the store; never used twice.
  digest sha256;            ///< As publication::sha256.
  std::string publication;  ///< As publication::name; empty if the files could not be read.
  std::string format;
  day published;
  std::string imported;     ///< UTC, "2026-08-01T06:30:00Z".
  std::string source;       ///< The path or address that it came from.
  std::string reader;       ///< The engine's version that took the counts.
  snapshot_state state = snapshot_state::good;
  std::string reason;       ///< Why it is quarantined, or was released; else empty.
  bool is_folder = false;   ///< The source was a folder of several files.
  std::vector<publication_file> files;
  std::vector<snapshot_list> lists;
  publication_counts counts;
  std::uint64_t warnings = 0;
};

/// When a new snapshot is not believed.
struct import_guards {
  /// Quarantined if parties or names are fewer than those of the snapshot before it by more than this
  /// share. In units of 1/10,000: 1,000 is a tenth.
  std::uint32_t most_shrink = 1'000;
  /// Quarantined if more of its rows than this share, and more than ten, could not be read.
  std::uint32_t most_rejected = 100;
};

struct import_options {
  std::optional<day> published;           ///< If the source names none, and the file has none.
  std::optional<digest> require_digest;   ///< Of the snapshot; another is an error and is not kept.
  import_guards guards;
  std::string source;                     ///< What to call the source, if not its path.
  /// A day of publication beyond tomorrow is an error, as such a snapshot would serve until that day and
  /// keep later ones from being used, unless it is meant so. `today`: if not today in UTC.
  bool allow_future = false;
  std::optional<day> today;
  read_limits limits;
};

struct import_outcome {
  snapshot_info snapshot;
  bool already_there = false;             ///< The same files of the same day were in the store.
  std::vector<diagnostic> diagnostics;
};

/// A day on which something known of a party changes by itself.
struct dated_change {
  day on;                 ///< The first day of the new state.
  std::string kind;       ///< "denial ends", "listing ends", "licence ends" ...
  std::string list;
  std::string source_id;
  std::string name;
  std::uint64_t snapshot = 0;
};

/// What became of a download, so that an unchanged file is not fetched again.
struct download_mark {
  std::string url;
  std::string etag;
  std::string last_modified;
  std::string at;         ///< UTC, when it was last asked for.
  std::uint64_t snapshot = 0;  ///< What it gave; 0 if nothing yet.
};

class list_store {
 public:
  /// Errors: not_found, io, unknown_format (no store), old_version (of a newer engine).
  [[nodiscard]] static result<list_store> open(const std::string& path, store_access access);
  ~list_store();
  list_store(list_store&&) noexcept;
  list_store& operator=(list_store&&) noexcept;

  /// Reads the source and keeps it, all or nothing: a process that is killed leaves the store as it
  /// was. What cannot be read, has shrunk or does not add up is kept in quarantine, and the outcome
  /// says so. Errors: not_found, io, usage (no date of publication), conflict (another digest than
  /// required), limit_exceeded.
  [[nodiscard]] result<import_outcome> import(const source_spec& source, const import_options& options);

  /// By publication, day and id.
  [[nodiscard]] result<std::vector<snapshot_info>> snapshots() const;
  /// One by its id ("12"), the first digits of its digest (6 or more), or FORMAT@DATE. Errors:
  /// not_found, conflict (several).
  [[nodiscard]] result<snapshot_info> find(std::string_view reference) const;
  /// The newest good snapshot of each publication, of `as_of` or before it if a day is given.
  [[nodiscard]] result<std::vector<snapshot_info>> newest(const std::optional<day>& as_of = {}) const;

  /// Parsed again from the bytes kept, whose digests are checked. Errors: those of read_publication(),
  /// bad_index (bytes that are not those of their digest).
  [[nodiscard]] result<publication> read(const snapshot_info& snapshot,
                                         const read_limits& limits = {}) const;
  /// Writes the original files into a folder, which is made.
  [[nodiscard]] result<void> extract(const snapshot_info& snapshot, const std::string& folder) const;

  /// Takes a snapshot out of quarantine, or puts it there, for a reason that is kept. A snapshot that
  /// cannot be read is not released. Errors: usage (no reason), conflict (it is so already), those of
  /// read().
  [[nodiscard]] result<void> release(std::uint64_t id, std::string_view reason, std::string_view who);
  [[nodiscard]] result<void> quarantine(std::uint64_t id, std::string_view reason, std::string_view who);

  /// Everything that is wrong: pages, references, and every file's bytes against their digest. Empty if
  /// all is well.
  [[nodiscard]] result<std::vector<error>> verify() const;
  /// One consistent file, whatever is written meanwhile; an older file of the name is replaced.
  [[nodiscard]] result<void> backup(const std::string& to) const;

  /// Ends of denial orders, listings and licences after `day`, of the newest good snapshots; at most
  /// `most`, the earliest first.
  [[nodiscard]] result<std::vector<dated_change>> next_dates(day after, std::size_t most) const;

  [[nodiscard]] result<std::optional<download_mark>> download(std::string_view url) const;
  [[nodiscard]] result<void> remember(const download_mark& mark);

  [[nodiscard]] const std::string& path() const& noexcept;
  const std::string& path() && = delete;  // would dangle

 private:
  struct state;
  explicit list_store(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

struct stored_parties_options {
  bool history = false;          ///< All good snapshots, not only the newest.
  std::optional<day> as_of;      ///< Nothing published after this day.
  /// Ids of snapshots: these alone, also those that are no longer good. Empty: all that are good.
  std::vector<std::uint64_t> snapshots;
  read_limits limits;
};

/// The parties of the newest good snapshot of each publication; with `history`, of all of them: an entry
/// that did not change is one party with the days on which it was seen (listed_party::seen), a changed
/// one holds its earlier states. Errors: empty_input if there is no good snapshot, and those of read()
/// and merge_publications().
[[nodiscard]] result<party_set> stored_parties(const list_store& store,
                                               const stored_parties_options& options = {});

}  // namespace tradewarden

#endif  // TRADEWARDEN_STORE_HPP
