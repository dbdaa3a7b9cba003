// What kinds of numbers there are, and what lists and people call them.
#include <algorithm>
#include <array>
#include <optional>

#include "support/ascii.hpp"
#include "support/identifier_words.hpp"
#include "tradewarden/identifier.hpp"

namespace tradewarden {
namespace {

using enum identifier_type;

constexpr std::array<std::string_view, 17> k_names = {
    "any", "passport", "national_id", "tax",    "registration", "imo",   "mmsi",    "call_sign", "aircraft",
    "bic", "lei",      "isin",        "crypto", "phone",        "email", "website", "other"};

struct named_type {
  std::string_view words;  ///< Whole words of the name in small letters, points left out.
  identifier_type type;
};

// The first that stands in a list's name for a number counts, so that the narrower come first
// ("driver's license" before "license", "tax registration" before "registration").
constexpr named_type k_listed[] = {
    {"digital currency", crypto}, {"crypto", crypto}, {"wallet", crypto},
    {"passport", passport}, {"travel document", passport},
    {"imo", imo}, {"mmsi", mmsi}, {"call sign", call_sign}, {"callsign", call_sign},
    {"swift", bic}, {"bic", bic},
    {"legal entity number", lei}, {"legal entity identifier", lei}, {"lei", lei},
    {"isin", isin},
    {"email", email}, {"e mail", email}, {"website", website}, {"url", website},
    {"phone", phone}, {"telephone", phone}, {"tel", phone}, {"mobile", phone}, {"fax", phone}, {"telex", phone},
    {"aircraft", aircraft}, {"tail number", aircraft},
    {"tax", tax}, {"inn", tax}, {"tin", tax}, {"vat", tax}, {"ein", tax}, {"fein", tax}, {"fiscal", tax},
    {"rfc", tax}, {"rtn", tax}, {"nit", tax}, {"ruc", tax}, {"rif", tax}, {"cif", tax}, {"nif", tax}, {"cuit", tax},
    {"nuit", tax}, {"tributaria", tax},
    {"driver", national_id}, {"drivers", national_id}, {"pilot", national_id}, {"seafarers", national_id},
    {"national id", national_id}, {"national identification", national_id}, {"national identity", national_id},
    {"national foreign", national_id}, {"personal", national_id}, {"identity", national_id}, {"id card", national_id},
    {"identidad", national_id}, {"cedula", national_id}, {"curp", national_id},
    {"dni", national_id}, {"nie", national_id}, {"ssn", national_id}, {"social security", national_id},
    {"ife", national_id}, {"electoral", national_id}, {"citizens card", national_id}, {"residency", national_id},
    {"cnp", national_id}, {"le number", national_id}, {"cui", national_id}, {"cuip", national_id},
    {"kenyan id", national_id}, {"turkish identification", national_id}, {"uae identification", national_id},
    {"birth certificate", national_id}, {"military", national_id}, {"militar", national_id},
    {"immigration", national_id}, {"visanumberid", national_id}, {"permanent resident", national_id},
    {"registration", registration}, {"registry", registration}, {"register", registration}, {"ogrn", registration},
    {"ogrnip", registration}, {"company", registration}, {"commerce", registration}, {"chamber", registration},
    {"incorporation", registration}, {"enterprise", registration}, {"business", registration}, {"folio", registration},
    {"matricula", registration}, {"cr no", registration}, {"romanian cr", registration}, {"cin", registration},
    {"duns", registration}, {"d u n s", registration}, {"social credit", registration}, {"uscc", registration},
    {"organization code", registration}, {"branch unit", registration}, {"charity", registration},
    {"license", registration}, {"licence", registration}, {"permit", registration},
};

// What a person writes in front of a number. The whole of what stands there, "no" and the like aside.
constexpr named_type k_typed[] = {
    {"passport", passport}, {"pass", passport}, {"ppt", passport}, {"reisepass", passport}, {"passeport", passport},
    {"pasaporte", passport},
    {"national id", national_id}, {"id card", national_id}, {"id", national_id}, {"cedula", national_id},
    {"dni", national_id}, {"curp", national_id}, {"ssn", national_id}, {"cnp", national_id}, {"pesel", national_id},
    {"tax", tax}, {"tax id", tax}, {"inn", tax}, {"tin", tax}, {"ein", tax}, {"fein", tax}, {"vat", tax},
    {"rfc", tax}, {"nit", tax}, {"ruc", tax}, {"rif", tax}, {"pan", tax}, {"cuit", tax},
    {"registration", registration}, {"reg", registration}, {"ogrn", registration}, {"ogrnip", registration},
    {"crn", registration}, {"company", registration}, {"duns", registration}, {"uscc", registration},
    {"hrb", registration}, {"siren", registration}, {"siret", registration},
    {"imo", imo}, {"mmsi", mmsi}, {"call sign", call_sign}, {"tail", aircraft}, {"msn", aircraft},
    {"swift", bic}, {"bic", bic}, {"swift bic", bic}, {"lei", lei}, {"isin", isin},
    {"btc", crypto}, {"xbt", crypto}, {"bitcoin", crypto}, {"eth", crypto}, {"ethereum", crypto}, {"ltc", crypto},
    {"usdt", crypto}, {"usdc", crypto}, {"trx", crypto}, {"xmr", crypto}, {"xrp", crypto}, {"zec", crypto},
    {"dash", crypto}, {"bch", crypto}, {"wallet", crypto},
    {"phone", phone}, {"tel", phone}, {"fax", phone}, {"mobile", phone}, {"email", email}, {"e mail", email},
    {"website", website}, {"url", website},
};

/// " tax id no " of "Tax ID No.": words in small letters with a blank on each side, points and
/// apostrophes left out.
std::string spaced_words(std::string_view text) {
  std::string out = " ";
  for (const char c : text) {
    if (c == '.' || c == '\'') continue;
    const bool word = ascii::is_alpha(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (word) {
      out += ascii::lower(c);
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

bool has_words(std::string_view spaced, std::string_view words) {
  for (std::size_t at = spaced.find(words); at != std::string_view::npos; at = spaced.find(words, at + 1)) {
    if (spaced[at - 1] == ' ' && spaced[at + words.size()] == ' ') return true;
  }
  return false;
}

/// "IMO 8002664" among the registrations of vessels.
bool begins_as_imo(std::string_view value) {
  value = ascii::trim(value);
  if (!ascii::starts_with_ignoring_case(value, "imo")) return false;
  value = ascii::trim(value.substr(3));
  return !value.empty() && ascii::is_digit(value.front());
}

}  // namespace

std::string_view to_string(identifier_type t) noexcept {
  const auto at = static_cast<std::size_t>(t);
  return at < k_names.size() ? k_names[at] : k_names.back();
}

result<identifier_type> parse_identifier_type(std::string_view text) {
  std::string name = ascii::lower(ascii::trim(text));
  for (char& c : name) c = c == '-' || c == ' ' ? '_' : c;
  if (name.empty()) return any;
  std::string known;
  for (std::size_t i = 0; i < k_names.size(); ++i) {
    if (k_names[i] == name) return static_cast<identifier_type>(i);
    known += (known.empty() ? "" : ", ") + std::string(k_names[i]);
  }
  return error{errc::bad_value,
               "unknown kind of number '" + std::string(text.substr(0, 40)) + "': use one of " + known,
               {}, 0, "identifier_type"};
}

identifier_type identifier_type_of(std::string_view listed_type, std::string_view value) {
  if (begins_as_imo(value)) return imo;
  const std::string spaced = spaced_words(listed_type);
  for (const named_type& n : k_listed) {
    if (has_words(spaced, n.words)) return n.type;
  }
  return other;
}

bool names_one_party(std::string_view listed_type) {
  const std::string spaced = spaced_words(listed_type);
  return !has_words(spaced, "chinese commercial code") && !has_words(spaced, "un locode");
}

namespace support {

std::optional<typed_prefix> find_typed_prefix(std::string_view text) {
  // Up to four words without a digit; the longest run of them that names a kind of number.
  std::optional<typed_prefix> best;
  for (std::size_t at = 0; at <= text.size() && at <= 40; ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool digit = ascii::is_digit(c);
    // "INN7707083893": the word stands against its number.
    if (c != ' ' && c != ':' && c != '#' && !digit) continue;
    std::string words = spaced_words(text.substr(0, at));
    for (const std::string_view end : {" no ", " nr ", " number ", " num "}) {
      if (words.ends_with(end)) words.resize(words.size() - end.size() + 1);
    }
    if (words.size() >= 3) {
      const std::string_view bare = std::string_view(words).substr(1, words.size() - 2);
      for (const named_type& n : k_typed) {
        if (n.words == bare) best = typed_prefix{n.type, at, n.words};
      }
    }
    if (digit) break;
  }
  if (best) {
    while (best->bytes < text.size() &&
           std::string_view(" :#.").find(text[best->bytes]) != std::string_view::npos) {
      ++best->bytes;
    }
  }
  return best;
}

std::vector<std::string_view> split_numbers(std::string_view text) {
  // Shorter ones are parts of one number that is written in groups ("12,345,678").
  constexpr std::size_t k_least_bytes = 4;
  const auto has_digit = [](std::string_view s) {
    return std::any_of(s.begin(), s.end(), [](char c) { return ascii::is_digit(c); });
  };
  std::vector<std::string_view> out;
  const auto add = [&](std::string_view part) {
    part = ascii::trim(part);
    if (part.size() >= k_least_bytes && has_digit(part)) out.push_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (std::string_view(";|,\n\r").find(text[at]) != std::string_view::npos) {
      add(text.substr(begin, at - begin));
      begin = at + 1;
    } else if (at > begin && text[at - 1] == ' ' && ascii::is_alpha(text[at]) &&
               has_digit(text.substr(begin, at - begin)) && find_typed_prefix(text.substr(at))) {
      add(text.substr(begin, at - begin));
      begin = at;
    }
  }
  add(text.substr(begin));
  return out.size() < 2 ? std::vector<std::string_view>() : out;
}

}  // namespace support
}  // namespace tradewarden
