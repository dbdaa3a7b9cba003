// One file fetched over HTTPS, or told that it has not changed.
//
// Certificates are verified. A redirect is followed only to the host itself, to one below or above it,
// or to one that is allowed by name, and only by HTTPS; plain HTTP only to this machine. A server that
// fails for the moment is asked again, after longer and longer waits.
//
// Example:
//   download_request r; r.url = "https://lists.example/sdn.csv";
//   auto got = download(r);
//   if (got && !got->unchanged) use(got->bytes);
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_DOWNLOAD_HPP
#define TRADEWARDEN_CLI_DOWNLOAD_HPP

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::cli {

struct download_limits {
  std::uint64_t max_bytes = std::uint64_t{512} << 20;
  std::uint32_t retries = 3;              ///< After the first attempt.
  std::uint32_t first_wait_ms = 1'000;    ///< Doubled each time.
  std::uint32_t connect_timeout_s = 30;
  std::uint32_t stall_timeout_s = 60;     ///< Without 100 bytes a second for so long.
  std::uint32_t timeout_s = 1'800;        ///< Of one attempt.
};

struct download_request {
  std::string url;
  std::string etag;            ///< Of the last download; empty: none.
  std::string last_modified;   ///< The same.
  std::vector<std::string> allowed_hosts;
  download_limits limits;
  std::function<void(std::uint64_t)> progress;  ///< Gets the bytes so far.
};

struct download_answer {
  bool unchanged = false;  ///< The server says so; there are no bytes.
  std::string bytes;
  std::string etag;
  std::string last_modified;
  std::optional<day> modified_on;  ///< The day of `last_modified`, UTC.
};

/// Errors: io (unreachable, a failure of the server, broken off), not_found (the server has no such
/// file), limit_exceeded, usage (an address that is not fetched), conflict (a redirect elsewhere).
[[nodiscard]] result<download_answer> download(const download_request& request);

/// The parts of an address; nothing unless it is http or https.
struct web_address {
  std::string scheme;
  std::string host;  ///< In lower case, without port.
};
[[nodiscard]] std::optional<web_address> parse_web_address(std::string_view url);

/// Whether a list of `from` may come from `to`.
[[nodiscard]] bool may_redirect(const web_address& from, const web_address& to,
                                const std::vector<std::string>& allowed_hosts);

/// The day of "Wed, 21 Oct 2015 07:28:00 GMT"; nothing unless it is such a date.
[[nodiscard]] std::optional<day> day_of_http_date(std::string_view text);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_DOWNLOAD_HPP
