#include "cli/output_file.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;
namespace fs = std::filesystem;

namespace {

struct folder {
  fs::path path = fs::temp_directory_path() / ("tw-output-" + std::to_string(getpid()));
  folder() { fs::create_directories(path); }
  ~folder() { fs::remove_all(path); }
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), {}));
  }
};

std::string content(const std::string& path) {
  std::ifstream in(path);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("output: a file appears at commit, whole, and not before", "[output]") {
  const folder dir;
  const std::string path = dir.file("out.tsv");
  {
    auto out = output_file::open(path);
    REQUIRE(out);
    CHECK(out->write("line\n"));
    CHECK(out->flush());
    CHECK_FALSE(fs::exists(path));
    CHECK(out->commit());
  }
  CHECK(content(path) == "line\n");
  CHECK(dir.entries() == 1);
}

TEST_CASE("output: without commit an older file stays and nothing is left over", "[output]") {
  const folder dir;
  const std::string path = dir.file("out.tsv");
  std::ofstream(path) << "old";
  {
    auto out = output_file::open(path);
    REQUIRE(out);
    out->write("half");
  }
  CHECK(content(path) == "old");
  CHECK(dir.entries() == 1);
}

TEST_CASE("output: a link stays a link, its target is replaced", "[output]") {
  const folder dir;
  std::ofstream(dir.file("target")) << "old";
  fs::create_symlink(dir.file("target"), dir.file("link"));
  auto out = output_file::open(dir.file("link"));
  REQUIRE(out);
  out->write("new");
  REQUIRE(out->commit());
  CHECK(fs::is_symlink(dir.file("link")));
  CHECK(content(dir.file("target")) == "new");
}

TEST_CASE("output: a folder that is not there, and a folder as file, are errors", "[output]") {
  const folder dir;
  const auto absent = output_file::open(dir.file("none/out.tsv"));
  REQUIRE_FALSE(absent);
  CHECK(absent.error().code == errc::io);
  CHECK_FALSE(output_file::open(dir.path.string()));
}

TEST_CASE("output: a full device is an error at commit at the latest", "[output]") {
  if (!fs::exists("/dev/full")) TRADEWARDEN_SKIP("no /dev/full");
  auto out = output_file::open("/dev/full");
  REQUIRE(out);
  out->write("x\n");
  const auto done = out->commit();
  REQUIRE_FALSE(done);
  CHECK(done.error().code == errc::io);
}
