#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"
#include "reports/workbook/formula.hpp"

namespace wayworth::reports {

/// How a number is shown; what it counts. Simulated money is shown without cents, which chance moves, and what was
/// drawn without digits that say nothing.
enum class NumberKind : std::uint8_t { figure, money, simulated_money, share, months, fte, whole, drawn };

/// A figure that the calculation starts from, with a cell of its own on the sheet of inputs.
struct LedgerInput {
  enum class Source : std::uint8_t {
    certain,   ///< a figure of the scenario without chance
    drawn,     ///< `input`, in the case that is looked at
    start,     ///< planned start of `initiative` in the option that is looked at: a step, from 1
    included,  ///< 1 when `initiative` is part of that option, else 0
  };
  Source source = Source::certain;
  std::string group;  ///< heading that it stands under
  std::string label;
  std::string path;  ///< in the scenario, as `--set` takes it; empty for what the option says
  std::string unit;
  NumberKind kind = NumberKind::figure;
  engine::Provenance provenance{};
  std::optional<engine::InputId> input{};
  std::optional<engine::InitiativeId> initiative{};
  double value = 0.0;  ///< of a certain one
};

/// A line of the calculation: a cell for all steps, or one for each step and, maybe, for the very start.
struct LedgerRow {
  enum class Style : std::uint8_t { plain, heading, total, result };
  Style style = Style::plain;
  std::string label;
  std::string unit{};
  std::string note{};  ///< where it is from, in the scenario's words
  NumberKind kind = NumberKind::figure;
  std::optional<Formula> all_steps{};  ///< of a row with a cell for each step: what they come to
  std::optional<Formula> start{};
  std::optional<Formula> first{};  ///< of step 1, where it differs from the others
  std::optional<Formula> each{};   ///< of every step
  std::vector<double> by_step{};   ///< typed figures instead of `each`
  bool is_pasted = false;          ///< holds values that no spreadsheet computes
};

/// The point case of a model as inputs and rows of formulas; what a workbook shows, without its looks.
struct Ledger {
  std::size_t steps = 0;
  std::vector<LedgerInput> inputs;
  std::vector<LedgerRow> rows;
  std::vector<engine::InitiativeId> initiatives;  ///< those of any option
  std::vector<RowId> measures;                    ///< by engine::Measure
  std::vector<RowId> flows;                       ///< by engine::FlowLine
  RowId discount_factor{};
  RowId cumulative{};
  RowId internal_rate{};
};

inline const LedgerRow& get(const Ledger& ledger, RowId row) {
  return ledger.rows[index_of(row)];
}

}  // namespace wayworth::reports
