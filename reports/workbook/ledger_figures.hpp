#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "reports/workbook/ledger_rows.hpp"

namespace wayworth::reports {

/// The business as it is today, and as the initiatives make it.
enum class Business { today, with_initiatives };

/// The formulas of a model as formulas of a ledger: drivers, streams and stocks get their rows when something first
/// names them. What no initiative touches has one row for both.
class LedgerFigures {
public:
  explicit LedgerFigures(LedgerRows& rows);

  /// What effects need: the adoption of an initiative in the step. To be set before anything is asked for with the
  /// initiatives.
  void set_adoption(engine::InitiativeId initiative, RowId adoption);

  RowId driver(engine::DriverId id, Business business);
  RowId stream(engine::StreamId id, Business business);
  /// After the step; at entry 0 before the first one.
  RowId stock(engine::StockId id, Business business);

  /// A figure of the model: a certain number becomes an input of its own.
  Formula figure(const engine::Expression& expression, Business business, const FigureName& name);
  /// The same, as it is today in the first step.
  Formula figure_at_first(const engine::Expression& expression, const FigureName& name);

  [[nodiscard]] bool moves(engine::DriverId id) const { return driver_moves_[engine::index_of(id)]; }
  [[nodiscard]] bool moves(engine::StreamId id) const { return stream_moves_[engine::index_of(id)]; }
  [[nodiscard]] bool moves(engine::StockId id) const { return stock_moves_[engine::index_of(id)]; }
  [[nodiscard]] bool moves(const engine::Expression& expression) const;

private:
  using Target = std::variant<engine::DriverId, engine::StreamId>;
  struct Context {
    Business business;
    const FigureName& name;
    bool is_first_step;
  };

  void find_what_moves();
  [[nodiscard]] bool has_effect(const Target& target) const;
  Formula certain(const engine::Expression& expression, double value, const FigureName& name);
  Formula translate(const engine::Expression& expression, const Context& context);
  Formula translate_call(const engine::Expression::Call& call, const Context& context);
  [[nodiscard]] Formula in_context(RowId row, const Context& context) const;
  Formula with_links(Formula base, engine::DriverId target, const std::string& label);
  Formula with_effects(Formula base, const Target& target, const std::string& label);
  Formula effect_amount(engine::InitiativeId id, std::size_t effect);
  std::string name_of_target(const Target& target) const;
  FigureName effect_name(const engine::Initiative& initiative, const engine::Effect& effect) const;

  LedgerRows& rows_;
  const engine::Model& model_;
  std::vector<bool> driver_moves_, stream_moves_, stock_moves_;
  std::vector<std::optional<RowId>> drivers_[2], streams_[2], stocks_[2];
  std::vector<std::optional<RowId>> adoptions_;  ///< by InitiativeId; none: part of no option
  /// Of expressions of the model that have a cell or a row of their own.
  std::map<const engine::Expression*, Formula> own_cells_;
};

/// "Calls, with the initiatives".
std::string label_of(const std::string& name, Business business);

}  // namespace wayworth::reports
