// The Arrow C data and stream interfaces: structs that their specification asks every producer and
// consumer to declare for itself (https://arrow.apache.org/docs/format/CDataInterface.html), so that
// no Arrow library is needed.
//
// Threads: plain structs.
#ifndef TRADEWARDEN_PYTHON_ARROW_ABI_HPP
#define TRADEWARDEN_PYTHON_ARROW_ABI_HPP

#include <cstdint>

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

namespace tradewarden::python {

inline constexpr std::int64_t k_arrow_nullable = 2;

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_ARROW_ABI_HPP
