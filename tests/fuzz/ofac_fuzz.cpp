// Any bytes as OFAC's four files, parted by 0x00: parties or an error, and counts that add up.
#include <algorithm>
#include <cstdlib>

#include "lists/ofac_csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const read_limits limits;
  const auto next = [&](const char* name) -> std::optional<lists::input_file> {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    auto file = lists::make_input_file(name, std::string(rest.substr(0, end)), limits);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!file) return {};
    return std::move(*file);
  };
  auto main = next("main.csv");
  if (!main) return 0;
  lists::ofac_files files;
  files.main = std::move(*main);
  files.alt = next("alt.csv");
  files.add = next("add.csv");
  files.comments = next("comments.csv");
  (void)lists::explain_ofac_part(files.main.bytes);
  (void)lists::looks_like_ofac_csv("main.csv", files.main.bytes);
  for (const lists::ofac_variant* variant : {&lists::k_ofac_sdn, &lists::k_ofac_cons}) {
    const auto p = lists::read_ofac_files(*variant, files, {}, limits);
    if (!p) continue;
    const publication_counts& n = p->counts;
    if (n.rows != n.parties + n.joined + n.rejected || p->parties.empty()) std::abort();
    for (const listed_party& party : p->parties) {
      if (party.names.empty() || party.measures.empty()) std::abort();
    }
  }
  return 0;
}
