// Russian, Ukrainian and Belarusian names as other languages of Europe spell them in Latin letters,
// spelled the English way: the list of the European Union prints "Jurij Aleksandrovitj Tjernysjov".
//
//   Swedish, Danish    tj sj zj sjtj     "Tjernysjov"        ->  "chernyshov"
//   Dutch, Norwegian   tsj sj zj oe      "Vjatsjeslav"       ->  "vyacheslav"
//   German             tsch sch w ss     "Borissowitsch"     ->  "borisovich"
//   Czech, Slovak ...  c s z with caron  "Michajlovi\u010d"  ->  "mikhaylovich"
//   Polish             cz sz w           "Aleksandrowicz"    ->  "aleksandrovich"
//   Hungarian          cs s zs sz        "Alekszejevics"     ->  "alekseyevich"
//   French             tch ch j ou       "Viatcheslavovitch" ->  "viacheslavovich"
//
// Example:
//   assert(names::english_slavic("Andrej Jurjevitj") == "andrey yuryevich");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_NAMES_SLAVIC_LATIN_HPP
#define TRADEWARDEN_NAMES_SLAVIC_LATIN_HPP

#include <string>
#include <string_view>

namespace tradewarden::names {

/// Empty: nothing tells that the name is such a one (a patronymic, "-ij", "-jev").
[[nodiscard]] std::string english_slavic(std::string_view name);

/// The respellings as text, for the digest of the tables.
[[nodiscard]] std::string slavic_latin_tables_text();

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_SLAVIC_LATIN_HPP
