// An answer with the index that gave it, as Python holds it; and the index itself.
//
// Threads: immutable.
#ifndef TRADEWARDEN_PYTHON_ANSWER_HPP
#define TRADEWARDEN_PYTHON_ANSWER_HPP

#include <nanobind/nanobind.h>

#include <vector>

#include "tradewarden/party_index.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::python {

struct held_index {
  party_index index;
};

struct held_answer {
  party_index index;
  screening_answer answer;
};

/// The tuple of Index.screen: name, schema, country, birth_date, identifier, identifier_type, nationality,
/// gender, imo, query_id.
[[nodiscard]] screening_query query_of(const nanobind::tuple& given);
/// Of each its severity, file, line, field and message.
[[nodiscard]] nanobind::list rows_of(const std::vector<diagnostic>& said);

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_ANSWER_HPP
