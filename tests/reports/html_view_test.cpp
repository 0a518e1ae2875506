#include "reports/html_view.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

TEST_CASE("a condition hides what the reader has not chosen yet", "[reports]") {
  CHECK(html_when("").empty());
  CHECK(html_when("range=p10 basis=economic focus=0") == " data-when=\"range=p10 basis=economic focus=0\"");
  CHECK(html_when("initiative=3") == " data-when=\"initiative=3\"");
  CHECK(html_when("range=p5") == " data-when=\"range=p5\" hidden");
  CHECK(html_when("range=p10 basis=cash") == " data-when=\"range=p10 basis=cash\" hidden");
  CHECK(html_when("focus=1 basis=economic") == " data-when=\"focus=1 basis=economic\" hidden");
}

TEST_CASE("a view names the ends of its range", "[reports]") {
  CHECK(first_view.low_name() == "P10");
  CHECK(first_view.high_name() == "P90");
  CHECK(View{"p5", 0.05, 0.95}.low_name() == "P5");
}

}  // namespace
}  // namespace wayworth::reports
