#pragma once

#include <optional>
#include <vector>

#include "reports/workbook/ledger.hpp"

namespace wayworth::reports {

/// Every input of the ledger for one trial (by InputId) and one option: certain figures, draws, starts.
std::vector<double> given_values(const Ledger& ledger, const engine::Model& model, const std::vector<double>& inputs,
                                 std::size_t option);

/// What a spreadsheet comes to: the ledger's formulas, evaluated cell by cell as they are asked for.
class LedgerValues {
public:
  /// \param given  by GivenId
  LedgerValues(const Ledger& ledger, std::vector<double> given);

  [[nodiscard]] double given(GivenId id) const { return given_.at(index_of(id)); }

  /// The cell for all steps. \throws std::logic_error when the row has none
  double all_steps(RowId row);

  /// The cell of an entry: 0 is the very start, t step t. A row with a cell for all steps alone has that in each.
  double at(RowId row, std::size_t entry);

  /// A formula as if it stood there.
  double evaluate(const Formula& formula, std::size_t entry);

private:
  struct Cells {
    std::optional<double> all_steps;
    std::vector<std::optional<double>> entries;
  };

  double computed(const Formula::Call& call, std::size_t entry);
  [[nodiscard]] const Formula* formula_at(const LedgerRow& row, std::size_t entry) const;

  const Ledger& ledger_;
  std::vector<double> given_;
  std::vector<Cells> cells_;
};

}  // namespace wayworth::reports
