#include "audit/origin_parts.hpp"

#include <utility>

#include "tradewarden/digest.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::audit {

json text_or_null(const std::string& s) { return s.empty() ? json(nullptr) : json(s); }

json fraction_or_null(const std::optional<exact_fraction>& f) {
  return f ? json(f->to_string()) : json(nullptr);
}

json amount_json(const amount_range& a) {
  return {{"low", a.low.to_string()}, {"high", fraction_or_null(a.high)}};
}

json share_json(const exact_share& s) {
  if (s.low_display.empty()) return nullptr;  // of a regime that is not applicable
  return {{"num", text_or_null(s.num())},
          {"den", text_or_null(s.den())},
          {"display", s.display()},
          {"low", s.low.to_string()},
          {"high", fraction_or_null(s.high)}};
}

json threshold_json(const std::optional<share_threshold>& t) {
  if (!t) return nullptr;
  return {{"num", std::to_string(t->num)},
          {"den", std::to_string(t->den)},
          {"display", display_share(exact_fraction::of(t->num, t->den))}};
}

json operator_json(const std::optional<share_threshold>& t) {
  return t ? json(to_string(t->op)) : json(nullptr);
}

namespace {

json texts_or_null(const std::optional<std::vector<std::string>>& all) {
  return all ? json(*all) : json(nullptr);
}

json end_user_json(const end_user_facts& who) {
  json out;
  out["parties"] = array_json(who.parties, [](const end_user_party& p) {
    json one;
    one["name"] = p.name;
    one["screened"] = p.screened;
    one["whole"] = p.whole;
    one["matches"] = array_json(p.matches, [](const end_user_match& m) {
      return json{{"list", m.list},   {"source_id", m.source_id}, {"name", m.name},
                  {"score", m.score}, {"equal", m.equal},         {"footnotes", m.footnotes}};
    });
    one["against"] = p.against;
    return one;
  });
  out["footnotes"] = texts_or_null(who.footnotes);
  out["end_uses"] = texts_or_null(who.end_uses);
  out["headquarters"] = text_or_null(who.headquarters);
  return out;
}

}  // namespace

json options_json(const origin_options& o) {
  json out;
  out["products"] = o.products;
  out["destinations"] = o.destinations;
  out["all_destinations"] = o.all_destinations;
  out["regimes"] = array_json(o.regimes, [](regime r) { return json(to_string(r)); });
  out["date"] = date_or_null(o.date);
  out["exported_from"] = text_or_null(o.exported_from);
  out["alternatives"] = to_string(o.alternatives);
  out["strict_editions"] = o.strict_editions;
  out["unknown_discrete_counts"] = o.unknown_discrete_counts;
  out["bought_content_unknown"] = o.bought_content_unknown;
  out["facts"] = array_json(o.facts, [](const stated_fact& f) {
    return json{{"id", f.id}, {"value", to_string(f.value)}};
  });
  out["end_user"] = end_user_json(o.end_user);
  out["part_limit"] = o.part_limit;
  out["summary"] = o.summary;
  return out;
}

json files_json(const std::vector<bill_file>& files) {
  return array_json(files, [](const bill_file& f) {
    return json{{"name", f.name}, {"sha256", f.content.to_string()}};
  });
}

json rule_json(const rule_use& r) {
  return {{"id", r.id},
          {"citation", r.citation},
          {"from", text_or_null(r.from)},
          {"until", text_or_null(r.until)},
          {"edition", text_or_null(r.edition)},
          {"verified", r.verified}};
}

void add_basis(json& to, const answer_basis& b) {
  to["not_evaluated"] = b.not_evaluated;
  to["files"] = files_json(b.files);
  to["rules_content"] = b.rules_content.to_string();
  to["disclaimer"] = b.disclaimer;
}

json lists_or_null(const std::optional<index_info>& index) {
  return index ? lists_json(*index) : json(nullptr);
}

namespace {

/// Takes the text of an object and adds who wrote it and the digest.
std::string seal(std::string text) {
  text.pop_back();
  text += ",\"engine_version\":" + one_line(json(k_version)) + '}';
  const std::string id = sha256(text).to_string();
  // Put before the last brace, as writing it all again would.
  text.pop_back();
  text += ",\"answer_id\":\"" + id + "\"}";
  return text;
}

}  // namespace

std::string sealed(json&& answer) { return seal(one_line(answer)); }

std::string sealed(json&& answer, std::string_view key, std::size_t rows,
                   const std::function<json(std::size_t)>& row) {
  std::string text = one_line(answer);
  text.pop_back();
  text += ',' + one_line(json(key)) + ":[";
  for (std::size_t i = 0; i < rows; ++i) {
    if (i != 0) text += ',';
    text += one_line(row(i));
  }
  text += "]}";
  return seal(std::move(text));
}

}  // namespace tradewarden::audit
