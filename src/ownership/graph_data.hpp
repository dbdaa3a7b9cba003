// How a graph of owners lies in memory: 20 bytes an edge, beside the texts.
//
//   edges   [owner 0: e e e][owner 1: e] ...      begin_[owner] is where they start
//   in      [owned 0: positions of edges] ...      made when first asked for
//   share   number of a distinct interval; terms: of a distinct kind and pair of dates
//
// Threads: immutable after build(); `incoming` is made once, under its own lock.
#ifndef TRADEWARDEN_OWNERSHIP_GRAPH_DATA_HPP
#define TRADEWARDEN_OWNERSHIP_GRAPH_DATA_HPP

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "support/large_vector.hpp"
#include "support/text_ids.hpp"
#include "tradewarden/ownership_graph.hpp"

namespace tradewarden::detail {

struct packed_edge {
  std::uint32_t other = 0;  ///< The owned party; while reading, edges keep their owners apart.
  std::uint32_t share = 0;
  std::uint32_t terms = 0;
  std::uint32_t source = 0;
  std::uint32_t line = 0;
};

struct share_interval {
  percent_units low = 0;
  percent_units high = 0;
};

struct edge_terms {
  ownership_kind kind = ownership_kind::capital;
  std::optional<day> from;
  std::optional<day> until;
  [[nodiscard]] bool in_force(day on) const noexcept {
    return (!from || *from <= on) && (!until || on < *until);
  }
};

struct party_facts {
  std::string name;
  std::string schema;
  std::string country;
};

/// An edge into a party: who owns, and where it stands among the edges.
struct incoming_edge {
  std::uint32_t owner = 0;
  std::uint32_t at = 0;
};

/// The edges into each party, by owner.
struct incoming_edges {
  large_vector<std::uint32_t> begin;
  large_vector<incoming_edge> edges;
  [[nodiscard]] std::span<const incoming_edge> of(std::uint32_t owned) const {
    return std::span(edges).subspan(begin[owned], begin[owned + 1] - begin[owned]);
  }
};

/// What seeds do not change, shared by graphs that differ in seeds.
struct ownership_edges {
  text_ids ids;
  large_vector<std::uint32_t> begin;  ///< One more than there are parties.
  large_vector<packed_edge> edges;
  large_vector<share_interval> shares;
  std::vector<edge_terms> terms;
  text_ids sources;
  std::vector<party_facts> facts;  ///< By party; empty if no file of parties was read.

  [[nodiscard]] std::uint32_t entity_count() const {
    return static_cast<std::uint32_t>(begin.size() - 1);
  }
  /// The owner of the edge at a position.
  [[nodiscard]] std::uint32_t owner_of(std::uint32_t at) const;
  [[nodiscard]] const incoming_edges& incoming() const;

 private:
  mutable std::once_flag made_;
  mutable incoming_edges incoming_;
};

struct ownership_data {
  std::shared_ptr<const ownership_edges> edges;
  std::vector<ownership_seed> seeds;  ///< By party, then as given.
  std::vector<ownership_file> files;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_OWNERSHIP_GRAPH_DATA_HPP
