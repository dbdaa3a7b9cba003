#include "bill_io/cyclonedx.hpp"

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "bill_io/json_text.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::bill_io {
namespace {

namespace od = simdjson::ondemand;
using code = simdjson::error_code;
constexpr std::string_view k_prefix = "tradewarden:";
constexpr std::string_view k_quantity = "cdx:device:quantity";
constexpr std::size_t k_top = static_cast<std::size_t>(-1);

struct property {
  std::string_view name;
  std::string_view value;
};

struct component {
  std::string_view type, ref, name, group, version, purl, supplier;
  std::vector<property> properties;
  std::size_t parent = k_top;  // the component that holds it
  std::size_t index = 0;       // in its array
  bool is_product = false;     // of the metadata
  std::uint64_t line = 0;
};

struct dependency {
  std::string_view ref;
  std::size_t index = 0;
  std::vector<std::string_view> on;
  std::uint64_t line = 0;
};

struct document {
  std::string_view format, version;
  std::vector<component> components;
  std::vector<dependency> dependencies;
  std::vector<property> properties;  // of the metadata
};

/// Names, each once: a few by comparing, many by a table.
class names_seen {
 public:
  /// False: it was there already.
  bool add(std::string_view name) {
    if (few_.size() < k_few) {
      if (std::find(few_.begin(), few_.end(), name) != few_.end()) return false;
      few_.push_back(name);
      return true;
    }
    if (many_.empty()) many_.insert(few_.begin(), few_.end());
    return many_.insert(name).second;
  }

 private:
  static constexpr std::size_t k_few = 24;
  std::vector<std::string_view> few_;
  string_view_set many_;
};

/// The document as it is written; what it means comes after.
class document_reader {
 public:
  document_reader(json_text& json, sink& out) : json_(json), out_(out) {}

  code read(od::object& top) {
    return each(top, [&](std::string_view key, od::value& v) -> code {
      if (key == "bomFormat") return text(v, doc.format);
      if (key == "specVersion") return text(v, doc.version);
      if (key == "metadata") return inside(v, [&](auto k, auto& m) { return metadata(k, m); });
      if (key == "components") return components(v, k_top);
      if (key == "dependencies") return items(v, [&](od::value& d) { return dependency_of(d); });
      return simdjson::SUCCESS;
    });
  }

  document doc;

 private:
  /// Components within components; a level takes some of the stack.
  static constexpr std::size_t k_most_depth = 500;

  template <class Visit>
  code each(od::object& o, Visit visit) {
    names_seen keys;
    for (auto field : o) {
      std::string_view key;
      if (const auto e = field.unescaped_key().get(key)) return e;
      od::value v;
      if (const auto e = field.value().get(v)) return e;
      json_.see(v);
      way_.push_back({key, 0});
      // Of two values of one name readers take the one or the other.
      if (!keys.add(key)) problem(errc::conflict, key, "this name stands twice in one object");
      const code e = visit(key, v);
      way_.pop_back();
      if (e) return e;
    }
    return simdjson::SUCCESS;
  }

  /// Where the reader stands, as a JSON pointer (RFC 6901).
  [[nodiscard]] std::string pointer() const {
    std::string out;
    for (const step& s : way_) {
      out += '/';
      if (s.key.data() == nullptr) {
        out += std::to_string(s.index);
        continue;
      }
      for (const char c : s.key.substr(0, 80)) {
        if (c == '~' || c == '/') {
          out += c == '~' ? "~0" : "~1";
        } else {
          out += c;
        }
      }
    }
    return out;
  }
  void problem(errc kind, std::string_view field, const std::string& message) {
    out_.problem(kind, json_.line(), std::string(field.substr(0, 80)),
                 message + " (" + pointer() + ")");
  }

  /// Visits the fields of an object; anything else is a problem, and passed over.
  template <class Visit>
  code inside(od::value& v, Visit visit) {
    od::json_type type{};
    if (const auto e = v.type().get(type)) return e;
    if (type != od::json_type::object) {
      problem(errc::bad_value, {}, "an object belongs here");
      return simdjson::SUCCESS;
    }
    od::object o;
    if (const auto e = v.get_object().get(o)) return e;
    return each(o, visit);
  }

  template <class Visit>
  code items(od::value& v, Visit visit) {
    od::json_type type{};
    if (const auto e = v.type().get(type)) return e;
    if (type != od::json_type::array) {
      problem(errc::bad_value, {}, "an array belongs here");
      return simdjson::SUCCESS;
    }
    od::array all;
    if (const auto e = v.get_array().get(all)) return e;
    std::size_t index = 0;
    for (auto entry : all) {
      od::value item;
      if (const auto e = entry.get(item)) return e;
      json_.see(item);
      way_.push_back({{}, index++});
      const code e = visit(item);
      way_.pop_back();
      if (e) return e;
    }
    return simdjson::SUCCESS;
  }

