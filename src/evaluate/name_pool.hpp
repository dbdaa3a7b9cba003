// The names of an index as material for variants: words in the order given name first, and who bears
// them.
//
// Threads: built by one thread, then read only.
#ifndef TRADEWARDEN_EVALUATE_NAME_POOL_HPP
#define TRADEWARDEN_EVALUATE_NAME_POOL_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/hash_map.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::evaluating {

/// A listed name, cut into words.
struct listed_name {
  std::uint32_t party = 0;
  tradewarden::schema schema = tradewarden::schema::unknown;
  bool alias = false;
  bool writes_cyrillic = false;     ///< A country of the party does.
  std::vector<std::string> words;   ///< "LAST, First" is turned.
  std::size_t family_words = 0;     ///< At the end, as the comma told; 0 if there was none.
  std::string text;                 ///< The words with blanks between them.

  [[nodiscard]] bool is_person() const { return schema == tradewarden::schema::person; }
  [[nodiscard]] bool is_organisation() const {
    return schema == tradewarden::schema::company || schema == tradewarden::schema::organization ||
           schema == tradewarden::schema::entity;
  }
};

class name_pool {
 public:
  explicit name_pool(const party_index& idx);

  [[nodiscard]] std::uint64_t size() const { return places_.size(); }
  /// Read anew from the index: a pool keeps places, not texts.
  [[nodiscard]] listed_name at(std::uint64_t i) const;
  /// Ids of the parties that bear `name`, as a file of truth writes them.
  [[nodiscard]] std::vector<std::string> bearers(std::string_view name) const;
  /// As a file of truth names the party: its list's id, with the list in front where lists share it.
  [[nodiscard]] std::string id_of(std::uint32_t party) const;
  [[nodiscard]] bool is_listed(std::string_view name) const;
  [[nodiscard]] std::uint64_t weak_left_out() const { return weak_; }
  [[nodiscard]] std::uint64_t ended_left_out() const { return ended_; }

 private:
  struct place {
    std::uint32_t party = 0;
    std::uint32_t name = 0;
  };
  struct borne {
    std::uint64_t key = 0;  ///< Hash of the folded name.
    std::uint32_t party = 0;
  };
  const party_index& idx_;
  std::vector<place> places_;
  std::vector<borne> borne_;  // sorted
  string_map<std::uint32_t> ids_;  // how many parties have it
  std::uint64_t weak_ = 0;
  std::uint64_t ended_ = 0;
};

/// The words of a name, and how many at the end are those of the family.
[[nodiscard]] listed_name words_of(std::string_view text, tradewarden::schema s);
[[nodiscard]] std::string join_words(const std::vector<std::string>& words);

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_NAME_POOL_HPP
