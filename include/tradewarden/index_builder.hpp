// Builds an index party by party, so that a list need not be in memory whole.
//
// Example:
//   tradewarden::index_builder b;
//   for (const auto& party : parties) if (auto ok = b.add(party); !ok) return ok.error();
//   auto bytes = b.finish(publications, 0);
//
// Threads: a builder belongs to one thread.
#ifndef TRADEWARDEN_INDEX_BUILDER_HPP
#define TRADEWARDEN_INDEX_BUILDER_HPP

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "tradewarden/listed_party.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden {

class index_builder {
 public:
  /// The rules are those that the index will be searched by.
  explicit index_builder(score_rules rules = {});
  /// For rescreening, not part of the stable interface: the names of customers, in the roles that they have
  /// as queries of the party's schema.
  [[nodiscard]] static index_builder of_queries(score_rules rules);
  ~index_builder();
  index_builder(index_builder&&) noexcept;
  index_builder& operator=(index_builder&&) noexcept;

  /// Takes the next party; ids are given in this order, and equal scores are ranked by it. Its
  /// sources refer to the publications given to finish(). Errors: limit_exceeded (65,535 names of a
  /// party, 1,000,000,000 names or parties); after an error the builder is of no use.
  [[nodiscard]] result<void> add(const listed_party& party);

  /// The bytes of the index file; the builder is empty afterwards. `duplicates`: entries merged
  /// away before, for the record. Errors: empty_input if there is no party, limit_exceeded.
  [[nodiscard]] result<std::string> finish(std::span<const publication> publications,
                                           std::uint64_t duplicates);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_INDEX_BUILDER_HPP
