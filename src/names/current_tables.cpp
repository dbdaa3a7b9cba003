// The tables of the newest score version. Another version has a file like this with tables of its
// own (docs/hacking.md, "Change a table or a number of the score").
#include "names/name_tables.hpp"

namespace tradewarden::names {
namespace {

#include "names/token_weights_gen.inc"
#include "names/word_table.inc"

constexpr word_list k_words[] = {
    {word_kind::legal_form, k_legal_forms},      {word_kind::organisation, k_organisation_words},
    {word_kind::particle, k_particles},          {word_kind::honorific, k_honorifics},
    {word_kind::place, k_places},                {word_kind::generation, k_generations},
    {word_kind::theophoric, k_theophoric_names},
};

constexpr std::string_view k_families[] = {
#include "names/word_family_table.inc"
#include "names/family_table.inc"
#include "names/european_words.inc"
#include "names/korean_syllables.inc"
};

constexpr std::string_view k_surname_endings[] = {
#include "names/surname_ending_table.inc"
};

constexpr weight_cap k_weight_caps[] = {
#include "names/weight_caps.inc"
};

constexpr rewrite_line k_rewrites[] = {
#include "names/rewrite_table.inc"
};

constexpr table_sources k_sources{k_token_weights, k_words, k_families, k_rewrites, {},
                                  k_surname_endings, k_weight_caps,
                                  &append_folded, &latin_spellings, &spelling_tables_text};

}  // namespace

const table_sources& current_sources() { return k_sources; }

const name_tables& current_tables() {
  static const name_tables tables(std::span(&k_sources, 1));
  return tables;
}

}  // namespace tradewarden::names
