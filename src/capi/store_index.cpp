// From a store to an index, which the audit trail remembers.
#include "capi/input.hpp"
#include "capi/problems.hpp"
#include "capi/review.hpp"
#include "index/output_path.hpp"
#include "review/stored_index.hpp"

namespace tradewarden::capi {
namespace {

struct stored_request {
  stored_parties_options which;
  score_rules rules;
};

result<stored_request> request_of(const tw_stored_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  stored_request out;
  if (auto ok = check_array(o->snapshots, o->snapshot_count, alignof(std::uint64_t), "options.snapshots"); !ok) {
    return ok.error();
  }
  if (o->snapshot_count != 0) {
    out.which.snapshots.assign(o->snapshots, o->snapshots + o->snapshot_count);
  }
  const auto rules = rules_of(o->rules);
  if (!rules) return rules.error();
  out.rules = rules->value_or(score_rules());
  const auto on = day_of(o->as_of, "options.as_of");
  if (!on) return on.error();
  out.which.as_of = *on;
  if (out.which.as_of && !out.which.snapshots.empty()) {
    return usage("snapshots that are named are used whatever their day", "options.as_of");
  }
  const auto history = flag_of(o->history, "options.history");
  if (!history) return history.error();
  out.which.history = *history;
  return out;
}

/// `write` makes the index of the parties, and gives it back for the trail to remember.
template <class Write>
result<void> build(tw_problems** problems, const tw_store* store, const tw_stored_options* options, Write write) {
  give(problems, nullptr);
  if (!is(store)) return no_handle("store");
  const auto wanted = request_of(options);
  if (!wanted) return wanted.error();
  const auto set = stored_parties(store->content, wanted->which);
  if (!set) return named(set.error(), store->content.path());
  auto told = std::make_unique<tw_problems>();
  for (const publication& p : set->publications) tell_all(*told, p.diagnostics);
  const result<party_index> made_one = write(*set, wanted->rules);
  if (made_one) {
    if (auto kept = review::remember_index(store->content, made_one->info(), wanted->which); !kept) {
      told->rows.push_back({TW_SEVERITY_NOTE, TW_OK, 0, store->content.path(), {},
                            "the store does not remember this index, so that its answers need the file to be "
                            "given again: " + kept.error().to_string()});
    }
  }
  give(problems, std::move(told));
  if (!made_one) return made_one.error();
  return {};
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_store_build_index(tw_problems** problems, const tw_store* store, const char* path,
                               size_t path_size, const tw_stored_options* options,
                               tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto out = path_of(path, path_size, "path");
    if (!out) return out.error();
    return build(problems, store, options,
                 [&](const tw::party_set& set, const tw::score_rules& rules) -> tw::result<tw::party_index> {
                   tw::source_spec input;
                   input.path = store->content.path();
                   const tw::source_spec inputs[] = {input};
                   if (auto may = tw::indexing::may_become_index(*out, inputs, "path"); !may) return may.error();
                   if (auto built = tw::build_index(set, *out, rules); !built) return named(built.error(), *out);
                   auto idx = tw::party_index::open(*out, tw::verify::lazily, rules);
                   if (!idx) return named(idx.error(), *out);
                   return idx;
                 });
  });
}

tw_status tw_store_build_index_bytes(tw_text** out, tw_problems** problems, const tw_store* store,
                                     const tw_stored_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    std::string bytes;
    const auto done =
        build(problems, store, options,
              [&](const tw::party_set& set, const tw::score_rules& rules) -> tw::result<tw::party_index> {
                auto built = tw::build_index_bytes(set, rules);
                if (!built) return built.error();
                bytes = std::move(*built);
                return tw::party_index::from_bytes(bytes, tw::verify::lazily, rules);
              });
    if (!done) return done.error();
    return new_text(std::move(bytes));
  });
}
