#include "tradewarden/list_info.hpp"

namespace tradewarden {
namespace {

/// The edition of the eCFR in which the effects of the American lists were read.
constexpr std::string_view k_ecfr = "2026-07-23";

// Most severe first within a jurisdiction: the order in which ties between hits are broken.
constexpr list_info k_lists[] = {
    {"US-DPL", "Denied Persons List", "BIS, US Department of Commerce",
     "A denial order is in force: no one may take part with this party in any transaction in "
     "items subject to the EAR. The order in the Federal Register decides, not the list.",
     "15 CFR 764.3(a)(2)", k_ecfr, true},
    {"US-EL", "Entity List", "BIS, US Department of Commerce",
     "A licence is needed for what the entry names, usually all items subject to the EAR; no "
     "licence exception may be used, and footnotes extend it to foreign direct products.",
     "15 CFR 744.11, 744.16; Supplement No. 4 to Part 744", k_ecfr, true},
    {"US-SDN", "Specially Designated Nationals and Blocked Persons List",
     "OFAC, US Department of the Treasury",
     "Property is blocked and US persons may not deal with the party; for the programmes named in "
     "15 CFR 744.8 the EAR add a licence requirement.",
     "31 CFR chapter V; 15 CFR 744.8", k_ecfr, true},
    {"US-CONS", "Consolidated non-SDN lists (SSI, NS-MBS, NS-CMIC, NS-PLC, CAPTA, FSE)",
     "OFAC, US Department of the Treasury",
     "Certain dealings are restricted, as the sublist and its directive say; property is not "
     "blocked by this list alone.",
     "31 CFR chapter V", k_ecfr, true},
    {"US-MEU", "Military End User List", "BIS, US Department of Commerce",
     "A licence is needed for the items of Supplement No. 2 to Part 744, and for every item "
     "subject to the EAR in the case of Russia and Belarus; the list is not exhaustive.",
     "15 CFR 744.21; Supplement No. 7 to Part 744", k_ecfr, true},
    {"US-UVL", "Unverified List", "BIS, US Department of Commerce",
     "Licence exceptions may not be used; the party must give a UVL statement before an export "
     "that needs no licence, and the export is to be filed in the Automated Export System.",
     "15 CFR 744.15; Supplement No. 6 to Part 744", k_ecfr, true},
    {"US-ISN", "Nonproliferation Sanctions", "ISN, US Department of State",
     "Sanctions under a nonproliferation statute apply, as the determination in the Federal "
     "Register says.",
     "Federal Register notice of each determination", k_ecfr, true},
    {"US-DTC", "AECA Debarred List", "DDTC, US Department of State",
     "The party may not take part in exports of defence articles, technical data or defence "
     "services under the ITAR.",
     "22 CFR 127.7", "", false},
    {"UN-SC", "United Nations Security Council Consolidated List", "UN Security Council",
     "Member states are to apply the measures of the resolution named: asset freeze, travel ban, "
     "arms embargo.",
     "Charter of the United Nations, Article 41", "", false},
    {"EU-FSF", "Consolidated list of persons, groups and entities subject to EU financial sanctions",
     "European Commission (FISMA)",
     "Funds and economic resources are frozen, and none may be made available to the party, under "
     "the regulation named.",
     "Treaty on the Functioning of the European Union, Article 215", "", false},
    {"UK-SL", "UK Sanctions List", "FCDO, United Kingdom",
     "The measures of the regulations named apply: asset freeze, director disqualification, "
     "travel ban, transport measures.",
     "Sanctions and Anti-Money Laundering Act 2018", "", false},
    {"AU-DFAT", "Consolidated List", "DFAT, Australia",
     "Targeted financial sanctions or a travel ban apply under Australian law.",
     "Charter of the United Nations Act 1945; Autonomous Sanctions Act 2011", "", false},
    {"CH-SECO", "Sanctioned individuals, entities and organisations", "SECO, Switzerland",
     "The measures of the Federal Council's ordinance named apply.", "Embargo Act (SR 946.231)", "",
     false},
    {"CA-SEMA", "Consolidated Canadian Autonomous Sanctions List", "Global Affairs Canada",
     "Persons in Canada and Canadians abroad may not deal in the party's property, as the "
     "regulations named say.",
     "Special Economic Measures Act (S.C. 1992, c. 17)", "", false},
    {"JP-METI", "Foreign End User List", "METI, Japan",
     "An export licence is needed unless it is clear that the items will not be used for weapons "
     "of mass destruction or the other uses that the entry names.",
     "Export Trade Control Order, catch-all control", "", false},
};

}  // namespace

std::span<const list_info> all_lists() noexcept { return k_lists; }

const list_info* find_list(std::string_view code) noexcept {
  for (const list_info& list : k_lists) {
    if (list.code == code) return &list;
  }
  return nullptr;
}

}  // namespace tradewarden
