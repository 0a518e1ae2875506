#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/workbook/ledger.hpp"

namespace wayworth::reports {

/// A figure of the scenario, as its owner calls it: what its draws and its certain number are labelled with.
struct FigureName {
  std::string group;
  std::string label;
  std::string path;
  std::string unit{};
  NumberKind kind = NumberKind::figure;
  engine::Provenance provenance{};
};

/// The rows of a ledger while they are written, with those that say what time it is.
class LedgerRows {
public:
  explicit LedgerRows(const engine::Model& model);

  void heading(const std::string& text);

  /// A row for `formula`: one cell for all steps unless it names steps.
  RowId add(LedgerRow row, Formula formula);
  RowId add(LedgerRow row);
  LedgerRow& edit(RowId row) { return ledger_.rows[index_of(row)]; }

  /// The row's value in the step that a formula stands in.
  [[nodiscard]] Formula value(RowId row) const;
  [[nodiscard]] Formula at(RowId row, std::size_t entry) const;
  [[nodiscard]] Formula in_last_step(RowId row) const { return at(row, ledger_.steps); }
  static Formula before(RowId row) { return Formula(Formula::Cell{row, {Place::Kind::entry_before, 0}}); }

  /// The draw of an input; the first figure that it stands in names it.
  Formula draw(engine::InputId input, const FigureName& name);
  /// One draw a step: the first of them.
  GivenId draws(engine::InputId first, const FigureName& name);
  Formula certain(double value, const FigureName& name);
  Formula option_says(LedgerInput::Source source, engine::InitiativeId initiative);

  // Of the step.
  [[nodiscard]] Formula step() const { return value(step_); }
  [[nodiscard]] Formula years() const { return value(years_); }      ///< from the start to its beginning
  [[nodiscard]] Formula ends() const { return value(end_months_); }  ///< months from the start
  [[nodiscard]] Formula begins() const { return before(end_months_); }
  [[nodiscard]] Formula discount_factor() const { return value(discount_factor_); }
  /// What 1 is worth that is paid so many months after the start.
  [[nodiscard]] Formula discounted_from(Formula months) const;
  [[nodiscard]] Formula discounted_from_years(Formula years) const;

  /// That of the time after the horizon.
  [[nodiscard]] Formula discount_rate() const { return discount_rates_.back(); }

  const engine::Model& model() const { return model_; }
  [[nodiscard]] double steps_per_year() const { return model_.time.steps_per_year; }
  [[nodiscard]] double months_per_step() const { return engine::months_per_step(model_.time); }
  Ledger& ledger() { return ledger_; }

private:
  GivenId add_input(LedgerInput input);

  const engine::Model& model_;
  Ledger ledger_;
  std::map<engine::InputId, GivenId> drawn_;
  std::vector<Formula> discount_rates_;  ///< of year 1, 2, ...; the last one stays
  RowId step_{};
  RowId years_{};
  RowId end_months_{};
  RowId discount_factor_{};
};

}  // namespace wayworth::reports
