#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <utility>

#include "evaluate/figures.hpp"
#include "evaluate/labelled_rows.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"
#include "tradewarden/compare_evaluations.hpp"

namespace tradewarden {
namespace {

using evaluating::labelled_rows;

/// Four decimals of a score as other programs write it ("0.91071", "1", ".5"); what follows is cut off,
/// so that 1 stays what it is.
std::optional<std::int32_t> read_score(std::string_view text) {
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, dot);
  const std::string_view rest = dot == text.size() ? std::string_view() : text.substr(dot + 1);
  const auto digits = [](std::string_view t) { return std::all_of(t.begin(), t.end(), ascii::is_digit); };
  if (!digits(whole) || !digits(rest) || whole.size() > 1 || whole.size() + rest.size() == 0) {
    return std::nullopt;
  }
  std::int32_t units = whole.empty() ? 0 : whole[0] - '0';
  for (std::size_t i = 0; i < 4; ++i) units = units * 10 + (i < rest.size() ? rest[i] - '0' : 0);
  const bool beyond = units == score::k_one && rest.find_first_not_of('0') != std::string_view::npos;
  return units > score::k_one || beyond ? std::nullopt : std::optional(units);
}

std::optional<std::uint64_t> read_rank(std::string_view text) {
  std::uint64_t out = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (bad != std::errc() || end != text.data() + text.size() || out == 0) return std::nullopt;
  return out;
}

bool is_expected(const labelled_query& q, std::string_view id) {
  return std::find(q.expected.begin(), q.expected.end(), id) != q.expected.end();
}

}  // namespace

result<evaluation> evaluate_hits(const labelled_set& set, const std::string& hits,
                                 const evaluation_options& options) {
  if (auto ok = evaluating::check(set, options); !ok.has_value()) return ok.error();
  auto opened = labelled_rows::open(hits);
  if (!opened) return opened.error();
  labelled_rows& file = **opened;
  evaluation out;
  evaluating::begin(set, options, out);
  out.hits_file = hits;
  out.hits_sha256 = file.sha256();
  out.outcomes.resize(set.queries.size());
  string_view_map<std::size_t> places;
  for (std::size_t i = 0; i < set.queries.size(); ++i) places.emplace(set.queries[i].query.id, i);

  delimited_stream records(file.lines(), '\t');
  bool first = true;
  while (auto r = records.next()) {
    const bool may_be_header = std::exchange(first, false);
    if (r->problem) return file.problem(r->problem->code, r->problem->message, r->line);
    if (r->fields.size() < 4) {
      return file.problem(errc::bad_syntax, "fewer than the four cells of query, rank, party, score",
                          r->line);
    }
    const auto rank = read_rank(ascii::trim(r->fields[1]));
    const auto units = read_score(ascii::trim(r->fields[3]));
    // A first line of words, not one whose rank is wrong.
    const bool words = !rank && !units && r->fields[1].find_first_of("0123456789") == std::string::npos;
    if (may_be_header && words) continue;
    if (!rank) return file.problem(errc::bad_value, "not a rank from 1 on", r->line, "rank");
    if (!units) return file.problem(errc::bad_value, "not a score from 0 to 1", r->line, "score");
    const auto place = places.find(ascii::trim(r->fields[0]));
    if (place == places.end()) {
      ++out.hits_of_other_queries;
      continue;
    }
    if (*rank > options.screening.limit || *units < out.options.floor.units()) continue;
    query_outcome& got = out.outcomes[place->second];
    got.best = std::max(got.best, *units);
    if (is_expected(set.queries[place->second], file.text(ascii::trim(r->fields[2])))) {
      got.right = std::max(got.right, *units);
    }
    out.hits_declared += *units >= options.screening.threshold.units() ? 1 : 0;
  }
  evaluating::make_figures(set, out);
  return out;
}

}  // namespace tradewarden
