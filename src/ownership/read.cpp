#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "bill_io/table_csv_impl.hpp"
#include "lists/followthemoney.hpp"
#include "lists/input_file.hpp"
#include "ownership/graph_data.hpp"
#include "ownership/rows.hpp"
#include "ownership/share_text.hpp"
#include "support/ascii.hpp"
#include "support/clipped.hpp"
#include "support/id_pairs.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/ownership_graph.hpp"

namespace tradewarden {
namespace {

using detail::edge_terms;
using detail::ownership_edges;
using detail::packed_edge;
using detail::share_interval;
using ownership::edge_row;
using ownership::party_row;
using ownership::seed_row;

constexpr read_limits k_file_limits{.max_file_bytes = std::uint64_t{16} << 30};
constexpr std::size_t k_most_problems = 1000;
constexpr std::size_t k_most_dates = 100;  // that are no dates and are told one by one
constexpr std::size_t k_longest_id = 4096;
constexpr std::size_t k_most_edges = std::numeric_limits<std::uint32_t>::max() - 1;

/// The files as they are read; becomes a graph if nothing is wrong.
class reader {
 public:
  /// The edges come first: the others are told which of their parties stand in none.
  void take_path(const char* holds, const std::string& path) {
    if (path.empty()) return;
    const auto file = lists::load_input_file(path, k_file_limits, lists::content_kind::other);
    if (!file) return problem(file.error());
    take(holds, *file);
  }
  void take_text(const ownership_text& text) {
    const auto file = lists::make_input_file(text.name, text.bytes, k_file_limits, lists::content_kind::other);
    if (!file) {
      error e = file.error();
      e.file = text.name;
      return problem(std::move(e));
    }
    take(text.holds, *file);
  }

  ownership_reading finish() {
    if (out_.problems.empty() && edges_.empty()) {
      problem({errc::empty_input, "there is no edge between two parties", {}, 0, "edges"});
    }
    if (out_.problems.empty() && seeds_asked_ && seeds_.empty()) {
      problem({errc::empty_input, "the file names no listed party: with it nobody would be restricted", {}, 0, "seeds"});
    }
    note_counts();
    if (out_.problems.empty()) build();
    return std::move(out_);
  }

 private:
  template <class Row>
  class sink;

  void take(std::string_view holds, const lists::input_file& file) {
    if (holds == "edges" && lists::looks_like_ftm_json(file.bytes)) return read_entities(file);
    if (holds == "edges") return read_rows<edge_row>(file, "edges");
    if (holds == "parties") return read_rows<party_row>(file, "parties");
    if (holds == "seeds") {
      seeds_asked_ = true;
      return read_rows<seed_row>(file, "seeds");
    }
    problem({errc::usage, "edges, parties or seeds are read here, not '" + std::string(holds) + "'", file.name, 0, {}});
  }

  template <class Row>
  void read_rows(const lists::input_file& file, const char* holds) {
    sink<Row> to(*this, file, holds);
    bill_io::read_rows_csv<Row>(file, to);
  }

  void problem(error e) {
    if (out_.problems.size() < k_most_problems) {
      out_.problems.push_back(std::move(e));
    } else {
      ++out_.more_problems;
    }
  }
  [[nodiscard]] std::uint64_t problems() const { return out_.problems.size() + out_.more_problems; }

  /// Ownership of FollowTheMoney entities: the same rows, from another form.
  void read_entities(const lists::input_file& file);

  void note_counts() {
    const auto note = [&](std::uint64_t n, const char* what) {
      if (n != 0) out_.notes.push_back(std::to_string(n) + what);
    };
    note(no_kind_, " without a kind (edges): taken as capital");
    note(own_, " from a party to itself (edges): shares that a company holds in itself are left out");
    note(lone_parties_, " in no edge (parties)");
    note(lone_seeds_, " in no edge (seeds): restricted alone");
  }

