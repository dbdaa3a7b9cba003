#include "cli/download.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "support/ascii.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::cli {
namespace {

constexpr int k_most_redirects = 5;

struct easy_closer {
  void operator()(CURL* c) const { curl_easy_cleanup(c); }
};
struct url_closer {
  void operator()(CURLU* u) const { curl_url_cleanup(u); }
};
struct list_closer {
  void operator()(curl_slist* l) const { curl_slist_free_all(l); }
};

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  std::string out;
  if (curl_url_get(url, part, &text, 0) == CURLUE_OK && text != nullptr) out = text;
  curl_free(text);
  return out;
}

bool is_this_machine(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]" || host == "::1";
}

bool is_below(const std::string& host, const std::string& parent) {
  // A parent without a dot is a whole top-level domain.
  return parent.find('.') != std::string::npos && host.size() > parent.size() && host.ends_with("." + parent);
}

/// What one answer of a server brings.
struct exchange {
  const download_request* request = nullptr;
  std::string bytes;
  std::string etag;
  std::string last_modified;
  std::string location;
  bool too_large = false;
};

std::size_t on_bytes(char* data, std::size_t size, std::size_t count, void* user) {
  auto& x = *static_cast<exchange*>(user);
  const std::size_t n = size * count;
  if (x.bytes.size() + n > x.request->limits.max_bytes) {
    x.too_large = true;
    return 0;
  }
  try {
    x.bytes.append(data, n);
  } catch (...) {
    x.too_large = true;
    return 0;
  }
  if (x.request->progress) x.request->progress(x.bytes.size());
  return n;
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& x = *static_cast<exchange*>(user);
  const std::string_view line = ascii::trim({data, size * count});
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return size * count;
  const std::string name = ascii::lower(line.substr(0, colon));
  const std::string_view value = ascii::trim(line.substr(colon + 1));
  if (value.size() > 8192) return size * count;
  if (name == "etag") x.etag = value;
  if (name == "last-modified") x.last_modified = value;
  if (name == "location") x.location = value;
  return size * count;
}

struct attempt {
  CURLcode code = CURLE_OK;
  long status = 0;
  std::string words;  ///< Of what failed.
  exchange got;
  [[nodiscard]] bool is_passing() const {
    if (got.too_large) return false;
    switch (code) {
      case CURLE_OK: return status == 408 || status == 429 || status >= 500;
      case CURLE_COULDNT_RESOLVE_HOST:
      case CURLE_COULDNT_CONNECT:
      case CURLE_OPERATION_TIMEDOUT:
      case CURLE_PARTIAL_FILE:
      case CURLE_GOT_NOTHING:
      case CURLE_SEND_ERROR:
      case CURLE_RECV_ERROR:
      case CURLE_HTTP2:
      case CURLE_HTTP2_STREAM: return true;
      default: return false;
    }
  }
};

attempt ask(const std::string& url, const download_request& request) {
  attempt out;
  out.got.request = &request;
  const std::unique_ptr<CURL, easy_closer> easy{curl_easy_init()};
  CURL* const c = easy.get();
  if (c == nullptr) {
    out.code = CURLE_FAILED_INIT;
    return out;
  }
  std::array<char, CURL_ERROR_SIZE> words{};
  const download_limits& l = request.limits;
  curl_easy_setopt(c, CURLOPT_URL, url.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(c, CURLOPT_ERRORBUFFER, words.data());
  curl_easy_setopt(c, CURLOPT_USERAGENT, (std::string("tradewarden/") + std::string(k_version)).c_str());
  curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, static_cast<long>(l.connect_timeout_s));
  curl_easy_setopt(c, CURLOPT_TIMEOUT, static_cast<long>(l.timeout_s));
  curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 100L);
  curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, static_cast<long>(l.stall_timeout_s));
  curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(l.max_bytes));
  curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_bytes);
  curl_easy_setopt(c, CURLOPT_WRITEDATA, &out.got);
  curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(c, CURLOPT_HEADERDATA, &out.got);
  std::unique_ptr<curl_slist, list_closer> headers;
  const auto add_header = [&](const std::string& line) {
    if (curl_slist* longer = curl_slist_append(headers.get(), line.c_str()); longer != nullptr) {
      (void)headers.release();
      headers.reset(longer);
    }
  };
  if (!request.etag.empty()) add_header("If-None-Match: " + request.etag);
  if (!request.last_modified.empty()) add_header("If-Modified-Since: " + request.last_modified);
  curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
  out.code = curl_easy_perform(c);
  if (out.code == CURLE_FILESIZE_EXCEEDED) out.got.too_large = true;
  curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &out.status);
  out.words = words[0] != '\0' ? words.data() : curl_easy_strerror(out.code);
  return out;
}

