#include "reports/csv_text.hpp"

#include <limits>
#include <stdexcept>

#include "tests/support/catch.hpp"

using wayworth::reports::CsvText;

namespace {

/// The file without its byte order mark and its header.
std::string row(const CsvText& csv) {
  return csv.content().substr(csv.content().find('\n') + 1);
}

}  // namespace

TEST_CASE("text is quoted where RFC 4180 asks for it", "[reports][known-answer]") {
  CsvText csv({"a", "b", "c"});
  csv.text("plain").text("with, comma").text("say \"hi\"\nthere").end_row();
  CHECK(csv.content() ==
        "\xEF\xBB\xBF"
        "a,b,c\nplain,\"with, comma\",\"say \"\"hi\"\"\nthere\"\n");
}

TEST_CASE("no text becomes a formula in a spreadsheet", "[reports]") {
  for (const char* text : {"=HYPERLINK(1)", "+1", "-1", "@SUM", "\tx"}) {
    CsvText csv({"a"});
    csv.text(text).end_row();
    CHECK(row(csv) == "'" + std::string(text) + "\n");
  }
  CsvText csv({"a"});
  csv.text("\rx").end_row();
  CHECK(row(csv) == "\"'\rx\"\n");
}

TEST_CASE("numbers keep all digits and have no locale", "[reports]") {
  CsvText csv({"a", "b", "c", "d"});
  csv.number(-0.1).number(4761872.7936).number(std::numeric_limits<double>::infinity());
  csv.number(std::numeric_limits<double>::quiet_NaN()).end_row();
  CHECK(row(csv) == "-0.1,4761872.7936,never,\n");
}

TEST_CASE("a row of another length than the header is our bug", "[reports]") {
  CsvText csv({"a", "b"});
  csv.number(1);
  CHECK_THROWS_AS(csv.end_row(), std::logic_error);
}
