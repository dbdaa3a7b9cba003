// What stands behind the handles of ownership. No public header has this file's name: the check of the
// binary interface tells private types by it.
//
// Threads: as the handles.
#ifndef TRADEWARDEN_CAPI_OWNER_HANDLES_HPP
#define TRADEWARDEN_CAPI_OWNER_HANDLES_HPP

#include <utility>
#include <vector>

#include "capi/handle.hpp"
#include "tradewarden/ownership_report.hpp"

struct tw_ownership : tradewarden::capi::tagged<40> {
  explicit tw_ownership(tradewarden::ownership_graph g) : graph(std::move(g)) {}

  tradewarden::ownership_graph graph;
};

struct tw_ownership_answer : tradewarden::capi::tagged<41> {
  explicit tw_ownership_answer(tradewarden::ownership_report r) : report(std::move(r)) {
    for (const tradewarden::ownership_answer& a : report.answers) {
      for (const tradewarden::ownership_result& one : a.results) rows.push_back({&a, &one});
    }
  }
  // The rows point into the report.
  tw_ownership_answer(const tw_ownership_answer&) = delete;
  tw_ownership_answer& operator=(const tw_ownership_answer&) = delete;

  struct row {
    const tradewarden::ownership_answer* answer;
    const tradewarden::ownership_result* result;
  };
  tradewarden::ownership_report report;
  std::vector<row> rows;  ///< Of all regimes.
};

#endif  // TRADEWARDEN_CAPI_OWNER_HANDLES_HPP
