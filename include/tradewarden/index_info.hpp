// What an index says of itself: where its parties came from, and how many of what it holds.
//
// Example:
//   for (const tradewarden::indexed_publication& p : idx.info().publications)
//     std::cout << p.name << ' ' << p.sha256.to_string() << '\n';
//
// Threads: plain values.
#ifndef TRADEWARDEN_INDEX_INFO_HPP
#define TRADEWARDEN_INDEX_INFO_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden {

/// Parties of one list within an index.
struct indexed_list {
  std::string list;                  ///< Code of list_info.hpp.
  std::uint32_t publication = 0;     ///< The publication that it came from.
  std::uint64_t parties = 0;
  std::uint64_t names = 0;
};

/// What is known of a publication inside an index (its parties are the index's).
struct indexed_publication {
  std::string format;
  std::string name;
  std::string path;
  std::optional<day> date;
  digest sha256;
  std::vector<publication_file> files;
  publication_counts counts;
  std::uint64_t warnings = 0;
  std::vector<older_publication> history;  ///< By date; what else the entries' history was made of.
};

struct index_info {
  std::uint32_t format_version = 0;
  std::int32_t score_version = 0;
  digest score_tables_sha256;            ///< Of that version (score_rules::tables_sha256).
  std::optional<digest> name_pack_sha256;  ///< Of the pack it was built with.
  std::string engine_version;  ///< Of the engine that built it.
  std::uint64_t parties = 0;
  std::uint64_t names = 0;
  std::uint64_t tokens = 0;      ///< Distinct.
  std::uint64_t duplicates = 0;  ///< Entries merged into a party of another publication.
  std::uint64_t bytes = 0;
  digest content;                ///< SHA-256 of the file behind its header: names the index in answers.
  std::vector<indexed_publication> publications;
  std::vector<indexed_list> lists;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_INDEX_INFO_HPP