  void build() {
    auto all = std::make_shared<ownership_edges>();
    between_.finish();
    all->ids = std::move(ids_);
    all->sources = std::move(sources_);
    all->shares = std::move(shares_);
    all->terms = std::move(terms_);
    facts_.resize(has_facts_ ? all->ids.size() : 0);
    all->facts = std::move(facts_);
    all->begin.assign(std::size_t{all->ids.size()} + 1, 0);
    for (const std::uint32_t o : owners_) ++all->begin[o + 1];
    std::partial_sum(all->begin.begin(), all->begin.end(), all->begin.begin());
    large_vector<std::uint32_t> next(all->begin.begin(), all->begin.end() - 1);
    all->edges.resize(edges_.size());
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const read_edge& e = edges_[i];
      all->edges[next[owners_[i]]++] = {owned_[i], e.share, e.terms, e.source, e.line};
    }
    large_vector<read_edge>().swap(edges_);
    large_vector<std::uint32_t>().swap(owners_);
    large_vector<std::uint32_t>().swap(owned_);
    drop_repeated(*all);

    auto data = std::make_shared<detail::ownership_data>();
    data->edges = std::move(all);
    data->files = out_.files;
    out_.graph = ownership_graph(std::move(data)).with_seeds(std::move(seeds_));
  }

  /// A row that stands twice word for word says one thing, not two shares.
  void drop_repeated(ownership_edges& all) {
    const auto key = [](const packed_edge& e) { return std::tie(e.other, e.terms, e.share, e.source); };
    std::vector<std::uint32_t> order;
    std::vector<char> gone(all.edges.size());
    std::uint64_t repeated = 0;
    for (std::uint32_t o = 0; o + 1 < all.begin.size(); ++o) {
      const std::uint32_t first = all.begin[o];
      const std::uint32_t last = all.begin[o + 1];
      if (last - first < 2) continue;
      order.resize(last - first);
      std::iota(order.begin(), order.end(), first);
      std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple_cat(key(all.edges[a]), std::tie(a)) < std::tuple_cat(key(all.edges[b]), std::tie(b));
      });
      for (std::size_t i = 1; i < order.size(); ++i) {
        if (key(all.edges[order[i]]) == key(all.edges[order[i - 1]])) {
          gone[order[i]] = 1;
          ++repeated;
        }
      }
    }
    if (repeated == 0) return;
    std::uint32_t to = 0;
    std::uint32_t at = 0;
    for (std::uint32_t o = 0; o + 1 < all.begin.size(); ++o) {
      const std::uint32_t last = all.begin[o + 1];
      all.begin[o] = to;
      for (; at < last; ++at) {
        if (gone[at] == 0) all.edges[to++] = all.edges[at];
      }
    }
    all.begin.back() = to;
    all.edges.resize(to);
    for (ownership_file& file : out_.files) {
      if (file.holds != "edges") continue;
      file.repeated = repeated;
      file.used -= repeated;
      break;
    }
    out_.notes.push_back(std::to_string(repeated) + " word for word twice (edges): counted once");
  }

  ownership_reading out_;
  text_ids ids_, sources_;
  text_ids share_texts_, term_texts_;
  std::vector<std::uint32_t> share_numbers_;  // by share_texts_
  std::vector<std::uint32_t> short_shares_ = std::vector<std::uint32_t>(10001 * 3, text_ids::k_none);
  large_vector<share_interval> shares_;
  std::vector<edge_terms> terms_;
  large_vector<std::uint32_t> owners_, owned_;
  id_pairs between_{ids_, owners_, owned_};
  struct read_edge {
    std::uint32_t share, terms, source, line;
  };
  large_vector<read_edge> edges_;
  std::vector<detail::party_facts> facts_;
  std::vector<ownership_seed> seeds_;
  bool has_facts_ = false;
  bool seeds_asked_ = false;
  std::uint64_t no_kind_ = 0, own_ = 0, lone_parties_ = 0, lone_seeds_ = 0;
};

template <class Row>
class reader::sink final : public bill_io::table_sink {
 public:
  sink(reader& to, const lists::input_file& file, const char* holds) : to_(to), name_(file.label()) {
    counts_.file = file.label();
    counts_.content = file.sha256;
    counts_.holds = holds;
    if constexpr (std::is_same_v<Row, edge_row>) {
      const auto lines = static_cast<std::size_t>(std::count(file.bytes.begin(), file.bytes.end(), '\n'));
      to_.owners_.reserve(lines);
      to_.owned_.reserve(lines);
      to_.edges_.reserve(lines);
    }
    if constexpr (std::is_same_v<Row, party_row>) to_.has_facts_ = true;
  }
  ~sink() {
    to_.between_.finish();
    to_.out_.files.push_back(std::move(counts_));
  }

