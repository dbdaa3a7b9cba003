// From sources to an index: every source is read, and everything said of it is told, before the
// first refusal ends the build.
#include <optional>

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/problems.hpp"
#include "index/output_path.hpp"
#include "lists/own_format.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::capi {
namespace {

constexpr std::string_view k_own_format = "tradewarden";

struct list_source {
  source_spec spec;
  std::optional<std::string> content;
};

result<std::vector<list_source>> sources_of(const tw_source* sources, std::size_t count) {
  if (auto ok = check_array(sources, count, alignof(tw_source), "sources"); !ok) return ok.error();
  if (count == 0) return usage("there is no source", "sources");
  std::vector<list_source> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto s = read_element(sources, i, "sources");
    if (!s) return s.error();
    const auto path = path_of(s->path.data, s->path.size, "sources.path");
    if (!path) return path.error();
    const auto format = text_of(s->format, "sources.format");
    if (!format) return format.error();
    const auto content = text_of(s->content, "sources.content");
    if (!content) return content.error();
    const auto date = day_of(s->date, "sources.date");
    if (!date) return date.error();
    list_source& made_one = out.emplace_back();
    made_one.spec.path = *path;
    made_one.spec.format = *format;
    made_one.spec.date = *date;
    if (!content->empty()) made_one.content = *content;
  }
  return out;
}

result<publication> read_content(const list_source& source) {
  if (!source.spec.format.empty() && source.spec.format != k_own_format) {
    return usage("a list in memory is in the tradewarden format", "sources.format");
  }
  const auto file = lists::make_input_file(source.spec.path, *source.content, {});
  if (!file) return file.error();
  if (!lists::looks_like_own_format(file->bytes)) {
    return error{errc::unknown_format, "a list in memory is in the tradewarden format",
                 source.spec.path, 0, {}};
  }
  auto out = lists::read_own_format(*file, source.spec, {});
  if (!out) return out;
  out->format = k_own_format;
  out->path = source.spec.path;
  return out;
}

result<party_set> read_all(const std::vector<list_source>& sources, tw_problems& problems) {
  std::vector<publication> publications;
  std::optional<error> first_refused;
  for (const list_source& source : sources) {
    auto read = source.content ? read_content(source) : read_publication(source.spec);
    if (read) {
      tell_all(problems, read->diagnostics);
      publications.push_back(std::move(*read));
      continue;
    }
    const error e = named(read.error(), source.spec.path);
    problems.rows.push_back(refused(e));
    if (!first_refused) first_refused = e;
  }
  // An index without one of its sources would miss its parties.
  if (first_refused) return *first_refused;
  std::vector<std::size_t> told;
  for (const publication& p : publications) told.push_back(p.diagnostics.size());
  auto set = merge_publications(std::move(publications));
  if (!set) {
    problems.rows.push_back(refused(set.error()));
    return set;
  }
  // What two publications disagree on shows only now.
  for (std::size_t i = 0; i < set->publications.size() && i < told.size(); ++i) {
    tell_all(problems, set->publications[i].diagnostics, told[i]);
  }
  return set;
}

result<score_rules> build_rules_of(const tw_build_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  const auto rules = rules_of(o->rules);
  if (!rules) return rules.error();
  return rules->value_or(score_rules());
}

/// `finish` gets the parties of all sources.
template <class Finish>
result<void> build(tw_problems** problems, const std::vector<list_source>& sources, Finish finish) {
  auto told = std::make_unique<tw_problems>();
  const auto set = read_all(sources, *told);
  give(problems, std::move(told));
  if (!set) return set.error();
  return finish(*set);
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_index_build(tw_problems** problems, const char* path, size_t path_size,
                         const tw_source* sources, size_t source_count, tw_error* error) {
  return tw_index_build_with(problems, path, path_size, sources, source_count, nullptr, error);
}

tw_status tw_index_build_with(tw_problems** problems, const char* path, size_t path_size,
                              const tw_source* sources, size_t source_count,
                              const tw_build_options* options, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    give(problems, nullptr);
    const auto out = path_of(path, path_size, "path");
    if (!out) return out.error();
    const auto given = sources_of(sources, source_count);
    if (!given) return given.error();
    const auto by = build_rules_of(options);
    if (!by) return by.error();
    std::vector<tw::source_spec> files;
    for (const list_source& s : *given) {
      if (!s.content) files.push_back(s.spec);
    }
    if (auto may = tw::indexing::may_become_index(*out, files, "path"); !may) return may;
    return build(problems, *given, [&](const tw::party_set& set) -> tw::result<void> {
      auto built = tw::build_index(set, *out, *by);
      if (!built) return named(built.error(), *out);
      return built;
    });
  });
}

tw_status tw_index_build_bytes(tw_text** out, tw_problems** problems, const tw_source* sources,
                               size_t source_count, tw_error* error) {
  return tw_index_build_bytes_with(out, problems, sources, source_count, nullptr, error);
}

tw_status tw_index_build_bytes_with(tw_text** out, tw_problems** problems,
                                    const tw_source* sources, size_t source_count,
                                    const tw_build_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    give(problems, nullptr);
    const auto given = sources_of(sources, source_count);
    if (!given) return given.error();
    const auto by = build_rules_of(options);
    if (!by) return by.error();
    std::string bytes;
    const auto done = build(problems, *given, [&](const tw::party_set& set) -> tw::result<void> {
      auto built = tw::build_index_bytes(set, *by);
      if (!built) return built.error();
      bytes = std::move(*built);
      return {};
    });
    if (!done) return done.error();
    return new_text(std::move(bytes));
  });
}
