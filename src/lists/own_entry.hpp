// One entry (one line) of the project's own list format -> a listed party.
//
// Threads: one reader belongs to one thread.
#ifndef TRADEWARDEN_LISTS_OWN_ENTRY_HPP
#define TRADEWARDEN_LISTS_OWN_ENTRY_HPP

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

/// Why an entry is rejected, or what is odd about it.
struct entry_complaint {
  std::string field;  ///< "measures[1].until"; empty for the entry as a whole.
  std::string message;
};

class own_entry_reader {
 public:
  /// True if `to` now holds the entry; otherwise problem() says why not.
  [[nodiscard]] bool read(simdjson::dom::element line, std::uint64_t line_number,
                          listed_party& to);
  [[nodiscard]] const entry_complaint& problem() const { return problem_; }
  [[nodiscard]] const std::vector<entry_complaint>& warnings() const { return warnings_; }

 private:
  using element = simdjson::dom::element;
  using object = simdjson::dom::object;
  using array = simdjson::dom::array;

  bool fail(std::string field, std::string message);
  bool read_key(std::string_view key, element value, listed_party& to);
  bool check(listed_party& to);

  bool text(std::string_view field, element value, std::string& to, bool may_be_empty = true);
  bool date(const std::string& field, element value, std::optional<day>& to);
  bool flag(const std::string& field, element value, bool& to);
  bool partial(const std::string& field, element value, std::string& to);
  bool country(const std::string& field, element value, std::string& to);
  bool texts(std::string_view field, element value, std::vector<std::string>& to);
  bool countries(std::string_view field, element value, std::vector<std::string>& to);
  bool items(std::string_view field, element value, array& to);
  bool no_repeats(const std::string& field, object value);

  bool names(element value, listed_party& to);
  bool name(const std::string& field, element value, party_name& to, bool& kind_given);
  bool addresses(element value, listed_party& to);
  bool birth_dates(element value, listed_party& to);
  bool identifiers(element value, listed_party& to);
  bool measures(element value, listed_party& to);
  bool overlays(element value, listed_party& to);
  bool linked(element value, listed_party& to);
  bool check_interval(const std::string& field, std::optional<day> from, std::optional<day> until);
  bool check_measures(listed_party& to);

  source_position at_;
  std::string url_;
  entry_complaint problem_;
  std::vector<entry_complaint> warnings_;
};

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OWN_ENTRY_HPP
