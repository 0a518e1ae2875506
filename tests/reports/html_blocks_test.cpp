#include "reports/html_blocks.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

using tests::ContainsSubstring;

Figure money(double value, double error) {
  return {Kind::money, value, error};
}

TEST_CASE("a table has a caption with its money, headers and rows that are named", "[reports]") {
  const Table table{"Worth",
                    "USD",
                    {{"Initiative", Align::left, 1, false}, {"NPV", Align::right, 1, true}},
                    {{std::string("Chat"), money(15e6, 3e4)}, {std::string("IVR"), money(-22.5e6, 4e3)}}};
  const std::string html = html_table(table);
  CHECK_THAT(html, ContainsSubstring("<caption>Worth, USD million</caption>"));
  CHECK_THAT(html, ContainsSubstring("<th scope=\"col\" data-column=\"0\">Initiative</th>"
                                     "<th scope=\"col\" class=\"n\" data-column=\"1\">NPV</th>"));
  CHECK_THAT(html, ContainsSubstring("<th scope=\"row\">Chat</th>"));
  CHECK_THAT(html, ContainsSubstring("<td class=\"n\">15.00<small style=\"width:5ch\">\u00B10.03</small></td>"));
  CHECK_THAT(html, ContainsSubstring("<td class=\"n neg\">-22.50<small style=\"width:5ch\"></small></td>"));
}

TEST_CASE("decimal points stand below each other: what is missing is padded by its own width", "[reports]") {
  const Table table{
      "T", "", {{"FTE", Align::right, 1, false}}, {{Figure{Kind::fte, 12.5, 0.0}}, {Figure{Kind::fte, 3.0, 2.0}}}};
  const std::string html = html_table(table);
  CHECK_THAT(html, ContainsSubstring(">12.50<"));
  CHECK_THAT(html, ContainsSubstring(">3\u2008\u2007\u2007<"));
}

TEST_CASE("paths may break behind points and underscores, figures may not", "[reports]") {
  const std::string html = html_blocks({Definition{"drivers.handle_time", "is 1.5 and <b>a_b"}});
  CHECK_THAT(html, ContainsSubstring("<dt>drivers.<wbr>handle_<wbr>time</dt>"));
  CHECK_THAT(html, ContainsSubstring("<dd>is 1.5 and &lt;b&gt;a_<wbr>b</dd>"));
}

TEST_CASE("columns of a group have their common name above them", "[reports]") {
  Table table{"T", "", {{"Name", Align::left, 1, false}}, {{std::string("a"), Instead{"1"}, Instead{"2"}}}};
  for (const char* name : {"P10", "P90"}) table.columns.push_back({name, Align::right, 1, false, "Revenue"});
  const std::string html = html_table(table);
  CHECK_THAT(html, ContainsSubstring("<th scope=\"col\" data-column=\"0\" rowspan=\"2\">Name</th>"));
  CHECK_THAT(html, ContainsSubstring("<th scope=\"colgroup\" colspan=\"2\" class=\"g\">Revenue</th></tr><tr>"));
}

TEST_CASE("rows say what they are about, and sums that they are sums", "[reports]") {
  Table table{
      "T", "", {{"Name", Align::left, 1, false}}, {{std::string("a")}, {std::string("  b")}, {std::string("c")}}};
  table.about = {about_initiative(engine::InitiativeId{4}), about_option(2)};
  table.sums = 1;
  const std::string html = html_table(table);
  CHECK_THAT(html, ContainsSubstring("<tr data-when=\"initiative=4\"><th scope=\"row\">a</th></tr>"));
  CHECK_THAT(html,
             ContainsSubstring("<tr data-when=\"option=2\"><th scope=\"row\"><span style=\"padding-left:2ch\">b"));
  CHECK_THAT(html, ContainsSubstring("<tr class=\"sum\"><th scope=\"row\">c</th></tr>"));
}

TEST_CASE("definitions that follow each other are one list", "[reports]") {
  const std::string html = html_blocks({Definition{"a", "1"}, Definition{"b", "2"}, Paragraph{"c"}, Paragraph{""}});
  CHECK(html == "<dl>\n<dt>a</dt><dd>1</dd>\n<dt>b</dt><dd>2</dd>\n</dl>\n<p>c</p>\n");
}

TEST_CASE("nothing in a block is taken for HTML", "[reports]") {
  const std::string evil = "<b>\"'&";
  const Table table{evil, "", {{evil, Align::left, 1, false, evil}}, {{evil}, {Instead{evil}}}};
  const std::string html = html_blocks({Heading{evil}, Answer{evil}, Paragraph{evil}, Definition{evil, evil}, table});
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("\"'") == std::string::npos);
}

}  // namespace
}  // namespace wayworth::reports
