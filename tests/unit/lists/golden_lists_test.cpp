// Golden list files: tests/golden/lists/<format>/<file> and, beside it, <file>.expected with what
// must come out (list_dump.hpp). A new case is two files, both written by hand, and no code.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "lists/au_csv.hpp"
#include "lists/bis_dpl.hpp"
#include "lists/ca_xml.hpp"
#include "lists/ch_xml.hpp"
#include "lists/csl_csv.hpp"
#include "lists/csl_json.hpp"
#include "lists/eu_csv.hpp"
#include "lists/eu_xml.hpp"
#include "lists/followthemoney.hpp"
#include "lists/ofac_advanced.hpp"
#include "lists/ofac_xml.hpp"
#include "lists/opensanctions_csv.hpp"
#include "lists/own_format.hpp"
#include "lists/uk_csv.hpp"
#include "lists/un_xml.hpp"
#include "lists/xlsx.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
namespace fs = std::filesystem;

namespace {

struct golden_format {
  const char* folder;
  result<publication> (*read)(const source_spec&, const read_limits&);
  bool (*looks_like)(std::string_view);
  const char* extension;
};

constexpr golden_format k_formats[] = {
    {"bis", lists::read_bis_dpl, lists::looks_like_bis_dpl, ""},
    {"csl", lists::read_csl_csv, lists::looks_like_csl_csv, ".csv"},
    {"csl", lists::read_csl_json, lists::looks_like_csl_json, ".json"},
    {"eu", lists::read_eu_csv, lists::looks_like_eu_csv, ".csv"},
    {"eu", lists::read_eu_xml, lists::looks_like_eu_xml, ".xml"},
    {"un", lists::read_un_xml, lists::looks_like_un_xml, ""},
    {"uk_conlist", lists::read_uk_conlist, lists::looks_like_uk_conlist, ""},
    {"uk_sl", lists::read_uk_sanctions_list, lists::looks_like_uk_sanctions_list, ""},
    {"ofac_xml", lists::read_ofac_xml,
     [](std::string_view b) { return lists::looks_like_ofac_xml("list.xml", b); }, ""},
    {"ofac_advanced", lists::read_ofac_advanced, lists::looks_like_ofac_advanced, ""},
    {"opensanctions", lists::read_opensanctions_csv, lists::looks_like_opensanctions_csv, ""},
    {"au", lists::read_au_csv, lists::looks_like_au_csv, ".csv"},
    {"au", lists::read_au_xlsx, lists::looks_like_xlsx, ".xlsx"},
    {"ch", lists::read_ch_xml, lists::looks_like_ch_xml, ""},
    {"ca", lists::read_ca_xml, lists::looks_like_ca_xml, ""},
    {"own", lists::read_own_format, lists::looks_like_own_format, ""},
};

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("golden lists", "[golden][lists]") {
  const fs::path root = fs::path(TRADEWARDEN_SOURCE_DIR) / "tests/golden/lists";
  int cases = 0;
  for (const golden_format& format : k_formats) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(root / format.folder)) {
      const fs::path& p = entry.path();
      if (p.extension() == ".expected") continue;
      if (*format.extension != '\0' && p.extension() != format.extension) continue;
      files.push_back(p);
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
      CAPTURE(file.string());
      source_spec source;
      source.path = file.string();
      const auto read = format.read(source, {});
      const std::string got = read ? test::dump(*read) : "error " +
          std::string(to_string(read.error().code)) + ": " + read.error().message + '\n';
      const fs::path expected = file.string() + ".expected";
      CHECK(got == contents(expected));
      // Detection by content: this format says yes, the others no.
      const std::string bytes = contents(file);
      for (const golden_format& other : k_formats) {
        CHECK(other.looks_like(bytes.substr(0, 65536)) == (other.looks_like == format.looks_like));
      }
      ++cases;
    }
  }
  CHECK(cases >= 18);
}
