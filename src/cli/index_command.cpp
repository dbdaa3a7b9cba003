#include "cli/index_command.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <limits>
#include <utility>
#include <variant>

#include "audit/json_parts.hpp"
#include "cli/index_file.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "index/output_path.hpp"
#include "index/read_index_info.hpp"
#include "review/stored_index.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_most_diagnostics = 20;

struct count_row {
  const char* label;
  std::uint64_t publication_counts::*count;
};
constexpr count_row k_counts[] = {
    {"rows", &publication_counts::rows},
    {"distinct ids", &publication_counts::distinct_ids},
    {"parties", &publication_counts::parties},
    {"joined to a party", &publication_counts::joined},
    {"rejected", &publication_counts::rejected},
    {"names", &publication_counts::names},
    {"weak names", &publication_counts::weak_names},
    {"aliases", &publication_counts::aliases},
    {"addresses", &publication_counts::addresses},
    {"side rejected", &publication_counts::side_rejected},
};

std::string label_of(std::size_t publication) {
  return "[" + std::to_string(publication + 1) + "]";
}

/// The counts of publications `first` up to `last`, and their sum if all are shown.
std::vector<std::string> count_lines(const index_info& info, std::size_t first, std::size_t last,
                                     const terminal& out) {
  const bool with_sum = first == 0 && last == info.publications.size() && last > 1;
  std::vector<table::column> columns{{"", table::left}};
  for (std::size_t p = first; p < last; ++p) columns.push_back({label_of(p), table::right});
  if (with_sum) columns.push_back({"all", table::right});
  table t(columns);
  for (const count_row& r : k_counts) {
    std::vector<table::cell> cells{{r.label}};
    std::uint64_t sum = 0;
    for (std::size_t p = first; p < last; ++p) {
      const std::uint64_t n = info.publications[p].counts.*r.count;
      sum += n;
      const bool alarming = n != 0 && (r.count == &publication_counts::rejected ||
                                       r.count == &publication_counts::side_rejected);
      cells.push_back({grouped(n), alarming ? ink::yellow : ink::none});
    }
    if (with_sum) cells.push_back({grouped(sum)});
    t.add(std::move(cells));
  }
  return t.lines(out);
}

std::string check_words(const index_info& info) {
  std::uint64_t entries = 0;
  std::uint64_t older = 0;
  std::string wrong;
  for (std::size_t p = 0; p < info.publications.size(); ++p) {
    const publication_counts& c = info.publications[p].counts;
    entries += c.parties;
    older += info.publications[p].history.size();
    if (c.rows != c.parties + c.joined + c.rejected) {
      wrong += (wrong.empty() ? "" : ", ") + label_of(p);
    }
  }
  // With a history, entries that are gone are parties too.
  std::string out = grouped(entries) + " entries" +
                    (older == 0 ? ", " : ", more in " + counted(older, "older snapshot", "older snapshots") + ", ") +
                    grouped(info.duplicates) + " duplicates merged: " + grouped(info.parties) + " parties, " +
                    grouped(info.names) + " names.";
  if (!wrong.empty()) out += " Rows do not add up in " + wrong + ".";
  if (older == 0 && entries - info.duplicates != info.parties) out += " Entries and parties do not add up.";
  return out;
}

error named(error e, const std::string& file) {
  if (e.file.empty()) e.file = file;
  return e;
}

/// What the sources hold, or an exit_code; complaints are said.
std::variant<party_set, int> read_sources(const index_build_request& request) {
  std::vector<publication> publications;
  bool refused = false;
  for (const source_spec& source : request.sources) {
    auto read = read_publication(source);
    if (read) {
      publications.push_back(std::move(*read));
      continue;
    }
    // Every refused source is named before the end, so that one run shows all there is to mend.
    say("refused: " + named(read.error(), source.path).to_string());
    refused = true;
  }
  const std::size_t most =
      request.all_diagnostics ? std::numeric_limits<std::size_t>::max() : k_most_diagnostics;
  for (const std::string& line : diagnostic_lines(publications, most)) say(line);
  if (refused) {
    say("nothing was written: an index without one of its sources would miss its parties");
    return k_refused;
  }
  std::vector<std::size_t> said;
  for (const publication& p : publications) said.push_back(p.diagnostics.size());
  auto set = merge_publications(std::move(publications));
  if (!set) {
    say("refused: " + set.error().to_string());
    return k_refused;
  }
  // What two publications disagree on shows only now.
  for (std::size_t i = 0; i < set->publications.size() && i < said.size(); ++i) {
    const std::vector<diagnostic>& all = set->publications[i].diagnostics;
    for (std::size_t k = said[i]; k < all.size(); ++k) say("warning: " + all[k].to_string());
  }
  return std::move(*set);
}

