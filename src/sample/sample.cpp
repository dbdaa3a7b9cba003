// The embedded list as an index, built in memory on first use.
#include <cstdio>
#include <cstdlib>

#include "lists/own_format.hpp"
#include "sample/sample_text.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/party_set.hpp"

namespace tradewarden {
namespace {

result<party_index> build_sample() {
  result<lists::input_file> file =
      lists::make_input_file("sample.jsonl", std::string(sample::text()), {});
  if (!file) return file.error();
  source_spec source;
  source.format = "tradewarden";
  source.path = "(embedded)";
  result<publication> list = lists::read_own_format(*file, source, {});
  if (!list) return list.error();
  std::vector<publication> all;
  all.push_back(std::move(*list));
  result<party_set> parties = merge_publications(std::move(all));
  if (!parties) return parties.error();
  result<std::string> bytes = build_index_bytes(*parties);
  if (!bytes) return bytes.error();
  return party_index::from_bytes(*bytes);
}

}  // namespace

const party_index& party_index::sample() {
  static const result<party_index> built = [] {
    result<party_index> b = build_sample();
    if (!b) {
      // The list is part of the program and is checked by its tests: this is a defect, not input.
      std::fprintf(stderr, "tradewarden: the embedded list is damaged: %s\n",
                   b.error().to_string().c_str());
      std::abort();
    }
    return b;
  }();
  return *built;
}

}  // namespace tradewarden
