// One query a line in, one line of id:score out: beside any engine that speaks the same.
#include <iostream>
#include <optional>
#include <string>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"

namespace tradewarden::bench {

int fail(const error& e) {
  std::cerr << "tradewarden-bench: " << e.to_string() << '\n';
  return 1;
}

result<party_index> open_or_build(const request& r) {
  if (!r.index.empty()) return party_index::open(r.index);
  const auto names = read_names(r.names);
  if (!names) return names.error();
  const auto bytes = build_index_bytes(make_parties(*names));
  if (!bytes) return bytes.error();
  return party_index::from_bytes(*bytes);
}

int serve(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  const auto idx = open_or_build(r);
  if (!idx) return fail(idx.error());
  const screening_options options = options_of(threshold->units(), r.limit);
  screening_query q;
  for (std::string out; std::getline(std::cin, q.name); out.clear()) {
    for (const screening_hit& h : screen(*idx, q, options).hits) {
      out += (out.empty() ? "" : "\t") + h.party.source_id + ':' + h.score.to_string();
    }
    std::cout << out << std::endl;
  }
  return 0;
}

}  // namespace tradewarden::bench
