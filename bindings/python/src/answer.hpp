// An answer with the index that gave it, as Python holds it; and the index itself.
//
// Threads: immutable.
#ifndef TRADEWARDEN_PYTHON_ANSWER_HPP
#define TRADEWARDEN_PYTHON_ANSWER_HPP

#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::python {

struct held_index {
  party_index index;
};

struct held_answer {
  party_index index;
  screening_answer answer;
};

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_ANSWER_HPP
