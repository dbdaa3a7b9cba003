#include "lists/format_table.hpp"

#include "lists/ofac_csv.hpp"
#if __has_include("lists/bis_dpl.hpp")
#include "lists/bis_dpl.hpp"
#endif
#if __has_include("lists/csl_csv.hpp")
#include "lists/csl_csv.hpp"
#endif
#if __has_include("lists/csl_json.hpp")
#include "lists/csl_json.hpp"
#endif
#if __has_include("lists/own_format.hpp")
#include "lists/own_format.hpp"
#endif

namespace tradewarden::lists {
namespace {

constexpr format_entry k_formats[] = {
    {"ofac-csv", k_ofac_sdn.files, looks_like_ofac_csv, read_ofac_csv},
    {"ofac-cons-csv", k_ofac_cons.files, looks_like_ofac_cons_csv, read_ofac_cons_csv},
#if __has_include("lists/bis_dpl.hpp")
    {"bis-dpl", {}, [](std::string_view, std::string_view b) { return looks_like_bis_dpl(b); },
     read_bis_dpl},
#endif
#if __has_include("lists/csl_csv.hpp")
    {"csl-csv", {}, [](std::string_view, std::string_view b) { return looks_like_csl_csv(b); },
     read_csl_csv},
#endif
#if __has_include("lists/csl_json.hpp")
    {"csl-json", {}, [](std::string_view, std::string_view b) { return looks_like_csl_json(b); },
     read_csl_json},
#endif
#if __has_include("lists/own_format.hpp")
    {"tradewarden", {},
     [](std::string_view, std::string_view b) { return looks_like_own_format(b); },
     read_own_format},
#endif
};

}  // namespace

std::span<const format_entry> format_table() noexcept { return k_formats; }

const format_entry* find_format(std::string_view name) noexcept {
  for (const format_entry& f : k_formats) {
    if (f.name == name) return &f;
  }
  return nullptr;
}

}  // namespace tradewarden::lists
