#include "lists/entities.hpp"

#include "catch.hpp"

using tradewarden::lists::closes_entity;
using tradewarden::lists::decode_entities;
using tradewarden::lists::entity_length;

TEST_CASE("entities: XML's five and the blank that does not break", "[entities]") {
  CHECK(decode_entities("A&amp;B") == "A&B");
  CHECK(decode_entities("&lt;&gt;&quot;&apos;") == "<>\"'");
  CHECK(decode_entities("A&nbsp;B") == "A B");
}

TEST_CASE("entities: characters by number", "[entities]") {
  CHECK(decode_entities("O&#39;Neil") == "O'Neil");
  CHECK(decode_entities("SOCI&#xC9;T&#Xe9;") == "SOCI\xC3\x89T\xC3\xA9");
  CHECK(decode_entities("&#x10FFFF;") == "\xF4\x8F\xBF\xBF");
}

TEST_CASE("entities: decoded once", "[entities]") {
  CHECK(decode_entities("&amp;lt;") == "&lt;");
  CHECK(decode_entities("&amp;amp;") == "&amp;");
  CHECK(decode_entities("&#38;lt;") == "&lt;");
}

TEST_CASE("entities: what is none stays as it is", "[entities]") {
  for (const char* text :
       {"", "&", "&;", "&#;", "&#x;", "&#0;", "&#7;", "&#x80;", "&#xD800;", "&#x110000;", "&#-5;",
        "&#+5;", "&#12a;", "&AMP;", "CHIP&DIP;", "A & B; C", "&amp", "a;b"}) {
    CAPTURE(text);
    CHECK(decode_entities(text) == text);
    CHECK(entity_length(text) == 0);
  }
}

TEST_CASE("entities: which semicolon closes one", "[entities]") {
  CHECK(entity_length("&amp;B") == 5);
  CHECK(closes_entity("A&amp;B", 5));
  CHECK_FALSE(closes_entity("A&amp;B;", 7));
  CHECK_FALSE(closes_entity("CHIP&DIP;", 8));
  CHECK(closes_entity("&&amp;", 5));
  CHECK_FALSE(closes_entity(";", 0));
}
