#include "rules/rules_json.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

const tw::rule_info* rule_of(const tw_rules* rules, size_t i) {
  if (!is(rules) || i >= rules->book.rules().size()) return nullptr;
  return &rules->book.rules()[i];
}

tw_rule_value value_view(const tw::rule_value& v) {
  return {number(v.from),      number(v.until),           number(v.published),
          number(v.edition),   static_cast<int32_t>(v.status), v.verified ? 1 : 0,
          str(v.citation),     str(v.value)};
}

/// All that is wrong with a folder.
std::unique_ptr<tw_problems> problems_of(const std::string& folder) {
  auto out = std::make_unique<tw_problems>();
  for (const tw::error& e : tw::rule_book::check(folder)) out->rows.push_back(refused(e));
  return out;
}

/// Which built-in rules the folder takes the place of, whole: none goes without a word.
std::unique_ptr<tw_problems> overrides_of(const tw::rule_book& book) {
  auto out = std::make_unique<tw_problems>();
  for (const tw::rules::rule_override& o : tw::rules::overrides(book)) {
    out->rows.push_back({TW_SEVERITY_NOTE, TW_OK, 0, o.file, o.id,
                         "takes the place of the built-in rule, whole; " + std::to_string(o.gone) +
                             " of its " + std::to_string(o.before) + " values are gone"});
  }
  return out;
}

void clear(tw_problems** problems) { give(problems, nullptr); }

}  // namespace

tw_rules::tw_rules(const tw::rule_book& b) : book(b), content(b.content().to_string()) {
  for (const tw::rule_info& r : book.rules()) digests.push_back(r.content.to_string());
}

tw_status tw_rules_built_in(tw_rules** out, tw_error* error) {
  return make(out, error, []() -> made<tw_rules> {
    return std::make_unique<tw_rules>(tw::rule_book::built_in());
  });
}

tw_status tw_rules_load(tw_rules** out, tw_problems** problems, const char* folder,
                        size_t folder_size, tw_error* error) {
  clear(problems);
  return make(out, error, [&]() -> made<tw_rules> {
    const auto path = path_of(folder, folder_size, "folder");
    if (!path) return path.error();
    const auto book = tw::rule_book::load(*path);
    if (problems != nullptr) give(problems, book ? overrides_of(*book) : problems_of(*path));
    if (!book) return book.error();
    return std::make_unique<tw_rules>(*book);
  });
}

tw_status tw_rules_check(tw_problems** problems, const char* folder, size_t folder_size,
                         tw_error* error) {
  clear(problems);
  return guarded(error, [&]() -> tw::result<void> {
    const auto path = path_of(folder, folder_size, "folder");
    if (!path) return path.error();
    const auto book = tw::rule_book::load(*path);
    if (problems != nullptr) give(problems, book ? overrides_of(*book) : problems_of(*path));
    if (!book) return book.error();
    return {};
  });
}

void tw_rules_free(tw_rules* rules) { release(rules); }

tw_status tw_rules_info_get(tw_rules_info* out, size_t out_size, const tw_rules* rules) {
  if (!is(rules)) return TW_USAGE;
  return put(out, out_size, tw_rules_info{str(rules->content), rules->book.rules().size()});
}

tw_status tw_rules_rule(tw_rule* out, size_t out_size, const tw_rules* rules, size_t i) {
  const tw::rule_info* r = rule_of(rules, i);
  if (r == nullptr) return TW_USAGE;
  return put(out, out_size,
             tw_rule{str(r->id), str(r->type), str(r->file), str(r->origin), str(rules->digests[i]),
                     r->values.size(), r->overlays.size(), r->unverified});
}

tw_status tw_rules_find(size_t* out, const tw_rules* rules, const char* id, size_t id_size) {
  size_t at = 0;
  const tw_status found = guarded(nullptr, [&]() -> tw::result<void> {
    if (!is(rules)) return no_handle("rules");
    const auto wanted = text_of(id, id_size, "id");
    if (!wanted) return wanted.error();
    const tw::rule_info* rule = rules->book.find(*wanted);
    if (rule == nullptr) return tw::error{tw::errc::not_found, "no rule has this id", {}, 0, "id"};
    at = static_cast<size_t>(rule - rules->book.rules().data());
    return {};
  });
  return found == TW_OK ? put(out, at) : found;
}

tw_status tw_rules_value(tw_rule_value* out, size_t out_size, const tw_rules* rules, size_t rule,
                         size_t i) {
  const tw::rule_info* r = rule_of(rules, rule);
  return r == nullptr ? TW_USAGE : put_row(out, out_size, r->values, i, value_view);
}

tw_status tw_rules_overlay(tw_rule_value* out, size_t out_size, const tw_rules* rules, size_t rule,
                           size_t i) {
  const tw::rule_info* r = rule_of(rules, rule);
  return r == nullptr ? TW_USAGE : put_row(out, out_size, r->overlays, i, value_view);
}

tw_status tw_rules_list_json(tw_text** out, const tw_rules* rules, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(rules)) return no_handle("rules");
    return new_text(tw::rules::list_json(rules->book));
  });
}

tw_status tw_rules_rule_json(tw_text** out, const tw_rules* rules, size_t rule, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    const tw::rule_info* r = rule_of(rules, rule);
    if (r == nullptr) return usage("no such rule", "rule");
    return new_text(tw::rules::rule_json(rules->book, *r));
  });
}

tw_status tw_rules_rule_file(tw_text** out, const tw_rules* rules, size_t rule, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    const tw::rule_info* r = rule_of(rules, rule);
    if (r == nullptr) return usage("no such rule", "rule");
    return new_text(tw::rules::rule_file_json(*r));
  });
}
