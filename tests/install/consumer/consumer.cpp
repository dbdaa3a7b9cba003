// A user's program: exit status 0 if the library that it found answers. The answer needs most of
// what the library links: it reads the embedded list, builds an index and searches it.
#include <cstdio>

#include "tradewarden/tradewarden.hpp"

int main() {
  tradewarden::screening_query query;
  query.name = "ZTE Kangxun";
  tradewarden::screening_options options;
  options.as_of = tradewarden::day::parse("2018-05-01").value();
  const auto answer = tradewarden::screen(tradewarden::party_index::sample(), query, options);
  if (answer.hits.empty()) return 1;
  // Denied on that day: 83 FR 17644.
  if (answer.hits.front().status != tradewarden::party_status::denied) return 2;
  std::printf("tradewarden %s: %s\n", tradewarden::k_version.data(),
              answer.hits.front().matched_name.c_str());
  return 0;
}
