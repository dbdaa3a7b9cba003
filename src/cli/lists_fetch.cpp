#include "cli/lists_fetch.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "audit/json_parts.hpp"
#include "audit/store_json.hpp"
#include "cli/list_sources.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "store/snapshot_files.hpp"

namespace tradewarden::cli {
namespace {

result<list_sources> sources_of(const fetch_request& request) {
  result<list_sources> out = list_sources();
  if (request.url_file.empty()) {
    out = parse_list_sources(built_in_list_sources(), "list_sources.json");
  } else {
    std::ifstream in(request.url_file, std::ios::binary);
    if (!in) return error{errc::not_found, "cannot be opened", request.url_file, 0, {}};
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    out = parse_list_sources(text, request.url_file);
  }
  if (!out) return out;
  for (const std::string& u : request.urls) {
    if (auto done = override_url(*out, u); !done) return done.error();
  }
  return out;
}

/// The files of one list, in a folder that goes with it.
struct fetched {
  store::temporary_folder folder;
  std::vector<download_mark> marks;
  std::optional<day> modified_on;  ///< Of the file that was changed last.
  bool unchanged = false;
};

class fetching {
 public:
  fetching(list_store& store, const fetch_request& request) : store_(store), request_(request) {}

  result<fetched> fetch(const list_source& source) {
    auto folder = store::temporary_folder::make();
    if (!folder) return folder.error();
    fetched out{std::move(*folder), {}, {}, true};
    // First all with their conditions; if any has changed, those that have not are fetched too.
    for (const bool with_conditions : {true, false}) {
      for (const list_source_file& f : source.files) {
        const auto known = std::find_if(out.marks.begin(), out.marks.end(), [&](const download_mark& m) { return m.url == f.url; });
        if (known != out.marks.end()) continue;
        auto got = fetch(source, f, with_conditions);
        if (!got) return got.error();
        if (got->unchanged) continue;
        if (auto done = store::write_file(out.folder.path() + "/" + f.name, got->bytes); !done) return done.error();
        out.marks.push_back({f.url, got->etag, got->last_modified, {}, 0});
        if (got->modified_on && (!out.modified_on || *out.modified_on < *got->modified_on)) out.modified_on = got->modified_on;
      }
      if (out.marks.empty() || out.marks.size() == source.files.size()) break;
    }
    out.unchanged = out.marks.empty();
    return out;
  }

 private:
  result<download_answer> fetch(const list_source& source, const list_source_file& f, bool with_conditions) {
    download_request r;
    r.url = f.url;
    r.allowed_hosts = source.allowed_hosts;
    r.limits = request_.limits;
    if (with_conditions) {
      auto mark = store_.download(f.url);
      if (!mark) return mark.error();
      // What is in quarantine, or gone, must not keep a list from being fetched again.
      if (*mark && (*mark)->snapshot != 0) {
        const auto gave = store_.find(std::to_string((*mark)->snapshot));
        if (gave && gave->state == snapshot_state::good) {
          r.etag = (*mark)->etag;
          r.last_modified = (*mark)->last_modified;
        }
      }
    }
    progress_line line("bytes of " + source.name + "/" + f.name, ::isatty(2) == 1);
    r.progress = [&](std::uint64_t bytes) { line.show(bytes); };
    auto got = download(r);
    line.clear();
    return got;
  }

  list_store& store_;
  const fetch_request& request_;
};

/// Shown, not fetched.
int print_sources(const list_sources& all, const lists_request& common) {
  if (common.json) {
    audit::json out = {{"as_of", all.as_of.to_string()}, {"lists", audit::json::array()}};
    for (const list_source& s : all.sources) {
      audit::json files = audit::json::array();
      for (const list_source_file& f : s.files) files.push_back({{"name", f.name}, {"url", f.url}});
      out["lists"].push_back({{"name", s.name}, {"format", s.format}, {"by_name_only", s.by_name_only}, {"files", std::move(files)}});
    }
    std::cout << audit::one_line(out) << '\n';
    return output_written() ? k_done : k_output_failed;
  }
  table t({{"list", table::left}, {"format", table::left}, {"address", table::flexible}});
  for (const list_source& s : all.sources) {
    for (const list_source_file& f : s.files) t.add({{s.name}, {s.format}, {f.url}});
  }
  for (const std::string& l : t.lines(terminal::detect(1, common.colour))) std::cout << l << '\n';
  std::cout << "as known on " << all.as_of.to_string() << "; not tried by the authors\n";
  return output_written() ? k_done : k_output_failed;
}

}  // namespace

int run_lists_fetch(const fetch_request& request) {
  const auto sources = sources_of(request);
  if (!sources) return report(sources.error());
  if (request.show) return print_sources(*sources, request.common);
  std::vector<const list_source*> wanted;
  for (const list_source& s : sources->sources) {
    const auto& names = request.common.names;
    const bool named = std::find(names.begin(), names.end(), s.name) != names.end();
    if (named || (names.empty() && !s.by_name_only)) wanted.push_back(&s);
  }
  for (const std::string& name : request.common.names) {
    if (std::none_of(wanted.begin(), wanted.end(), [&](const list_source* s) { return s->name == name; })) {
      return report(error{errc::usage, "no list is called '" + name + "'; `lists fetch --show` names them", {}, 0, {}});
    }
  }
  auto store = list_store::open(request.common.store, store_access::create);
  if (!store) return report(store.error());
  fetching all(*store, request);
  std::vector<import_outcome> done;
  int code = k_done;
  const auto note = [&](int told) { code = code == k_done ? told : code; };
  for (const list_source* s : wanted) {
    auto got = all.fetch(*s);
    if (!got) {
      // The file itself was not there to be fetched: an input that was refused, not an output.
      say(s->name + ": " + got.error().to_string() + "; the last good one keeps serving");
      note(got.error().code == errc::usage ? k_usage : k_refused);
      continue;
    }
    if (got->unchanged) {
      say(s->name + ": not changed");
      continue;
    }
    import_options options = request.common.import;
    if (!options.published) options.published = got->modified_on.value_or(day::today_utc());
    options.source = s->files.front().url;
    const source_spec spec{s->format, s->files.size() > 1 ? got->folder.path() : got->folder.path() + "/" + s->files.front().name, {}};
    auto outcome = store->import(spec, options);
    if (!outcome) {
      note(report(outcome.error()));
      continue;
    }
    for (download_mark& m : got->marks) {
      m.snapshot = outcome->snapshot.id;
      if (auto kept = store->remember(m); !kept) note(report(kept.error()));
    }
    note(tell_import(*outcome, request.common.all_diagnostics));
    done.push_back(std::move(*outcome));
  }
  const int printed = tell_imports(done, request.common);
  return printed == k_done ? code : printed;
}

}  // namespace tradewarden::cli
