#include "index/output_path.hpp"

#include "catch.hpp"
#include "index/file_format.hpp"
#include "temp_dir.hpp"

namespace tw = tradewarden;
using tw::indexing::may_become_index;

TEST_CASE("an index never takes the place of a source", "[output_path]") {
  const tw::tests::temp_dir dir;
  tw::source_spec file;
  file.path = dir.write("list.csv", "a,b\n");
  const std::string old = dir.write(
      "old.twi", std::string_view(tw::indexing::k_magic.data(), tw::indexing::k_magic.size()));
  tw::source_spec folder;
  folder.path = dir.root();
  const tw::source_spec one[] = {file};
  const tw::source_spec all[] = {folder};

  CHECK(may_become_index(dir.path("new.twi"), one, "--out").has_value());
  CHECK(may_become_index(dir.path("new.twi"), all, "--out").has_value());
  const auto source = may_become_index(file.path, one, "--out");
  REQUIRE_FALSE(source);
  CHECK(source.error().code == tw::errc::usage);
  CHECK(source.error().message.rfind("--out names a source", 0) == 0);
  CHECK_FALSE(may_become_index(dir.path("./list.csv"), one, "path"));
  // A file of a folder that is a source; an older index there may be replaced.
  CHECK_FALSE(may_become_index(file.path, all, "path"));
  CHECK(may_become_index(old, all, "path").has_value());
  // A folder is no file.
  CHECK_FALSE(may_become_index(dir.root(), {}, "path"));
}
