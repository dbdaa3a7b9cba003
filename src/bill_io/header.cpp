#include "bill_io/header.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "support/osa.hpp"

namespace tradewarden::bill_io {

std::string column_name(std::string_view title) {
  std::string out = ascii::lower(ascii::trim(title));
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

std::vector<std::size_t> match_columns(std::span<const std::string> names,
                                       std::span<const std::string_view> known,
                                       std::span<const bool> required, std::uint64_t line,
                                       table_sink& out) {
  std::vector<std::size_t> where(known.size(), k_no_column);
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at = std::find(known.begin(), known.end(), names[i]);
    if (at == known.end()) {
      if (!names[i].empty()) others.push_back(i);
      continue;
    }
    std::size_t& place = where[static_cast<std::size_t>(at - known.begin())];
    if (place == k_no_column) {
      place = i;
    } else {
      out.problem(errc::conflict, line, names[i], "this column stands twice in the header");
    }
  }
  // A misspelt column would be read as one that is not there, and its facts as unknown.
  std::string unused;
  for (const std::size_t i : others) {
    bool misspelt = false;
    for (std::size_t k = 0; k < known.size() && !misspelt; ++k) {
      if (where[k] != k_no_column || required[k]) continue;
      if (names[i].size() > 3 && support::osa_distance(names[i], known[k], 1) <= 1) {
        out.problem(errc::bad_value, line, names[i],
                    "no such column; if " + std::string(known[k]) + " is meant, name it so");
        misspelt = true;
      }
    }
    if (!misspelt) unused += (unused.empty() ? "" : ", ") + names[i];
  }
  for (std::size_t k = 0; k < known.size(); ++k) {
    if (where[k] == k_no_column && required[k]) {
      out.problem(errc::missing_field, line, std::string(known[k]),
                  "the header has no such column");
    }
  }
  if (!unused.empty()) out.note("columns that are not used: " + unused, line);
  return where;
}

}  // namespace tradewarden::bill_io
