// Files of labels: any bytes give queries with ids of their own, expected ids that survive being
// written, and problems that name a line of the file; pairs likewise, and hits.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "temp_dir.hpp"
#include "tradewarden/compare_evaluations.hpp"
#include "tradewarden/evaluate_pairs.hpp"
#include "tradewarden/labelled_set.hpp"

namespace {

using namespace tradewarden;

void require(bool truth) {
  if (!truth) std::abort();
}

void check_problems(const std::vector<error>& problems, std::uint64_t count, std::uint64_t most_lines) {
  require(problems.size() <= count);
  for (const error& e : problems) {
    require(e.line >= 1 && e.line <= most_lines);
    require(!e.message.empty() && !e.file.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tests::temp_dir dir;
  // The first form feed parts the queries from the truth, and the truth from the hits.
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t one = std::min(all.find('\f'), all.size());
  const std::string_view rest = all.substr(std::min(all.size(), one + 1));
  const std::size_t two = std::min(rest.find('\f'), rest.size());
  const std::string queries = dir.write("queries.tsv", all.substr(0, one));
  const std::string truth = dir.write("truth.tsv", rest.substr(0, two));
  const std::string hits = dir.write("hits.tsv", rest.substr(std::min(rest.size(), two + 1)));
  const auto lines = static_cast<std::uint64_t>(std::count(all.begin(), all.end(), '\n')) + 1;

  if (auto set = read_labelled_set(queries, truth)) {
    check_problems(set->problems, set->problem_count, lines);
    std::set<std::string> ids;
    for (const labelled_query& q : set->queries) {
      require(ids.insert(q.query.id).second);
      require(!q.query.id.empty() && !q.query.name.empty() && !q.kind.empty());
      for (const std::string& id : q.expected) {
        require(!id.empty());
        const std::string cell = write_expected_id(id);
        require(cell.find('|') == std::string::npos);
        if (id.find_first_of("\t\r\n") == std::string::npos) require(read_expected_id(cell) == id);
      }
    }
    evaluation_options o;
    o.resamples = 10;
    o.floor = score();
    if (const auto e = evaluate_hits(*set, hits, o)) {
      require(e->outcomes.size() == set->queries.size());
      require(e->all.found.part <= e->all.found.of);
      require(compare_evaluations(*set, *e, *e).size() == 5);
      (void)to_json(*e, nullptr);
    }
  }
  if (const auto pairs = read_labelled_pairs(queries)) {
    check_problems(pairs->problems, pairs->problem_count, lines);
    for (const labelled_pair& p : pairs->pairs) require(!p.id.empty() && !p.left.empty());
  }
  return 0;
}
