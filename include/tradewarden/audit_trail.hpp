// What was answered and decided, in order, each record bound to the one before it: a record that is
// changed, taken out or put in breaks the chain from there on. In the file of a store.
//
// Example:
//   auto trail = tradewarden::audit_trail::open("lists.store", tradewarden::store_access::write);
//   auto kept = trail->append("answer", answer_id, body);
//   auto check = trail->verify();
//   if (check && check->broken) std::cerr << "record " << check->broken->record << " is broken\n";
//
// The digest of a record is the SHA-256 of the digest before it (32 zeros before the first) and of
// "NUMBER\nAT\nKIND\nSUBJECT\nBODY", so that any program can check it.
//
// Threads: a trail belongs to one thread at a time; several, in any processes, may have one file open.
#ifndef TRADEWARDEN_AUDIT_TRAIL_HPP
#define TRADEWARDEN_AUDIT_TRAIL_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/digest.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden {

struct trail_record {
  std::uint64_t number = 0;  ///< 1, 2, 3 ... without a gap.
  std::string at;            ///< UTC.
  std::string kind;          ///< "answer", "index", "decision", "approval", "withdrawal", "rescreening", "snapshot".
  std::string subject;       ///< What it is about: an answer's id, an index's digest, a decision's id.
  std::string body;          ///< JSON of one line.
  digest previous;
  digest sha256;
};

/// A record to be appended.
struct trail_entry {
  std::string kind;
  std::string subject;
  std::string body;
};

struct trail_break {
  std::uint64_t record = 0;  ///< The first that is not as it was.
  std::string what;
};

struct trail_check {
  std::uint64_t records = 0;  ///< That hold.
  digest head;                ///< Of the last that holds: note it elsewhere, and a cut end shows too.
  std::optional<trail_break> broken;
};

class audit_trail {
 public:
  /// Errors: those of list_store::open().
  [[nodiscard]] static result<audit_trail> open(const std::string& path, store_access access);
  ~audit_trail();
  audit_trail(audit_trail&&) noexcept;
  audit_trail& operator=(audit_trail&&) noexcept;

  /// All or none; the digest of the last. Errors: io.
  [[nodiscard]] result<digest> append(std::span<const trail_entry> entries);
  [[nodiscard]] result<digest> append(std::string kind, std::string subject, std::string body);

  /// Records of a kind, in order; of one subject, if one is given.
  [[nodiscard]] result<std::vector<trail_record>> records(std::string_view kind,
                                                          std::string_view subject = {}) const;

  /// Works every digest out again. With `head`, that digest must be one of the chain: a trail whose end
  /// was cut off is whole in itself.
  [[nodiscard]] result<trail_check> verify(const std::optional<digest>& head = {}) const;

  [[nodiscard]] const std::string& path() const& noexcept;
  const std::string& path() && = delete;  // would dangle

 private:
  struct state;
  explicit audit_trail(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_AUDIT_TRAIL_HPP
