#include "rules/value_reader.hpp"

#include <algorithm>
#include <utility>

#include "rules/agreement_reader.hpp"
#include "rules/direct_product.hpp"
#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::size_t k_entry = 5;  // "3A001"

bool is_entry(std::string_view s) {
  return s.size() == k_entry && ascii::is_digit(s[0]) && s[1] >= 'A' && s[1] <= 'E' &&
         std::all_of(s.begin() + 2, s.end(), ascii::is_digit);
}

bool is_entry_pattern(std::string_view s) {
  if (s == "EAR99") return true;
  if (s.size() != k_entry) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool letter = i == 1 && s[i] >= 'A' && s[i] <= 'E';
    if (s[i] != '?' && !letter && !(i != 1 && ascii::is_digit(s[i]))) return false;
  }
  return true;
}

std::string shown(std::string_view s) { return "'" + std::string(s.substr(0, 60)) + "'"; }

coverage read_coverage(json_checks& in, dom::element e, const std::string& field) {
  const std::string text = in.text(e, field, 4000);
  if (text.empty()) return {};
  auto c = coverage::parse(text);
  if (c) return std::move(*c);
  in.fail(c.error().code, field, c.error().message);
  return {};
}

/// "10", "12.5": an exact fraction of 100.
share_threshold read_percent(json_checks& in, dom::element e, const std::string& field) {
  const std::string text = in.text(e, field, 12);
  if (text.empty()) return {};
  share_threshold out{0, 100, threshold_operator::more_than};
  bool point = false;
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '.' && !point && digits != 0) {
      point = true;
      continue;
    }
    if (!ascii::is_digit(c)) {
      digits = 0;
      break;
    }
    ++digits;
    out.num = out.num * 10 + (c - '0');
    if (point) out.den *= 10;
  }
  if (digits == 0 || text.back() == '.' || out.num > out.den) {
    in.fail(errc::bad_value, field, "a percentage from 0 to 100 belongs here, as a decimal text");
    return {};
  }
  return out;
}

threshold_operator read_operator(json_checks& in, dom::element e, const std::string& field) {
  const std::string op = in.text(e, field);
  if (op == "at_least") return threshold_operator::at_least;
  if (op != "more_than") {
    in.fail(errc::bad_value, field, "\"more_than\" or \"at_least\" belongs here");
  }
  return threshold_operator::more_than;
}

percent_value percent(json_checks& in, dom::element e, const std::string& field) {
  percent_value out;
  const auto m = in.object(e, field, {"countries!", "percent!", "operator!"});
  if (const auto c = m["countries"]) {
    std::string_view word;
    if (c->get(word) != simdjson::SUCCESS || word != "others") {
      out.countries = in.countries(*c, field + ".countries");
    }
  }
  if (const auto p = m["percent"]) out.threshold = read_percent(in, *p, field + ".percent");
  if (const auto o = m["operator"]) out.threshold.op = read_operator(in, *o, field + ".operator");
  return out;
}

std::map<std::string, std::string, std::less<>> map_to_country(json_checks& in, dom::element e,
                                                               const std::string& field,
                                                               bool from_code) {
  std::map<std::string, std::string, std::less<>> out;
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    if (from_code) (void)in.is_country(key, at, false);
    const std::string code = in.text(value, at);
    if (!code.empty() && in.is_country(code, at, false)) out.emplace(key, code);
  }
  return out;
}

chart_value chart(json_checks& in, dom::element e, const std::string& field) {
  chart_value out;
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    std::string_view marks;
    if (!in.is_country(key, at, false)) continue;
    if (value.get(marks) != simdjson::SUCCESS || marks.size() > 200) {
      in.fail(errc::bad_value, at, "the row's marks belong here: \"CB1 NS1\"");
      continue;
    }
    chart_value::row row;
    row.points_elsewhere = marks == "part-746";
    if (!row.points_elsewhere) {
      for (const std::string_view mark : ascii::split(marks, " ")) {
        const int column =
            mark.size() == 3 ? column_number(std::string(mark.substr(0, 2)) + ' ' + mark[2]) : -1;
        if (column < 0) {
          in.fail(errc::bad_value, at, "no column of the country chart: " + shown(mark));
          continue;
        }
        row.marks |= std::uint32_t{1} << column;
      }
    }
    out.rows.emplace(key, row);
  }
  return out;
}

