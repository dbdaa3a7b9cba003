// Where readers put what they find: rows to the builder, problems, notes and counts.
//
// Example:
//   sink to{builder, reading, "lines.csv", digest, "lines"};
//   to.row(line_row{...}, 12);
//   to.problem(errc::bad_syntax, 13, "qty", "...");
//
// Threads: one thread.
#ifndef TRADEWARDEN_BILL_IO_SINK_HPP
#define TRADEWARDEN_BILL_IO_SINK_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "bill_io/columns.hpp"
#include "bill_io/table_sink.hpp"
#include "support/clipped.hpp"
#include "tradewarden/read_bill.hpp"

namespace tradewarden::bill_io {

class sink final : public table_sink {
 public:
  sink(bill_builder& builder, bill_reading& out, std::string_view file, const digest& content,
       std::string_view holds)
      : builder_(builder), out_(out), name_(file), file_(builder.add_file(file, content)) {
    counts_.file = file;
    counts_.holds = holds;
  }
  ~sink() {
    builder_.within({});
    out_.files.push_back(std::move(counts_));
  }

  void read() override { ++counts_.rows; }
  /// A row that is one row of a table; counted as used unless the builder found a problem.
  template <class Row>
  void row(const Row& r, std::uint64_t line) {
    const std::uint64_t before = problems();
    add(builder_, r, {file_, line});
    if (problems() == before) {
      ++counts_.used;
    } else {
      ++counts_.rejected;
    }
  }
  /// Rows of which one row of the file makes several, or none.
  template <class Row>
  void made(const Row& r, std::uint64_t line) {
    add(builder_, r, {file_, line});
  }
  void used() { ++counts_.used; }
  void set_aside() { ++counts_.set_aside; }
  void rejected() override { ++counts_.rejected; }

  void unread() override { unread_ = true; }
  [[nodiscard]] bool is_unread() const { return unread_; }

  /// Where the rows that follow stand, beyond a line: a JSON pointer.
  void within(std::string place) {
    place_ = std::move(place);
    builder_.within(place_);
  }
  [[nodiscard]] const std::string& place() const { return place_; }

  [[nodiscard]] std::uint64_t problems() const override {
    return builder_.problems().size() + builder_.more_problems();
  }
  void problem(errc code, std::uint64_t line, std::string field, std::string message) override {
    builder_.add_problem({code, std::move(message), name_, line, std::move(field)});
  }
  void problem(error e) override {
    e.file = name_;
    builder_.add_problem(std::move(e));
  }
  void note(const std::string& sentence, std::uint64_t line = 0) override {
    out_.notes.push_back(name_ + (line == 0 ? "" : ":" + std::to_string(line)) + ": " +
                         support::clipped(sentence, k_longest_note));
  }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  static constexpr std::size_t k_longest_note = 2000;

  bill_builder& builder_;
  bill_reading& out_;
  std::string name_;
  std::string place_;
  std::uint32_t file_;
  bill_file_counts counts_;
  bool unread_ = false;
};

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_SINK_HPP