  void read() override { ++counts_.rows; }
  void rejected() override { ++counts_.rejected; }
  void unread() override {}
  [[nodiscard]] std::uint64_t problems() const override { return to_.problems(); }
  void problem(errc code, std::uint64_t line, std::string field, std::string message) override {
    to_.problem({code, std::move(message), name_, line, std::move(field)});
  }
  void problem(error e) override {
    e.file = name_;
    to_.problem(std::move(e));
  }
  void note(const std::string& sentence, std::uint64_t line) override {
    to_.out_.notes.push_back(name_ + (line == 0 ? "" : ":" + std::to_string(line)) + ": " +
                             support::clipped(sentence, 2000));
  }

  void row(const Row& r, std::uint64_t line) {
    const std::uint64_t before = to_.problems();
    take(r, line);
    if (to_.problems() == before) {
      ++counts_.used;
    } else {
      ++counts_.rejected;
    }
  }

 private:
  /// An id, or empty with a problem.
  std::string_view id(std::string_view text, const char* field, std::uint64_t line) {
    text = ascii::trim(text);
    if (text.empty()) problem(errc::missing_field, line, field, "an id is missing");
    if (text.size() > k_longest_id) {
      problem(errc::limit_exceeded, line, field, "an id has at most " + std::to_string(k_longest_id) + " bytes");
      return {};
    }
    return text;
  }

  void take(const edge_row& r, std::uint64_t line) {
    const std::string_view owner = id(r.owner_id, "owner_id", line);
    const std::string_view owned = id(r.owned_id, "owned_id", line);
    const std::uint32_t terms = terms_of(r, line);
    if (terms == text_ids::k_none) return;
    const std::uint32_t share = share_of(r.share, to_.terms_[terms].kind, line);
    if (share == text_ids::k_none || owner.empty() || owned.empty()) return;
    if (to_.edges_.size() == k_most_edges || line > k_most_edges) {
      problem(errc::limit_exceeded, line, {}, "a graph has at most 4,294,967,294 edges");
      return;
    }
    if (ascii::trim(r.kind).empty()) ++to_.no_kind_;
    if (owner == owned) {
      ++to_.own_;
      to_.between_.finish();
      to_.ids_.add(owner);
      return;
    }
    to_.between_.add(owner, owned);
    to_.edges_.push_back({share, terms, to_.sources_.add(ascii::trim(r.source)), static_cast<std::uint32_t>(line)});
  }

  /// Number of a share; k_none with a problem.
  std::uint32_t share_of(std::string_view text, ownership_kind kind, std::uint64_t line) {
    text = ascii::trim(text);
    const bool control = kind == ownership_kind::control;
    if (text.empty() && control) text = "100";  // that it controls is all there is to say
    if (text.empty()) {
      problem(errc::missing_field, line, "share", "a share is missing; one that is not known is '?'");
      return text_ids::k_none;
    }
    // Most shares have two decimals at most: their numbers stand in a table by value and decimals, so that
    // "50" and "50.00" keep numbers of their own.
    const std::size_t place = short_share(text);
    std::uint32_t* const short_one = place < to_.short_shares_.size() ? &to_.short_shares_[place] : nullptr;
    if (short_one != nullptr && *short_one != text_ids::k_none) return *short_one;
    const std::uint32_t known = short_one != nullptr ? text_ids::k_none : to_.share_texts_.find(text);
    if (known != text_ids::k_none) return to_.share_numbers_[known];
    const auto parsed = ownership::parse_percent(text);
    if (!parsed) {
      problem(parsed.error().code, line, "share", parsed.error().message);
      return text_ids::k_none;
    }
    const auto made = static_cast<std::uint32_t>(to_.shares_.size());
    to_.shares_.push_back(*parsed);
    if (short_one != nullptr) {
      *short_one = made;
    } else {
      to_.share_texts_.add(text);
      to_.share_numbers_.push_back(made);
    }
    return made;
  }

