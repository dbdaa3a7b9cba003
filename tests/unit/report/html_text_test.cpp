#include "report/html_text.hpp"

#include "catch.hpp"

using tradewarden::report::html;

TEST_CASE("no text ends a tag, an attribute or a comment", "[report]") {
  CHECK(html("<b title=\"x\">'&'</b>") ==
        "&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;");
  CHECK(html("-->]]>") == "--&gt;]]&gt;");
}

TEST_CASE("controls and turning marks are named, broken bytes become U+FFFD", "[report]") {
  CHECK(html(std::string_view("a\0b\x1b", 4)) == "a&lt;U+0000&gt;b&lt;U+001B&gt;");
  CHECK(html("\xE2\x80\xAE" "x") == "&lt;U+202E&gt;x");
  CHECK(html("\xC3") == "\xEF\xBF\xBD");
  CHECK(html("\xC3\xA9\n\t") == "\xC3\xA9\n\t");
}
