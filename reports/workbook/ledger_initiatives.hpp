#pragma once

#include <map>
#include <optional>
#include <vector>

#include "reports/workbook/ledger_figures.hpp"

namespace wayworth::reports {

/// A cost of an initiative as rows.
struct CostRows {
  engine::CostKind kind;
  RowId flow{};
  std::optional<RowId> present_value;  ///< where it is not the flow times the factor of its step
  bool is_expense = false;             ///< one-off and not depreciated
};

/// A benefit that an initiative states.
struct BenefitRows {
  engine::BenefitKind kind;
  RowId economic{};
  RowId cash{};
};

/// The timing of the initiatives of any option, what they state and what they cost.
class LedgerInitiatives {
public:
  LedgerInitiatives(LedgerRows& rows, LedgerFigures& figures) : rows_(rows), figures_(figures), model_(rows.model()) {}

  /// When it starts, is live and fully adopted; those that it needs come first.
  void add_timing(engine::InitiativeId id);
  void add_benefits(engine::InitiativeId id);
  void add_costs(engine::InitiativeId id);

  const std::vector<BenefitRows>& benefits() const { return benefits_; }
  const std::vector<CostRows>& costs() const { return costs_; }
  const std::vector<RowId>& depreciation() const { return depreciation_; }

private:
  struct Timing {
    Formula included;
    RowId start{}, go_live{}, adoption{};
    std::optional<RowId> cost_factor;
    bool takes_time = false;  ///< whatever is drawn
  };

  FigureName name(engine::InitiativeId id, const std::string& label, const std::string& path,
                  const std::string& unit = "months", NumberKind kind = NumberKind::months) const;
  RowId add_for(engine::InitiativeId id, const std::string& label, NumberKind kind, Formula formula,
                const std::string& note = "");
  RowId add_adoption(engine::InitiativeId id, const Timing& timing, RowId ramp, RowId kept);
  [[nodiscard]] Formula full_effect(const engine::Rollout& rollout, const Formula& since, const Formula& ramp) const;
  [[nodiscard]] Formula months_inside(const Formula& from, const Formula& to) const;
  void add_running(engine::InitiativeId id, std::size_t cost);
  void add_one_off(engine::InitiativeId id, std::size_t cost);
  RowId add_amount(engine::InitiativeId id, std::size_t cost);

  LedgerRows& rows_;
  LedgerFigures& figures_;
  const engine::Model& model_;
  std::map<engine::InitiativeId, Timing> timings_;
  std::vector<BenefitRows> benefits_;
  std::vector<CostRows> costs_;
  std::vector<RowId> depreciation_;
};

}  // namespace wayworth::reports
