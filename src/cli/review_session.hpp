// What a screening with --store goes by: the decisions of the store, and its audit trail, in which every
// answer is kept before anybody sees it.
//
// Example:
//   auto session = review_session::open("lists.store");
//   screening_answer a = session->screen(idx, query, options);
//   auto kept = session->keep(one_entry);
//
// Threads: book() from any thread; keep() belongs to one thread.
#ifndef TRADEWARDEN_CLI_REVIEW_SESSION_HPP
#define TRADEWARDEN_CLI_REVIEW_SESSION_HPP

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "tradewarden/answer_record.hpp"

namespace tradewarden::cli {

class review_session {
 public:
  /// Makes the store if there is none.
  [[nodiscard]] static result<std::unique_ptr<review_session>> open(const std::string& path) {
    auto trail = audit_trail::open(path, store_access::create);
    if (!trail) return trail.error();
    auto book = decision_book::read(*trail);
    if (!book) return book.error();
    return std::unique_ptr<review_session>(new review_session(std::move(*trail), std::move(*book)));
  }

  [[nodiscard]] const decision_book& book() const noexcept { return book_; }
  [[nodiscard]] audit_trail& trail() noexcept { return trail_; }
  [[nodiscard]] result<void> keep(std::span<const trail_entry> entries) {
    if (entries.empty()) return {};
    auto kept = trail_.append(entries);
    if (!kept) return kept.error();
    return {};
  }

 private:
  review_session(audit_trail trail, decision_book book) : trail_(std::move(trail)), book_(std::move(book)) {}

  audit_trail trail_;
  decision_book book_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_REVIEW_SESSION_HPP
