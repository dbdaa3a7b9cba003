#include "store/dated_changes.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace tradewarden::store {
namespace {

std::string what(measure_kind k) {
  switch (k) {
    case measure_kind::listing: return "listing";
    case measure_kind::denial: return "denial";
    case measure_kind::suspended_order: return "suspended order";
  }
  return "measure";
}

}  // namespace

std::vector<dated_change> dated_changes(const publication& read, day published) {
  std::vector<dated_change> out;
  for (const listed_party& p : read.parties) {
    const auto add = [&](day on, std::string kind) {
      if (!(published < on)) return;
      out.push_back({on, std::move(kind), p.list, p.source_id, p.names.empty() ? std::string() : p.names.front().text, 0});
    };
    for (const measure& m : p.measures) {
      if (m.from) add(*m.from, what(m.kind) + " begins");
      if (m.until) add(*m.until, what(m.kind) + " ends");
    }
    for (const overlay& o : p.overlays) {
      std::string kind = o.kind;
      std::replace(kind.begin(), kind.end(), '_', ' ');
      if (o.from) add(*o.from, kind + " begins");
      if (o.until) add(*o.until, kind + " ends");
    }
  }
  std::sort(out.begin(), out.end(), [](const dated_change& a, const dated_change& b) {
    return std::tie(a.on, a.list, a.source_id, a.kind) < std::tie(b.on, b.list, b.source_id, b.kind);
  });
  return out;
}

}  // namespace tradewarden::store
