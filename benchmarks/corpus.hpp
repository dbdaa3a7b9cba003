// The names and queries that are measured, and a set of parties made of them.
//
//   names.tsv    id<TAB>schema<TAB>name            each row a party of a list of one's own
//   queries.tsv  qid<TAB>schema<TAB>query<TAB>id   '-' instead of an id: not a member
//
// Example:
//   auto names = read_names("names.tsv");
//   party_set set = make_parties(*names);
//
// Threads: plain values.
#ifndef TRADEWARDEN_BENCHMARKS_CORPUS_HPP
#define TRADEWARDEN_BENCHMARKS_CORPUS_HPP

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "tradewarden/digest.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::bench {

struct named_row {
  std::string id;
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::string name;
};

struct query_row {
  std::string id;
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::string text;
  std::string member;  ///< Id of the name that it was made from; empty: not a member.
};

[[nodiscard]] result<std::vector<named_row>> read_names(const std::string& path);
[[nodiscard]] result<std::vector<query_row>> read_queries(const std::string& path);
[[nodiscard]] result<void> write_queries(const std::string& path, std::span<const query_row> queries);
[[nodiscard]] result<digest> hash_file(const std::string& path);

/// Parties of the list X-BENCH, sorted as merge_publications() sorts them.
[[nodiscard]] party_set make_parties(std::span<const named_row> names);

/// `count` queries made of `names`, half of them members with 0 to 3 edits and sometimes two tokens
/// swapped, half composed of the tokens of two names. The same names give the same queries.
[[nodiscard]] std::vector<query_row> make_queries(std::span<const named_row> names,
                                                  std::size_t count);

/// `count` of the queries, taken evenly; all of them for 0.
[[nodiscard]] std::vector<query_row> every_nth(std::vector<query_row> queries, std::size_t count);

/// `count` names one by one: those given first, then names of which one word is another's.
void grow(std::span<const named_row> names, std::size_t count,
          const std::function<void(const named_row&)>& take);

/// The publication that these names come from.
[[nodiscard]] publication benchmark_publication();

/// A party of the list X-BENCH with this one name.
[[nodiscard]] listed_party party_of(const named_row& row);

/// What every command asks: threshold .80, top 10, on a fixed day. The schema is the row's.
[[nodiscard]] screening_query query_of(const query_row& row);
[[nodiscard]] screening_options options_of(std::int32_t threshold_units, std::uint32_t limit);

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_CORPUS_HPP