error about(errc code, std::string message, const std::string& url) {
  return error{code, std::move(message), url, 0, {}};
}

std::string server_words(long status) { return "the server answers " + std::to_string(status); }

}  // namespace

std::optional<web_address> parse_web_address(std::string_view url) {
  const std::unique_ptr<CURLU, url_closer> parsed{curl_url()};
  if (!parsed) return std::nullopt;
  if (curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), 0) != CURLUE_OK) return std::nullopt;
  web_address out{ascii::lower(part_of(parsed.get(), CURLUPART_SCHEME)), ascii::lower(part_of(parsed.get(), CURLUPART_HOST))};
  if ((out.scheme != "http" && out.scheme != "https") || out.host.empty()) return std::nullopt;
  return out;
}

bool may_redirect(const web_address& from, const web_address& to, const std::vector<std::string>& allowed_hosts) {
  if (to.scheme != "https" && !(is_this_machine(to.host) && is_this_machine(from.host))) return false;
  if (to.host == from.host || is_below(to.host, from.host) || is_below(from.host, to.host)) return true;
  return std::find(allowed_hosts.begin(), allowed_hosts.end(), to.host) != allowed_hosts.end();
}

std::optional<day> day_of_http_date(std::string_view text) {
  const std::time_t seconds = curl_getdate(std::string(text).c_str(), nullptr);
  if (seconds < 0) return std::nullopt;
  constexpr std::time_t k_day = 86'400;
  return day::from_days(static_cast<std::int32_t>(seconds / k_day));
}

result<download_answer> download(const download_request& request) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (ready != CURLE_OK) return about(errc::io, "fetching does not work on this machine", request.url);
  const auto first = parse_web_address(request.url);
  if (!first) return about(errc::usage, "this is no https address", request.url);
  if (first->scheme != "https" && !is_this_machine(first->host)) {
    return about(errc::usage, "lists are fetched by https alone: anybody on the way could change them otherwise", request.url);
  }
  std::string url = request.url;
  std::uint32_t wait = request.limits.first_wait_ms;
  std::uint32_t retries = request.limits.retries;
  for (int redirects = 0;;) {
    attempt a = ask(url, request);
    if (a.is_passing() && retries > 0) {
      --retries;
      std::this_thread::sleep_for(std::chrono::milliseconds(wait));
      wait *= 2;
      continue;
    }
    if (a.got.too_large) {
      return about(errc::limit_exceeded, "the file is larger than " + std::to_string(request.limits.max_bytes) + " bytes", url);
    }
    if (a.code != CURLE_OK) return about(errc::io, "fetching failed: " + a.words, url);
    if (a.status == 304) {
      download_answer out;
      out.unchanged = true;
      out.etag = request.etag;
      out.last_modified = request.last_modified;
      return out;
    }
    if (a.status >= 300 && a.status < 400) {
      const std::unique_ptr<CURLU, url_closer> target{curl_url()};
      if (!target || curl_url_set(target.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
          curl_url_set(target.get(), CURLUPART_URL, a.got.location.c_str(), 0) != CURLUE_OK || a.got.location.empty()) {
        return about(errc::io, server_words(a.status) + " without an address to go to", url);
      }
      const std::string next = part_of(target.get(), CURLUPART_URL);
      const auto to = parse_web_address(next);
      if (!to || !may_redirect(*first, *to, request.allowed_hosts)) {
        return about(errc::conflict, "the server sends us elsewhere, to " + next.substr(0, 200) + ": not followed", url);
      }
      if (++redirects > k_most_redirects) return about(errc::io, "the server sends us round and round", url);
      url = next;
      continue;
    }
    if (a.status == 404 || a.status == 410) return about(errc::not_found, server_words(a.status), url);
    if (a.status != 200) return about(errc::io, server_words(a.status), url);
    download_answer out;
    out.bytes = std::move(a.got.bytes);
    out.etag = std::move(a.got.etag);
    out.last_modified = std::move(a.got.last_modified);
    out.modified_on = day_of_http_date(out.last_modified);
    return out;
  }
}

}  // namespace tradewarden::cli
