#include "origin/cycles.hpp"

namespace tradewarden::detail {

bool order_parts(bill_data& data) {
  const std::uint32_t n = data.part_count();
  std::vector<std::uint32_t> users(n);
  for (const std::uint32_t c : data.child) ++users[c];
  data.order.clear();
  data.order.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (users[i] == 0) data.order.push_back(i);
  }
  // A part follows when all parts that use it have been taken.
  for (std::size_t at = 0; at < data.order.size(); ++at) {
    const std::uint32_t p = data.order[at];
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      if (--users[data.child[l]] == 0) data.order.push_back(data.child[l]);
    }
  }
  return data.order.size() == n;
}

std::vector<cycle> find_cycles(const bill_data& data, std::size_t limit) {
  enum : std::uint8_t { fresh, open, done };
  std::vector<cycle> found;
  std::vector<std::uint8_t> state(data.part_count(), fresh);
  for (const std::uint32_t p : data.order) state[p] = done;
  struct step {
    std::uint32_t part;
    std::uint32_t line;  // the next one to follow
  };
  std::vector<step> way;
  for (std::uint32_t start = 0; start < data.part_count(); ++start) {
    if (state[start] != fresh) continue;
    way.push_back({start, data.line_first[start]});
    state[start] = open;
    while (!way.empty()) {
      step& top = way.back();
      if (top.line == data.line_first[top.part + 1]) {
        state[top.part] = done;
        way.pop_back();
        continue;
      }
      const std::uint32_t next = data.child[top.line++];
      if (state[next] == fresh) {
        state[next] = open;
        way.push_back({next, data.line_first[next]});
      } else if (state[next] == open) {
        if (found.size() == limit) return found;
        cycle c;
        std::size_t at = way.size();
        while (way[at - 1].part != next) --at;
        for (--at; at < way.size(); ++at) {
          c.parts.push_back(way[at].part);
          c.lines.push_back(way[at].line - 1);
        }
        found.push_back(std::move(c));
      }
    }
  }
  return found;
}

}  // namespace tradewarden::detail
