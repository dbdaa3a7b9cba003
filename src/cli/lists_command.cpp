#include "cli/lists_command.hpp"

#include <algorithm>
#include <iostream>
#include <limits>
#include <utility>

#include "audit/store_json.hpp"
#include "cli/index_command.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "report/store_status.hpp"
#include "tradewarden/list_info.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_most_diagnostics = 20;

int print(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) std::cout << line << '\n';
  return output_written() ? k_done : k_output_failed;
}

int print(const std::string& text) {
  std::cout << text << '\n';
  return output_written() ? k_done : k_output_failed;
}

std::string called(const snapshot_info& s) {
  return s.publication.empty() ? std::string("(not read)") : s.publication;
}

table::cell state_cell(const snapshot_info& s) {
  return {std::string(to_string(s.state)), s.state == snapshot_state::good ? ink::none : ink::red};
}

std::vector<std::string> status_view(const audit::store_status& status, const terminal& out) {
  table t({{"publication", table::flexible}, {"published", table::left}, {"age", table::right},
           {"parties", table::right}, {"names", table::right}, {"snapshot", table::right}, {"lists", table::optional}});
  for (const audit::publication_status& p : status.publications) {
    std::string lists;
    for (const snapshot_list& l : p.serving.lists) lists += (lists.empty() ? "" : " ") + l.list;
    t.add({{p.serving.publication}, {p.serving.published.to_string()},
           {std::to_string(p.age_days) + " d", p.stale ? ink::red : ink::none},
           {grouped(p.serving.counts.parties)}, {grouped(p.serving.counts.names)},
           {std::to_string(p.serving.id)}, {lists}});
  }
  std::vector<std::string> lines = t.lines(out);
  const auto add = [&](const std::string& text) {
    for (auto& l : wrapped(printable(text), out.width, 4)) lines.push_back(std::move(l));
  };
  if (!status.quarantined.empty()) {
    lines.emplace_back();
    lines.push_back(out.paint(ink::red, "In quarantine, not used:"));
    for (const snapshot_info& s : status.quarantined) {
      add("  " + std::to_string(s.id) + " " + called(s) + ", " + s.published.to_string() + ": " + s.reason);
    }
  }
  if (!status.next_dates.empty()) {
    lines.emplace_back();
    table dates({{"on", table::left}, {"what", table::left}, {"list", table::left}, {"name", table::flexible}});
    for (const dated_change& c : status.next_dates) {
      dates.add({{c.on.to_string()}, {c.kind}, {c.list.empty() ? "rules" : c.list}, {c.list.empty() ? c.source_id : c.name}});
    }
    for (auto& l : dates.lines(out)) lines.push_back(std::move(l));
  }
  return lines;
}

std::vector<std::string> snapshots_view(const std::vector<snapshot_info>& all, const terminal& out) {
  table t({{"snapshot", table::right}, {"published", table::left}, {"publication", table::flexible},
           {"parties", table::right}, {"names", table::right}, {"state", table::left}, {"digest", table::left},
           {"format", table::optional}});
  for (const snapshot_info& s : all) {
    t.add({{std::to_string(s.id)}, {s.published.to_string()}, {called(s)}, {grouped(s.counts.parties)},
           {grouped(s.counts.names)}, state_cell(s), {s.sha256.to_string().substr(0, 12)}, {s.format}});
  }
  return t.lines(out);
}

std::vector<std::string> snapshot_view(const snapshot_info& s, const terminal& out) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& text) {
    for (auto& l : wrapped(printable(text), out.width, 4)) lines.push_back(std::move(l));
  };
  add("snapshot " + std::to_string(s.id) + ": " + called(s) + ", published " + s.published.to_string());
  add("state    " + std::string(to_string(s.state)) + (s.reason.empty() ? "" : ": " + s.reason));
  add("imported " + s.imported + " from " + s.source + " (" + (s.format.empty() ? "format not known" : s.format) + ", engine " + s.reader + ")");
  const publication_counts& c = s.counts;
  add("counts   " + grouped(c.rows) + " rows = " + grouped(c.parties) + " parties + " + grouped(c.joined) + " joined + " +
      grouped(c.rejected) + " rejected; " + grouped(c.names) + " names, " + grouped(c.weak_names) + " of them weak; " +
      counted(s.warnings, "warning", "warnings"));
  for (const snapshot_list& l : s.lists) {
    const list_info* known = find_list(l.list);
    add("list     " + l.list + ": " + grouped(l.parties) + " parties" + (known != nullptr ? ", " + std::string(known->name) : ""));
  }
  add("digest   " + s.sha256.to_string());
  for (const publication_file& f : s.files) {
    add("file     " + f.sha256.to_string() + "  " + f.name + " (" + grouped(f.bytes) + " bytes)");
  }
  return lines;
}

/// Opens, finds the one snapshot that is named, and hands both over.
template <class Use>
int with_snapshot(const lists_request& request, store_access access, Use use) {
  auto store = list_store::open(request.store, access);
  if (!store) return report(store.error());
  const auto snapshot = store->find(request.names.front());
  if (!snapshot) return report(snapshot.error());
  return use(*store, *snapshot);
}

}  // namespace