ccl_row read_row(json_checks& in, dom::element e, const std::string& field) {
  ccl_row out;
  dom::array parts;
  if (e.get(parts) != simdjson::SUCCESS || parts.size() != 3) {
    in.fail(errc::bad_value, field, "[reason, coverage, control] belongs here");
    return out;
  }
  out.reason = in.text(parts.at(0), field + "[0]", 2);
  if (out.reason.size() != 2 || out.reason[0] < 'A' || out.reason[0] > 'Z' || out.reason[1] < 'A' ||
      out.reason[1] > 'Z') {
    in.fail(errc::bad_value, field + "[0]", "a reason for control is two capital letters");
  }
  out.covers = read_coverage(in, parts.at(1), field + "[1]");
  out.control = in.text(parts.at(2), field + "[2]", 60);
  out.column = column_number(out.control);
  return out;
}

std::vector<ccl_row> read_rows(json_checks& in, dom::element e, const std::string& field) {
  std::vector<ccl_row> out;
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS || all.size() == 0) {
    in.fail(errc::bad_value, field, "a list of rows belongs here");
    return out;
  }
  for (const dom::element row : all) {
    out.push_back(read_row(in, row, field + '[' + std::to_string(out.size()) + ']'));
  }
  return out;
}

/// Members by entry of the control list, each made by `read`.
template <class Entries, class Read>
void read_entries(json_checks& in, dom::element e, const std::string& field, Entries& to,
                  const Read& read) {
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    if (!is_entry(key)) {
      in.fail(errc::bad_value, at, "not an entry of the control list: " + shown(key));
      continue;
    }
    to.emplace(key, read(value, at));
  }
}

/// Rows that stand beside the entries' own: footnotes of the chart, notes of the list.
ccl_notes notes(json_checks& in, dom::element e, const std::string& field) {
  ccl_notes out;
  read_entries(in, e, field, out.entries, [&](dom::element value, const std::string& at) {
    ccl_entry entry;
    entry.rows = read_rows(in, value, at);
    return entry;
  });
  return out;
}

ccl_entry read_entry(json_checks& in, dom::element e, const std::string& field) {
  ccl_entry entry;
  const auto m = in.object(e, field, {"rows", "gbs", "see"});
  if (const auto rows = m["rows"]) entry.rows = read_rows(in, *rows, field + ".rows");
  if (const auto gbs = m["gbs"]) entry.gbs = read_coverage(in, *gbs, field + ".gbs");
  if (const auto see = m["see"]) {
    entry.see = in.text(*see, field + ".see");
    if (entry.see != "itar" && entry.see != "empty" && entry.see != "elsewhere") {
      in.fail(errc::bad_value, field + ".see", "\"itar\", \"empty\" or \"elsewhere\" belongs here");
    }
  }
  if (m["rows"].has_value() == m["see"].has_value()) {
    in.fail(errc::conflict, field, "an entry has either \"rows\" or \"see\"");
  }
  return entry;
}

ccl_value ccl(json_checks& in, dom::element e, const std::string& field) {
  ccl_value out;
  read_entries(in, e, field, out.entries,
               [&](dom::element value, const std::string& at) { return read_entry(in, value, at); });
  return out;
}

destination_value destination(json_checks& in, dom::element e, const std::string& field) {
  destination_value out;
  const auto m = in.object(e, field, {"always", "yes", "less", "unknown", "ask"});
  const auto list = [&](const char* key, std::vector<std::string>& to) {
    if (const auto v = m[key]) to = in.texts(*v, field + '.' + key);
  };
  list("always", out.always);
  list("yes", out.yes);
  list("less", out.less);
  list("unknown", out.unknown);
  if (const auto a = m["ask"]) out.ask = in.text(*a, field + ".ask");
  if (out.yes.empty() && out.always.empty() && out.unknown.empty()) {
    in.fail(errc::missing_field, field, "it names no destination: \"yes\" or \"unknown\" is required");
  }
  if (!out.unknown.empty() && out.ask.empty()) {
    in.fail(errc::missing_field, field + ".ask", "\"unknown\" needs a question to ask");
  }
  return out;
}

eccn_patterns patterns(json_checks& in, dom::element e, const std::string& field) {
  eccn_patterns out;
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    if (!is_entry_pattern(key)) {
      in.fail(errc::bad_value, at, "not an entry, nor a pattern such as 9?515: " + shown(key));
      continue;
    }
    out.of.emplace_back(key, read_coverage(in, value, at));
    std::string_view covers;
    if (value.get(covers) == simdjson::SUCCESS) {
      out.texts.push_back(std::string(key) + ": " + std::string(covers));
    }
  }
  if (out.of.empty()) in.fail(errc::bad_value, field, "it names no entry");
  return out;
}

