#include "lists/language_code.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

struct row {
  std::string_view name;
  std::string_view code;
};

// ISO 639-1, by the English names that lists use; a few lists name the country instead.
constexpr std::array k_languages = std::to_array<row>({
    {"albanian", "sq"},     {"amharic", "am"},    {"arabic", "ar"},      {"armenian", "hy"},
    {"azerbaijani", "az"},  {"bahasa", "id"},     {"belarus", "be"},     {"belarusian", "be"},
    {"bengali", "bn"},      {"bosnian", "bs"},    {"bulgarian", "bg"},   {"burmese", "my"},
    {"chinese", "zh"},      {"croatian", "hr"},   {"czech", "cs"},       {"danish", "da"},
    {"dari", "fa"},         {"dutch", "nl"},      {"english", "en"},     {"estonian", "et"},
    {"farsi", "fa"},        {"filipino", "tl"},   {"finnish", "fi"},     {"french", "fr"},
    {"georgian", "ka"},     {"german", "de"},     {"greek", "el"},       {"hebrew", "he"},
    {"hindi", "hi"},        {"hungarian", "hu"},  {"indonesian", "id"},  {"irish", "ga"},
    {"italian", "it"},      {"japanese", "ja"},   {"kazakh", "kk"},      {"khmer", "km"},
    {"korean", "ko"},       {"kurdish", "ku"},    {"kyrgyz", "ky"},      {"lao", "lo"},
    {"latvian", "lv"},      {"lithuanian", "lt"}, {"macedonian", "mk"},  {"malay", "ms"},
    {"maltese", "mt"},      {"mandarin", "zh"},   {"mongolian", "mn"},   {"montenegrin", "cnr"},
    {"norwegian", "no"},    {"pashto", "ps"},     {"persian", "fa"},     {"polish", "pl"},
    {"portuguese", "pt"},   {"punjabi", "pa"},    {"romanian", "ro"},    {"russia", "ru"},
    {"russian", "ru"},      {"serbian", "sr"},    {"sinhala", "si"},     {"slovak", "sk"},
    {"slovenian", "sl"},    {"somali", "so"},     {"spanish", "es"},     {"swahili", "sw"},
    {"swedish", "sv"},      {"tagalog", "tl"},    {"tajik", "tg"},       {"tamil", "ta"},
    {"thai", "th"},         {"tigrinya", "ti"},   {"turkish", "tr"},     {"turkmen", "tk"},
    {"ukraine", "uk"},      {"ukrainian", "uk"},  {"urdu", "ur"},        {"uzbek", "uz"},
    {"vietnamese", "vi"},
});

// ISO 639-2 and 639-3 codes of languages that have one of two letters.
constexpr std::array k_codes = std::to_array<row>({
    {"ara", "ar"}, {"bel", "be"}, {"bul", "bg"}, {"ces", "cs"}, {"deu", "de"}, {"ell", "el"},
    {"eng", "en"}, {"fas", "fa"}, {"fra", "fr"}, {"heb", "he"}, {"hrv", "hr"}, {"ita", "it"},
    {"jpn", "ja"}, {"kat", "ka"}, {"kor", "ko"}, {"mya", "my"}, {"nld", "nl"}, {"per", "fa"},
    {"pol", "pl"}, {"por", "pt"}, {"pus", "ps"}, {"ron", "ro"}, {"rus", "ru"}, {"spa", "es"},
    {"srp", "sr"}, {"tur", "tr"}, {"ukr", "uk"}, {"urd", "ur"}, {"zho", "zh"},
});

}  // namespace

std::string language_code(std::string_view listed) {
  const std::string text = ascii::lower(ascii::trim(listed));
  const bool letters = std::all_of(text.begin(), text.end(), ascii::is_alpha);
  if (letters && (text.size() == 2 || text.size() == 3) && text != "lao") {
    for (const row& known : k_codes) {
      if (known.name == text) return std::string(known.code);
    }
    return text;
  }
  // "Persian/Farsi", "Chinese (Simplified)", "Russian and Ukrainian".
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && ascii::is_alpha(text[end])) ++end;
    const std::string_view word = std::string_view(text).substr(at, end - at);
    for (const row& known : k_languages) {
      if (known.name == word) return std::string(known.code);
    }
    at = end + 1;
  }
  return {};
}

}  // namespace tradewarden::lists
