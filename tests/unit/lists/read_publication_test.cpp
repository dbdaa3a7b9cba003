#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "lists/format_table.hpp"
#include "tradewarden/publication.hpp"

using namespace tradewarden;

namespace {

const std::string k_sdn_row =
    "1,\"A\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";

/// A folder of its own that goes away at the end of the test.
class scratch {
 public:
  scratch() : path_(std::filesystem::temp_directory_path() / "tradewarden_read_publication_test") {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~scratch() { std::filesystem::remove_all(path_); }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;

  std::string put(const std::string& name, const std::string& bytes) const {
    const auto file = path_ / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string outcome(const std::string& source) {
  const auto p = read_publication(source_spec::parse(source).value());
  return p ? p->format : std::string(to_string(p.error().code));
}

}  // namespace

TEST_CASE("the table's formats are the known ones, in their order", "[read_publication]") {
  const auto known = known_formats();
  auto it = known.begin();
  for (const lists::format_entry& f : lists::format_table()) {
    it = std::find(it, known.end(), f.name);
    REQUIRE(it != known.end());
    CHECK(lists::find_format(f.name) == &f);
  }
  CHECK(lists::find_format("none") == nullptr);
}

TEST_CASE("a file's format is found from its content", "[read_publication]") {
  const scratch dir;
  const std::string file = dir.put("list.txt", k_sdn_row);
  CHECK(outcome(file) == "ofac-csv");
  CHECK(outcome("ofac-cons-csv:" + file) == "ofac-cons-csv");
  const auto p = read_publication(source_spec::parse(file + "@2020-02-03").value()).value();
  CHECK(p.path == file);
  CHECK(p.date->to_string() == "2020-02-03");
  CHECK_FALSE(read_publication(source_spec::parse(file).value())->date.has_value());
}

TEST_CASE("a folder's format is found from its files, in any case", "[read_publication]") {
  const scratch dir;
  dir.put("SDN.CSV", k_sdn_row);
  dir.put("Alt.csv", "1,1,\"aka\",\"AA\",-0- \r\n");
  dir.put("readme.md", "about this folder");
  const auto p = read_publication({"", dir.path(), {}});
  REQUIRE(p.has_value());
  CHECK(p->format == "ofac-csv");
  CHECK(p->counts.aliases == 1);
  CHECK(p->path == dir.path());
}

TEST_CASE("a folder with both OFAC lists needs to be told which", "[read_publication]") {
  const scratch dir;
  dir.put("sdn.csv", k_sdn_row);
  dir.put("cons_prim.csv", k_sdn_row);
  CHECK(outcome(dir.path()) == "conflict");
  CHECK(outcome("ofac-csv:" + dir.path()) == "ofac-csv");
  CHECK(outcome("ofac-cons-csv:" + dir.path()) == "ofac-cons-csv");
}

TEST_CASE("a folder with one list file of another name", "[read_publication]") {
  const scratch dir;
  const std::string list = dir.put("sdn-2020.csv", k_sdn_row);
  CHECK(outcome(dir.path()) == "ofac-csv");
  dir.put("notes.txt", "nothing");
  const auto p = read_publication({"", dir.path(), {}});
  REQUIRE(p.has_value());
  CHECK(std::any_of(p->diagnostics.begin(), p->diagnostics.end(),
                    [&](const diagnostic& d) {
                      return d.file == std::filesystem::path(dir.path()) / "notes.txt";
                    }));
  dir.put("sdn-2021.csv", k_sdn_row);
  CHECK(outcome(dir.path()) == "conflict");
}

TEST_CASE("the main file of a folder is missing", "[read_publication]") {
  const scratch dir;
  dir.put("alt.csv", "1,1,\"aka\",\"AA\",-0- \r\n");
  const auto p = read_publication({"", dir.path(), {}});
  REQUIRE_FALSE(p.has_value());
  CHECK(p.error().code == errc::not_found);
  CHECK(p.error().message.find("sdn.csv") != std::string::npos);
}

TEST_CASE("a source that is no list is refused by name", "[read_publication]") {
  const scratch dir;
  CHECK(outcome(dir.path()) == "unknown_format");
  CHECK(outcome(dir.path() + "/none.csv") == "not_found");
  CHECK(outcome(dir.put("a.csv", "")) == "empty_input");
  CHECK(outcome("ofac-csv:" + dir.put("b.csv", "")) == "empty_input");
  CHECK(outcome(dir.put("c.csv", "<!doctype html>\n<html></html>")) == "unknown_format");
  CHECK(outcome("ofac-csv:" + dir.put("d.csv", "<html></html>")) == "unknown_format");
  CHECK(outcome(dir.put("e.csv", "%PDF-1.4")) == "not_text");
  CHECK(outcome(dir.put("f.csv", std::string("PK\x03\x04\0\0", 6))) == "not_text");
  CHECK(outcome(dir.put("g.csv", "just, some, text\n")) == "unknown_format");
  CHECK(outcome(dir.put("alt.csv", "1,1,\"aka\",\"AA\",-0- \r\n")) == "unknown_format");
  CHECK(read_publication({"pdf", dir.path(), {}}).error().code == errc::usage);
  CHECK(read_publication({"", "", {}}).error().code == errc::usage);
}

TEST_CASE("a zero-byte sdn.csv beside whole files is refused", "[read_publication]") {
  const scratch dir;
  dir.put("sdn.csv", "");
  dir.put("alt.csv", "1,1,\"aka\",\"AA\",-0- \r\n");
  CHECK(outcome(dir.path()) == "empty_input");
}