stored_parties_options options_of(const index_build_request& request) {
  stored_parties_options out;
  out.history = request.history;
  return out;
}

/// A newer snapshot in quarantine: the index is older than its reader may think.
void say_what_does_not_serve(const std::vector<snapshot_info>& all) {
  for (const snapshot_info& s : all) {
    if (s.state != snapshot_state::quarantined) continue;
    const bool outdated = std::any_of(all.begin(), all.end(), [&](const snapshot_info& o) {
      if (o.state != snapshot_state::good) return false;
      if (o.source == s.source && s.id < o.id) return true;  // it came again, whole
      return !s.publication.empty() && o.publication == s.publication && (s.published < o.published || (s.published == o.published && s.id < o.id));
    });
    if (outdated) continue;
    say("note: snapshot " + std::to_string(s.id) + (s.publication.empty() ? "" : ", " + s.publication) + " of " +
        s.published.to_string() + " is in quarantine and not used: " + s.reason);
  }
}

/// The same of a store, whose complaints were said when it was filled.
std::variant<party_set, int> read_store(const index_build_request& request) {
  const auto store = list_store::open(request.store, store_access::read);
  if (!store) return report(store.error());
  auto set = stored_parties(*store, options_of(request));
  if (const auto all = store->snapshots()) say_what_does_not_serve(*all);
  if (!set) return report(named(set.error(), request.store));
  if (request.all_diagnostics) {
    for (const std::string& line : diagnostic_lines(set->publications, std::numeric_limits<std::size_t>::max())) say(line);
  }
  return std::move(*set);
}

/// Which snapshots the index was made of: an old answer is given again by building it again. A store that
/// cannot be written still serves.
void keep_build(const index_build_request& request, const index_info& info) {
  const auto keep = [&]() -> result<void> {
    const auto store = list_store::open(request.store, store_access::read);
    if (!store) return store.error();
    return review::remember_index(*store, info, options_of(request));
  };
  if (auto kept = keep(); !kept) {
    say("note: the store does not remember this index, so that its answers need the file to be given again: " +
        kept.error().to_string());
  }
}

}  // namespace

std::string reconciliation_view(const index_info& info, const terminal& out) {
  std::vector<std::string> lines;
  for (std::size_t p = 0; p < info.publications.size(); ++p) {
    const indexed_publication& pub = info.publications[p];
    std::string date = pub.date ? pub.date->to_string() : "date unknown";
    if (!pub.history.empty()) {
      date += " and " + grouped(pub.history.size()) + (pub.history.size() == 1 ? " older one" : " older ones") + " since " +
              pub.history.front().date.to_string();
    }
    for (auto& l : wrapped(printable(label_of(p) + " " + pub.name + ", " + date + " (" +
                                     pub.format + ", " + pub.path + ")"),
                           out.width, 4)) {
      lines.push_back(std::move(l));
    }
  }
  lines.emplace_back();
  // As many publications beside each other as fit: 18 columns of label, 12 for each.
  const std::size_t fit = std::max<std::size_t>(1, (out.width - 18) / 12 - 1);
  for (std::size_t first = 0; first < info.publications.size(); first += fit) {
    const std::size_t last = std::min(first + fit, info.publications.size());
    for (auto& l : count_lines(info, first, last, out)) lines.push_back(std::move(l));
    lines.emplace_back();
  }
  for (auto& l : wrapped(check_words(info), out.width, 0)) lines.push_back(std::move(l));
  for (const std::string& lack : audit::incomplete_notes(info)) {
    for (auto& l : wrapped("Note: " + printable(lack), out.width, 2)) lines.push_back(std::move(l));
  }
  std::string text;
  for (const std::string& l : lines) text += l + '\n';
  return text;
}

