// What stands behind the opaque handles of tradewarden.h.
//
// Threads: as the handles: immutable once made, but for tw_live.
#ifndef TRADEWARDEN_CAPI_HANDLES_HPP
#define TRADEWARDEN_CAPI_HANDLES_HPP

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capi/handle.hpp"
#include "tradewarden/bill.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/rule_book.hpp"
#include "tradewarden/score_rules.hpp"
#include "tradewarden/screening.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden::capi {

/// An index, and the digests of it as text, which answers show.
struct index_state {
  explicit index_state(party_index idx);

  party_index index;
  std::string content;
  std::vector<std::string> publication_digests;
  std::vector<std::vector<std::string>> file_digests;
};
using shared_index = std::shared_ptr<const index_state>;

/// A decision as it stands, with its digests as text.
struct told_decision {
  told_decision(decision d, decision_state s);

  decision content;
  decision_state state;
  std::string customer_digest;
  std::string entry_digest;
};

struct told_problem {
  std::int32_t severity = TW_SEVERITY_NOTE;
  tw_status status = TW_OK;
  std::uint64_t line = 0;
  std::string file;
  std::string field;
  std::string message;
};

}  // namespace tradewarden::capi

struct tw_text : tradewarden::capi::tagged<1> {
  std::string content;
};

struct tw_problems : tradewarden::capi::tagged<2> {
  std::vector<tradewarden::capi::told_problem> rows;
  std::uint64_t more = 0;
};

struct tw_index : tradewarden::capi::tagged<3> {
  tradewarden::capi::shared_index state;
};

/// Its own, or a hit's of an answer: then `own` is empty and freeing does nothing.
struct tw_party : tradewarden::capi::tagged<4> {
  const tradewarden::listed_party* seen = nullptr;
  std::shared_ptr<const tradewarden::listed_party> own;
};

/// Its own, or a hit's of an answer, as above.
struct tw_comparison : tradewarden::capi::tagged<5> {
  struct owned {
    std::string query;
    std::string listed;
    tradewarden::comparison content;
    tradewarden::score_rules rules;
    std::vector<tradewarden::counterfactual> what_if;
  };
  const tradewarden::comparison* seen = nullptr;
  std::string_view query;
  std::string_view listed;
  tradewarden::schema schema = tradewarden::schema::unknown;
  const tradewarden::score_rules* rules = nullptr;  ///< By which it was scored.
  tradewarden::score threshold = tradewarden::screening_options{}.threshold;
  std::shared_ptr<const owned> own;
};

struct tw_answer : tradewarden::capi::tagged<6> {
  tw_answer(tradewarden::capi::shared_index idx, tradewarden::screening_answer&& answer);
  // The explanations point into `content`; what moves it keeps its hits where they are.
  tw_answer(const tw_answer&) = delete;
  tw_answer& operator=(const tw_answer&) = delete;

  tradewarden::capi::shared_index index;
  tradewarden::screening_answer content;
  std::vector<tw_comparison> explanations;
  std::vector<tw_party> parties;
  /// By position of the hit; empty if nothing was decided of any.
  std::vector<std::optional<tradewarden::capi::told_decision>> decisions;
  std::string kept_as;  ///< Its id in an audit trail, or empty.
  bool borrowed = false;  ///< Belongs to a batch or a callback: freeing does nothing.
};

struct tw_batch : tradewarden::capi::tagged<7> {
  std::vector<std::unique_ptr<tw_answer>> answers;
};

struct tw_live : tradewarden::capi::tagged<8> {
  [[nodiscard]] tradewarden::capi::shared_index current() const {
    const std::lock_guard lock(mutex);
    return state;
  }
  void replace(tradewarden::capi::shared_index next) {
    const std::lock_guard lock(mutex);
    state.swap(next);
    // `next` is the old one now; it is let go after the lock.
  }

  mutable std::mutex mutex;
  tradewarden::capi::shared_index state;
};

struct tw_rules : tradewarden::capi::tagged<9> {
  explicit tw_rules(const tradewarden::rule_book& b);

  tradewarden::rule_book book;
  std::string content;
  std::vector<std::string> digests;
};

struct tw_finding : tradewarden::capi::tagged<10> {
  explicit tw_finding(const tradewarden::rule_book& b) : book(b) {}

  tradewarden::rule_book book;  // the views of `basis` belong to it
  tw_finding_info figures{};
  std::string text;
  std::string_view why;
  std::vector<tradewarden::rule_basis> basis;
  std::vector<std::string> asks;
};

struct tw_bill : tradewarden::capi::tagged<11> {
  explicit tw_bill(tradewarden::bill b) : content(std::move(b)), products(content.products()) {}

  tradewarden::bill content;
  std::vector<tradewarden::part_id> products;
};

struct tw_origin : tradewarden::capi::tagged<12> {
  explicit tw_origin(tradewarden::origin o) : engine(std::move(o)) {}

  tradewarden::origin engine;
};

struct tw_origin_answer : tradewarden::capi::tagged<13> {
  tw_origin_answer(tradewarden::origin o, tradewarden::origin_report r)
      : engine(std::move(o)), report(std::move(r)) {}

  tradewarden::origin engine;  // the page shows more of the bill than the report holds
  tradewarden::origin_report report;
};

struct tw_share_answer : tradewarden::capi::tagged<14> {
  tradewarden::share_report report;
};

struct tw_cutoff_answer : tradewarden::capi::tagged<15> {
  tradewarden::cutoff_report report;
};

struct tw_whatif_answer : tradewarden::capi::tagged<16> {
  tradewarden::whatif_report report;
};

struct tw_reasons : tradewarden::capi::tagged<17> {
  explicit tw_reasons(const tradewarden::rule_book& b) : book(b) {}

  tradewarden::rule_book book;  // the views of `rows` belong to it
  std::vector<tradewarden::licence_reason> rows;
};

struct tw_score_rules : tradewarden::capi::tagged<18> {
  explicit tw_score_rules(tradewarden::score_rules r);

  tradewarden::score_rules content;
  std::string tables;
  std::string name_pack;
};

struct tw_bill_builder : tradewarden::capi::tagged<19> {
  tradewarden::bill_builder rows;
  std::uint32_t files = 0;
  bool built = false;
};

namespace tradewarden::capi {

/// Nothing for NULL.
[[nodiscard]] result<std::optional<score_rules>> rules_of(const tw_score_rules* rules);
/// Error bad_value unless 0 (the default) or 1 to 10,000.
[[nodiscard]] result<score> threshold_of(std::int32_t units, std::string_view parameter);
[[nodiscard]] made<tw_text> new_text(std::string content);
[[nodiscard]] made<tw_index> new_index(shared_index state);
[[nodiscard]] tw_decision decision_view(const told_decision& told) noexcept;
/// Sets the caller's place for problems, if there is one.
void give(tw_problems** to, std::unique_ptr<tw_problems> problems) noexcept;
[[nodiscard]] told_problem refused(const error& e);
[[nodiscard]] result<origin_options> origin_question(const tw_origin_options* options);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_HANDLES_HPP