int tell_import(const import_outcome& outcome, bool all_diagnostics) {
  const snapshot_info& s = outcome.snapshot;
  publication complaints;
  complaints.diagnostics = outcome.diagnostics;
  std::vector<publication> one;
  one.push_back(std::move(complaints));
  for (const std::string& line :
       diagnostic_lines(one, all_diagnostics ? std::numeric_limits<std::size_t>::max() : k_most_diagnostics)) {
    say(line);
  }
  const std::string name = "snapshot " + std::to_string(s.id) + ", " + called(s) + " of " + s.published.to_string();
  if (s.state == snapshot_state::quarantined) {
    say(s.source + ": " + name + " is in quarantine" + (outcome.already_there ? " already" : "") + ": " + s.reason +
        "; the last good one keeps serving");
    return k_refused;
  }
  if (outcome.already_there) say(s.source + ": " + name + " is in the store already");
  return k_done;
}

int tell_imports(const std::vector<import_outcome>& all, const lists_request& request) {
  if (request.json) return print(audit::imports_json(all));
  if (all.empty()) return k_done;
  std::vector<snapshot_info> shown;
  for (const import_outcome& o : all) shown.push_back(o.snapshot);
  return print(snapshots_view(shown, terminal::detect(1, request.colour)));
}

int run_lists_import(const lists_request& request) {
  auto store = list_store::open(request.store, store_access::create);
  if (!store) return report(store.error());
  std::vector<import_outcome> done;
  int code = k_done;
  for (const source_spec& source : request.sources) {
    auto outcome = store->import(source, request.import);
    if (!outcome) {
      const int refused = report(outcome.error());
      code = code == k_done ? refused : code;
      continue;
    }
    const int told = tell_import(*outcome, request.all_diagnostics);
    code = code == k_done ? told : code;
    done.push_back(std::move(*outcome));
  }
  const int printed = tell_imports(done, request);
  return printed == k_done ? code : printed;
}

int run_lists_status(const lists_request& request) {
  auto store = list_store::open(request.store, store_access::read);
  if (!store) return report(store.error());
  const auto status = report::status_of(*store, {request.as_of, request.max_age, request.most_dates});
  if (!status) return report(status.error());
  const int printed = request.json ? print(audit::status_json(*status))
                                   : print(status_view(*status, terminal::detect(1, request.colour)));
  if (printed != k_done) return printed;
  const std::vector<audit::publication_status>& serving = status->publications;
  const bool stale = serving.empty() || std::any_of(serving.begin(), serving.end(), [](const auto& p) { return p.stale; });
  if (serving.empty()) say("the store has no good snapshot");
  if (request.max_age && stale) say("a publication is older than " + std::to_string(*request.max_age) + " days, or there is none");
  return request.max_age && stale ? k_stale : k_done;
}

int run_lists_list(const lists_request& request) {
  auto store = list_store::open(request.store, store_access::read);
  if (!store) return report(store.error());
  const auto all = store->snapshots();
  if (!all) return report(all.error());
  if (request.json) return print(audit::snapshots_json(*all));
  return print(snapshots_view(*all, terminal::detect(1, request.colour)));
}

int run_lists_show(const lists_request& request) {
  return with_snapshot(request, store_access::read, [&](const list_store& store, const snapshot_info& s) -> int {
    if (!request.extract.empty()) {
      if (auto done = store.extract(s, request.extract); !done) return report(done.error());
    }
    if (request.json) return print(audit::snapshots_json({s}));
    return print(snapshot_view(s, terminal::detect(1, request.colour)));
  });
}

int run_lists_release(const lists_request& request) {
  return with_snapshot(request, store_access::write, [&](list_store& store, const snapshot_info& s) -> int {
    if (auto done = store.release(s.id, request.reason, request.who); !done) return report(done.error());
    say("snapshot " + std::to_string(s.id) + " is out of quarantine");
    return k_done;
  });
}

int run_lists_quarantine(const lists_request& request) {
  return with_snapshot(request, store_access::write, [&](list_store& store, const snapshot_info& s) -> int {
    if (auto done = store.quarantine(s.id, request.reason, request.who); !done) return report(done.error());
    say("snapshot " + std::to_string(s.id) + " is in quarantine");
    return k_done;
  });
}

int run_lists_verify(const lists_request& request) {
  auto store = list_store::open(request.store, store_access::read);
  if (!store) return report(store.error());
  const auto problems = store->verify();
  if (!problems) return report(problems.error());
  for (const error& e : *problems) say(e.to_string());
  if (!problems->empty()) return k_refused;
  const auto all = store->snapshots();
  if (!all) return report(all.error());
  return print(grouped(all->size()) + " snapshots, all bytes are those of their digests");
}

int run_lists_backup(const lists_request& request) {
  auto store = list_store::open(request.store, store_access::read);
  if (!store) return report(store.error());
  if (auto done = store->backup(request.names.front()); !done) return report(done.error());
  return k_done;
}

}  // namespace tradewarden::cli