  /// The place of "D.DD", "DD.D", "100" and such in the table of short shares; beyond it: another form.
  static std::size_t short_share(std::string_view text) {
    constexpr std::size_t k_other = static_cast<std::size_t>(-1);
    std::size_t value = 0;
    std::size_t decimals = 0;
    bool point = false;
    if (text.size() > 6 || (text.size() > 1 && text[0] == '0' && text[1] != '.')) return k_other;
    for (const char c : text) {
      if (c == '.' && !point && &c != text.data()) {
        point = true;
      } else if (ascii::is_digit(c)) {
        value = value * 10 + static_cast<std::size_t>(c - '0');
        decimals += point ? 1 : 0;
      } else {
        return k_other;
      }
    }
    if (decimals > 2 || point != (decimals != 0)) return k_other;
    for (std::size_t i = decimals; i < 2; ++i) value *= 10;
    return value > 10000 ? k_other : value * 3 + decimals;
  }

  /// Number of a kind with its dates; k_none with a problem.
  std::uint32_t terms_of(const edge_row& r, std::uint64_t line) {
    key_.assign(ascii::trim(r.kind));
    key_ += ' ';
    key_ += ascii::trim(r.from);
    key_ += ' ';
    key_ += ascii::trim(r.until);
    const std::uint32_t known = to_.term_texts_.find(key_);
    if (known != text_ids::k_none) return known;
    edge_terms t;
    const std::uint64_t before = problems();
    if (const std::string_view kind = ascii::trim(r.kind); !kind.empty()) {
      const auto parsed = parse_ownership_kind(kind);
      if (!parsed) problem(errc::bad_value, line, "kind", "capital, votes, control or board belongs here");
      if (parsed) t.kind = *parsed;
    }
    const auto date = [&](std::string_view text, const char* field, std::optional<day>& to) {
      text = ascii::trim(text);
      if (text.empty()) return;
      const auto parsed = day::parse(text);
      if (!parsed) return problem(errc::bad_value, line, field, parsed.error().message);
      to = *parsed;
    };
    date(r.from, "from", t.from);
    date(r.until, "until", t.until);
    if (t.from && t.until && *t.until <= *t.from) {
      problem(errc::conflict, line, "until", "the first day on which it no longer holds is not after 'from'");
    }
    if (problems() != before) return text_ids::k_none;
    to_.terms_.push_back(t);
    return to_.term_texts_.add(key_);
  }

  void take(const party_row& r, std::uint64_t line) {
    const std::string_view party = id(r.party_id, "party_id", line);
    if (party.empty()) return;
    if (to_.ids_.find(party) == text_ids::k_none) ++to_.lone_parties_;
    const std::uint32_t at = to_.ids_.add(party);
    if (to_.facts_.size() <= at) to_.facts_.resize(std::max<std::size_t>(to_.ids_.size(), at + 1));
    detail::party_facts& facts = to_.facts_[at];
    if (seen_.size() <= at) seen_.resize(to_.facts_.size());
    if (seen_[at]) return problem(errc::conflict, line, "party_id", "this party stands twice");
    seen_[at] = true;
    facts.name = ascii::trim(r.name);
    facts.schema = ascii::trim(r.schema);
    const std::string_view country = ascii::trim(r.country);
    if (country.empty() || country == "?") return;
    facts.country = country_code(country);
    if (facts.country.empty()) {
      note("no country is called '" + std::string(country.substr(0, 60)) + "'; it is taken as not known", line);
    }
  }

  void take(const seed_row& r, std::uint64_t line) {
    const std::string_view party = id(r.party_id, "party_id", line);
    if (party.empty()) return;
    if (to_.ids_.find(party) == text_ids::k_none) ++to_.lone_seeds_;
    ownership_seed seed;
    seed.party = entity_id{to_.ids_.add(party)};
    seed.list = ascii::trim(r.list);
    seed.requirement = ascii::trim(r.requirement);
    seed.footnotes = ascii::trim(r.footnotes);
    seed.citation = ascii::trim(r.citation);
    to_.seeds_.push_back(std::move(seed));
  }

