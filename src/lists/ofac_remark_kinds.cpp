#include "lists/ofac_remark_kinds.hpp"

#include <array>

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

constexpr bool k_number = true;
constexpr bool k_text = false;

// Grouped for reading; the order has no meaning (the longest match wins).
constexpr identifier_kind k_identifiers[] = {
    // Persons
    {"Passport", k_number},
    {"Passport No.", k_number},
    {"Diplomatic Passport", k_number},
    {"Official Passport", k_number},
    {"Service Passport", k_number},
    {"Stateless Person Passport", k_number},
    {"British National Overseas Passport", k_number},
    {"Stateless Person ID Card", k_number},
    {"Travel Document Number", k_number},
    {"National ID No.", k_number},
    {"National ID", k_number},
    {"National Foreign ID Number", k_number},
    {"Personal ID Card", k_number},
    {"Federal ID Card", k_number},
    {"Tazkira National ID Card", k_number},
    {"Kenyan ID No.", k_number},
    {"Moroccan Personal ID No.", k_number},
    {"Bosnian Personal ID No.", k_number},
    {"Turkish Identification Number", k_number},
    {"UAE Identification", k_number},
    {"CNP (Personal Numerical Code)", k_number},
    {"Identification Number", k_number},
    {"Identification Number IMO", k_number},
    {"Citizen's Card Number", k_number},
    {"Refugee ID Card", k_number},
    {"Residency Number", k_number},
    {"Birth Certificate Number", k_number},
    {"Driver's License No.", k_number},
    {"Electoral Registry No.", k_number},
    {"Credencial electoral", k_number},
    {"Cartilla de Servicio Militar Nacional", k_number},
    {"Military Registration Number", k_number},
    {"Pilot License Number", k_number},
    {"Seafarer's Identification Document", k_number},
    {"VisaNumberID", k_number},
    {"Public Security and Immigration No.", k_number},
    {"Immigration No.", k_number},
    {"Cedula No.", k_number},
    {"Cedula", k_number},
    {"Cedula de Ciudadania", k_number},
    {"Tarjeta de Identidad", k_number},
    {"Numero de Identidad", k_number},
    {"D.N.I.", k_number},
    {"N.I.E.", k_number},
    {"N.I.F.", k_number},
    {"I.F.E.", k_number},
    {"SSN", k_number},
    {"LE Number", k_number},
    {"C.U.R.P.", k_number},
    {"C.U.I.", k_number},
    {"C.U.I.T.", k_number},
    {"C.U.I.P.", k_number},
    {"Chinese Commercial Code", k_number},
    // Taxes
    {"Tax ID No.", k_number},
    {"US FEIN", k_number},
    {"R.F.C.", k_number},
    {"RFC", k_number},
    {"RTN", k_number},
    {"NIT", k_number},
    {"NIT #", k_number},
    {"RUC", k_number},
    {"RUC #", k_number},
    {"RIF #", k_number},
    {"C.I.F.", k_number},
    {"C.I.N.", k_number},
    {"V.A.T. Number", k_number},
    {"Fiscal Code", k_number},
    {"Italian Fiscal Code", k_number},
    {"Romanian Tax Registration", k_number},
    {"Paraguayan tax identification number", k_number},
    {"Numero Unico de Identificacao Tributaria (NUIT)", k_number},
    // Companies
    {"Registration Number", k_number},
    {"Registration ID", k_number},
    {"Registration Certificate Number (Dubai)", k_number},
    {"Registration Number IMO", k_number},
    {"Business Registration Number", k_number},
    {"Business Registration Document #", k_number},
    {"Business Number", k_number},
    {"Branch Unit Number", k_number},
    {"Certificate of Incorporation Number", k_number},
    {"Central Registration System Number", k_number},
    {"Chamber of Commerce Number", k_number},
    {"Istanbul Chamber of Comm. No.", k_number},
    {"Dubai Chamber of Commerce Membership No.", k_number},
    {"Commercial Registry Number", k_number},
    {"Company Number", k_number},
    {"Company Number IMO", k_number},
    {"Company ID", k_number},
    {"UK Company Number", k_number},
    {"C.R. No.", k_number},
    {"Romanian C.R.", k_number},
    {"D-U-N-S Number", k_number},
    {"Economic Register Number (CBLS)", k_number},
    {"Enterprise Number", k_number},
    {"File Number", k_number},
    {"Folio Mercantil No.", k_number},
    {"Global Intermediary Identification Number", k_number},
    {"Government Gazette Number", k_number},
    {"Legal Entity Number", k_number},
    {"License", k_number},
    {"Afghan Money Service Provider License Number", k_number},
    {"MSB Registration Number", k_number},
    {"Matricula Mercantil No", k_number},
    {"Matricula Mercantil No.", k_number},
    {"Organization Code", k_number},
    {"Permit Number", k_number},
    {"Public Registration Number", k_number},
    {"Registered Charity No.", k_number},
    {"Russian State Individual Business Registration Number Pattern (OGRNIP)", k_number},
    {"SRE Permit No.", k_number},
    {"Serial No.", k_number},
    {"Tourism License No.", k_number},
    {"Trade License No.", k_number},
    {"Trademark number", k_number},
    {"Unified Social Credit Code (USCC)", k_number},
    {"United Social Credit Code Certificate (USCCC)", k_number},
    {"BIK (RU)", k_number},
    {"SWIFT/BIC", k_text},
    {"ISIN", k_number},
    {"Equity Ticker", k_text},
    // Ships and aircraft
    {"Vessel Registration Identification", k_number},
    {"Vessel Registration Identification IMO", k_number},
    {"MMSI", k_number},
    {"Other Vessel Call Sign", k_text},
    {"Aircraft Tail Number", k_text},
    {"Previous Aircraft Tail Number", k_text},
    {"Aircraft Manufacturer's Serial Number (MSN)", k_number},
    {"Aircraft Construction Number (also called L/N or S/N or F/N)", k_number},
    {"Aircraft Serial Identification", k_number},
    {"Aircraft Mode S Transponder Code", k_text},
    // Ways to reach them
    {"Website", k_text},
    {"Email Address", k_text},
    {"Email", k_text},
    {"E-mail", k_text},
    {"Phone Number", k_number},
    {"Phone No.", k_number},
    {"Phone", k_number},
    {"Telephone", k_number},
    {"Telephone No.", k_number},
    {"Telephone Number", k_number},
    {"Tel.", k_number},
    {"Fax", k_number},
    {"Fax No.", k_number},
    {"Telex", k_number},
    {"Digital Currency Address", k_number},
};

