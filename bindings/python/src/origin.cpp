// Bills of materials and what is asked of them. Reports come as the canonical JSON: the package makes
// exact fractions of it.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "errors.hpp"
#include "parts.hpp"
#include "rules/rules_json.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/whatif.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

struct held_rules {
  rule_book book;
};

struct held_bill {
  bill parts;
  origin engine;
  nb::object files;  ///< Counts by file: list of tuples.
  nb::object notes;
};

/// The rows of keyword arguments: ("name", value).
nb::object item(const nb::dict& d, const char* key) {
  return d.contains(key) ? nb::object(d[key]) : nb::object(nb::none());
}

bill_sources sources_of(const nb::dict& d) {
  bill_sources s;
  const std::pair<const char*, std::string*> fields[] = {
      {"parts", &s.parts},
      {"lines", &s.lines},
      {"offers", &s.offers},
      {"fx", &s.fx},
      {"production", &s.production},
      {"bill", &s.bill},
      {"product_name", &s.product_name},
      {"product_price", &s.product_price},
      {"product_currency", &s.product_currency},
      {"product_made_in", &s.product_made_in},
      {"product_eccn", &s.product_eccn}};
  for (const auto& [key, to] : fields) *to = string_of(item(d, key), key);
  return s;
}

std::unique_ptr<held_bill> held(bill_reading&& read, const rule_book& book) {
  if (!read.bill) raise_all(std::move(read.problems), read.more_problems);
  nb::list files;
  for (const bill_file_counts& f : read.files) {
    files.append(nb::make_tuple(to_str(f.file), to_str(f.holds), f.rows, f.used, f.set_aside,
                                f.rejected));
  }
  nb::list notes;
  for (const std::string& n : read.notes) notes.append(to_str(n));
  bill parts = std::move(*read.bill);
  origin engine(parts, book);
  return std::make_unique<held_bill>(
      held_bill{std::move(parts), std::move(engine), std::move(files), std::move(notes)});
}

const rule_book& book_of(const held_rules* rules) {
  return rules == nullptr ? rule_book::built_in() : rules->book;
}

std::unique_ptr<held_bill> read(nb::dict sources, const held_rules* rules) {
  const bill_sources s = sources_of(sources);
  bill_reading out;
  {
    const nb::gil_scoped_release free;
    out = read_bill(s);
  }
  return held(std::move(out), book_of(rules));
}

/// `texts`: (what, name, text) each.
std::unique_ptr<held_bill> read_texts(nb::list texts, nb::dict product, const held_rules* rules) {
  std::vector<bill_text> files;
  for (const nb::handle each : texts) {
    const nb::tuple row = nb::cast<nb::tuple>(each);
    files.push_back({text_of(row[0], "texts").value_or(""), text_of(row[1], "texts").value_or(""),
                     text_of(row[2], "texts").value_or("")});
  }
  const bill_sources s = sources_of(product);
  bill_reading out;
  {
    const nb::gil_scoped_release free;
    out = read_bill_texts(files, s);
  }
  return held(std::move(out), book_of(rules));
}

truth truth_of(nb::handle value) {
  if (value.ptr() == Py_True) return truth::yes;
  if (value.ptr() == Py_False) return truth::no;
  if (value.is_none()) return truth::unknown;
  const std::string_view word = text_of(value, "facts").value_or("");
  if (word == "yes") return truth::yes;
  if (word == "no") return truth::no;
  if (word == "unknown") return truth::unknown;
  raise({errc::bad_value, "True, False, None, 'yes', 'no' or 'unknown' is expected", {}, 0, "facts"});
}

bool flag(const nb::dict& d, const char* key) { return item(d, key).ptr() == Py_True; }

std::uint32_t count_of(nb::handle value, const char* argument) {
  const long long n = PyLong_Check(value.ptr()) ? PyLong_AsLongLong(value.ptr()) : -1;
  if (n < 0 || n > 4'000'000'000LL) {
    PyErr_Clear();
    raise({errc::bad_value, "a whole number from 0 to 4000000000 is expected", {}, 0, argument});
  }
  return static_cast<std::uint32_t>(n);
}

origin_options options_of_origin(const nb::dict& d) {
  origin_options o;
  o.products = strings_of(item(d, "products"), "products");
  o.destinations = strings_of(item(d, "destinations"), "destinations");
  o.all_destinations = flag(d, "all_destinations");
  for (const std::string& r : strings_of(item(d, "regimes"), "regimes")) {
    o.regimes.push_back(take(parse_regime(r), "regimes"));
  }
  o.date = day_of(item(d, "date"), "date");
  o.exported_from = string_of(item(d, "exported_from"), "exported_from");
  const nb::object alternatives = item(d, "alternatives");
  if (!alternatives.is_none()) {
    o.alternatives =
        take(parse_alternatives_policy(*text_of(alternatives, "alternatives")), "alternatives");
  }
  o.strict_editions = flag(d, "strict_editions");
  o.unknown_discrete_counts = flag(d, "unknown_discrete_counts");
  o.bought_content_unknown = flag(d, "bought_content_unknown");
  const nb::object facts = item(d, "facts");
  if (!facts.is_none()) {
    for (const auto& [id, value] : nb::cast<nb::dict>(facts)) {
      o.facts.push_back({string_of(id, "facts"), truth_of(value)});
    }
  }
  const nb::object limit = item(d, "part_limit");
  if (!limit.is_none()) o.part_limit = count_of(limit, "part_limit");
  o.summary = flag(d, "summary");
  const nb::object footnotes = item(d, "end_user_footnotes");
  if (!footnotes.is_none()) o.end_user.footnotes = strings_of(footnotes, "end_user_footnotes");
  const nb::object uses = item(d, "end_uses");
  if (!uses.is_none()) o.end_user.end_uses = strings_of(uses, "end_uses");
  o.end_user.headquarters = string_of(item(d, "end_user_headquarters"), "end_user_headquarters");
  return o;
}

