#include "cli/download.hpp"

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;

namespace {

bool allowed(const char* from, const char* to, const std::vector<std::string>& hosts = {}) {
  return may_redirect(parse_web_address(from).value(), parse_web_address(to).value(), hosts);
}

}  // namespace

TEST_CASE("download: addresses", "[fetch]") {
  CHECK(parse_web_address("https://Lists.Example/a?b=c")->host == "lists.example");
  CHECK(parse_web_address("http://127.0.0.1:8080/a")->scheme == "http");
  for (const char* url : {"", "lists.example/a", "ftp://lists.example/a", "file:///etc/passwd", "https://", "javascript:x"}) {
    INFO(url);
    CHECK_FALSE(parse_web_address(url));
  }
}

TEST_CASE("download: a redirect stays with the publisher, and with https", "[fetch]") {
  CHECK(allowed("https://lists.example/a", "https://lists.example/b"));
  CHECK(allowed("https://lists.example/a", "https://files.lists.example/b"));
  CHECK(allowed("https://www.lists.example/a", "https://lists.example/b"));
  CHECK_FALSE(allowed("https://lists.example/a", "http://lists.example/b"));
  CHECK_FALSE(allowed("https://lists.example/a", "https://evil-lists.example/b"));
  CHECK_FALSE(allowed("https://lists.example/a", "https://other.example/b"));
  CHECK_FALSE(allowed("https://lists.example/a", "https://example/b"));
  CHECK(allowed("https://lists.example/a", "https://store.example/b", {"store.example"}));
  CHECK_FALSE(allowed("https://lists.example/a", "http://store.example/b", {"store.example"}));
  CHECK(allowed("http://127.0.0.1:1/a", "http://127.0.0.1:1/b"));
  CHECK_FALSE(allowed("https://lists.example/a", "http://127.0.0.1/b"));
}

TEST_CASE("download: the day of a server's date", "[fetch]") {
  CHECK(day_of_http_date("Wed, 21 Oct 2015 07:28:00 GMT") == day::parse("2015-10-21").value());
  CHECK(day_of_http_date("Wed, 21 Oct 2015 23:59:59 GMT") == day::parse("2015-10-21").value());
  CHECK_FALSE(day_of_http_date("yesterday"));
  CHECK_FALSE(day_of_http_date(""));
}

TEST_CASE("download: plain http is for this machine alone", "[fetch]") {
  download_request r;
  r.url = "http://lists.example/a";
  CHECK(download(r).error().code == errc::usage);
  r.url = "file:///etc/passwd";
  CHECK(download(r).error().code == errc::usage);
}
