#include "cli/variants_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/exit_code.hpp"
#include "cli/index_file.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "support/atomic_file.hpp"

namespace tradewarden::cli {
namespace {

namespace fs = std::filesystem;

result<party_index> index_of(const std::vector<source_spec>& sources,
                             const std::optional<score_rules>& rules) {
  std::vector<publication> all;
  for (const source_spec& source : sources) {
    auto read = read_publication(source);
    if (!read) return read.error();
    if (read->counts.rejected != 0 || read->counts.side_rejected != 0) {
      say("note: " + source.path + ": " + counted(read->counts.rejected + read->counts.side_rejected, "row", "rows") +
          " could not be read; index build says which");
    }
    all.push_back(std::move(*read));
  }
  auto merged = merge_publications(std::move(all));
  if (!merged) return merged.error();
  auto bytes = build_index_bytes(*merged, rules.value_or(score_rules()));
  if (!bytes) return bytes.error();
  return party_index::from_bytes(*bytes, verify::fully, rules);
}

/// A file of the set must not take the place of what it is made from.
bool is_input(const std::string& path, const variants_request& r) {
  std::error_code none;
  if (!r.index_path.empty() && fs::equivalent(path, r.index_path, none)) return true;
  return std::any_of(r.sources.begin(), r.sources.end(), [&](const source_spec& s) {
    return fs::equivalent(path, s.path, none);
  });
}

int write(const std::string& path, const std::string& text) {
  auto done = support::write_file_atomically(path, text);
  if (done.has_value()) return k_done;
  error e = done.error();
  e.code = errc::io;  // an output, not an input, is what fails
  return report(e);
}

std::string_view what_is(const std::string& kind) {
  for (const variant_kind& k : all_variant_kinds()) {
    if (k.name == kind) return k.what;
  }
  return {};
}

int print_counts(const variant_set& set, const variants_request& r) {
  const terminal out = terminal::detect(1, r.colour);
  table t({{"kind", table::left}, {"made", table::right}, {"what", table::flexible}});
  for (const variant_count& c : set.counts) {
    const bool short_of = c.made < set.options.per_kind;
    t.add({{c.kind}, {grouped(c.made), short_of ? ink::yellow : ink::none}, {std::string(what_is(c.kind))}});
  }
  for (const std::string& line : t.lines(out)) std::cout << line << '\n';
  std::string words = counted(set.queries.size(), "query", "queries") + " from " +
                      counted(set.names, "name", "names") + ", seed " + std::to_string(set.options.seed);
  std::vector<std::string> left_out;
  if (set.weak_left_out != 0) left_out.push_back(counted(set.weak_left_out, "weak alias", "weak aliases"));
  if (set.ended_left_out != 0) left_out.push_back(counted(set.ended_left_out, "ended party", "ended parties"));
  for (std::size_t i = 0; i < left_out.size(); ++i) words += (i == 0 ? "; without " : " and ") + left_out[i];
  std::cout << words << '\n';
  return output_written() ? k_done : k_output_failed;
}

int make(const variants_request& r, const party_index& idx) {
  const std::string queries = (fs::path(r.out) / "queries.tsv").string();
  const std::string truth = (fs::path(r.out) / "truth.tsv").string();
  for (const std::string& path : {queries, truth}) {
    if (is_input(path, r)) {
      return report({errc::usage, "--out holds an input: " + path + " would be lost", {}, 0, {}});
    }
  }
  const auto set = make_variants(idx, r.options);
  if (!set) return report(set.error());
  std::error_code failed;
  fs::create_directories(r.out, failed);
  if (failed) return report({errc::io, "cannot be made: " + failed.message(), r.out, 0, {}});
  if (const int code = write(queries, queries_tsv(*set)); code != k_done) return code;
  if (const int code = write(truth, truth_tsv(*set)); code != k_done) return code;
  for (const variant_count& c : set->counts) {
    if (c.made < set->options.per_kind) {
      say("note: " + c.kind + ": " + grouped(c.made) + " of " + grouped(set->options.per_kind) +
          ": no more names lend themselves to it, or none were met");
    }
  }
  return print_counts(*set, r);
}

}  // namespace

int run_variants(const variants_request& r) {
  const auto rules = chosen_rules(r.score);
  if (!rules) return report(rules.error());
  if (r.sample) return make(r, party_index::sample());
  auto idx = r.index_path.empty() ? index_of(r.sources, *rules) : open_index(r.index_path, *rules);
  if (!idx) {
    error e = idx.error();
    if (e.file.empty()) e.file = r.index_path;
    if (e.code == errc::io) e.code = errc::bad_index;
    return report(e);
  }
  return make(r, *idx);
}

}  // namespace tradewarden::cli
