// Collects what a reader of one file finds: parties by key, counts, complaints.
//
// Example:
//   publication_builder out{file, source, "csl-csv", "Consolidated Screening List"};
//   out.row();
//   if (bad) out.reject(line, "name", "the name is empty");
//   else party = &out.party(list, id);
//   return out.finish();
//
// Threads: one builder belongs to one thread.
#ifndef TRADEWARDEN_LISTS_PUBLICATION_BUILDER_HPP
#define TRADEWARDEN_LISTS_PUBLICATION_BUILDER_HPP

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lists/complaints.hpp"
#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

class publication_builder {
 public:
  publication_builder(const input_file& file, const source_spec& source, std::string_view format,
                      std::string_view name);

  /// One more record of the main file.
  void row() { ++out_.counts.rows; }
  void reject(std::uint64_t line, std::string_view field, std::string message);
  void warn(std::uint64_t line, std::string_view field, std::string message);
  /// What the complaints that follow begin with ("record 7 (id x)"), for files without useful lines.
  void set_record(std::string record) { record_ = std::move(record); }
  /// An error of this file.
  [[nodiscard]] error fail(errc code, std::uint64_t line, std::string_view field,
                           std::string message) const;

  /// What complaints call the file.
  [[nodiscard]] const std::string& file() const noexcept { return file_; }

  /// The id as the file gives it, for counting distinct ones.
  void saw_id(std::string_view id) { ids_.emplace(id); }
  /// The party of that key and whether it is new; a party of an earlier row counts as joined.
  /// The reference holds until the next call.
  struct place {
    listed_party& party;
    bool is_new;
  };
  [[nodiscard]] place party(std::string_view list, std::string_view source_id);

  [[nodiscard]] publication& result_so_far() { return out_; }
  [[nodiscard]] std::uint64_t parties() const { return out_.parties.size(); }

  /// Puts each party's primary name in front (the first strong one in Latin letters if none is marked, and the
  /// others that are marked become a.k.a.), rejects parties without a name, counts names, puts each party's facts in their documented order, and warns of a party that no
  /// search can find and of a measure that begins more than a year after the publication. Error empty_input if there
  /// is no party at all.
  [[nodiscard]] result<publication> finish();

 private:
  [[nodiscard]] std::string in_record(std::string message) const {
    return record_.empty() ? message : record_ + ": " + message;
  }
  /// Parties of which no row gave a name become rejected rows.
  void reject_nameless();
  /// Warns of what would keep a party from being found, or found as listed.
  void check(const listed_party& party);

  publication out_;
  std::string file_;
  complaints complaints_;
  std::string record_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::vector<std::uint64_t> rows_of_;  ///< Parallel to the parties.
  std::unordered_set<std::string> ids_;
};

/// Adds a name unless it is empty or one of the same text is there (which keeps the stronger
/// kind: the first). Returns whether it was added.
bool add_name(listed_party& party, party_name name);

/// Adds a name as the list writes it and the names inside it (list_text.hpp): of "X (XYZ)" X as
/// `kind`, the others as a.k.a. Returns how many names besides that of `kind` were added.
std::size_t add_listed_name(listed_party& party, const std::string& listed, name_kind kind,
                            source_position at);

/// The error that a reader of one file gives for another file's name.
[[nodiscard]] error in_file(error e, std::string_view file);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_PUBLICATION_BUILDER_HPP
