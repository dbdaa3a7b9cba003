// What a mapping file says (mapped_csv.hpp).
//
// Example:
//   auto m = lists::read_mapping(file);
//   if (!m) return m.error();
//
// Threads: pure function.
#ifndef TRADEWARDEN_LISTS_MAPPING_HPP
#define TRADEWARDEN_LISTS_MAPPING_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lists/input_file.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::lists {

/// Where the values of a column go.
enum class mapped_field : std::uint8_t {
  ignore, id, name, last_name, given_name, alias, weak_alias, former_name, schema, country,
  nationality, citizenship, address, street, city, state, postal_code, birth_date, birth_place,
  gender, identifier, title, programme, listed, delisted, citation, remark, imo, call_sign, flag,
  url,
};

struct mapped_column {
  std::string name;
  mapped_field to = mapped_field::ignore;
  std::string split;  ///< What parts several values; empty if there is one.
  std::string type;   ///< Of an identifier; the column's name if it is not given.
};

enum class date_order : std::uint8_t { iso, day_first, month_first };

struct mapping {
  std::string file;
  std::string name;
  std::string list;  ///< "X-JP-METI"
  std::optional<std::uint64_t> entries;
  char separator = ',';
  std::uint64_t skip_lines = 0;
  std::optional<day> date;
  date_order dates = date_order::iso;
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::vector<mapped_column> columns;
};

/// Errors: bad_syntax (no JSON, unknown key), bad_value, missing_field.
[[nodiscard]] result<mapping> read_mapping(const input_file& file);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_MAPPING_HPP
