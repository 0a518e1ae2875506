#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

struct CsvFile {
  std::string name;  ///< without directory
  std::string content;
};

/// The findings as tables with all digits: figures.csv, ranking.csv, cashflow_by_step.csv, cashflow_by_year.csv,
/// options.csv and comparisons.csv. Costs are positive; net = revenue + savings - costs. In cashflow_by_step.csv the
/// sum of net times discount_factor is the mean NPV.
std::vector<CsvFile> to_csv(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
