#include <algorithm>
#include <utility>

#include "ownership/graph_data.hpp"
#include "ownership/share_text.hpp"
#include "tradewarden/ownership_graph.hpp"

namespace tradewarden {
namespace detail {

std::uint32_t ownership_edges::owner_of(std::uint32_t at) const {
  const auto after = std::upper_bound(begin.begin(), begin.end(), at);
  return static_cast<std::uint32_t>(after - begin.begin() - 1);
}

const incoming_edges& ownership_edges::incoming() const {
  std::call_once(made_, [this] {
    incoming_edges& in = incoming_;
    in.begin.assign(begin.size(), 0);
    for (const packed_edge& e : edges) ++in.begin[e.other + 1];
    for (std::size_t i = 1; i < in.begin.size(); ++i) in.begin[i] += in.begin[i - 1];
    large_vector<std::uint32_t> next(in.begin.begin(), in.begin.end() - 1);
    in.edges.resize(edges.size());
    for (std::uint32_t owner = 0; owner < entity_count(); ++owner) {
      for (std::uint32_t at = this->begin[owner]; at < this->begin[owner + 1]; ++at) {
        in.edges[next[edges[at].other]++] = {owner, at};
      }
    }
  });
  return incoming_;
}

}  // namespace detail

std::string ownership_edge::share_text() const { return ownership::percent_text(low, high); }

std::string_view to_string(ownership_kind k) noexcept {
  switch (k) {
    case ownership_kind::votes: return "votes";
    case ownership_kind::control: return "control";
    case ownership_kind::board: return "board";
    default: return "capital";
  }
}

std::optional<ownership_kind> parse_ownership_kind(std::string_view text) noexcept {
  for (const ownership_kind k : {ownership_kind::capital, ownership_kind::votes,
                                 ownership_kind::control, ownership_kind::board}) {
    if (text == to_string(k)) return k;
  }
  return std::nullopt;
}

std::uint32_t ownership_graph::entity_count() const noexcept { return data_->edges->entity_count(); }
std::uint64_t ownership_graph::edge_count() const noexcept { return data_->edges->edges.size(); }

std::optional<entity_id> ownership_graph::find(std::string_view id) const {
  const std::uint32_t at = data_->edges->ids.find(id);
  if (at == text_ids::k_none) return std::nullopt;
  return entity_id{at};
}

std::string_view ownership_graph::id(entity_id e) const { return data_->edges->ids.text(e.value); }

std::string_view ownership_graph::name(entity_id e) const {
  const auto& facts = data_->edges->facts;
  return e.value < facts.size() ? std::string_view(facts[e.value].name) : std::string_view();
}

std::string_view ownership_graph::country(entity_id e) const {
  const auto& facts = data_->edges->facts;
  return e.value < facts.size() ? std::string_view(facts[e.value].country) : std::string_view();
}

ownership_edge ownership_graph::edge(std::uint64_t at) const {
  const detail::ownership_edges& all = *data_->edges;
  const detail::packed_edge& e = all.edges[at];
  const detail::edge_terms& terms = all.terms[e.terms];
  const detail::share_interval& share = all.shares[e.share];
  return {entity_id{all.owner_of(static_cast<std::uint32_t>(at))},
          entity_id{e.other},
          terms.kind,
          share.low,
          share.high,
          terms.from,
          terms.until,
          all.sources.text(e.source),
          e.line};
}

const std::vector<ownership_seed>& ownership_graph::seeds() const noexcept { return data_->seeds; }

const std::vector<ownership_file>& ownership_graph::files() const noexcept { return data_->files; }

ownership_graph ownership_graph::with_seeds(std::vector<ownership_seed> seeds) const {
  auto copy = std::make_shared<detail::ownership_data>();
  copy->edges = data_->edges;
  copy->files = data_->files;
  std::stable_sort(seeds.begin(), seeds.end(),
                   [](const ownership_seed& a, const ownership_seed& b) { return a.party < b.party; });
  copy->seeds = std::move(seeds);
  return ownership_graph(std::move(copy));
}

}  // namespace tradewarden
