#include "tradewarden/ownership_change.hpp"

#include "ownership/share_text.hpp"
#include "support/ascii.hpp"
#include "support/clipped.hpp"
#include "support/csv.hpp"

namespace tradewarden {

result<ownership_change> ownership_change::parse(std::string_view text) {
  const auto bad = [&](const std::string& why) {
    return error{errc::bad_value, "not a change: '" + support::clipped(text, 80) + "' (" + why + ")", {}, 0, "change"};
  };
  csv_reader in{text, {.max_fields = 16}};
  csv_record row;
  const auto read = in.next(row);
  if (!read || !*read || row.stray_quote || row.ended || row.fields.size() < 3 || row.fields.size() > 4) {
    return bad("OWNER,OWNED,SHARE or OWNER,OWNED,SHARE,KIND");
  }
  ownership_change out;
  for (std::string& f : row.fields) f = std::string(ascii::trim(f));
  out.owner = row.fields[0];
  out.owned = row.fields[1];
  out.share = row.fields[2];
  if (out.owner.empty() || out.owned.empty()) return bad("an id is missing");
  if (const auto share = ownership::parse_percent(out.share); !share) return bad(share.error().message);
  if (row.fields.size() == 4) {
    const auto kind = parse_ownership_kind(row.fields[3]);
    if (!kind) return bad("capital, votes, control or board belongs in the fourth place");
    out.kind = *kind;
  }
  return out;
}

std::string ownership_change::to_string() const {
  const auto cell = [](const std::string& s) {
    if (s.find_first_of(",\"\n") == std::string::npos) return s;
    std::string out = "\"";
    for (const char c : s) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  };
  std::string out = cell(owner) + "," + cell(owned) + "," + share;
  if (kind != ownership_kind::capital) out += "," + std::string(tradewarden::to_string(kind));
  return out;
}

}  // namespace tradewarden