  code text(od::value& v, std::string_view& to) {
    od::json_type type{};
    if (const auto e = v.type().get(type)) return e;
    if (type == od::json_type::string) return v.get_string().get(to);
    if (type != od::json_type::null) {
      problem(errc::bad_value, {}, "a text belongs here");
    }
    return simdjson::SUCCESS;
  }

  code metadata(std::string_view key, od::value& v) {
    if (key == "component") {
      const std::size_t at = doc.components.size();
      const auto e = component_of(v, k_top);
      if (at < doc.components.size()) doc.components[at].is_product = true;
      return e;
    }
    if (key == "properties") return properties(v, doc.properties);
    return simdjson::SUCCESS;
  }

  code components(od::value& v, std::size_t parent) {
    if (depth_ == k_most_depth) {
      out_.problem(errc::limit_exceeded, json_.line(), "components",
                   "components stand more than " + std::to_string(k_most_depth) +
                       " deep in each other");
      return simdjson::DEPTH_ERROR;
    }
    ++depth_;
    const code e = items(v, [&](od::value& c) { return component_of(c, parent); });
    --depth_;
    return e;
  }

  code component_of(od::value& v, std::size_t parent) {
    const std::size_t at = doc.components.size();
    doc.components.emplace_back();
    doc.components[at].parent = parent;
    doc.components[at].index = way_.back().index;
    doc.components[at].line = json_.line();
    return inside(v, [&](std::string_view key, od::value& field) -> code {
      if (key == "components") return components(field, at);
      if (key == "properties") {
        std::vector<property> found;
        const auto e = properties(field, found);
        doc.components[at].properties = std::move(found);
        return e;
      }
      component& c = doc.components[at];
      if (key == "type") return text(field, c.type);
      if (key == "bom-ref") return text(field, c.ref);
      if (key == "name") return text(field, c.name);
      if (key == "group") return text(field, c.group);
      if (key == "version") return text(field, c.version);
      if (key == "purl") return text(field, c.purl);
      if (key == "supplier" || (key == "manufacturer" && c.supplier.empty())) {
        std::string_view name;
        const auto e = inside(field, [&](std::string_view k, od::value& n) {
          return k == "name" ? text(n, name) : simdjson::SUCCESS;
        });
        doc.components[at].supplier = name;
        return e;
      }
      return simdjson::SUCCESS;
    });
  }

  code properties(od::value& v, std::vector<property>& to) {
    names_seen ours;
    return items(v, [&](od::value& item) {
      property p;
      const auto e = inside(item, [&](std::string_view key, od::value& field) -> code {
        if (key == "name") return text(field, p.name);
        if (key == "value") return text(field, p.value);
        return simdjson::SUCCESS;
      });
      if ((p.name.starts_with(k_prefix) || p.name == k_quantity) && !ours.add(p.name)) {
        problem(errc::bad_value, p.name, "the property stands twice in one component");
        return e;
      }
      to.push_back(p);
      return e;
    });
  }

  code dependency_of(od::value& v) {
    dependency d;
    d.line = json_.line();
    d.index = way_.back().index;
    const auto e = inside(v, [&](std::string_view key, od::value& field) -> code {
      if (key == "ref") return text(field, d.ref);
      if (key != "dependsOn") return simdjson::SUCCESS;
      return items(field, [&](od::value& on) {
        d.on.emplace_back();
        return text(on, d.on.back());
      });
    });
    doc.dependencies.push_back(std::move(d));
    return e;
  }

  struct step {
    std::string_view key;   // of an object; no data: of an array
    std::size_t index = 0;
  };

  json_text& json_;
  sink& out_;
  std::vector<step> way_;
  std::size_t depth_ = 0;
};

/// The document as a bill.
class bill_maker {
 public:
  bill_maker(const document& doc, const bill_sources& product, sink& out)
      : doc_(doc), product_(product), out_(out) {}

  void make() {
    ids_.reserve(doc_.components.size());
    ours_.reserve(doc_.components.size());
    for (const component& c : doc_.components) {
      ids_.push_back(id_of(c));
      ours_.push_back(is_ours(c));
    }
    for (std::size_t i = 0; i < doc_.components.size(); ++i) add_part(i);
    add_foreign_lines();
    out_.within("/metadata/properties");
    for (const property& p : doc_.properties) {
      if (p.name.starts_with(k_prefix) && !p.name.starts_with("tradewarden:fx:")) no_such(p, 0);
    }
    rows_of<rate_row>("fx", doc_.properties, 0, [](rate_row&) {});
    out_.within({});
  }

