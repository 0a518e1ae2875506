#include "scenarios/formulas/csv_column.hpp"

#include "engine/core/input_error.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::scenarios {
namespace {

using Values = std::vector<double>;

TEST_CASE("columns of CSV texts as programs write them", "[formulas]") {
  CHECK(csv_column("a,b\n1,2\n3,4\n", "b") == Values{2, 4});
  CHECK(csv_column("a,b\r\n1,2\r\n3,-4.5e2", "b") == Values{2, -450});
  CHECK(csv_column("\xEF\xBB\xBFwait;who\n1.5;Ann, Bob\n2;Cy\n", "wait") == Values{1.5, 2});
  CHECK(csv_column("wait\twho\n 1.5 \tAnn\n", "wait") == Values{1.5});
  CHECK(csv_column("\"wait, min\",who\n\"3\",\"a \"\"b\"\"\nc\"\n4,d\n", "wait, min") == Values{3, 4});
  CHECK(csv_column("wait\n1\n\n2\n\n", "wait") == Values{1, 2});
  CHECK(csv_column("wait\n", "wait").empty());
}

TEST_CASE("what is wrong in a CSV text is placed", "[formulas][message]") {
  CHECK_THROWS_WITH(csv_column("", "wait"), "is empty; its first line must name the columns");
  CHECK_THROWS_WITH(csv_column("wait,who\n1,2\n", "wiat"), "has no column `wiat`; did you mean `wait`?");
  CHECK_THROWS_WITH(csv_column("a,b\n1,2\n\n3\n", "b"), "line 4: has 1 fields, and `b` is field 2");
  CHECK_THROWS_WITH(csv_column("a;b\n1;2,5\n", "b"), "line 2: `2,5` is not a plain number such as 1234.5");
  CHECK_THROWS_WITH(csv_column("a\n1\n\"x\ny\"\n", "a"), "line 3: `x\ny` is not a plain number such as 1234.5");
  CHECK_THROWS_WITH(csv_column("a\ninf\n", "a"), "line 2: `inf` is not a plain number such as 1234.5");
  CHECK_THROWS_WITH(csv_column("a,b\n1,\n", "b"), "line 2: the field is empty; leave out such lines");
  CHECK_THROWS_WITH(csv_column("a\n1\n\"2\n", "a"), "line 3: a quote is not closed");
}

}  // namespace
}  // namespace wayworth::scenarios
