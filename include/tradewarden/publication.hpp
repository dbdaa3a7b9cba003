// What a publisher puts out at one time, as read from its files: parties, counts and complaints.
//
// Example:
//   auto spec = tradewarden::source_spec::parse("ofac-csv:lists/ofac@2025-12-24").value();
//   auto pub = tradewarden::read_publication(spec);
//   if (!pub) std::cerr << pub.error().to_string();
//
// Threads: read_publication may run on several threads at once.
#ifndef TRADEWARDEN_PUBLICATION_HPP
#define TRADEWARDEN_PUBLICATION_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

/// Where to read from: `[FORMAT:]PATH[@YYYY-MM-DD]`.
struct source_spec {
  std::string format;       ///< One of known_formats(), or empty: detected from the content.
  std::string path;         ///< A file, or a folder for formats of several files.
  std::optional<day> date;  ///< The publication's date; never a file's modification time.

  /// Error usage for an empty path, bad_value for a date that is none. A prefix counts as a
  /// format only if known_formats() has it.
  [[nodiscard]] static result<source_spec> parse(std::string_view text);
};

/// The formats that a source may name ("ofac-csv", "eu-xml", ...); docs/cli.md says what they are.
[[nodiscard]] std::span<const std::string_view> known_formats() noexcept;

/// A complaint about one place of a file. A rejected record is not in the result; a warning is.
struct diagnostic {
  enum class level : std::uint8_t { warning, rejected };
  level severity = level::warning;
  std::string file;  ///< The path as the user gave it; within a folder, that and the file's name.
  std::uint64_t line = 0;
  std::string field;
  std::string message;
  [[nodiscard]] std::string to_string() const;  ///< "file:line: field: message"
};

struct publication_file {
  std::string name;  ///< File name without its folder.
  digest sha256;
  std::uint64_t bytes = 0;
};

/// Rows are records of the main file; rows = parties + joined + rejected. A list of several files
/// reconciles its others too: records of the alias, address and comment files = records whose facts
/// were used + side_rejected (`aliases` and `addresses` count both).
struct publication_counts {
  std::uint64_t rows = 0;          ///< Records in the main file (header excluded).
  std::uint64_t distinct_ids = 0;  ///< Different party ids (or keys) among them.
  std::uint64_t parties = 0;
  std::uint64_t names = 0;
  std::uint64_t weak_names = 0;
  std::uint64_t aliases = 0;       ///< Records of the alias file, or alias names in the record.
  std::uint64_t addresses = 0;     ///< Records of the address file, or addresses in the record.
  std::uint64_t joined = 0;        ///< Rows that added to a party of an earlier row.
  std::uint64_t rejected = 0;      ///< Rows that could not be read; each has a diagnostic.
  /// Records of the alias, address and comment files that could not be used; each has a diagnostic.
  std::uint64_t side_rejected = 0;
};

/// An older state of a publication, whose entries a history holds.
struct older_publication {
  day date;
  digest sha256;
  std::uint64_t parties = 0;
  bool partial = false;  ///< Without its alias file: it tells who was listed, less by which names.
  friend bool operator==(const older_publication&, const older_publication&) = default;
};

struct publication {
  std::string format;        ///< "ofac-csv", ...
  std::string name;          ///< "OFAC SDN list", "Consolidated Screening List", ...
  std::string path;          ///< As named by the user.
  std::optional<day> date;   ///< Unknown if neither named nor in the file.
  digest sha256;             ///< Of the one file, or of the files' digests in order.
  std::vector<publication_file> files;
  publication_counts counts;
  std::vector<diagnostic> diagnostics;
  std::vector<listed_party> parties;
  std::vector<older_publication> history;  ///< By date; empty unless read from a store's history.
};

/// Limits that keep a hostile file from exhausting the machine.
struct read_limits {
  std::uint64_t max_file_bytes = std::uint64_t{2} << 30;
  std::uint64_t max_parties = 20'000'000;
  std::uint64_t max_field_bytes = 4 << 20;
};

/// Reads one publication. Single broken records are reported in `diagnostics` and counted;
/// an empty, truncated or binary file, or one without the required columns, is an error.
[[nodiscard]] result<publication> read_publication(const source_spec& source,
                                                   const read_limits& limits = {});

}  // namespace tradewarden

#endif  // TRADEWARDEN_PUBLICATION_HPP
