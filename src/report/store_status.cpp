#include "report/store_status.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/rule_book.hpp"

namespace tradewarden::report {
namespace {

/// Rules that begin or end by themselves after the day: part of what lies ahead.
void add_rule_dates(day after, std::vector<dated_change>& to) {
  const rule_book& book = rule_book::built_in();
  for (const rule_info& r : book.rules()) {
    for (const auto* values : {&r.values, &r.overlays}) {
      for (const rule_value& v : *values) {
        const std::string status = v.status == rule_status::in_force ? std::string("rule") : std::string(to_string(v.status)) + " rule";
        if (v.from && after < *v.from) to.push_back({*v.from, status + " begins", "", r.id, v.citation, 0});
        if (v.until && after < *v.until) to.push_back({*v.until, status + " ends", "", r.id, v.citation, 0});
      }
    }
  }
  std::stable_sort(to.begin(), to.end(), [](const dated_change& a, const dated_change& b) { return a.on < b.on; });
}

}  // namespace

result<audit::store_status> status_of(const list_store& store, const status_request& request) {
  audit::store_status status;
  status.on = request.as_of.value_or(day::today_utc());
  status.max_age = request.max_age;
  const auto newest = store.newest(request.as_of);
  if (!newest) return newest.error();
  for (const snapshot_info& s : *newest) {
    audit::publication_status p{s, std::int64_t{status.on.days()} - s.published.days(), false};
    p.stale = request.max_age && p.age_days > std::int64_t{*request.max_age};
    status.publications.push_back(std::move(p));
  }
  auto all = store.snapshots();
  if (!all) return all.error();
  for (snapshot_info& s : *all) {
    if (s.state == snapshot_state::quarantined) status.quarantined.push_back(std::move(s));
  }
  auto dates = store.next_dates(status.on, 4 * request.most_dates);
  if (!dates) return dates.error();
  status.next_dates = std::move(*dates);
  add_rule_dates(status.on, status.next_dates);
  // An order that two publications show is one.
  status.next_dates.erase(std::unique(status.next_dates.begin(), status.next_dates.end(),
                                      [](const dated_change& a, const dated_change& b) {
                                        return a.on == b.on && a.kind == b.kind && a.list == b.list && a.name == b.name;
                                      }),
                          status.next_dates.end());
  if (status.next_dates.size() > request.most_dates) status.next_dates.resize(request.most_dates);
  return status;
}

}  // namespace tradewarden::report