 private:
  static bool is_ours(const component& c) {
    return std::any_of(c.properties.begin(), c.properties.end(), [](const property& p) {
      return p.name == "tradewarden:kind";
    });
  }

  /// Of a component, as a JSON pointer.
  std::string pointer_of(const component& c) const {
    std::string inner = c.is_product ? "/metadata/component" : "/components/" + std::to_string(c.index);
    return c.parent == k_top ? inner : pointer_of(doc_.components[c.parent]) + inner;
  }

  /// A name of ours that is none of the format's: misspelt, its value would be passed over.
  void no_such(const property& p, std::uint64_t line) {
    out_.problem(errc::bad_value, line, std::string(p.name.substr(0, 80)),
                 "no such property" + (out_.place().empty() ? "" : " (" + out_.place() + ")") +
                     "; names that begin with tradewarden: are in docs/origin.md");
  }

  std::string_view id_of(const component& c) {
    if (!c.ref.empty()) return c.ref;
    if (!c.purl.empty()) return c.purl;
    std::string& id = kept_.emplace_back(c.group);
    if (!id.empty()) id += '/';
    id += c.name;
    if (!c.version.empty()) id.append("@").append(c.version);
    return id;
  }

  static std::string_view content_of(std::string_view type) {
    static constexpr std::string_view k_software[] = {
        "application", "framework", "library",  "container", "platform", "operating-system",
        "firmware",    "file",      "machine-learning-model"};
    const bool software = std::find(std::begin(k_software), std::end(k_software), type) !=
                          std::end(k_software);
    return software ? "software" : type == "data" ? "technology" : "commodity";
  }

  void add_part(std::size_t i) {
    const component& c = doc_.components[i];
    out_.read();
    out_.within(pointer_of(c));
    const std::uint64_t before = out_.problems();
    part_row row;
    row.part_id = ids_[i];
    row.name = c.name;
    row.content_type = content_of(c.type);
    for (const property& p : c.properties) {
      if (!p.name.starts_with(k_prefix)) continue;
      const std::string_view key = p.name.substr(k_prefix.size());
      bool known = key.starts_with("line:") || key.starts_with("offer:") ||
                   key.starts_with("production:");
      for (const auto& column : columns_of(row)) {
        if (column.name != key || key == "part_id") continue;  // the id is the bom-ref
        row.*column.field = p.value;
        known = true;
      }
      if (!known) no_such(p, c.line);
    }
    if (c.is_product && row.fmv.empty()) {
      row.fmv = product_.product_price;
      row.currency = product_.product_currency;
    }
    if (c.is_product && row.made_in.empty()) row.made_in = product_.product_made_in;
    if (c.is_product && row.eccn.empty()) row.eccn = product_.product_eccn;
    if (out_.problems() == before) {
      out_.row(row, c.line);
    } else {
      out_.made(row, c.line);
      out_.rejected();
    }
    rows_of<line_row>("line", c.properties, c.line,
                      [&](line_row& l) { l.parent_id = ids_[i]; });
    rows_of<offer_row>("offer", c.properties, c.line,
                       [&](offer_row& o) { o.part_id = ids_[i]; });
    rows_of<production_row>("production", c.properties, c.line,
                            [&](production_row& r) { r.part_id = ids_[i]; });
    if (!ours_[i] && !c.supplier.empty()) {
      offer_row offer;
      offer.part_id = ids_[i];
      offer.supplier_id = c.supplier;
      out_.made(offer, c.line);
    }
  }

  /// Rows of properties "tradewarden:TABLE:NUMBER:COLUMN", by number.
  template <class Row, class Complete>
  void rows_of(std::string_view table, const std::vector<property>& from, std::uint64_t line,
               Complete complete) {
    std::map<std::uint64_t, Row> rows;
    const std::string start = std::string(k_prefix) + std::string(table) + ":";
    for (const property& p : from) {
      if (!p.name.starts_with(start)) continue;
      const std::string_view rest = p.name.substr(start.size());
      std::uint64_t number = 0;
      const auto [end, e] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
      const auto digits = static_cast<std::size_t>(end - rest.data());
      bool known = false;
      if (e == std::errc() && digits < rest.size() && rest[digits] == ':') {
        Row& row = rows[number];
        for (const auto& column : columns_of(row)) {
          if (column.name != rest.substr(digits + 1)) continue;
          row.*column.field = p.value;
          known = true;
        }
      }
      if (!known) {
        out_.problem(errc::bad_value, line, std::string(p.name.substr(0, 80)),
                     "no such property (" + out_.place() +
                         "); the form is tradewarden:TABLE:NUMBER:COLUMN");
      }
    }
    for (auto& [number, row] : rows) {
      complete(row);
      out_.made(row, line);
    }
  }