constexpr std::string_view k_notes[] = {
    "Secondary sanctions risk",
    "Additional Sanctions Information",
    "Transactions Prohibited For",
    "Executive Order ",
    "CAATSA Section 235 Information",
    "IFCA Determination",
    "Organization Established Date",
    "Organization Type:",
    "Target Type ",
    "Listing Date (",
    "Effective Date (",
    "Purchase/Sales For Divestment Date (",
    "For more information",
    "all offices worldwide",
    "all branches worldwide",
    "and all other locations worldwide",
    "and all other offices worldwide",
    "Aircraft Model",
    "Aircraft Manufacture Date",
    "Aircraft Operator",
    "Vessel Year of Build",
    "Former Vessel Flag",
    "Other Vessel Flag",
    "Other Vessel Type",
    "Vessel Type ",
    "Vessel Flag ",
    "Registration Country",
    "Issuer Name",
    "United States financial institutions are prohibited",
    "ICTY indictee",
    "Interpol",
    "Member ETA",
};

// First words of an office or a rank; "Former" and the like stand before them.
constexpr std::string_view k_title_words[] = {
    "admiral",    "adviser",  "advisor",        "aide",      "ambassador", "brigadier",
    "captain",    "chairman", "chairperson",    "chairwoman", "chief",     "colonel",
    "commander",  "deputy",   "director",       "doctor",    "first",      "general",
    "governor",   "haji",     "head",           "hojjatoleslam", "judge",  "justice",
    "leader",     "lieutenant", "lt.",          "magistrate", "major",     "manager",
    "managing",   "maulana",  "maulavi",        "maulawi",   "mayor",      "member",
    "minister",   "mullah",   "officer",        "official",  "president",  "prime",
    "prosecutor", "rector",   "representative", "secretary", "senator",    "shaykh",
    "sheikh",     "speaker",  "state",          "ustad",     "vice",       "vice-chairman",
    "vice-chairperson", "vice-president",       "vice-chairwoman",
};
constexpr std::array<std::string_view, 4> k_before_titles = {"former ", "acting ", "second ",
                                                            "current "};

}  // namespace

const identifier_kind* find_identifier_kind(std::string_view clause) noexcept {
  if (clause.empty()) return nullptr;
  const char first = ascii::lower(clause.front());
  const identifier_kind* best = nullptr;
  for (const identifier_kind& kind : k_identifiers) {
    if (ascii::lower(kind.words.front()) != first) continue;
    if (best != nullptr && kind.words.size() <= best->words.size()) continue;
    if (clause.size() <= kind.words.size()) continue;
    const char next = clause[kind.words.size()];
    if (next != ' ' && next != ':' && next != '#') continue;
    if (ascii::starts_with_ignoring_case(clause, kind.words)) best = &kind;
  }
  return best;
}

bool is_remark_note(std::string_view clause) noexcept {
  if (clause.empty()) return false;
  const char first = ascii::lower(clause.front());
  for (const std::string_view note : k_notes) {
    if (ascii::lower(note.front()) == first && ascii::starts_with_ignoring_case(clause, note)) {
      return true;
    }
  }
  return false;
}

bool is_title_like(std::string_view clause) noexcept {
  for (const std::string_view word : k_before_titles) {
    if (ascii::starts_with_ignoring_case(clause, word)) clause.remove_prefix(word.size());
  }
  std::size_t end = 0;
  while (end < clause.size() && clause[end] != ' ' && clause[end] != ',') ++end;
  const std::string_view word = clause.substr(0, end);
  for (const std::string_view title : k_title_words) {
    if (ascii::equal_ignoring_case(title, word)) return true;
  }
  return false;
}

}  // namespace tradewarden::lists