  reader& to_;
  std::string name_;
  std::string key_;
  std::vector<bool> seen_;
  ownership_file counts_;
};

/// The first text of a property of an entity; empty if it has none.
std::string_view property_of(simdjson::dom::element entity, std::string_view name) {
  simdjson::dom::element value;
  if (entity["properties"][name].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return ascii::trim(text);
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return {};
  for (const simdjson::dom::element one : list) {
    if (one.get(text) == simdjson::SUCCESS && !ascii::trim(text).empty()) return ascii::trim(text);
  }
  return {};
}

/// Dates of edges that are no dates: without them an edge holds on more days than its file means.
class lost_dates {
 public:
  explicit lost_dates(std::string_view bytes) : rest_(bytes) {}

  /// Of an edge without `from` or without `until`; edges come by line.
  std::vector<std::string> of(const lists::ownership_edge& e) {
    std::vector<std::string> out;
    if ((e.from && e.until) || e.line <= line_) return out;
    std::string_view text;
    for (; line_ < e.line; ++line_) {
      const std::size_t end = rest_.find('\n');
      text = rest_.substr(0, end);
      rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    }
    if (text.find("Date\"") == std::string_view::npos) return out;
    simdjson::dom::element entity;
    if (parser_.parse(text.data(), text.size(), true).get(entity) != simdjson::SUCCESS) return out;
    for (const auto& [name, lost, meaning] : {std::tuple("startDate", !e.from, "it is taken to hold from always"),
                                              std::tuple("endDate", !e.until, "it is taken to hold still")}) {
      const std::string_view date = property_of(entity, name);
      if (!lost || date.empty()) continue;
      out.push_back(std::string(name) + " '" + support::clipped(date, 40) + "' is no date: " + meaning);
    }
    return out;
  }

 private:
  std::string_view rest_;
  std::uint64_t line_ = 0;
  simdjson::dom::parser parser_;
};

void reader::read_entities(const lists::input_file& file) {
  const auto edges = lists::read_ftm_ownership(file, k_file_limits);
  if (!edges) return problem(edges.error());
  sink<edge_row> to(*this, file, "edges");
  std::uint64_t vague = 0;
  std::uint64_t half = 0;
  std::uint64_t half_line = 0;
  std::uint64_t more_dates = 0;
  std::size_t told_dates = 0;
  lost_dates dates(file.bytes);
  for (const lists::ownership_edge& e : *edges) {
    const std::string share = ownership::plain_percent(e.percentage);
    if (share == "?" && !e.percentage.empty()) ++vague;
    const std::string from = e.from ? e.from->to_string() : std::string();
    // Their last day is the day before our `until`.
    const std::string until = e.until ? e.until->plus(1).to_string() : std::string();
    for (const std::string& lost : dates.of(e)) {
      if (told_dates < k_most_dates) {
        ++told_dates;
        to.note(lost, e.line);
      } else {
        ++more_dates;
      }
    }
    to.read();
    if (e.owner.empty() || e.owned.empty()) {
      to.rejected();
      if (half++ == 0) half_line = e.line;
      continue;
    }
    to.row({e.owner, e.owned, share, "capital", from, until, e.role}, e.line);
  }
  if (half != 0) {
    out_.notes.push_back(file.label() + ": " + std::to_string(half) +
                         " without an owner or without what is owned (edges), the first on line " +
                         std::to_string(half_line) + ": rejected");
  }
  if (more_dates != 0) {
    out_.notes.push_back(file.label() + ": " + std::to_string(more_dates) + " more dates of edges that are none: passed over");
  }
  if (vague != 0) {
    out_.notes.push_back(file.label() + ": " + std::to_string(vague) +
                         " shares are neither a number nor a range: taken as not known");
  }
}

}  // namespace

ownership_reading read_ownership(const ownership_sources& sources) {
  reader r;
  r.take_path("edges", sources.edges);
  r.take_path("parties", sources.parties);
  r.take_path("seeds", sources.seeds);
  return r.finish();
}

ownership_reading read_ownership_texts(const std::vector<ownership_text>& texts) {
  reader r;
  for (const ownership_text& t : texts) r.take_text(t);
  return r.finish();
}

}  // namespace tradewarden