content_clause clause(json_checks& in, dom::element e, const std::string& field) {
  content_clause out;
  const auto m = in.object(
      e, field,
      {"is", "content_type", "hs_chapter", "exported_from", "unless_policy", "counts!", "why!", "ask"});
  const auto text = [&](const char* key, std::string& to) {
    if (const auto v = m[key]) to = in.text(*v, field + '.' + key, 60);
  };
  text("is", out.is);
  text("exported_from", out.exported_from);
  text("unless_policy", out.unless_policy);
  text("why", out.why);
  text("ask", out.ask);
  if (const auto v = m["content_type"]) {
    out.content_type = read_content_type(in, *v, field + ".content_type");
  }
  if (const auto chapters = m["hs_chapter"]) {
    for (const unsigned n : read_chapters(in, *chapters, field + ".hs_chapter")) {
      std::uint64_t& bits = n < 64 ? out.chapters_low : out.chapters_high;
      bits |= std::uint64_t{1} << (n % 64);
    }
  }
  if (const auto counts = m["counts"]) {
    const std::string word = in.text(*counts, field + ".counts");
    if (word == "yes") {
      out.counts = clause_result::yes;
    } else if (word == "no") {
      out.counts = clause_result::no;
    } else if (word == "chart") {
      out.counts = clause_result::chart;
    } else if (word != "unknown") {
      in.fail(errc::bad_value, field + ".counts",
              "\"yes\", \"no\", \"unknown\" or \"chart\" belongs here");
    } else if (out.ask.empty()) {
      in.fail(errc::missing_field, field + ".ask", "\"unknown\" needs a question to ask");
    }
  }
  return out;
}

content_value content(json_checks& in, dom::element e, const std::string& field) {
  content_value out;
  const auto m = in.object(e, field, {"countries!", "clauses!"});
  if (const auto c = m["countries"]) out.countries = in.countries(*c, field + ".countries", true);
  if (const auto all = m["clauses"]) {
    dom::array list;
    if (all->get(list) != simdjson::SUCCESS || list.size() == 0 || list.size() > 200) {
      in.fail(errc::bad_value, field + ".clauses", "a list of 1 to 200 clauses belongs here");
      return out;
    }
    for (const dom::element one : list) {
      out.clauses.push_back(
          clause(in, one, field + ".clauses[" + std::to_string(out.clauses.size()) + ']'));
    }
  }
  return out;
}

case_value zero_case(json_checks& in, dom::element e, const std::string& field) {
  case_value out;
  const auto m = in.object(e, field, {"paragraph!", "content!", "product", "product_type",
                                      "destination!", "facts", "unless"});
  if (const auto v = m["paragraph"]) out.paragraph = in.text(*v, field + ".paragraph", 40);
  if (const auto v = m["content"]) out.content = patterns(in, *v, field + ".content");
  if (const auto v = m["product"]) out.product = patterns(in, *v, field + ".product");
  if (const auto v = m["product_type"]) {
    out.product_type = read_content_type(in, *v, field + ".product_type");
  }
  if (const auto v = m["destination"]) out.destination = in.text(*v, field + ".destination", 60);
  if (const auto v = m["facts"]) out.facts = in.texts(*v, field + ".facts");
  if (const auto v = m["unless"]) out.unless = in.texts(*v, field + ".unless");
  return out;
}

questions_value questions(json_checks& in, dom::element e, const std::string& field) {
  questions_value out;
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    out.of.emplace(key, in.text(value, at));
  }
  return out;
}

truth read_truth(json_checks& in, dom::element e, const std::string& field) {
  const std::string word = in.text(e, field, 10);
  for (const truth t : {truth::no, truth::unknown, truth::yes}) {
    if (word == to_string(t)) return t;
  }
  in.fail(errc::bad_value, field, "\"yes\", \"no\" or \"unknown\" belongs here");
  return truth::unknown;
}

ownership_test read_test(json_checks& in, dom::element e, const std::string& field) {
  ownership_test out;
  const auto m = in.object(e, field, {"kind!", "percent!", "operator!", "aggregate!"});
  if (const auto v = m["kind"]) {
    const auto kind = parse_ownership_kind(in.text(*v, field + ".kind", 20));
    if (kind && *kind != ownership_kind::control) {
      out.kind = *kind;
    } else {
      in.fail(errc::bad_value, field + ".kind", "\"capital\", \"votes\" or \"board\" belongs here");
    }
  }
  if (const auto v = m["percent"]) out.threshold = read_percent(in, *v, field + ".percent");
  if (const auto v = m["operator"]) out.threshold.op = read_operator(in, *v, field + ".operator");
  if (const auto v = m["aggregate"]) out.aggregate = read_truth(in, *v, field + ".aggregate");
  return out;
}

