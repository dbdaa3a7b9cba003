// The pairs of tests/golden/scripts/*.tsv: a name in another script, and the same in Latin letters.
#ifndef TRADEWARDEN_TESTS_SUPPORT_SCRIPT_PAIRS_HPP
#define TRADEWARDEN_TESTS_SUPPORT_SCRIPT_PAIRS_HPP

#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace tradewarden::tests {

struct script_pair {
  std::string kind;  ///< "company" or "person"
  std::string name;
  std::string latin;
};

inline std::vector<script_pair> script_pairs(const std::string& file) {
  std::ifstream in(std::string(TRADEWARDEN_SOURCE_DIR "/tests/golden/scripts/") + file);
  REQUIRE(in);
  std::vector<script_pair> out;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    INFO(line);
    REQUIRE(columns.size() == 4);
    out.push_back({columns[0], columns[1], columns[2]});
  }
  return out;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_SCRIPT_PAIRS_HPP
