#include "cli/lists_diff.hpp"

#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include "audit/store_json.hpp"
#include "cli/report.hpp"
#include "cli/row_writer.hpp"
#include "cli/table.hpp"
#include "support/ascii.hpp"

namespace tradewarden::cli {
namespace {

/// One of the two, with what it is called in the answer.
struct side {
  publication read;
  audit::diff_side called;
};

result<side> read_side(const std::string& name, const list_store* store) {
  side out;
  if (store != nullptr) {
    const auto snapshot = store->find(name);
    if (snapshot) {
      auto read = store->read(*snapshot);
      if (!read) return read.error();
      out.read = std::move(*read);
      out.called.snapshot = snapshot->id;
    } else if (snapshot.error().code != errc::not_found || !std::filesystem::exists(source_spec::parse(name).value_or({}).path)) {
      return snapshot.error();
    }
  }
  if (!out.called.snapshot) {
    const auto source = source_spec::parse(name);
    if (!source) return source.error();
    auto read = read_publication(*source);
    if (!read) return read.error();
    out.read = std::move(*read);
  }
  out.called = audit::side_of(out.read, out.called.snapshot);
  return out;
}

std::string side_words(const audit::diff_side& s) {
  return s.publication + (s.published ? " of " + s.published->to_string() : "") +
         (s.snapshot ? " (snapshot " + std::to_string(*s.snapshot) + ")" : "");
}

}  // namespace

std::vector<std::string> diff_view(const list_diff& diff, const terminal& out) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& text, std::size_t indent) {
    for (auto& l : wrapped(printable(text), out.width, indent)) lines.push_back(std::move(l));
  };
  for (const entry_change& c : diff.entries) {
    const char* sign = c.kind == entry_change_kind::added ? "+ " : c.kind == entry_change_kind::removed ? "- " : "~ ";
    add(sign + c.list + " " + c.source_id + "  " + c.name, 4);
    for (const field_change& f : c.fields) {
      std::string words = "    " + f.field + ":";
      if (!f.removed.empty()) words += " - " + ascii::join(f.removed, "; ");
      if (!f.added.empty()) words += std::string(f.removed.empty() ? "" : " ") + " + " + ascii::join(f.added, "; ");
      add(words, 6);
    }
    if (c.kind == entry_change_kind::added && c.names_added.size() > 1) {
      add("    names: + " + ascii::join(c.names_added, "; "), 6);
    }
  }
  if (!lines.empty()) lines.emplace_back();
  add(grouped(diff.added) + " added, " + grouped(diff.removed) + " removed, " + grouped(diff.changed) + " changed, " +
          grouped(diff.unchanged) + " unchanged; " + grouped(diff.names_added) + " names added", 0);
  return lines;
}

std::string diff_csv(const list_diff& diff) {
  const auto line = [](const std::vector<std::string>& cells) { return delimited_line(cells, row_format::csv); };
  std::string out = line({"change", "list", "id", "name", "field", "removed", "added"});
  for (const entry_change& c : diff.entries) {
    const std::string kind(to_string(c.kind));
    if (c.fields.empty()) {
      out += line({kind, c.list, c.source_id, c.name, "", "", ascii::join(c.names_added, "; ")});
    }
    for (const field_change& f : c.fields) {
      out += line({kind, c.list, c.source_id, c.name, f.field, ascii::join(f.removed, "; "), ascii::join(f.added, "; ")});
    }
  }
  return out;
}

int run_lists_diff(const lists_request& request) {
  std::optional<list_store> store;
  if (!request.store.empty()) {
    auto opened = list_store::open(request.store, store_access::read);
    if (!opened) return report(opened.error());
    store = std::move(*opened);
  }
  std::vector<side> sides;
  for (const std::string& name : request.names) {
    auto one = read_side(name, store ? &*store : nullptr);
    if (!one) return report(one.error());
    sides.push_back(std::move(*one));
  }
  const list_diff diff = compare_lists(sides.at(0).read.parties, sides.at(1).read.parties);
  if (request.json) {
    std::cout << audit::diff_json(diff, sides[0].called, sides[1].called) << '\n';
  } else if (request.csv) {
    std::cout << diff_csv(diff);
  } else {
    const terminal out = terminal::detect(1, request.colour);
    std::cout << printable("- " + side_words(sides[0].called)) << '\n' << printable("+ " + side_words(sides[1].called)) << "\n\n";
    for (const std::string& line : diff_view(diff, out)) std::cout << line << '\n';
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
