// The index in use, exchanged for a newer one while queries run.
//
// Example:
//   tradewarden::live_index live(tradewarden::party_index::open("lists.twi").value());
//   tradewarden::screening_answer a = live.screen(query);      // on any thread
//   if (auto ok = live.reload("lists.twi"); !ok) std::cerr << ok.error().to_string();
//
// A query is answered whole by the index that was current when it began; the answer's index_content
// says which. An index that was replaced lives until its last query has ended. Replace its file by
// rename, as build_index() does: the old mapping then keeps the old file.
//
// Threads: any function from any thread.
#ifndef TRADEWARDEN_LIVE_INDEX_HPP
#define TRADEWARDEN_LIVE_INDEX_HPP

#include <memory>
#include <string>

#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

class live_index {
 public:
  explicit live_index(party_index first);
  ~live_index();
  live_index(const live_index&) = delete;
  live_index& operator=(const live_index&) = delete;

  /// The index of this moment; keep the copy for as long as answers must agree with each other.
  [[nodiscard]] party_index current() const;
  /// From now on queries get this one.
  void replace(party_index next);
  /// Opens and verifies the file fully, then replaces. On an error the index in use stays.
  [[nodiscard]] result<void> reload(const std::string& path);

  [[nodiscard]] screening_answer screen(const screening_query& query,
                                        const screening_options& options = {}) const;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_LIVE_INDEX_HPP
