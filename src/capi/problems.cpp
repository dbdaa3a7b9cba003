#include "capi/problems.hpp"

#include "capi/output.hpp"

namespace tradewarden::capi {

void give(tw_problems** to, std::unique_ptr<tw_problems> problems) noexcept {
  if (is_memory(to, alignof(tw_problems*))) *to = problems.release();
}

void tell_all(tw_problems& to, const std::vector<diagnostic>& said, std::size_t from) {
  for (std::size_t i = from; i < said.size(); ++i) {
    const diagnostic& d = said[i];
    const bool rejected = d.severity == diagnostic::level::rejected;
    to.rows.push_back({rejected ? TW_SEVERITY_REJECTED : TW_SEVERITY_WARNING,
                       rejected ? TW_BAD_VALUE : TW_OK, d.line, d.file, d.field, d.message});
  }
}

error named(error e, const std::string& file) {
  if (e.file.empty()) e.file = file;
  return e;
}

told_problem refused(const error& e) {
  return {TW_SEVERITY_REFUSED, static_cast<tw_status>(e.code), e.line, e.file, e.field, e.message};
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;

size_t tw_problems_count(const tw_problems* problems) {
  return is(problems) ? problems->rows.size() : 0;
}

uint64_t tw_problems_more(const tw_problems* problems) {
  return is(problems) ? problems->more : 0;
}

tw_status tw_problems_get(tw_problem* out, size_t out_size, const tw_problems* problems, size_t i) {
  if (!is(problems)) return TW_USAGE;
  return put_row(out, out_size, problems->rows, i, [](const told_problem& p) {
    return tw_problem{p.severity, p.status, p.line, str(p.file), str(p.field), str(p.message)};
  });
}

void tw_problems_free(tw_problems* problems) { release(problems); }

const char* tw_severity_name(int32_t severity) {
  switch (severity) {
    case TW_SEVERITY_NOTE: return "note";
    case TW_SEVERITY_WARNING: return "warning";
    case TW_SEVERITY_REJECTED: return "rejected";
    case TW_SEVERITY_REFUSED: return "refused";
    default: return "unknown";
  }
}
