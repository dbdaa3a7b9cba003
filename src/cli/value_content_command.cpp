#include "cli/value_content_command.hpp"

#include <utility>

#include "audit/value_content_json.hpp"
#include "cli/labelled.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

std::string outcome(const rvc_answer& a) {
  const std::string limit = std::string(a.limit->at_most ? "at most " : "at least ") +
                            a.limit->percent.to_string() + " % is asked: ";
  if (*a.passes == truth::unknown) return limit + "depends on where the amounts lie within their bounds";
  return limit + (*a.passes == truth::yes ? "passes" : "does not pass");
}

}  // namespace

std::vector<std::string> rvc_view(const rvc_answer& a, const terminal& out) {
  std::vector<std::string> lines;
  lines.push_back(out.paint(ink::bold, std::string(to_string(a.method)) + ": " +
                                           (a.share ? a.formula : "NC = total cost - excluded costs")));
  table t({{"step", table::left}, {"working", table::flexible}, {"result", table::right}});
  for (const rvc_step& s : a.steps) t.add({{s.name}, {s.working}, {s.result.to_string()}});
  for (std::string& l : t.lines(out)) lines.push_back(std::move(l));
  lines.emplace_back();
  if (a.share) {
    labelled(lines, out, "share", a.share->to_string() + " = " + a.display + " (" + a.percent + " %)");
  } else {
    labelled(lines, out, "net cost", a.net_cost->to_string());
  }
  if (a.limit) {
    labelled(lines, out, "limit", outcome(a),
             *a.passes == truth::yes  ? ink::green
             : *a.passes == truth::no ? ink::red
                                      : ink::yellow);
  }
  std::string rest;
  for (const std::string& s : audit::not_told_by_rvc()) rest += (rest.empty() ? "" : "; ") + s;
  labelled(lines, out, "not told", rest, ink::dim);
  return lines;
}

int run_rvc(const rvc_request& request) {
  const result<rvc_answer> answer = regional_value_content(request.question);
  if (!answer) return report(answer.error());
  if (request.json) return put_text(audit::rvc_json(*answer));
  return put_lines(rvc_view(*answer, terminal::detect(1, request.colour)));
}

int run_allocate(const allocate_request& request) {
  const result<allocation> answer = allocate(request.amount, request.by, request.ratio_decimals);
  if (!answer) return report(answer.error());
  if (request.json) return put_text(audit::allocation_json(request.amount, *answer, request.ratio_decimals));
  const terminal out = terminal::detect(1, request.colour);
  table t({{"measure", table::right}, {"ratio", table::right}, {"amount", table::right}});
  for (std::size_t i = 0; i < request.by.size(); ++i) {
    t.add({{request.by[i].to_string()},
           {answer->ratios[i].to_string()},
           {answer->amounts[i].to_string()}});
  }
  std::vector<std::string> lines = t.lines(out);
  const exact_fraction none;
  if (!(answer->missing == none)) {
    labelled(lines, out, "missing", answer->missing.to_string() + " of the amount, by the rounded ratios", ink::yellow);
  }
  if (!(answer->beyond == none)) {
    labelled(lines, out, "beyond", answer->beyond.to_string() + " more than the amount, by the rounded ratios",
             ink::yellow);
  }
  return put_lines(lines);
}

}  // namespace tradewarden::cli