ownership_value ownership(json_checks& in, dom::element e, const std::string& field) {
  ownership_value out;
  const auto m = in.object(e, field, {"tests!", "control!", "lists!", "outside", "requirements"});
  if (const auto all = m["tests"]) {
    dom::array list;
    if (all->get(list) != simdjson::SUCCESS || list.size() == 0 || list.size() > 10) {
      in.fail(errc::bad_value, field + ".tests", "a list of 1 to 10 tests belongs here");
    } else {
      for (const dom::element one : list) {
        out.tests.push_back(
            read_test(in, one, field + ".tests[" + std::to_string(out.tests.size()) + ']'));
      }
    }
  }
  if (const auto v = m["control"]) out.control = read_truth(in, *v, field + ".control");
  if (const auto v = m["lists"]) out.lists = in.texts(*v, field + ".lists");
  if (const auto v = m["outside"]) out.outside = in.texts(*v, field + ".outside", 0);
  if (const auto v = m["requirements"]) out.requirements = in.texts(*v, field + ".requirements", 0);
  return out;
}

/// Texts, numbers, truths and flat lists of texts; nothing nested.
record_value record(json_checks& in, dom::element e, const std::string& field) {
  for (const auto& [key, value] : in.any_members(e, field)) {
    const std::string at = field + '.' + std::string(key.substr(0, 60));
    if (value.is_array()) {
      (void)in.texts(value, at, 0);
    } else if (value.is_object() || value.is_null()) {
      in.fail(errc::bad_value, at, "a text, a number, true, false or a list of texts belongs here");
    } else if (value.is_string()) {
      (void)in.text(value, at, 1000);
    }
  }
  return {};
}

}  // namespace

int column_number(std::string_view column) noexcept {
  const auto at = std::find(k_columns.begin(), k_columns.end(), column);
  return at == k_columns.end() ? -1 : static_cast<int>(at - k_columns.begin());
}

const coverage* eccn_patterns::find(std::string_view entry) const noexcept {
  const coverage* best = nullptr;
  std::ptrdiff_t fewest = 100;
  for (const auto& [pattern, covers] : of) {
    if (pattern.size() != entry.size()) continue;
    bool fits = true;
    for (std::size_t i = 0; i < entry.size() && fits; ++i) {
      fits = pattern[i] == '?' || pattern[i] == entry[i];
    }
    const std::ptrdiff_t open = std::count(pattern.begin(), pattern.end(), '?');
    if (fits && open < fewest) {
      fewest = open;
      best = &covers;
    }
  }
  return best;
}

std::vector<std::uint8_t> read_chapters(json_checks& in, dom::element e, const std::string& field) {
  std::vector<std::uint8_t> out;
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS || all.size() == 0) {
    in.fail(errc::bad_value, field, "a list of HS chapters belongs here");
    return out;
  }
  for (const dom::element one : all) {
    std::int64_t n = 0;
    if (one.get(n) != simdjson::SUCCESS || n < 1 || n > 99) {
      in.fail(errc::bad_value, field, "an HS chapter is a number from 1 to 99");
      break;
    }
    out.push_back(static_cast<std::uint8_t>(n));
  }
  return out;
}

std::string read_content_type(json_checks& in, dom::element e, const std::string& field) {
  std::string word = in.text(e, field);
  if (!word.empty() && word != "commodity" && word != "software" && word != "technology") {
    in.fail(errc::bad_value, field, "\"commodity\", \"software\" or \"technology\" belongs here");
  }
  return word;
}

rule_status read_status(json_checks& in, dom::element e, const std::string& field) {
  const std::string word = in.text(e, field);
  for (const rule_status s :
       {rule_status::in_force, rule_status::suspended, rule_status::codified_not_enforced}) {
    if (word == to_string(s)) return s;
  }
  in.fail(errc::bad_value, field,
          "\"in_force\", \"suspended\" or \"codified_not_enforced\" belongs here");
  return rule_status::in_force;
}

value_data read_value(json_checks& in, std::string_view type, dom::element e,
                      const std::string& field) {
  if (type == "percent") return percent(in, e, field);
  if (type == "country_set") return country_set{in.countries(e, field)};
  if (type == "country_map") return country_map{map_to_country(in, e, field, true)};
  if (type == "country_names") return country_names{map_to_country(in, e, field, false)};
  if (type == "chart") return chart(in, e, field);
  if (type == "ccl") return ccl(in, e, field);
  if (type == "ccl_notes") return notes(in, e, field);
  if (type == "destination") return destination(in, e, field);
  if (type == "eccn_class") return patterns(in, e, field);
  if (type == "content") return content(in, e, field);
  if (type == "case") return zero_case(in, e, field);
  if (type == "questions") return questions(in, e, field);
  if (type == "ownership") return ownership(in, e, field);
  if (type == "direct_product") return read_direct_product(in, e, field);
  if (type == "agreement") return read_agreement(in, e, field);
  if (type == "product_rules") return read_product_rules(in, e, field);
  if (type == "record") return record(in, e, field);
  return in.flag(e, field);  // "flag"
}

}  // namespace tradewarden::rules
