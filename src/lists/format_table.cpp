#include "lists/format_table.hpp"

#include "lists/au_csv.hpp"
#include "lists/bis_dpl.hpp"
#include "lists/ca_xml.hpp"
#include "lists/ch_xml.hpp"
#include "lists/csl_csv.hpp"
#include "lists/csl_json.hpp"
#include "lists/eu_csv.hpp"
#include "lists/eu_xml.hpp"
#include "lists/followthemoney.hpp"
#include "lists/mapped_csv.hpp"
#include "lists/ofac_advanced.hpp"
#include "lists/ofac_csv.hpp"
#include "lists/ofac_xml.hpp"
#include "lists/opensanctions_csv.hpp"
#include "lists/own_format.hpp"
#include "lists/uk_csv.hpp"
#include "lists/un_xml.hpp"
#include "lists/xlsx.hpp"

namespace tradewarden::lists {
namespace {

/// A format that is one file and is told by its content alone.
template <bool (*LooksLike)(std::string_view)>
constexpr format_entry one_file(std::string_view name,
                                result<publication> (*read)(const source_spec&,
                                                            const read_limits&)) {
  return {name, {}, [](std::string_view, std::string_view bytes) { return LooksLike(bytes); },
          read};
}

constexpr format_entry k_formats[] = {
    {"ofac-csv", k_ofac_sdn.files, looks_like_ofac_csv, read_ofac_csv},
    {"ofac-cons-csv", k_ofac_cons.files, looks_like_ofac_cons_csv, read_ofac_cons_csv},
    {"ofac-xml", {}, looks_like_ofac_xml, read_ofac_xml},
    {"ofac-cons-xml", {}, looks_like_ofac_cons_xml, read_ofac_cons_xml},
    one_file<looks_like_ofac_advanced>("ofac-advanced-xml", read_ofac_advanced),
    one_file<looks_like_bis_dpl>("bis-dpl", read_bis_dpl),
    one_file<looks_like_csl_csv>("csl-csv", read_csl_csv),
    one_file<looks_like_csl_json>("csl-json", read_csl_json),
    one_file<looks_like_eu_csv>("eu-csv", read_eu_csv),
    one_file<looks_like_eu_xml>("eu-xml", read_eu_xml),
    one_file<looks_like_un_xml>("un-xml", read_un_xml),
    one_file<looks_like_uk_conlist>("uk-conlist", read_uk_conlist),
    one_file<looks_like_uk_sanctions_list>("uk-csv", read_uk_sanctions_list),
    one_file<looks_like_au_csv>("au-csv", read_au_csv),
    one_file<looks_like_xlsx>("au-xlsx", read_au_xlsx),
    one_file<looks_like_ch_xml>("ch-xml", read_ch_xml),
    one_file<looks_like_ca_xml>("ca-xml", read_ca_xml),
    one_file<looks_like_mapping>("mapped-csv", read_mapped_csv),
    one_file<looks_like_opensanctions_csv>("opensanctions-csv", read_opensanctions_csv),
    one_file<looks_like_ftm_json>("ftm-json", read_ftm_json),
    one_file<looks_like_own_format>("tradewarden", read_own_format),
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