  void foreign_line(std::size_t parent, std::size_t child, std::uint64_t line) {
    line_row row;
    row.parent_id = ids_[parent];
    row.child_id = ids_[child];
    row.pos = kept_.emplace_back(std::to_string(++positions_[parent]));
    row.qty = "1";
    for (const property& p : doc_.components[child].properties) {
      if (p.name == k_quantity) row.qty = p.value;
    }
    out_.made(row, line);
  }

  void add_foreign_lines() {
    const std::size_t n = doc_.components.size();
    positions_.assign(n, 0);
    string_view_map<std::size_t> by_ref;
    for (std::size_t i = 0; i < n; ++i) by_ref.emplace(ids_[i], i);
    std::vector<bool> used(n, false);
    for (std::size_t i = 0; i < n; ++i) {
      const component& c = doc_.components[i];
      if (c.parent == k_top || ours_[c.parent]) continue;
      used[i] = true;
      out_.within(pointer_of(c));
      foreign_line(c.parent, i, c.line);
    }
    names_seen refs;
    for (const dependency& d : doc_.dependencies) {
      const std::string place = "/dependencies/" + std::to_string(d.index);
      out_.within(place);
      if (!d.ref.empty() && !refs.add(d.ref)) {
        out_.problem(errc::conflict, d.line, "dependencies",
                     "the dependencies of '" + std::string(d.ref.substr(0, 80)) +
                         "' stand twice (" + place + ")");
        continue;
      }
      const auto parent = by_ref.find(d.ref);
      if (parent == by_ref.end()) {
        if (!d.on.empty()) {
          out_.problem(errc::bad_value, d.line, "dependencies",
                       "no component has the bom-ref '" + std::string(d.ref.substr(0, 80)) + "' (" +
                           place + ")");
        }
        continue;
      }
      if (ours_[parent->second]) continue;  // its lines say more
      for (const std::string_view on : d.on) {
        const auto child = by_ref.find(on);
        if (child == by_ref.end()) {
          out_.problem(errc::bad_value, d.line, "dependsOn",
                       "no component has the bom-ref '" + std::string(on.substr(0, 80)) + "' (" +
                           place + ")");
          continue;
        }
        if (doc_.components[child->second].parent == parent->second) continue;  // a line already
        used[child->second] = true;
        foreign_line(parent->second, child->second, d.line);
      }
    }
    out_.within({});
    // What no component needs belongs to the product itself.
    const auto product = std::find_if(doc_.components.begin(), doc_.components.end(),
                                      [](const component& c) { return c.is_product; });
    if (product == doc_.components.end()) return;
    const auto top = static_cast<std::size_t>(product - doc_.components.begin());
    if (ours_[top]) return;
    for (std::size_t i = 0; i < n; ++i) {
      if (i != top && !used[i] && !ours_[i]) foreign_line(top, i, doc_.components[i].line);
    }
  }

  const document& doc_;
  const bill_sources& product_;
  sink& out_;
  std::vector<std::string_view> ids_;
  std::vector<bool> ours_;
  std::vector<std::uint64_t> positions_;
  std::deque<std::string> kept_;
};

}  // namespace

bool looks_like_cyclonedx(std::string_view text) {
  return text.find("\"bomFormat\"") != std::string_view::npos;
}

void read_cyclonedx(std::string_view text, const bill_sources& product, sink& out) {
  json_text json(text, out);
  od::document* doc = json.open();
  if (doc == nullptr) return;
  od::object top;
  if (!json.check(doc->get_object().get(top))) return;
  document_reader reader(json, out);
  if (!json.check(reader.read(top))) return;
  json.check_end();
  const document& d = reader.doc;
  if (d.format != "CycloneDX") {
    return out.problem(errc::unknown_format, 1, "bomFormat", "this is not CycloneDX");
  }
  static constexpr std::string_view k_versions[] = {"1.2", "1.3", "1.4", "1.5", "1.6"};
  if (std::find(std::begin(k_versions), std::end(k_versions), d.version) == std::end(k_versions)) {
    return out.problem(errc::unknown_format, 1, "specVersion",
                       "CycloneDX 1.2 to 1.6 are read, not '" +
                           std::string(d.version.substr(0, 20)) + "'");
  }
  bill_maker(d, product, out).make();
}

}  // namespace tradewarden::bill_io
