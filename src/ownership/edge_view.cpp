#include "ownership/edge_view.hpp"

#include <algorithm>

namespace tradewarden::ownership {
namespace {

constexpr std::uint32_t k_by_change = text_ids::k_none;  // in the place of a source

}  // namespace

ownership_edge edge_view::shown(const held_edge& h) const {
  const detail::edge_terms& t = terms(h.edge);
  const detail::share_interval& s = share(h.edge);
  const bool changed = h.edge.source == k_by_change;
  return {entity_id{h.owner}, entity_id{h.edge.other}, t.kind, s.low, s.high, t.from, t.until,
          changed ? std::string_view("change") : base_->sources.text(h.edge.source), h.edge.line};
}

void edge_view::set(std::uint32_t owner, std::uint32_t owned, ownership_kind kind,
                    const detail::share_interval& share) {
  if (const auto [row, fresh] = out_.try_emplace(owner); fresh) {
    const auto& all = base_->edges;
    row->second.assign(all.begin() + base_->begin[owner], all.begin() + base_->begin[owner + 1]);
  }
  if (const auto [row, fresh] = in_.try_emplace(owned); fresh) {
    for (const detail::incoming_edge& i : base_->incoming().of(owned)) {
      row->second.push_back({i.owner, base_->edges[i.at]});
    }
  }
  auto& out = out_.find(owner)->second;
  auto& in = in_.find(owned)->second;
  std::erase_if(out, [&](const detail::packed_edge& e) { return e.other == owned && terms(e).kind == kind; });
  std::erase_if(in, [&](const held_edge& h) { return h.owner == owner && terms(h.edge).kind == kind; });
  if (share.high == 0) return;
  std::size_t at = base_->terms.size();
  const auto always = [&](const detail::edge_terms& t) { return t.kind == kind && !t.from && !t.until; };
  const auto known = std::find_if(terms_.begin(), terms_.end(), always);
  at += static_cast<std::size_t>(known - terms_.begin());
  if (known == terms_.end()) terms_.push_back({kind, {}, {}});
  shares_.push_back(share);
  const detail::packed_edge made{owned, static_cast<std::uint32_t>(base_->shares.size() + shares_.size() - 1),
                                 static_cast<std::uint32_t>(at), k_by_change, 0};
  out.push_back(made);
  const auto behind = std::upper_bound(in.begin(), in.end(), owner,
                                       [](std::uint32_t o, const held_edge& h) { return o < h.owner; });
  in.insert(behind, {owner, made});
}

}  // namespace tradewarden::ownership
