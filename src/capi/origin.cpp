#include "tradewarden/origin.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "report/origin_html.hpp"

namespace tradewarden::capi {

namespace {

/// Words of which "none" alone says that there is none; no words: not stated.
result<std::optional<std::vector<std::string>>> stated(const tw_str* words, std::size_t count,
                                                       std::string_view parameter) {
  auto all = texts_of(words, count, parameter);
  if (!all) return all.error();
  if (all->empty()) return std::optional<std::vector<std::string>>();
  if (all->size() == 1 && all->front() == "none") all->clear();
  return std::optional<std::vector<std::string>>(std::move(*all));
}

result<void> end_user_of(const tw_origin_options& o, origin_options& out) {
  end_user_facts& who = out.end_user;
  auto footnotes = stated(o.end_user_footnotes, o.end_user_footnote_count, "options.end_user_footnotes");
  if (!footnotes) return footnotes.error();
  who.footnotes = std::move(*footnotes);
  auto uses = stated(o.end_uses, o.end_use_count, "options.end_uses");
  if (!uses) return uses.error();
  who.end_uses = std::move(*uses);
  const auto headquarters = text_of(o.end_user_headquarters, "options.end_user_headquarters");
  if (!headquarters) return headquarters.error();
  who.headquarters = *headquarters;
  const auto names = texts_of(o.end_users, o.end_user_count, "options.end_users");
  if (!names) return names.error();
  if (names->empty()) return {};
  if (o.end_user_index != nullptr && !is(o.end_user_index)) return no_handle("options.end_user_index");
  const party_index& index = o.end_user_index != nullptr ? o.end_user_index->state->index : party_index::sample();
  out.date = out.date.value_or(day::today_utc());
  for (const std::string& name : *names) {
    auto party = screen_end_user(index, name, *out.date);
    if (!party) return party.error();
    who.parties.push_back(std::move(*party));
  }
  return {};
}

}  // namespace

result<origin_options> origin_question(const tw_origin_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  origin_options out;
  auto products = texts_of(o->products, o->product_count, "options.products");
  if (!products) return products.error();
  out.products = std::move(*products);
  auto destinations = texts_of(o->destinations, o->destination_count, "options.destinations");
  if (!destinations) return destinations.error();
  out.destinations = std::move(*destinations);
  if (auto ok = check_array(o->regimes, o->regime_count, alignof(std::int32_t), "options.regimes");
      !ok) {
    return ok.error();
  }
  for (std::size_t i = 0; i < o->regime_count; ++i) {
    const auto r = choice_of(o->regimes[i], TW_REGIME_US_OFAC, "options.regimes");
    if (!r) return r.error();
    out.regimes.push_back(static_cast<regime>(*r));
  }
  if (auto ok = check_array(o->facts, o->fact_count, alignof(tw_fact), "options.facts"); !ok) {
    return ok.error();
  }
  for (std::size_t i = 0; i < o->fact_count; ++i) {
    const auto id = text_of(o->facts[i].id, "options.facts.id");
    if (!id) return id.error();
    const auto value = choice_of(o->facts[i].value, TW_YES, "options.facts.value");
    if (!value) return value.error();
    out.facts.push_back({std::string(*id), static_cast<truth>(*value)});
  }
  const auto from = text_of(o->exported_from, "options.exported_from");
  if (!from) return from.error();
  out.exported_from = *from;
  const auto date = day_of(o->date, "options.date");
  if (!date) return date.error();
  out.date = *date;
  const auto alternatives = choice_of(o->alternatives, TW_ALTERNATIVES_ANY, "options.alternatives");
  if (!alternatives) return alternatives.error();
  out.alternatives = static_cast<alternatives_policy>(*alternatives);
  const struct {
    std::int32_t from;
    bool& to;
    const char* name;
  } flags[] = {
      {o->all_destinations, out.all_destinations, "options.all_destinations"},
      {o->strict_editions, out.strict_editions, "options.strict_editions"},
      {o->unknown_discrete_counts, out.unknown_discrete_counts, "options.unknown_discrete_counts"},
      {o->bought_content_unknown, out.bought_content_unknown, "options.bought_content_unknown"},
      {o->summary, out.summary, "options.summary"}};
  for (const auto& f : flags) {
    const auto flag = flag_of(f.from, f.name);
    if (!flag) return flag.error();
    f.to = *flag;
  }
  if (o->part_limit != 0) out.part_limit = o->part_limit;
  if (auto who = end_user_of(*o, out); !who) return who.error();
  return out;
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_origin_new(tw_origin** out, const tw_bill* bill, const tw_rules* rules,
                        tw_error* error) {
  return make(out, error, [&]() -> made<tw_origin> {
    if (!is(bill)) return no_handle("bill");
    if (rules != nullptr && !is(rules)) return no_handle("rules");
    return std::make_unique<tw_origin>(tw::origin(
        bill->content, rules != nullptr ? rules->book : tw::rule_book::built_in()));
  });
}

void tw_origin_free(tw_origin* origin) { release(origin); }

tw_status tw_origin_evaluate(tw_origin_answer** out, const tw_origin* origin,
                             const tw_origin_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_origin_answer> {
    if (!is(origin)) return no_handle("origin");
    const auto question = origin_question(options);
    if (!question) return question.error();
    auto report = origin->engine.evaluate(*question);
    if (!report) return report.error();
    return std::make_unique<tw_origin_answer>(origin->engine, std::move(*report));
  });
}

void tw_origin_answer_free(tw_origin_answer* answer) { release(answer); }

tw_status tw_origin_answer_json(tw_text** out, const tw_origin_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->report));
  });
}

tw_status tw_origin_answer_html(tw_text** out, const tw_origin_answer* answer,
                                const tw_index* index, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    if (index != nullptr && !is(index)) return no_handle("index");
    return new_text(tw::report::origin_html(answer->engine, answer->report,
                                            index != nullptr ? &index->state->index : nullptr));
  });
}

tw_status tw_amount_text(tw_text** out, const tw_amount* amount, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is_memory(amount, alignof(tw_amount))) return usage("there is no amount", "amount");
    const auto fraction = [](const tw_str& num,
                             const tw_str& den) -> tw::result<tw::exact_fraction> {
      const auto n = text_of(num, "amount");
      if (!n) return n.error();
      const auto d = text_of(den, "amount");
      if (!d) return d.error();
      return tw::exact_fraction::parse(*n, *d);
    };
    if (amount->low_num.size == 0) return new_text(std::string());
    tw::amount_range range;
    auto low = fraction(amount->low_num, amount->low_den);
    if (!low) return low.error();
    range.low = std::move(*low);
    range.high.reset();
    if (amount->high_num.size != 0) {
      auto high = fraction(amount->high_num, amount->high_den);
      if (!high) return high.error();
      range.high = std::move(*high);
    }
    return new_text(range.to_string());
  });
}
