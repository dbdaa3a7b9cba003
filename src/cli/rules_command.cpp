#include "cli/rules_command.hpp"

#include <algorithm>
#include <utility>

#include "cli/report.hpp"
#include "cli/table.hpp"
#include "rules/rules_json.hpp"

namespace tradewarden::cli {
namespace {

result<rule_book> open_book(const std::string& folder) {
  if (folder.empty()) return rule_book::built_in();
  return rule_book::load(folder);
}

std::string interval(const rule_value& v) {
  if (!v.from && !v.until) return "always";
  if (!v.from) return "until " + v.until->to_string();
  if (!v.until) return "from " + v.from->to_string();
  return v.from->to_string() + " until " + v.until->to_string();
}

/// The interval with what else is known of the date.
std::string when(const rule_value& v) {
  std::string out = v.edition ? "as of " + v.edition->to_string() : interval(v);
  if (v.edition && (v.from || v.until)) out += ", " + interval(v);
  if (v.published) out += " (published " + v.published->to_string() + ")";
  return out;
}

std::string numbers(const rule_book& book) {
  std::size_t values = 0;
  std::size_t unverified = 0;
  for (const rule_info& r : book.rules()) {
    values += r.values.size();
    unverified += r.unverified;
  }
  return grouped(book.rules().size()) + " parameters, " + grouped(values) + " dated values, " +
         grouped(unverified) + " of them not yet verified; content " + book.content().to_string();
}

}  // namespace

std::vector<std::string> rule_list_view(const rule_book& book, const terminal& out) {
  table t({{"id", table::flexible},
           {"type", table::left},
           {"values", table::right},
           {"unverified", table::right},
           {"origin", table::optional}});
  for (const rule_info& r : book.rules()) {
    t.add({{r.id},
           {r.type},
           {grouped(r.values.size())},
           {r.unverified == 0 ? std::string() : grouped(r.unverified), ink::yellow},
           {r.origin}});
  }
  std::vector<std::string> lines = t.lines(out);
  lines.emplace_back();
  for (auto& l : wrapped(numbers(book), out.width, 0)) lines.push_back(std::move(l));
  return lines;
}

std::vector<std::string> rule_view(const rule_info& rule, const terminal& out) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& text, std::size_t indent) {
    for (auto& l : wrapped(printable(text), out.width, indent)) lines.push_back(std::move(l));
  };
  add(rule.id + " (" + rule.type + ", " + rule.file + ", " + rule.origin + ")", 4);
  const auto head = [&](const rule_value& v) {
    std::string text = when(v);
    if (v.status != rule_status::in_force) text += ", " + std::string(to_string(v.status));
    text += ": " + v.citation;
    if (!v.verified) text += " [not verified]";
    return text;
  };
  for (const rule_value& v : rule.values) {
    lines.emplace_back();
    add(head(v), 4);
    // Breaks after commas, which the compact form lacks blanks behind.
    std::string value = "    ";
    bool quoted = false;
    for (std::size_t i = 0; i < v.value.size(); ++i) {
      const char c = v.value[i];
      if (c == '"' && (i == 0 || v.value[i - 1] != '\\')) quoted = !quoted;
      value += c;
      if (c == ',' && !quoted) value += ' ';
    }
    add(value, 4);
  }
  for (const rule_value& v : rule.overlays) {
    lines.emplace_back();
    add("overlay, " + head(v), 4);
  }
  lines.emplace_back();
  add("sha256 " + rule.content.to_string(), 0);
  return lines;
}

std::vector<std::string> override_words(const rule_book& book) {
  std::vector<std::string> out;
  for (const rules::rule_override& o : rules::overrides(book)) {
    out.push_back(o.file + ": " + o.id + " takes the place of the built-in one, whole; " +
                  (o.gone == 0 ? std::string("all ") + grouped(o.before) + " built-in values stay"
                               : grouped(o.gone) + " of " + grouped(o.before) +
                                     " built-in values are gone"));
  }
  return out;
}

int run_rules_list(const rules_request& request) {
  const auto book = open_book(request.folder);
  if (!book) return report(book.error());
  if (request.json) return put_text(rules::list_json(*book));
  return put_lines(rule_list_view(*book, terminal::detect(1, request.colour)));
}

int run_rules_show(const rules_request& request) {
  const auto book = open_book(request.folder);
  if (!book) return report(book.error());
  const rule_info* rule = book->find(request.id);
  if (rule == nullptr) {
    error e;
    e.code = errc::usage;
    e.message = "no rule has the id '" + request.id + "'; `tradewarden rules list` shows all";
    return report(e);
  }
  if (request.export_file) return put_text(rules::rule_file_json(*rule));
  if (request.json) return put_text(rules::rule_json(*book, *rule));
  return put_lines(rule_view(*rule, terminal::detect(1, request.colour)));
}

int run_rules_check(const rules_request& request) {
  std::vector<error> problems;
  if (!request.folder.empty()) problems = rule_book::check(request.folder);
  const auto book = problems.empty() ? open_book(request.folder) : result<rule_book>(problems.front());
  if (request.json) {
    const int printed = put_text(rules::check_json(book ? &*book : nullptr, problems));
    return printed != k_done ? printed : problems.empty() ? k_done : k_refused;
  }
  for (const error& e : problems) say(e.to_string());
  if (!problems.empty()) {
    say(grouped(problems.size()) + (problems.size() == 1 ? " problem" : " problems") +
        "; these rules would be refused");
    return k_refused;
  }
  if (!book) return report(book.error());
  std::vector<std::string> lines = override_words(*book);
  lines.push_back(numbers(*book));
  return put_lines(lines);
}

}  // namespace tradewarden::cli
