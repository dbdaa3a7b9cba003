// Who owns how much of whom: parties, edges with dates and sources, and which parties are listed.
//
// Example:
//   auto read = tradewarden::read_ownership({"edges.csv", "parties.csv", "seeds.csv"});
//   for (const auto& p : read.problems) std::cerr << p.to_string() << '\n';
//   if (!read.graph) return;
//   auto answer = assess_ownership(*read.graph, {.regime = "us-ofac"});   // ownership.hpp
//
// Shares are whole numbers of 1/1,000,000,000 of a percent; nothing is rounded. A share that nobody
// knows is from 0 to 100.
//
// Threads: immutable; a copy is a reference to the same data. Views live as long as any copy does.
#ifndef TRADEWARDEN_OWNERSHIP_GRAPH_HPP
#define TRADEWARDEN_OWNERSHIP_GRAPH_HPP

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/ownership_regime.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

namespace detail {
struct ownership_data;
}

/// A party of one graph: its position in the order of first mention.
struct entity_id {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const entity_id&, const entity_id&) = default;
};

/// A share of 100 %, in 1/1,000,000,000 of a percent.
using percent_units = std::int64_t;
inline constexpr percent_units k_one_percent = 1'000'000'000;
inline constexpr percent_units k_whole = 100 * k_one_percent;

struct ownership_edge {
  entity_id owner;
  entity_id owned;
  ownership_kind kind = ownership_kind::capital;
  percent_units low = 0;   ///< Of control: 0 if it is not certain.
  percent_units high = 0;
  std::optional<day> from;   ///< First day; absent: always.
  std::optional<day> until;  ///< First day no longer.
  std::string_view source;
  std::uint32_t line = 0;  ///< In the file of edges.

  /// In percent: "50", "25..30", or "?" for 0 to 100.
  [[nodiscard]] std::string share_text() const;
};

/// A listed party among the owners, or a hit of a screening.
struct ownership_seed {
  entity_id party;
  std::string list;         ///< "US-SDN", or another code; may be empty.
  std::string requirement;  ///< Of a licence, in the words of the list.
  std::string footnotes;
  std::string citation;
};

/// What was read of one file: rows = used + repeated + rejected.
struct ownership_file {
  std::string file;
  digest content;
  std::string holds;  ///< "edges", "parties" or "seeds".
  std::uint64_t rows = 0;
  std::uint64_t used = 0;
  std::uint64_t repeated = 0;  ///< Edges that stand twice, word for word: counted once.
  std::uint64_t rejected = 0;
};

class ownership_graph {
 public:
  [[nodiscard]] std::uint32_t entity_count() const noexcept;
  [[nodiscard]] std::uint64_t edge_count() const noexcept;
  [[nodiscard]] std::optional<entity_id> find(std::string_view id) const;
  [[nodiscard]] std::string_view id(entity_id e) const;
  [[nodiscard]] std::string_view name(entity_id e) const;     ///< Empty: none is given.
  [[nodiscard]] std::string_view country(entity_id e) const;  ///< Alpha-2, or empty.
  /// By owner; those of one owner in the order of the file. `at` is below edge_count().
  [[nodiscard]] ownership_edge edge(std::uint64_t at) const;
  [[nodiscard]] const std::vector<ownership_seed>& seeds() const noexcept;
  /// What it was read from.
  [[nodiscard]] const std::vector<ownership_file>& files() const noexcept;
  /// The same edges with these seeds instead.
  [[nodiscard]] ownership_graph with_seeds(std::vector<ownership_seed> seeds) const;

  explicit ownership_graph(std::shared_ptr<const detail::ownership_data> d) : data_(std::move(d)) {}
  [[nodiscard]] const detail::ownership_data& data() const noexcept { return *data_; }

 private:
  std::shared_ptr<const detail::ownership_data> data_;
};

/// Paths of CSV files; parties and seeds may be empty.
struct ownership_sources {
  std::string edges;
  std::string parties{};
  std::string seeds{};
};

struct ownership_reading {
  std::optional<ownership_graph> graph;  ///< Nothing if there is a problem.
  std::vector<error> problems;           ///< With file, line and field; the first 1,000.
  std::uint64_t more_problems = 0;
  std::vector<std::string> notes;
  std::vector<ownership_file> files;
};

/// Columns: docs/ownership.md. All problems of all files are told; with any of them there is no graph.
[[nodiscard]] ownership_reading read_ownership(const ownership_sources& sources);

/// A file in memory.
struct ownership_text {
  std::string holds;  ///< "edges", "parties" or "seeds"; anything else is an error.
  std::string name;   ///< In messages.
  std::string bytes;
};
[[nodiscard]] ownership_reading read_ownership_texts(const std::vector<ownership_text>& texts);

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_GRAPH_HPP
