// The keys of the Consolidated Screening List, which its CSV and its JSON file share.
#include <array>

#include "lists/csl_record.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::array<csl_text_key, 23> k_text_keys = {{
    {"id", &csl_record::id},
    {"_id", &csl_record::id},
    {"source", &csl_record::source},
    {"entity_number", &csl_record::entity_number},
    {"type", &csl_record::type},
    {"name", &csl_record::name},
    {"title", &csl_record::title},
    {"federal_register_notice", &csl_record::federal_register_notice},
    {"start_date", &csl_record::start_date},
    {"end_date", &csl_record::end_date},
    {"standard_order", &csl_record::standard_order},
    {"license_requirement", &csl_record::license_requirement},
    {"license_policy", &csl_record::license_policy},
    {"call_sign", &csl_record::call_sign},
    {"vessel_type", &csl_record::vessel_type},
    {"gross_tonnage", &csl_record::gross_tonnage},
    {"gross_registered_tonnage", &csl_record::gross_registered_tonnage},
    {"vessel_flag", &csl_record::vessel_flag},
    {"vessel_owner", &csl_record::vessel_owner},
    {"remarks", &csl_record::remarks},
    {"country", &csl_record::country},
    {"source_list_url", &csl_record::source_list_url},
    {"source_information_url", &csl_record::source_information_url},
}};

constexpr std::array<csl_values_key, 6> k_values_keys = {{
    {"programs", &csl_record::programs},
    {"alt_names", &csl_record::alt_names},
    {"citizenships", &csl_record::citizenships},
    {"dates_of_birth", &csl_record::dates_of_birth},
    {"nationalities", &csl_record::nationalities},
    {"places_of_birth", &csl_record::places_of_birth},
}};

}  // namespace

std::span<const csl_text_key> csl_text_keys() noexcept { return k_text_keys; }
std::span<const csl_values_key> csl_values_keys() noexcept { return k_values_keys; }

}  // namespace tradewarden::lists
