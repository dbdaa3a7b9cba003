// What an answer rests on, as one text: destinations with equal keys share the work and the lists.
//
// Example:
//   answer_key k;
//   k.add(decision);               // every field that reaches the answer
//   shared[k.text];
//
// Each field stands behind its length, so that no two sequences of fields make one text.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_ANSWER_KEY_HPP
#define TRADEWARDEN_ORIGIN_ANSWER_KEY_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "origin/legal_context.hpp"
#include "origin/zero_percent.hpp"

namespace tradewarden::detail {

struct answer_key {
  std::string text;

  void add(std::uint64_t n) { text.append(reinterpret_cast<const char*>(&n), sizeof n); }
  void add(std::string_view s) {
    add(std::uint64_t{s.size()});
    text.append(s);
  }
  void add(const std::vector<std::uint32_t>& numbers) {
    add(std::uint64_t{numbers.size()});
    for (const std::uint32_t n : numbers) add(std::uint64_t{n});
  }
  void add(const std::vector<std::string>& texts) {
    add(std::uint64_t{texts.size()});
    for (const std::string& t : texts) add(std::string_view(t));
  }
  void add(const content_decision& d) {
    add(static_cast<std::uint64_t>(d.counts));
    add(static_cast<std::uint64_t>(d.own_analysis));
    add(std::string_view(d.reason));
    add(std::string_view(d.why));
    add(d.rules);
    add(d.asks);
  }
  void add(const open_case& c) {
    add(std::string_view(c.rule.paragraph));
    add(static_cast<std::uint64_t>(c.product));
    add(static_cast<std::uint64_t>(c.destination));
    add(c.unknown_facts);
    add(c.unknown_unless);
    add(c.rules);
  }
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_ANSWER_KEY_HPP
