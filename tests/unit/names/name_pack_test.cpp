#include "names/name_pack.hpp"

#include <string>

#include "catch.hpp"

namespace tradewarden::names {
namespace {

const std::string k_head = "tradewarden-name-pack\t1\n";

error refusal(const std::string& body) {
  const auto pack = parse_name_pack(k_head + body, "my.tsv", current_tables());
  REQUIRE_FALSE(pack.has_value());
  CHECK(pack.error().file == "my.tsv");
  return pack.error();
}

}  // namespace

TEST_CASE("a name pack has families, words, weights and rewrites of its own", "[name-pack]") {
  const std::string text = k_head +
                           "# Latvian\n"
                           "family\tJ\xC4\x93kabs  Jekab Jacob\r\n"
                           "legal_form\tqsia\n"
                           "organisation\trupnica fabrika\n"
                           "place\tVentspils\n"
                           "weight\tBaltijas\t40\n"
                           "\n"
                           "rewrite\tsabiedriba ar qatbildibu\tqsia\n";
  const auto pack = parse_name_pack(text, "my.tsv", current_tables());
  REQUIRE(pack.has_value());
  CHECK((*pack)->sha256 == sha256(text));
  const table_sources both[] = {current_sources(), (*pack)->sources()};
  const name_tables tables(both);
  // Words are folded as names are: capitals, accents and blanks do not matter.
  const std::uint16_t family = current_tables().family_count();
  CHECK(tables.family_members(family).size() == 3);
  CHECK(tables.look_up("jekabs").families[0] == family);
  CHECK(tables.look_up("qsia").is_legal_form);
  CHECK(tables.look_up("rupnica").is_organisation_word);
  CHECK(tables.look_up("fabrika").is_organisation_word);
  CHECK(tables.look_up("ventspils").is_place);
  CHECK(tables.look_up("baltijas").weight == 40);
  REQUIRE(tables.rewrites_from("sabiedriba").size() > 0);
  CHECK(tables.rewrites_from("sabiedriba").front().to.front() != "");
}

TEST_CASE("a name pack that is none is refused by line and field", "[name-pack]") {
  const auto none = parse_name_pack("family\ta b\n", "my.tsv", current_tables());
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == errc::bad_syntax);
  CHECK(none.error().line == 1);
  const auto later = parse_name_pack("tradewarden-name-pack\t2\n", "my.tsv", current_tables());
  CHECK(later.error().code == errc::bad_value);
  CHECK(parse_name_pack("", "my.tsv", current_tables()).error().code == errc::empty_input);
  CHECK(refusal("# nothing\n").code == errc::empty_input);
  CHECK(refusal(std::string("family\tfoo\0bar\n", 15)).code == errc::not_text);
  CHECK(refusal("family\tfoo \xFF bar\n").code == errc::not_text);
}

TEST_CASE("each wrong entry of a name pack is named", "[name-pack]") {
  struct wrong {
    const char* line;
    errc code;
    const char* field;
  };
  for (const wrong w : {wrong{"famly\tfoo bar", errc::bad_syntax, "kind"},
                        wrong{"family", errc::bad_syntax, "family"},
                        wrong{"family\tfoo\tbar", errc::bad_syntax, "family"},
                        wrong{"family\tfooqx", errc::bad_value, "family"},
                        wrong{"family\tfooqx fooqx", errc::bad_value, "family"},
                        wrong{"family\tfooqx j", errc::bad_value, "family"},
                        wrong{"family\t-- ..", errc::bad_value, "family"},
                        wrong{"family\tlimited fooqx", errc::bad_value, "family"},
                        wrong{"legal_form\tlimited", errc::bad_value, "legal_form"},
                        wrong{"weight\tfooqx", errc::bad_syntax, "weight"},
                        wrong{"weight\tfooqx\t0", errc::bad_value, "weight"},
                        wrong{"weight\tfooqx\t101", errc::bad_value, "weight"},
                        wrong{"weight\tfooqx\t4x", errc::bad_value, "weight"},
                        wrong{"weight\tfooqx bar\t40", errc::bad_value, "word"},
                        wrong{"rewrite\tfooqx bar", errc::bad_syntax, "rewrite"},
                        wrong{"rewrite\tfooqx\tfooqx", errc::bad_value, "to"},
                        wrong{"rewrite\ta b c d e f g h i\tx", errc::limit_exceeded, "from"},
                        wrong{"rewrite\tfooqx\ta b c d e", errc::limit_exceeded, "to"}}) {
    CAPTURE(w.line);
    const error e = refusal(std::string("place\tqwexun\n") + w.line + "\n");
    CHECK(e.code == w.code);
    CHECK(e.line == 3);
    CHECK(e.field == w.field);
  }
  const error twice = refusal("rewrite\tfooqx\tbar\nplace\tx\nrewrite\tFOOQX\tbaz\n");
  CHECK(twice.code == errc::conflict);
  CHECK(twice.line == 4);
  CHECK(twice.message.find("line 2") != std::string::npos);
  CHECK(refusal("weight\tfooqx\t5\nweight\tfooqx\t6\n").code == errc::conflict);
}

