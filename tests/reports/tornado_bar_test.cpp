#include "reports/tornado_bar.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

TEST_CASE("bars of a tornado lie on one scale with a line at the base", "[reports]") {
  const TornadoBars bars(0.0, 10.0, 5.0, 11);
  CHECK(bars.bar(2.0, 8.0) == "  \u2588\u2588\u2588\u2502\u2588\u2588\u2588");
  CHECK(bars.bar(8.0, 2.0) == bars.bar(2.0, 8.0));
  CHECK(bars.bar(7.0, 9.0) == "     \u2502 \u2588\u2588\u2588");
  CHECK(bars.bar(0.0, 1.0) == "\u2588\u2588   \u2502");
  CHECK(bars.bar(5.0, 5.0) == "     \u2502");
}

TEST_CASE("a scale without width has the line alone", "[reports]") {
  CHECK(TornadoBars(3.0, 3.0, 3.0, 11).bar(3.0, 3.0) == "     \u2502");
}

}  // namespace
}  // namespace wayworth::reports
