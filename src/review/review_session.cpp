#include "review/review_session.hpp"

namespace tradewarden::review {
namespace {

kept_answer written(screening_answer answer, const party_index& idx) {
  std::string json = to_json(answer, idx);
  std::string id = answer_id_of(json);
  return {std::move(answer), std::move(json), std::move(id)};
}

}  // namespace

result<void> review_session::refresh() {
  auto again = decision_book::read(trail_);
  if (!again) return again.error();
  book_ = std::move(*again);
  return {};
}

result<void> review_session::keep(std::span<const trail_entry> entries) {
  if (entries.empty()) return {};
  auto kept = trail_.append(entries);
  if (!kept) return kept.error();
  return {};
}

result<kept_answer> review_session::screen(const party_index& idx, const screening_query& query,
                                           const screening_options& options) {
  kept_answer out = written(book_.screen(idx, query, options), idx);
  const trail_entry entry[] = {record_of(out.answer, idx, out.json, book_)};
  if (auto kept = keep(entry); !kept) return kept.error();
  return out;
}

result<std::vector<kept_answer>> review_session::screen(const party_index& idx,
                                                        std::span<const screening_query> queries,
                                                        screening_options options, const batch_options& batch) {
  if (!options.as_of) options.as_of = day::today_utc();
  std::vector<kept_answer> out;
  std::vector<trail_entry> entries;
  std::size_t given = 0;
  screen_batch(
      idx, options, batch,
      [&](screening_query& q) {
        if (given == queries.size()) return false;
        q = queries[given++];
        return true;
      },
      [&](screening_answer&& a) {
        // Most customers have no decision, and share their work with their neighbours.
        if (book_.has(a.query.id)) a = book_.screen(idx, queries[out.size()], options);
        out.push_back(written(std::move(a), idx));
        entries.push_back(record_of(out.back().answer, idx, out.back().json, book_));
        return true;
      });
  if (auto kept = keep(entries); !kept) return kept.error();
  return out;
}

}  // namespace tradewarden::review
