// What else a name as written may say: initials that look like a legal form, a word written letter by
// letter, two names in one text, a remark in brackets.
//
//   "IVANOV, A.S."                  also  "IVANOV, A S"           (not the Danish form)
//   "H U A W E I Technologies"      also  "HUAWEI Technologies"
//   "Rosneft (formerly Yukos)"      also  "Rosneft" and "Yukos"
//   "Kim Jong-un (Supreme Leader)"  also  "Kim Jong-un"
//
// Example:
//   for (const auto& other : tradewarden::names::written_otherwise(name, tables)) use(other.text);
//
// Threads: a pure function.
#ifndef TRADEWARDEN_NAMES_WRITTEN_OTHERWISE_HPP
#define TRADEWARDEN_NAMES_WRITTEN_OTHERWISE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "names/name_tables.hpp"

namespace tradewarden::names {

struct other_writing {
  std::string text;
  bool is_whole = true;  ///< False: something was left out or put together; names are not equal by it.
};

/// Of a name spelled in Latin letters; mostly none, at most eight.
[[nodiscard]] std::vector<other_writing> written_otherwise(std::string_view name, const name_tables& tables);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_WRITTEN_OTHERWISE_HPP
