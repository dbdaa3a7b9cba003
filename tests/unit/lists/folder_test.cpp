#include "lists/folder.hpp"

#include <filesystem>
#include <fstream>

#include "catch.hpp"

using tradewarden::lists::folder;

TEST_CASE("files are found whatever the case of their names", "[folder]") {
  const auto dir = std::filesystem::temp_directory_path() / "tradewarden_folder_test";
  std::filesystem::remove_all(dir);
  std::filesystem::create_directories(dir / "sub.csv");
  for (const char* name : {"B.CSV", "a.csv", "A.csv", ".hidden.csv"}) {
    std::ofstream(dir / name) << "x";
  }
  const auto f = folder::open(dir.string());
  REQUIRE(f.has_value());
  REQUIRE(f->files().size() == 3);
  CHECK(f->files()[0].name == "A.csv");
  CHECK(f->find("b.csv")->name == "B.CSV");
  CHECK(f->find("a.csv")->name == "a.csv");  // The exact name first.
  CHECK(f->find("A.CSV")->name == "A.csv");  // Then the first in order.
  CHECK(f->find("sub.csv") == nullptr);
  CHECK(f->find(".hidden.csv") == nullptr);
  CHECK_FALSE(folder::open((dir / "none").string()).has_value());
  std::filesystem::remove_all(dir);
}
