#include "cli/bill_input.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include "cli/labelled.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

std::string named(const bill& b, const std::vector<part_id>& parts, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < parts.size() && i < most; ++i) {
    out += (i == 0 ? "" : ", ") + std::string(b.part(parts[i]).id);
  }
  if (parts.size() > most) out += ", and " + grouped(parts.size() - most) + " more";
  return out;
}

}  // namespace

exit_code tell(const bill_reading& read) {
  for (const std::string& note : read.notes) say("note: " + note);
  for (const error& e : read.problems) say(e.to_string());
  if (read.more_problems != 0) say("and " + grouped(read.more_problems) + " more problems");
  if (read.bill) return k_done;
  const std::uint64_t count = read.problems.size() + read.more_problems;
  const bool usage = read.more_problems == 0 &&
                     std::all_of(read.problems.begin(), read.problems.end(),
                                 [](const error& e) { return e.code == errc::usage; });
  if (!usage) {
    say(grouped(count) + (count == 1 ? " problem" : " problems") + ": nothing was calculated");
  }
  return usage ? k_usage : k_refused;
}

loaded_bill load_bill(const bill_sources& sources) {
  bill_reading read = read_bill(sources);
  loaded_bill out;
  out.code = tell(read);
  out.content = std::move(read.bill);
  return out;
}

int run_bill(const bill_request& request) {
  const bill_reading read = read_bill(request.sources);
  const exit_code told = tell(read);
  const terminal out = terminal::detect(1, request.colour);
  table t({{"file", table::flexible},
           {"holds", table::flexible},
           {"rows", table::right},
           {"used", table::right},
           {"set aside", table::right},
           {"with problems", table::right}});
  for (const bill_file_counts& f : read.files) {
    t.add({{f.file},
           {f.holds},
           {grouped(f.rows)},
           {grouped(f.used)},
           {grouped(f.set_aside)},
           {grouped(f.rejected), f.rejected != 0 ? ink::yellow : ink::none}});
  }
  text_lines lines;
  if (!read.files.empty()) append(lines, t.lines(out));
  if (read.bill) {
    const bill& b = *read.bill;
    lines.emplace_back();
    labelled(lines, out, "parts", grouped(b.part_count()));
    labelled(lines, out, "lines", grouped(b.line_count()));
    labelled(lines, out, "offers", grouped(b.offer_count()));
    labelled(lines, out, "suppliers", grouped(b.supplier_count()));
    labelled(lines, out, "products", named(b, b.products(), 8));
  }
  for (const std::string& l : lines) std::cout << l << '\n';
  if (!output_written()) return k_output_failed;
  if (told != k_done || request.cyclonedx.empty()) return told;
  auto file = output_file::open(request.cyclonedx);
  if (!file) return report(file.error());
  file->write(cyclonedx_json(*read.bill));
  if (const auto done = file->commit(); !done) return report(done.error());
  return k_done;
}

}  // namespace tradewarden::cli
