#include "reports/markdown.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

TEST_CASE("a report becomes Markdown", "[markdown][known-answer]") {
  Table table{"What it is worth", "USD", {{"Name", Align::left}, {"NPV", Align::right}}, {}};
  table.rows = {{"A", Figure{Kind::money, 1'200'000, 1'000}}, {"B", Instead{"never"}}};
  const Report report{"Case", {Heading{"Part"}, Definition{"One", "first"}, Definition{"Two", "second"}, table}};
  CHECK(to_markdown(report) ==
        "# Case\n\n## Part\n\n- **One**: first\n- **Two**: second\n\n"
        "What it is worth, USD thousand\n\n| Name | NPV |\n| --- | ---: |\n"
        "| A | 1,200 |\n| B | never |\n");
}

TEST_CASE("no text of a scenario becomes a mark-up in Markdown", "[markdown]") {
  const Report report{"a|b", {Paragraph{"<b>*x*</b> [l](u) `c` # h \x1B[2J"}}};
  CHECK(to_markdown(report) == "# a\\|b\n\n&lt;b&gt;\\*x\\*&lt;/b&gt; \\[l\\](u) \\`c\\` \\# h \uFFFD\\[2J\n");
}

}  // namespace
}  // namespace wayworth::reports
