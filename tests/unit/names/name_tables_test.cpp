#include "names/name_tables.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "names/folded_key.hpp"
#include "names/words.hpp"

namespace tradewarden::names {

TEST_CASE("a word of no table weighs most and is nothing in particular", "[names]") {
  const word w = look_up_word("kangxun");
  CHECK(w.weight == k_top_weight);
  CHECK_FALSE(w.is_legal_form);
  CHECK(w.families[0] == 0);
}

TEST_CASE("words that many parties share weigh less, the more the less", "[names]") {
  CHECK(look_up_word("company").weight < look_up_word("trading").weight);
  CHECK(look_up_word("trading").weight < look_up_word("melli").weight);
  CHECK(look_up_word("company").weight >= 12);
}

TEST_CASE("tables mark forms, particles, honorifics and places", "[names]") {
  CHECK(look_up_word("gmbh").is_legal_form);
  CHECK(look_up_word("sa").is_short_form);
  CHECK_FALSE(look_up_word("gmbh").is_short_form);
  CHECK(look_up_word("bin").is_particle);
  CHECK(look_up_word("mullah").is_honorific);
  CHECK(look_up_word("shanghai").is_place);
  CHECK(look_up_word("shipyard").is_organisation_word);
  CHECK(look_up_word("jr").is_generation);
}

TEST_CASE("families are symmetric and hold their members", "[names]") {
  for (const char* token : {"muhammad", "gaddafi", "ooo", "technology", "yusuf"}) {
    const word w = look_up_word(token);
    CAPTURE(token);
    REQUIRE(w.families[0] != 0);
    for (const std::uint16_t f : w.families) {
      if (f == 0) break;
      const auto members = family_members(f);
      CHECK(std::find(members.begin(), members.end(), std::string_view(token)) != members.end());
      for (const std::string_view m : members) {
        const auto back = look_up_word(m).families;
        CAPTURE(m);
        CHECK(std::find(back.begin(), back.end(), f) != back.end());
      }
    }
  }
}

TEST_CASE("no member of a family is a single letter: a letter is an initial", "[names]") {
  for (std::uint16_t f = 1; f < family_count(); ++f) {
    for (const std::string_view member : family_members(f)) {
      INFO(member);
      CHECK(member.size() > 1);
    }
  }
}

TEST_CASE("no token is in more families than a word holds", "[names]") {
  // A seventh would be dropped: every member of every family must know it.
  for (std::uint16_t f = 1; f < family_count(); ++f) {
    for (const std::string_view m : family_members(f)) {
      const auto ids = look_up_word(m).families;
      CAPTURE(m, f);
      CHECK(std::find(ids.begin(), ids.end(), f) != ids.end());
    }
  }
}

TEST_CASE("a family has no single letter: that is an initial", "[names]") {
  for (std::uint16_t f = 1; f < family_count(); ++f) {
    REQUIRE(family_members(f).size() >= 2);
    for (const std::string_view m : family_members(f)) {
      CAPTURE(m, f);
      CHECK(m.size() >= 2);
    }
  }
}

namespace {

bool akin(std::string_view a, std::string_view b) {
  const auto& left = look_up_word(a).families;
  const auto& right = look_up_word(b).families;
  return std::any_of(left.begin(), left.end(), [&](std::uint16_t f) {
    return f != 0 && std::find(right.begin(), right.end(), f) != right.end();
  });
}

}  // namespace

TEST_CASE("legal forms of one kind are akin across countries, of two kinds they are not", "[names]") {
  for (const char* limited : {"ooo", "gmbh", "sarl", "srl", "sdnbhd", "kft", "ltda", "doo", "llc"}) {
    CAPTURE(limited);
    CHECK(akin("ltd", limited));
    CHECK_FALSE(akin(limited, "fgup"));
    CHECK_FALSE(akin(limited, "kg"));
  }
  for (const char* stock : {"oao", "pao", "ag", "spa", "sa", "plc", "tbk", "nyrt"}) {
    CAPTURE(stock);
    CHECK(akin("jsc", stock));
    CHECK_FALSE(akin(stock, "ooo"));
  }
  CHECK(akin("fgup", "gup"));
  CHECK(akin("kg", "lp"));
  CHECK(akin("foundation", "stichting"));
}

TEST_CASE("names that lists spell in many ways are akin, other names are not", "[names]") {
  struct pair {
    const char* a;
    const char* b;
  };
  for (const pair p : {pair{"mohamed", "muhammad"}, pair{"yusuf", "joseph"}, pair{"william", "bill"},
                       pair{"aleksandr", "sasha"}, pair{"jose", "pepe"}, pair{"ri", "lee"},
                       pair{"pak", "park"}, pair{"choe", "choi"}, pair{"jong", "chung"},
                       pair{"chan", "chen"}, pair{"wong", "huang"}, pair{"cheung", "zhang"},
                       pair{"ng", "wu"}, pair{"hsu", "xu"}, pair{"tsai", "cai"},
                       pair{"ivanovich", "ivanovych"}, pair{"nikolaevich", "mikalaevich"},
                       pair{"kharkiv", "kharkov"}, pair{"iran", "iranian"}, pair{"trading", "torgovy"},
                       pair{"plant", "zavod"}, pair{"bank", "banco"}, pair{"naval", "morskoy"}}) {
    CAPTURE(p.a, p.b);
    CHECK(akin(p.a, p.b));
  }
  for (const pair p : {pair{"ivan", "john"}, pair{"marat", "murat"}, pair{"salman", "salim"},
                       pair{"bill", "wilhelm"}, pair{"chen", "zhang"}, pair{"kim", "park"},
                       pair{"iran", "iraq"}, pair{"bank", "fund"}}) {
    CAPTURE(p.a, p.b);
    CHECK_FALSE(akin(p.a, p.b));
  }
}

TEST_CASE("a surname has the longest of its endings, behind a stem of three letters", "[names]") {
  const name_tables& t = current_tables();
  const auto same = [&](std::string_view a, std::string_view b) {
    const surname_form form = t.surname_form_of(a);
    return form.endings != 0 && form == t.surname_form_of(b) &&
           a.substr(0, form.stem) == b.substr(0, form.stem);
  };
  CHECK(same("zelensky", "zelenskaya"));
  CHECK(same("zelenskyi", "zelenskiy"));
  CHECK(same("trotsky", "trotskaya"));
  CHECK(same("nowicki", "nowicka"));
  CHECK(same("ivanov", "ivanova"));
  CHECK(same("ivanov", "ivanoff"));
  CHECK(same("nikolaev", "nikolayeva"));
  CHECK(same("kazlauskas", "kazlauskiene"));
  CHECK_FALSE(same("ivanov", "petrov"));
  CHECK_FALSE(same("ivanov", "ivanev"));
  CHECK(t.surname_form_of("lev").endings == 0);      // no stem is left
  CHECK(t.surname_form_of("kangxun").endings == 0);
  CHECK(t.surname_form_of("tsky").endings == 0);
}

TEST_CASE("spelled-out legal forms become their abbreviations", "[names]") {
  struct form {
    const char* spelled;
    const char* folded;
  };
  for (const form f : {form{"Foo Limited Liability Company", "foo llc"},
                       form{"Foo Company with Limited Liability", "foo llc"},
                       form{"Foo Gesellschaft mit beschraenkter Haftung", "foo gmbh"},
                       form{"Foo GmbH & Co. KG", "foo gmbhcokg"},
                       form{"Foo Sociedad de Responsabilidad Limitada", "foo srl"},
                       form{"Foo S. de R.L. de C.V.", "foo sderldecv"},
                       form{"Foo Societe par actions simplifiee", "foo sas"},
                       form{"Foo Societa per azioni", "foo spa"},
                       form{"Foo Sendirian Berhad", "foo sdnbhd"},
                       form{"Foo Besloten Vennootschap", "foo bv"},
                       form{"Foo Sp. z o.o.", "foo spzoo"},
                       form{"Foo Spolka z ograniczona odpowiedzialnoscia", "foo spzoo"},
                       form{"Foo s.r.o.", "foo sro"},
                       form{"Foo Korlatolt Felelossegu Tarsasag", "foo kft"},
                       form{"Foo Limited Sirketi", "foo ltdsti"},
                       form{"Foo Anonim Sirketi", "foo as"},
                       form{"Sherkat Sahami Khass Foo", "pjs foo"},
                       form{"Cong ty TNHH Foo", "tnhh foo"},
                       form{"Foo Kabushiki Kaisha", "foo kk"},
                       form{"Federal State Unitary Enterprise Foo", "fgup foo"},
                       form{"Federalnoye gosudarstvennoye unitarnoye predpriyatiye Foo", "fgup foo"},
                       form{"Obschestvo s ogranichennoj otvetstvennostju Foo", "ooo foo"},
                       form{"Otkrytoye aktsionernoye obshchestvo Foo", "oao foo"},
                       form{"Aktsionernoye obshchestvo Foo", "ao foo"},
                       form{"Joint Stock Foo", "jsc foo"},
                       form{"Foo Pvt. Limited", "foo pvt ltd"},
                       form{"Foo Import & Export Co.", "foo import export co"},
                       form{"Foo Impex", "foo import export"},
                       form{"Foo Intl", "foo international"},
                       form{"Democratic People's Republic of Korea", "dprk"}}) {
    CAPTURE(f.spelled);
    CHECK(folded_key(f.spelled) == f.folded);
  }
}

TEST_CASE("alternatives of a rewrite are each spelled out", "[names]") {
  static constexpr rewrite_line lines[] = {{"ab(c|d|)e( f|)", "x"}};
  const table_sources sources{{}, {}, {}, lines, {}};
  const name_tables tables(std::span(&sources, 1));
  for (const char* first : {"abce", "abde", "abe"}) {
    CAPTURE(first);
    const auto found = tables.rewrites_from(first);
    REQUIRE(found.size() == 2);
    CHECK(found[0].from.size() == 2);  // the longest first
    CHECK(found[1].to == std::vector<std::string_view>{"x"});
  }
  CHECK(tables.rewrites_from("ab").empty());
}

TEST_CASE("what a rewrite gives is known to some table", "[names]") {
  // A token that no table knows would weigh as much as the rarest name. The names of theophoric
  // compounds are names.
  const auto is_name = [](std::string_view t) { return t.ends_with("uddin") || t == "abdullah" || t == "abdal"; };
  for (const rewrite_line& line : current_sources().rewrites) {
    std::string to(line.to);
    for (std::size_t at = 0; at < to.size();) {
      const std::size_t end = std::min(to.find(' ', at), to.size());
      const std::string t = to.substr(at, end - at);
      at = end + 1;
      const word& w = look_up_word(t);
      const bool digits = t.find_first_not_of("0123456789") == std::string::npos;
      CAPTURE(line.from, t);
      CHECK((digits || is_name(t) || w.weight < k_top_weight || w.is_legal_form ||
             w.is_organisation_word || w.is_place || w.is_particle || w.is_honorific ||
             w.families[0] != 0));
    }
  }
}

TEST_CASE("a word behind a later source takes its weight and rewrite from it", "[names]") {
  static constexpr token_weight weights[] = {{"trading", 99}};
  static constexpr rewrite_line lines[] = {{"limited", "zzz"}};
  static constexpr word_list words[] = {{word_kind::place, "qwexun"}};
  static constexpr std::string_view families[] = {"qwexun zalopov"};
  const table_sources both[] = {current_sources(), {weights, words, families, lines, {}}};
  const name_tables tables(both);
  CHECK(tables.look_up("trading").weight == 99);
  CHECK(tables.look_up("trading").is_organisation_word);
  CHECK(tables.look_up("qwexun").is_place);
  CHECK(tables.family_count() == current_tables().family_count() + 1);
  CHECK(tables.rewrites_from("limited").back().to.front() == "zzz");
  CHECK(current_tables().rewrites_from("limited").back().to.front() == "ltd");
}

TEST_CASE("rewrites of a word come longest first", "[names]") {
  const auto all = rewrites_from("limited");
  REQUIRE(all.size() >= 3);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].from.size() >= all[i].from.size());
  CHECK(rewrites_from("kangxun").empty());
}

}  // namespace tradewarden::names
