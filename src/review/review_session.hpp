// What a screening with a store goes by: the decisions of the store, and its audit trail, in which every
// answer is kept before anybody sees it.
//
// Example:
//   auto session = review::review_session::open("lists.store", store_access::create);
//   auto kept = session->screen(idx, query, options);   // heeds decisions, keeps the answer
//   if (kept) std::cout << kept->json << '\n';
//
// Threads: book() from any thread while nobody changes it; all else belongs to one thread.
#ifndef TRADEWARDEN_REVIEW_REVIEW_SESSION_HPP
#define TRADEWARDEN_REVIEW_REVIEW_SESSION_HPP

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/answer_record.hpp"
#include "tradewarden/batch_screening.hpp"

namespace tradewarden::review {

/// An answer that stands in the trail.
struct kept_answer {
  screening_answer answer;
  std::string json;  ///< to_json(answer)
  std::string id;    ///< answer_id
};

class review_session {
 public:
  /// Errors: those of audit_trail::open() and decision_book::read().
  [[nodiscard]] static result<review_session> open(const std::string& path, store_access access) {
    auto trail = audit_trail::open(path, access);
    if (!trail) return trail.error();
    auto book = decision_book::read(*trail);
    if (!book) return book.error();
    return review_session(std::move(*trail), std::move(*book));
  }

  [[nodiscard]] const decision_book& book() const noexcept { return book_; }
  [[nodiscard]] decision_book& book() noexcept { return book_; }
  [[nodiscard]] const audit_trail& trail() const noexcept { return trail_; }
  [[nodiscard]] audit_trail& trail() noexcept { return trail_; }

  /// Reads the decisions again: others may have changed them. Errors: those of decision_book::read().
  [[nodiscard]] result<void> refresh();
  /// Errors: io.
  [[nodiscard]] result<void> keep(std::span<const trail_entry> entries);
  /// Screens with the decisions of the customer query.id, and keeps the answer. What cannot be kept is
  /// not given out: io.
  [[nodiscard]] result<kept_answer> screen(const party_index& idx, const screening_query& query,
                                           const screening_options& options);
  /// The same of many, in their order, kept all or none.
  [[nodiscard]] result<std::vector<kept_answer>> screen(const party_index& idx,
                                                        std::span<const screening_query> queries,
                                                        screening_options options,
                                                        const batch_options& batch);

 private:
  review_session(audit_trail trail, decision_book book) : trail_(std::move(trail)), book_(std::move(book)) {}

  audit_trail trail_;
  decision_book book_;
};

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_REVIEW_SESSION_HPP
