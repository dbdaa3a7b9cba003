// What every list reader promises for any bytes at all; shared by the readers' fuzz targets.
#ifndef TRADEWARDEN_TESTS_LIST_READER_FUZZ_HPP
#define TRADEWARDEN_TESTS_LIST_READER_FUZZ_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::fuzz {

/// Aborts where a promise is broken, so that the fuzzer keeps the input.
inline void require(bool promise) {
  if (!promise) std::abort();
}

inline void check_party(const listed_party& p) {
  require(!p.list.empty() && !p.source_id.empty());
  require(!p.names.empty() && p.names.front().kind == name_kind::primary);
  for (const party_name& n : p.names) require(!n.text.empty());
  require(!p.measures.empty() && !p.sources.empty());
  for (std::size_t i = 0; i < p.measures.size(); ++i) {
    const measure& m = p.measures[i];
    require(!m.from || !m.until || *m.from < *m.until);
    require(m.until.has_value() == (m.end != measure_end::none));
    require(i == 0 || !(m.from < p.measures[i - 1].from));
  }
  for (const std::string& c : p.countries) require(c.size() == 2);
  require(p.imo.empty() || p.imo.size() == 7);
}

using reader = result<publication> (*)(const lists::input_file&, const source_spec&,
                                       const read_limits&);

/// A list or an error; the counts of a list reconcile.
inline int check_outcome(const result<publication>& got) {
  if (!got) {
    require(!got.error().message.empty());
    return 0;
  }
  const publication& p = got.value();
  const publication_counts& c = p.counts;
  require(c.parties == p.parties.size() && c.parties > 0);
  require(c.rows == c.parties + c.joined + c.rejected);
  require(c.distinct_ids <= c.rows);
  std::uint64_t names = 0;
  for (const listed_party& party : p.parties) {
    check_party(party);
    names += party.names.size();
  }
  require(names == c.names);
  return 0;
}

inline int read_once(const std::uint8_t* data, std::size_t size, reader read,
                     bool (*looks_like)(std::string_view)) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)looks_like(bytes);
  const read_limits limits{.max_file_bytes = 1 << 20, .max_parties = 1000,
                           .max_field_bytes = 1 << 16};
  const auto file = lists::make_input_file("fuzz", std::string(bytes), limits);
  if (!file) return 0;
  return check_outcome(read(*file, {}, limits));
}

}  // namespace tradewarden::fuzz

#endif  // TRADEWARDEN_TESTS_LIST_READER_FUZZ_HPP
