// What stands behind the handles of stores, trails, decisions and alerts. Apart from handles.hpp, so that
// the other calls need not read their headers.
//
// Threads: as the handles: tw_store and tw_trail belong to one thread at a time, the others are immutable
// once made.
#ifndef TRADEWARDEN_CAPI_REVIEW_HPP
#define TRADEWARDEN_CAPI_REVIEW_HPP

#include <string>
#include <utility>
#include <vector>

#include "capi/handles.hpp"
#include "review/review_session.hpp"
#include "tradewarden/rescreening.hpp"
#include "tradewarden/store.hpp"

struct tw_store : tradewarden::capi::tagged<25> {
  explicit tw_store(tradewarden::list_store s) : content(std::move(s)) {}

  tradewarden::list_store content;
};

struct tw_snapshots : tradewarden::capi::tagged<26> {
  struct row {
    explicit row(tradewarden::snapshot_info s, bool there = false);

    tradewarden::snapshot_info info;
    bool already_there;
    std::string sha256;
    std::vector<std::string> file_digests;
  };
  std::vector<row> rows;
};

struct tw_trail : tradewarden::capi::tagged<27> {
  explicit tw_trail(tradewarden::review::review_session s) : session(std::move(s)) {}

  tradewarden::review::review_session session;
};

struct tw_decisions : tradewarden::capi::tagged<28> {
  std::vector<tradewarden::capi::told_decision> rows;
};

struct tw_alerts : tradewarden::capi::tagged<29> {
  struct row {
    explicit row(tradewarden::alert a);

    tradewarden::alert content;
    std::string customer_digest;
    std::string entry_digest;
    std::optional<tradewarden::capi::told_decision> decided;
  };
  tradewarden::rescreen_outcome outcome;  ///< Its alerts moved to `rows`.
  std::vector<row> rows;                  ///< Standing ones, then those that are closed.
  std::size_t standing = 0;
};

namespace tradewarden::capi {

[[nodiscard]] result<store_access> access_of(std::int32_t access);
/// In 1/10,000: -1 is no share at all, 0 the default. Error bad_value.
[[nodiscard]] result<std::uint32_t> share_of(std::int32_t given, std::uint32_t usual,
                                             std::string_view parameter);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_REVIEW_HPP