std::vector<std::string> diagnostic_lines(const std::vector<publication>& all, std::size_t most) {
  std::vector<std::string> out;
  std::array<std::uint64_t, 2> left_out{};
  constexpr std::array levels{diagnostic::level::rejected, diagnostic::level::warning};
  for (std::size_t l = 0; l < levels.size(); ++l) {
    for (const publication& p : all) {
      for (const diagnostic& d : p.diagnostics) {
        if (d.severity != levels[l]) continue;
        if (out.size() >= most) {
          ++left_out[l];
        } else {
          out.push_back((l == 0 ? "rejected: " : "warning: ") + d.to_string());
        }
      }
    }
  }
  const std::uint64_t more = left_out[0] + left_out[1];
  if (more != 0) {
    out.push_back("... and " + grouped(more) + " more, " + grouped(left_out[0]) +
                  " of them rejected (--all-diagnostics)");
  }
  return out;
}

int run_index_build(const index_build_request& request) {
  const auto started = std::chrono::steady_clock::now();
  std::vector<source_spec> inputs = request.sources;
  if (!request.store.empty()) inputs.push_back({{}, request.store, {}});
  if (auto may = indexing::may_become_index(request.out, inputs, "--out"); !may) {
    return report(may.error());
  }
  const auto rules = chosen_rules(request.score);
  if (!rules) return report(rules.error());
  const std::variant<party_set, int> read = request.store.empty() ? read_sources(request) : read_store(request);
  if (const int* code = std::get_if<int>(&read)) return *code;
  const party_set& set = *std::get_if<party_set>(&read);
  if (auto built = build_index(set, request.out, rules->value_or(score_rules())); !built) {
    const error e = named(built.error(), request.out);
    say(e.to_string());
    return e.code == errc::io || e.code == errc::not_found ? k_output_failed : k_refused;
  }
  // What is printed is read back from the file, so the file is known to open.
  auto idx = party_index::open(request.out, verify::fully, *rules);
  if (!idx) {
    say(named(idx.error(), request.out).to_string());
    return k_output_failed;
  }
  if (!request.store.empty()) keep_build(request, idx->info());
  std::cout << reconciliation_view(idx->info(), terminal::detect(1, request.colour));
  const bool shown = output_written();
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  char stats[160];
  std::snprintf(stats, sizeof stats, "%.1f s, peak memory %.0f MB, index %.1f MB", seconds,
                static_cast<double>(usage.ru_maxrss) / 1000.0,
                static_cast<double>(idx->info().bytes) / 1e6);
  say(request.out + ": " + stats);
  return shown ? k_done : k_output_failed;
}

int run_index_info(const index_info_request& request) {
  const auto idx = open_index(request.path);
  // One built with a name pack is searched with it alone, yet says what it is.
  result<index_info> read = idx ? result<index_info>(idx->info())
                            : idx.error().code == errc::conflict
                                ? indexing::read_index_info(request.path)
                                : result<index_info>(idx.error());
  if (!read) {
    say(named(read.error(), request.path).to_string());
    return k_refused;
  }
  const index_info& info = *read;
  if (request.json) {
    std::cout << audit::index_info_json(info) << '\n';
  } else {
    const terminal out = terminal::detect(1, request.colour);
    std::cout << reconciliation_view(info, out) << '\n';
    table t({{"list", table::left},
             {"parties", table::right},
             {"names", table::right},
             {"from", table::left},
             {"name", table::flexible}});
    for (const indexed_list& l : info.lists) {
      const list_info* known = find_list(l.list);
      t.add({{l.list},
             {grouped(l.parties)},
             {grouped(l.names)},
             {label_of(l.publication)},
             {known != nullptr ? std::string(known->name) : std::string()}});
    }
    for (const std::string& line : t.lines(out)) std::cout << line << '\n';
    std::cout << '\n';
    for (const indexed_publication& p : info.publications) {
      for (const publication_file& f : p.files) {
        std::cout << f.sha256.to_string() << "  " << printable(f.name) << '\n';
      }
    }
    std::cout << "index " << info.content.to_string() << ", format " << info.format_version
              << ", score version " << info.score_version << ", built by " << info.engine_version
              << "\nscore tables " << info.score_tables_sha256.to_string() << '\n';
    if (info.name_pack_sha256) {
      std::cout << "name pack    " << info.name_pack_sha256->to_string() << '\n';
    }
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
