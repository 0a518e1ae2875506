#include <algorithm>
#include <set>

#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "reports/workbook/formula_text.hpp"
#include "reports/workbook/make_workbook.hpp"
#include "reports/workbook/write_xlsx.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::reports {
namespace {

engine::Findings findings_of(const engine::Model& model) {
  return engine::find(model, engine::simulate(engine::compile(model), {.trials = 64, .seed = 5}));
}

const Sheet& sheet(const Workbook& book, const std::string& name) {
  return *std::find_if(book.sheets.begin(), book.sheets.end(), [&](const Sheet& one) { return one.name == name; });
}

TEST_CASE("the same findings give the same bytes of a workbook", "[workbook]") {
  const engine::Model model = tests::random_model(4);
  const engine::Findings findings = findings_of(model);
  const std::string bytes = to_xlsx(make_workbook(model, findings));
  CHECK(bytes.substr(0, 2) == "PK");
  CHECK(bytes == to_xlsx(make_workbook(model, findings)));
}

TEST_CASE("no two cells of a workbook share a place, and no two names are alike", "[workbook][property]") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const engine::Model model = tests::random_model(seed);
    const Workbook book = make_workbook(model, findings_of(model));
    for (const Sheet& one : book.sheets) {
      std::set<std::pair<std::size_t, std::size_t>> places;
      for (const SheetCell& cell : one.cells) CHECK(places.emplace(cell.row, cell.column).second);
    }
    std::set<std::string> names;
    for (const DefinedName& name : book.names) CHECK(names.insert(name.name).second);
  }
}

TEST_CASE("names of a scenario that look like formulas are text in a workbook", "[workbook]") {
  engine::Model model = tests::golden_two_initiatives();
  model.drivers.front().name = "=HYPERLINK(\"http://example.com\")";
  const Workbook book = make_workbook(model, findings_of(model));
  const auto is_it = [&](const SheetCell& cell) {
    const auto* text = std::get_if<std::string>(&cell.content);
    return text != nullptr && *text == model.drivers.front().name;
  };
  const std::vector<SheetCell>& cells = sheet(book, "Calculation").cells;
  CHECK(std::any_of(cells.begin(), cells.end(), is_it));
}

TEST_CASE("formulas keep their brackets", "[workbook][known-answer]") {
  Ledger ledger;
  ledger.steps = 3;
  ledger.rows.push_back({.style = LedgerRow::Style::plain, .label = "x", .each = Formula(2.0)});
  LedgerValues values(ledger, {});
  const LedgerPlaces places{10, {}, {}};
  FormulaText text(places, values, 3);
  const Formula x(Formula::Cell{RowId{0}, {Place::Kind::same_entry, 0}});
  const Formula before(Formula::Cell{RowId{0}, {Place::Kind::entry_before, 0}});
  const Formula minus_x = apply(Operator::negate, {x});
  CHECK(text.text(x - (x - 1.0), 2) == "G10-(G10-1)");
  CHECK(text.text(x / (x * before), 2) == "G10/(G10*F10)");
  CHECK(text.text((x + 1.0) * 2.5, 1) == "(F10+1)*2.5");
  CHECK(text.text(power(minus_x, 2.0), 1) == "(-F10)^2");
  CHECK(text.text(apply(Operator::negate, {power(x, 2.0)}), 1) == "-(F10^2)");
  CHECK(text.text(x * -3.0, 1) == "F10*-3");
  CHECK(text.text(compare(Operator::less, x, 1.0) + x, 1) == "IF(F10<1,1,0)+F10");
  CHECK(text.text(if_else(x, x, 1e-7), 1) == "IF(F10<>0,F10,1E-07)");
  CHECK(text.text(sum_of(RowId{0}, 0, 3), for_all_steps) == "SUM($E10:$H10)");
  const Formula load = x * 10.0;
  const Formula queue(Formula::Pasted{engine::Function::erlang_c_service_level, {load, 25.0, 0.1}});
  CHECK(text.text(queue, 1).starts_with("IF(AND(ABS(F10*10-20)<=2E-08),0."));
}

TEST_CASE("columns have letters", "[workbook][known-answer]") {
  CHECK(column_letters(0) == "A");
  CHECK(column_letters(25) == "Z");
  CHECK(column_letters(26) == "AA");
  CHECK(column_letters(701) == "ZZ");
  CHECK(column_letters(702) == "AAA");
}

}  // namespace
}  // namespace wayworth::reports
