// Any bytes through the reader of separated values: it ends, it counts lines, and
// both forms of a record say the same.
#include <algorithm>
#include <cstdlib>

#include "support/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  csv_options options;
  options.separator = ",;\t|"[data[0] & 3];
  options.lazy_quotes = (data[0] & 4) != 0;
  csv_reader in{text, options};
  csv_reader again{text, options};
  csv_record row;
  csv_views views;
  std::uint64_t last = 0;
  std::size_t bytes = 0;
  for (;;) {
    const auto more = in.next(row);
    const auto same = again.next(views);
    if (more.has_value() != same.has_value()) std::abort();
    if (!more || !*more) break;
    if (!*same || row.line != views.line || row.stray_quote != views.stray_quote ||
        row.ended != views.ended ||
        !std::equal(row.fields.begin(), row.fields.end(), views.fields.begin(),
                    views.fields.end())) {
      std::abort();
    }
    if (row.line <= last || row.fields.empty()) std::abort();
    last = row.line;
    for (const std::string& f : row.fields) bytes += f.size();
  }
  const auto lines = static_cast<std::uint64_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
  if (last > lines + 1 || bytes > size) std::abort();
  return 0;
}
