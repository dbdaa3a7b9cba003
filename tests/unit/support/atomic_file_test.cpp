#include "support/atomic_file.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "temp_dir.hpp"

namespace tradewarden::tests {
namespace {

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file is written and replaced whole", "[atomic_file]") {
  const temp_dir dir;
  const std::string path = dir.path("a");
  REQUIRE(support::write_file_atomically(path, "one").has_value());
  CHECK(content(path) == "one");
  REQUIRE(support::write_file_atomically(path, "").has_value());
  CHECK(content(path).empty());
}

TEST_CASE("what is no ordinary file is left alone", "[atomic_file]") {
  const temp_dir dir;
  const std::string folder = dir.path("folder");
  std::filesystem::create_directory(folder);
  CHECK(support::write_file_atomically(folder, "x").error().code == errc::usage);
  const std::string pipe = dir.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(support::write_file_atomically(pipe, "x").error().code == errc::usage);
  CHECK(std::filesystem::is_fifo(pipe));
  CHECK(support::write_file_atomically(dir.path("no/folder"), "x").error().code == errc::not_found);
}

}  // namespace tradewarden::tests
