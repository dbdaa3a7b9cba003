#include "benchmarks/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

namespace tradewarden::bench {
namespace {

constexpr std::string_view k_list = "X-BENCH";

/// Draws that are the same everywhere (splitmix64).
class draw {
 public:
  explicit draw(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
  }

 private:
  std::uint64_t state_;
};

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = line.find(by);
    out.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return out;
    line.remove_prefix(at + 1);
  }
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out;
  for (const std::string_view w : split(name, ' ')) {
    if (!w.empty()) out.emplace_back(w);
  }
  return out;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
  return out;
}

std::string in_whole(std::ifstream& in) {
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

/// Lines of `columns` columns or more; the first that is not one is an error.
template <class Take>
result<void> each_row(const std::string& path, std::size_t columns, const Take& take) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return error{errc::not_found, "cannot open the file", path, 0, {}};
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto cells = split(line, '\t');
    if (cells.size() < columns) {
      return error{errc::bad_syntax, "fewer columns than " + std::to_string(columns), path, number, {}};
    }
    take(cells);
  }
  if (number == 0) return error{errc::empty_input, "no rows", path, 0, {}};
  return {};
}

schema schema_of(std::string_view text) { return parse_schema(text).value_or(schema::unknown); }

/// Cuts at bytes are fine here: the names of the corpus are ASCII, and others are only garbled more.
void edit(std::string& word, draw& d) {
  const char letter = static_cast<char>('a' + d.below(26));
  const std::size_t kind = d.below(4);
  if (word.size() < 2 && kind != 1) {
    word += letter;
  } else if (kind == 0) {
    word.erase(d.below(word.size()), 1);
  } else if (kind == 1) {
    word.insert(d.below(word.size() + 1), 1, letter);
  } else if (kind == 2) {
    word[d.below(word.size())] = letter;
  } else {
    const std::size_t i = d.below(word.size() - 1);
    std::swap(word[i], word[i + 1]);
  }
}

}  // namespace

result<std::vector<named_row>> read_names(const std::string& path) {
  std::vector<named_row> out;
  const auto read = each_row(path, 3, [&](const auto& cells) {
    out.push_back({std::string(cells[0]), schema_of(cells[1]), std::string(cells[2])});
  });
  if (!read) return read.error();
  return out;
}

result<std::vector<query_row>> read_queries(const std::string& path) {
  std::vector<query_row> out;
  const auto read = each_row(path, 4, [&](const auto& cells) {
    out.push_back({std::string(cells[0]), schema_of(cells[1]), std::string(cells[2]),
                   cells[3] == "-" ? std::string() : std::string(cells[3])});
  });
  if (!read) return read.error();
  return out;
}

result<void> write_queries(const std::string& path, std::span<const query_row> queries) {
  std::ofstream out(path, std::ios::binary);
  for (const query_row& q : queries) {
    out << q.id << '\t' << to_string(q.schema) << '\t' << q.text << '\t'
        << (q.member.empty() ? "-" : q.member) << '\n';
  }
  out.close();
  if (!out) return error{errc::io, "cannot write the queries", path, 0, {}};
  return {};
}

result<digest> hash_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return error{errc::not_found, "cannot open the file", path, 0, {}};
  return sha256(in_whole(in));
}

publication benchmark_publication() {
  publication p;
  p.format = "tradewarden";
  p.name = "benchmark names";
  return p;
}

listed_party party_of(const named_row& row) {
  listed_party party;
  party.list = k_list;
  party.source_id = row.id;
  party.schema = row.schema;
  party.names.emplace_back().text = row.name;
  party.measures.emplace_back();
  party.sources.emplace_back().id = row.id;
  return party;
}

party_set make_parties(std::span<const named_row> names) {
  party_set set;
  set.publications.push_back(benchmark_publication());
  set.parties.reserve(names.size());
  for (const named_row& row : names) {
    set.parties.push_back(party_of(row));
  }
  const auto by_id = [](const listed_party& a, const listed_party& b) {
    return a.source_id < b.source_id;
  };
  if (!std::is_sorted(set.parties.begin(), set.parties.end(), by_id)) {
    std::sort(set.parties.begin(), set.parties.end(), by_id);
  }
  return set;
}

std::vector<query_row> make_queries(std::span<const named_row> names, std::size_t count) {
  draw d(20'260'722);
  std::vector<query_row> out;
  for (std::size_t n = 0; n < count; ++n) {
    const named_row& from = names[d.below(names.size())];
    std::vector<std::string> words = words_of(from.name);
    query_row q;
    q.schema = from.schema;
    if (n % 2 == 0) {
      const std::size_t edits = n / 2 % 4;
      q.id = "e" + std::to_string(edits) + "." + std::to_string(n);
      q.member = from.id;
      for (std::size_t e = 0; e < edits && !words.empty(); ++e) edit(words[d.below(words.size())], d);
      if (words.size() > 1 && d.below(100) < 30) {
        const std::size_t i = d.below(words.size() - 1);
        std::swap(words[i], words[i + 1]);
      }
    } else {
      q.id = "n" + std::to_string(n);
      const std::vector<std::string> others = words_of(names[d.below(names.size())].name);
      words.resize((words.size() + 1) / 2);
      words.insert(words.end(), others.begin() + static_cast<std::ptrdiff_t>(others.size() / 2),
                   others.end());
    }
    q.text = join(words);
    out.push_back(std::move(q));
  }
  return out;
}

std::vector<query_row> every_nth(std::vector<query_row> queries, std::size_t count) {
  if (count == 0 || count >= queries.size()) return queries;
  std::vector<query_row> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(std::move(queries[i * queries.size() / count]));
  return out;
}

void grow(std::span<const named_row> names, std::size_t count,
          const std::function<void(const named_row&)>& take) {
  std::size_t made = 0;
  for (; made < names.size() && made < count; ++made) take(names[made]);
  draw d(31);
  while (made < count) {
    const named_row& a = names[d.below(names.size())];
    const named_row& b = names[d.below(names.size())];
    std::vector<std::string> words = words_of(a.name);
    const std::vector<std::string> others = words_of(b.name);
    if (words.empty() || others.empty()) continue;
    words[d.below(words.size())] = others[d.below(others.size())];
    named_row row;
    row.schema = a.schema;
    row.name = join(words);
    const std::string number = std::to_string(made++);
    row.id.assign(1, 'G');
    row.id.append(9 - std::min<std::size_t>(9, number.size()), '0');
    row.id += number;
    take(row);
  }
}

screening_query query_of(const query_row& row) {
  screening_query q;
  q.id = row.id;
  q.name = row.text;
  q.schema = row.schema;
  return q;
}

screening_options options_of(std::int32_t threshold_units, std::uint32_t limit) {
  screening_options o;
  o.as_of = day::parse("2026-07-31").value();
  o.threshold = score::from_units(threshold_units);
  o.limit = limit;
  o.count_all = false;  // the goals are for the best ten
  return o;
}

}  // namespace tradewarden::bench
