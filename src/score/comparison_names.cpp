// Names of the enumerations of comparisons, as JSON and tables print them.
#include "tradewarden/comparison.hpp"

namespace tradewarden {

std::string_view to_string(match_reason r) noexcept {
  switch (r) {
    case match_reason::equal: return "equal";
    case match_reason::edit: return "edit";
    case match_reason::family: return "family";
    case match_reason::key: return "key";
    case match_reason::initial: return "initial";
    case match_reason::joined: return "joined";
    case match_reason::truncated: return "truncated";
  }
  return "equal";
}

std::string_view to_string(token_role r) noexcept {
  switch (r) {
    case token_role::name: return "name";
    case token_role::common: return "common";
    case token_role::legal_form: return "legal_form";
    case token_role::particle: return "particle";
    case token_role::honorific: return "honorific";
    case token_role::initial: return "initial";
    case token_role::number: return "number";
    case token_role::place: return "place";
  }
  return "name";
}

}  // namespace tradewarden
