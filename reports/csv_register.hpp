#pragma once

#include "engine/results/results.hpp"
#include "reports/csv.hpp"

namespace wayworth::reports {

/// What the figures rest on and further tables, one a file: drivers.csv, inputs.csv, segments.csv, phases.csv and
/// npv_percentiles.csv.
std::vector<CsvFile> register_csv(const engine::Model& model, const engine::Findings& findings);

/// trials.csv: for every trial the main measures of each option's programme.
CsvFile trials_csv(const engine::Model& model, const engine::Results& results);

}  // namespace wayworth::reports
