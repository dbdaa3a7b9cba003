// A name pack of any bytes is read or refused with its line; what is read folds every name, and the
// same twice.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "names/fold.hpp"
#include "names/name_pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto pack = names::parse_name_pack(text, "pack.tsv", names::current_tables());
  if (!pack) {
    if (pack.error().message.empty() || pack.error().file != "pack.tsv") std::abort();
    return 0;
  }
  // The tables of the engine take long to build: the pack's stand for both.
  const names::table_sources sources = (*pack)->sources();
  const names::name_tables tables(std::span(&sources, 1));
  for (std::uint16_t f = 1; f < tables.family_count(); ++f) {
    for (const std::string_view member : tables.family_members(f)) {
      const auto& ids = tables.look_up(member).families;
      if (member.size() < 2 || std::find(ids.begin(), ids.end(), f) == ids.end()) std::abort();
    }
  }
  const auto folded = names::fold(text, tables);
  if (folded != names::fold(text, tables)) std::abort();
  for (const names::folded_token& t : folded) {
    if (t.text.empty() || t.text.size() > names::k_max_token_bytes) std::abort();
  }
  return 0;
}
