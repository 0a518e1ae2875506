#include "reports/html_text.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

TEST_CASE("no text becomes a tag, a reference or the end of an attribute", "[reports]") {
  CHECK(html_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(html_text("\" onload='x' &amp;") == "&quot; onload=&#39;x&#39; &amp;amp;");
  CHECK(html_text("在线客服 =1+1") == "在线客服 =1+1");
}

TEST_CASE("broken bytes and control characters do not reach the page", "[reports]") {
  CHECK(html_text(std::string("a\0b\x1B\xFF", 5)) == "a\uFFFDb\uFFFD\uFFFD");
  CHECK(html_text("a\nb") == "a b");
}

TEST_CASE("JSON cannot end the script element that it stands in", "[reports]") {
  CHECK(json_in_html(R"({"name":"</script><!--"})") == R"({"name":"\u003c/script>\u003c!--"})");
}

}  // namespace
}  // namespace wayworth::reports
