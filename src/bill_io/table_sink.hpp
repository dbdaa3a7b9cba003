// What a reader of tables says besides rows: problems, notes and counts. A table's own sink adds
// `row(const Row&, line)`.
//
// Threads: one thread.
#ifndef TRADEWARDEN_BILL_IO_TABLE_SINK_HPP
#define TRADEWARDEN_BILL_IO_TABLE_SINK_HPP

#include <cstdint>
#include <string>

#include "tradewarden/error.hpp"

namespace tradewarden::bill_io {

class table_sink {
 public:
  table_sink() = default;
  table_sink(const table_sink&) = delete;
  table_sink& operator=(const table_sink&) = delete;

  /// Counts a row that was read; exactly one of used, set aside and rejected follows.
  virtual void read() = 0;
  virtual void rejected() = 0;
  /// The header was refused and no row read: what other tables say of its rows means nothing.
  virtual void unread() = 0;
  [[nodiscard]] virtual std::uint64_t problems() const = 0;
  virtual void problem(errc code, std::uint64_t line, std::string field, std::string message) = 0;
  virtual void problem(error e) = 0;
  /// "FILE: SENTENCE", or "FILE:LINE: SENTENCE".
  virtual void note(const std::string& sentence, std::uint64_t line = 0) = 0;

 protected:
  ~table_sink() = default;
};

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_TABLE_SINK_HPP
