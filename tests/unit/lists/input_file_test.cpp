#include "lists/input_file.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "catch.hpp"

using namespace tradewarden;
using namespace std::string_literals;
using lists::make_input_file;
using lists::to_utf8;

namespace {

std::string code_of(std::string bytes) {
  const auto f = make_input_file("x.csv", std::move(bytes), {});
  return f ? "fine" : std::string(to_string(f.error().code));
}

std::string message_of(std::string bytes) {
  return make_input_file("x.csv", std::move(bytes), {}).error().message;
}

std::string repaired(std::string_view s) {
  bool changed = false;
  std::string out = to_utf8(s, &changed);
  return (changed ? "*" : "") + out;
}

}  // namespace

TEST_CASE("an empty list file is refused", "[input_file]") {
  CHECK(code_of("") == "empty_input");
  CHECK(code_of(" \r\n\t ") == "empty_input");
  CHECK(code_of("\x1A") == "empty_input");
  CHECK(code_of("\xEF\xBB\xBF\r\n") == "empty_input");
}

TEST_CASE("what is no list is refused by name", "[input_file]") {
  CHECK(code_of("a\0b"s) == "not_text");
  CHECK(code_of("\x01\x02\x03\x04"s) == "not_text");
  CHECK(code_of("%PDF-1.7\nxyz") == "not_text");
  CHECK(message_of("%PDF-1.7\nxyz").find("PDF") != std::string::npos);
  CHECK(message_of("PK\x03\x04\x14\0\0"s).find("ZIP") != std::string::npos);
  CHECK(message_of("\x1F\x8B\x08\0"s).find("gzip") != std::string::npos);
  CHECK(code_of("<!DOCTYPE html><html>") == "unknown_format");
  CHECK(code_of("\n <HTML lang=en>") == "unknown_format");
  CHECK(message_of("<html>").find("HTML") != std::string::npos);
  CHECK(code_of("1,\"<html>\"\n") == "fine");
  CHECK(code_of("PKWARE,1\n") == "fine");
}

TEST_CASE("single control characters do not make a file binary", "[input_file]") {
  CHECK(code_of(std::string(500, 'a') + "\x02") == "fine");
}

TEST_CASE("byte order mark and the DOS end mark are taken off, the digest is of the whole",
          "[input_file]") {
  const auto f = make_input_file("x.csv", "\xEF\xBB\xBF" "a,b\r\n\x1A", {}).value();
  CHECK(f.bytes == "a,b\r\n");
  CHECK(f.size == 9);
  CHECK(f.sha256 == sha256("\xEF\xBB\xBF" "a,b\r\n\x1A"));
  CHECK(f.valid_utf8);
  CHECK(make_input_file("x", "a\x1A\r\n", {})->bytes == "a");
  CHECK(make_input_file("x", "a\x1A" "b\n", {})->bytes == "a\x1A" "b\n");
}

TEST_CASE("UTF-16 with a byte order mark becomes UTF-8", "[input_file]") {
  CHECK(make_input_file("x", "\xFF\xFE" "a\0\xE9\0\n\0"s, {})->bytes == "a\xC3\xA9\n");
  CHECK(make_input_file("x", "\xFE\xFF" "\0a\x20\xAC"s, {})->bytes == "a\xE2\x82\xAC");
  // A pair of surrogates (U+1F6A2), a lone one, an odd byte.
  CHECK(make_input_file("x", "\xFF\xFE\x3D\xD8\xA2\xDE"s, {})->bytes == "\xF0\x9F\x9A\xA2");
  CHECK(make_input_file("x", "\xFF\xFE\x3D\xD8" "a\0"s, {})->bytes == "\xEF\xBF\xBD" "a");
  CHECK(make_input_file("x", "\xFF\xFE" "a\0b"s, {})->bytes == "a\xEF\xBF\xBD");
}

TEST_CASE("a field that is not UTF-8 is read as Windows-1252", "[input_file]") {
  CHECK(repaired("plain") == "plain");
  CHECK(repaired("Jos\xC3\xA9") == "Jos\xC3\xA9");
  CHECK(repaired("Jos\xE9") == "*Jos\xC3\xA9");
  CHECK(repaired("\x80 \x93q\x94") == "*\xE2\x82\xAC \xE2\x80\x9Cq\xE2\x80\x9D");
  CHECK(repaired("\x81") == "*\xEF\xBF\xBD");
  CHECK(repaired("\xC3\xA9 and \xE9") == "*\xC3\xA9 and \xC3\xA9");
  CHECK(repaired("\xC3") == "*\xC3\x83");
}

TEST_CASE("what only looks like UTF-8 is not taken for it", "[input_file]") {
  CHECK(repaired("\xC0\xAF")[0] == '*');          // overlong
  CHECK(repaired("\xE0\x80\xAF")[0] == '*');      // overlong
  CHECK(repaired("\xED\xA0\x80")[0] == '*');      // surrogate
  CHECK(repaired("\xF4\x90\x80\x80")[0] == '*');  // above U+10FFFF
  CHECK(repaired("\xE2\x82")[0] == '*');          // cut
  CHECK(repaired("\xF0\x9F\x9A\xA2") == "\xF0\x9F\x9A\xA2");
  CHECK(repaired("\xED\x9F\xBF") == "\xED\x9F\xBF");
}

TEST_CASE("the size limit holds", "[input_file]") {
  read_limits limits;
  limits.max_file_bytes = 3;
  CHECK(make_input_file("x", "abc", limits).has_value());
  CHECK(make_input_file("x", "abcd", limits).error().code == errc::limit_exceeded);
}

TEST_CASE("files are loaded from disk", "[input_file]") {
  const auto dir = std::filesystem::temp_directory_path() / "tradewarden_input_file_test";
  std::filesystem::create_directories(dir);
  const std::string path = (dir / "list.csv").string();
  std::ofstream(path, std::ios::binary) << "a,b\n";
  const auto f = lists::load_input_file(path, {});
  REQUIRE(f.has_value());
  CHECK(f->name == "list.csv");
  CHECK(f->bytes == "a,b\n");
  read_limits small;
  small.max_file_bytes = 2;
  CHECK(lists::load_input_file(path, small).error().code == errc::limit_exceeded);
  CHECK(lists::load_input_file((dir / "none").string(), {}).error().code == errc::not_found);
  CHECK(lists::load_input_file(dir.string(), {}).error().code == errc::not_found);
  std::ofstream(path, std::ios::binary).close();
  const auto empty = lists::load_input_file(path, {});
  REQUIRE_FALSE(empty.has_value());
  CHECK(empty.error().code == errc::empty_input);
  CHECK(empty.error().file == path);
  std::filesystem::remove_all(dir);
}

TEST_CASE("a publication's digest is its file's, or that of its files' digests", "[input_file]") {
  const auto a = lists::describe(make_input_file("a", "1", {}).value());
  const auto b = lists::describe(make_input_file("b", "2", {}).value());
  CHECK(a.bytes == 1);
  const publication_file one[] = {a};
  const publication_file two[] = {a, b};
  const publication_file swapped[] = {b, a};
  CHECK(lists::publication_digest(one) == sha256("1"));
  CHECK_FALSE(lists::publication_digest(two) == lists::publication_digest(swapped));
}