/// Screens the end users that are named, into the question.
void screen_end_users(const nb::dict& d, const held_index* idx, origin_options& o) {
  const std::vector<std::string> names = strings_of(item(d, "end_users"), "end_users");
  if (names.empty()) return;
  o.date = o.date.value_or(day::today_utc());
  for (const std::string& name : names) {
    o.end_user.parties.push_back(
        take(screen_end_user(idx == nullptr ? party_index::sample() : idx->index, name, *o.date)));
  }
}

/// What `ask` gives, as JSON; without the GIL.
template <class Ask>
nb::object json_of(Ask ask) {
  std::string out;
  {
    const nb::gil_scoped_release free;
    out = to_json(take(ask()));
  }
  return to_str(out);
}

nb::object origin_json(const held_bill& b, nb::dict options, const held_index* idx) {
  origin_options o = options_of_origin(options);
  screen_end_users(options, idx, o);
  return json_of([&] { return b.engine.evaluate(o); });
}

nb::object share_json(const held_bill& b, nb::dict options, const held_index* idx) {
  share_options o;
  o.product = string_of(item(options, "product"), "product");
  o.date = day_of(item(options, "date"), "date");
  o.index = idx == nullptr ? nullptr : &idx->index;
  return json_of([&] { return share(b.engine).evaluate(o); });
}

nb::object cutoff_json(const held_bill& b, nb::dict options, const held_index* idx) {
  cutoff_options o;
  o.products = strings_of(item(options, "products"), "products");
  o.suppliers = strings_of(item(options, "suppliers"), "suppliers");
  o.countries = strings_of(item(options, "countries"), "countries");
  o.parties = strings_of(item(options, "parties"), "parties");
  o.date = day_of(item(options, "date"), "date");
  o.every_supplier = flag(options, "every_supplier");
  const nb::object limit = item(options, "limit");
  if (!limit.is_none()) o.limit = count_of(limit, "limit");
  o.index = idx == nullptr ? nullptr : &idx->index;
  return json_of([&] { return cutoff(b.engine).evaluate(o); });
}

nb::object whatif_json(const held_bill& b, nb::dict options, nb::handle changes, bool replacement,
                       const held_index* idx) {
  whatif_options o;
  o.question = options_of_origin(options);
  screen_end_users(options, idx, o.question);
  for (const std::string& c : strings_of(changes, "changes")) {
    o.changes.push_back(take(whatif_change::parse(c), "changes"));
  }
  o.replacement = replacement;
  return json_of([&] { return whatif(b.engine).evaluate(o); });
}

nb::object rule_json(const held_rules& r, nb::object id) {
  const std::string wanted = string_of(id, "id");
  const rule_info* const rule = r.book.find(wanted);
  if (rule == nullptr) {
    raise({errc::not_found, "no rule has the id '" + wanted + "'", {}, 0, "id"});
  }
  return to_str(rules::rule_json(r.book, *rule));
}

}  // namespace

void add_origin(nb::module_& m) {
  nb::class_<held_rules>(m, "Rules")
      .def_static("built_in",
                  [] { return std::make_unique<held_rules>(held_rules{rule_book::built_in()}); })
      .def_static("load",
                  [](const nb::str& folder) {
                    const std::string path = string_of(folder, "folder");
                    auto book = rule_book::load(path);
                    if (!book) throw raised{rule_book::check(path)};
                    return std::make_unique<held_rules>(held_rules{std::move(*book)});
                  },
                  nb::arg("folder"))
      .def("content", [](const held_rules& r) { return to_str(r.book.content().to_string()); })
      .def("list_json", [](const held_rules& r) { return to_str(rules::list_json(r.book)); })
      .def("rule_json", &rule_json, nb::arg("id"))
      .def("ids",
           [](const held_rules& r) {
             nb::list out;
             for (const rule_info& each : r.book.rules()) out.append(to_str(each.id));
             return out;
           })
      .def("__len__", [](const held_rules& r) { return r.book.rules().size(); });

  nb::class_<held_bill>(m, "Bill")
      .def_static("read", &read, nb::arg("sources"), nb::arg("rules").none())
      .def_static("read_texts", &read_texts, nb::arg("texts"), nb::arg("product"),
                  nb::arg("rules").none())
      .def("products",
           [](const held_bill& b) {
             nb::list out;
             for (const part_id p : b.parts.products()) out.append(to_str(b.parts.part(p).id));
             return out;
           })
      .def("counts",
           [](const held_bill& b) {
             return nb::make_tuple(b.parts.part_count(), b.parts.line_count(),
                                   b.parts.offer_count(), b.parts.supplier_count());
           })
      .def("files", [](const held_bill& b) { return b.files; })
      .def("notes", [](const held_bill& b) { return b.notes; })
      .def("cyclonedx",
           [](const held_bill& b) {
             std::string out;
             {
               const nb::gil_scoped_release free;
               out = cyclonedx_json(b.parts);
             }
             return to_str(out);
           })
      .def("origin_json", &origin_json, nb::arg("options"), nb::arg("index").none())
      .def("share_json", &share_json, nb::arg("options"), nb::arg("index").none())
      .def("cutoff_json", &cutoff_json, nb::arg("options"), nb::arg("index").none())
      .def("whatif_json", &whatif_json, nb::arg("options"), nb::arg("changes"),
           nb::arg("replacement"), nb::arg("index").none());
}

}  // namespace tradewarden::python
