#pragma once

#include <string>
#include <vector>

#include "reports/workbook/ledger_values.hpp"

namespace wayworth::reports {

/// The cell in which a formula stands: of an entry, or the one for all steps.
inline constexpr std::size_t for_all_steps = static_cast<std::size_t>(-1);

/// Where rows and inputs of a ledger stand in their sheets.
struct LedgerPlaces {
  std::size_t first_row = 1;             ///< of the rows, in the sheet's own count from 1
  std::vector<std::string> input_names;  ///< by GivenId: defined names
  std::vector<std::string> input_cells;  ///< by GivenId: "Inputs!$C$7"
};

/// The columns of a ledger's sheet, from 0: the cell for all steps, that of the very start, that of step 1, ...
inline constexpr std::size_t all_steps_column = 3;
inline constexpr std::size_t start_column = 4;

/// "F" of step 1.
std::string column_of(std::size_t entry);

/// Formulas as a spreadsheet reads them, without the leading "=".
class FormulaText {
public:
  FormulaText(const LedgerPlaces& places, LedgerValues& values, std::size_t steps)
      : places_(places), values_(values), steps_(steps) {}

  std::string text(const Formula& formula, std::size_t entry);

private:
  std::string nested(const Formula& formula, std::size_t entry, int binding);
  std::string cell(const Formula::Cell& cell, std::size_t entry) const;
  std::string called(const Formula::Call& call, std::size_t entry);
  std::string pasted(const Formula::Pasted& pasted, std::size_t entry);

  const LedgerPlaces& places_;
  LedgerValues& values_;
  std::size_t steps_;
};

}  // namespace wayworth::reports
