#include "tradewarden/score_rules.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

namespace tradewarden::capi {

result<std::optional<score_rules>> rules_of(const tw_score_rules* rules) {
  if (rules == nullptr) return std::optional<score_rules>();
  if (!is(rules)) return no_handle("rules");
  return std::optional<score_rules>(rules->content);
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_score_rules::tw_score_rules(tw::score_rules r)
    : content(std::move(r)), tables(content.tables_sha256().to_string()) {
  if (content.name_pack_sha256()) name_pack = content.name_pack_sha256()->to_string();
}

tw_status tw_score_rules_new(tw_score_rules** out, const tw_score_rules_options* options,
                             tw_error* error) {
  return make(out, error, [&]() -> made<tw_score_rules> {
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    const std::int32_t version = o->version == 0 ? tw::k_score_version : o->version;
    const auto text = text_of(o->content, "options.content");
    if (!text) return text.error();
    const auto name = text_of(o->name_pack, "options.name_pack");
    if (!name) return name.error();
    auto rules = tw::score_rules::of_version(version);
    if (rules && !text->empty()) {
      rules = tw::score_rules::with_name_pack(*text, std::string(*name), version);
    } else if (rules && !name->empty()) {
      const auto path = path_of(name->data(), name->size(), "options.name_pack");
      if (!path) return path.error();
      rules = tw::score_rules::read_name_pack(*path, version);
    }
    if (!rules) return rules.error();
    return std::make_unique<tw_score_rules>(std::move(*rules));
  });
}

void tw_score_rules_free(tw_score_rules* rules) { release(rules); }

tw_status tw_score_rules_info_get(tw_score_rules_info* out, size_t out_size,
                                  const tw_score_rules* rules) {
  if (!is(rules)) return TW_USAGE;
  return put(out, out_size,
             tw_score_rules_info{rules->content.version(), 0, str(rules->tables),
                                 str(rules->name_pack)});
}
