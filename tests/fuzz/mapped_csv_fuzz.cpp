// Any mapping and any table, parted by an empty line: a list or an error, and its counts always reconcile.
#include <cstddef>
#include <cstdint>

#include "fuzz/list_reader_fuzz.hpp"
#include "lists/mapped_csv.hpp"

namespace {

tradewarden::result<tradewarden::publication> read_both(
    const tradewarden::lists::input_file& both, const tradewarden::source_spec& source,
    const tradewarden::read_limits& limits) {
  const std::size_t gap = both.bytes.find("\n\n");
  if (gap == std::string::npos) {
    return tradewarden::error{tradewarden::errc::usage, "no empty line", {}, 0, {}};
  }
  const auto mapping =
      tradewarden::lists::make_input_file("mapping", both.bytes.substr(0, gap), limits);
  if (!mapping) return mapping.error();
  const auto table =
      tradewarden::lists::make_input_file("table", both.bytes.substr(gap + 2), limits);
  if (!table) return table.error();
  return tradewarden::lists::read_mapped_csv(*mapping, *table, source, limits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return tradewarden::fuzz::read_once(data, size, read_both, tradewarden::lists::looks_like_mapping);
}