TEST_CASE("a word has one role, that of the built-in tables if they have one", "[name-pack]") {
  // "gmbh" is a legal form, "bank" a word of organisations, "iran" a place of the built-in tables.
  const error form = refusal("place\tqwexun\nplace\tGmbH\n");
  CHECK(form.code == errc::conflict);
  CHECK(form.line == 3);
  CHECK(form.field == "place");
  CHECK(form.message.find("'gmbh' is a legal form in the built-in tables: it cannot be a place as well") == 0);
  CHECK(refusal("legal_form\tbank\n").message.find("'bank' is an organisation word") == 0);
  CHECK(refusal("honorific\tfooqx iran\n").code == errc::conflict);
  const error twice = refusal("place\tqwexun\nhonorific\tfooqx\nplace\tfooqx\n");
  CHECK(twice.code == errc::conflict);
  CHECK(twice.line == 4);
  CHECK(twice.message.find("'fooqx' is an honorific in line 3") == 0);
  // The role that it has, or a part of names, is no conflict.
  CHECK(parse_name_pack(k_head + "legal_form\tgmbh\nplace\tfooqx\nplace\tfooqx\ntheophoric\tfooqx\n",
                        "my.tsv", current_tables()).has_value());
}

TEST_CASE("rewrites that go round are refused with the line that closes the circle", "[name-pack]") {
  const error two = refusal("rewrite\tfooqx\tbarqx\nplace\tqwexun\nrewrite\tbarqx\tfooqx\n");
  CHECK(two.code == errc::conflict);
  CHECK(two.line == 4);
  CHECK(two.field == "to");
  CHECK(two.message.find("a rewrite in a circle: 'barqx' becomes 'barqx' by line 2") == 0);
  const error three = refusal("rewrite\ta1x\tb1x\nrewrite\tb1x\tc1x\nrewrite\tc1x\ta1x\n");
  CHECK(three.line == 4);
  CHECK(refusal("rewrite\tfooqx\tfooqx plus\n").code == errc::conflict);  // grows
  // "limited" becomes "ltd" by the built-in tables.
  const error built_in = refusal("rewrite\tltd\tlimited\n");
  CHECK(built_in.code == errc::conflict);
  CHECK(built_in.message.find("by a built-in rewrite") != std::string::npos);
  // A chain that ends is good.
  CHECK(parse_name_pack(k_head + "rewrite\tfooqx\tbarqx\nrewrite\tbarqx\tbazqx\n", "my.tsv",
                        current_tables()).has_value());
}

TEST_CASE("a word is in six families at most, those of the engine among them", "[name-pack]") {
  std::string body;
  for (int i = 0; i < 7; ++i) body += "family\tfooqx bar" + std::string(1, static_cast<char>('a' + i)) + "\n";
  const error e = refusal(body);
  CHECK(e.code == errc::limit_exceeded);
  CHECK(e.line == 8);
  // A family of the engine counts: "yusuf" is in one at least.
  body.clear();
  for (int i = 0; i < 6; ++i) body += "family\tyusuf bar" + std::string(1, static_cast<char>('a' + i)) + "\n";
  CHECK(refusal(body).line <= 7);
  std::string long_family = "family";
  for (int i = 0; i < 65; ++i) long_family += (i == 0 ? "\tfoo" : " foo") + std::to_string(i);
  CHECK(refusal(long_family + "\n").code == errc::limit_exceeded);
}

}  // namespace tradewarden::names
