#pragma once

#include <vector>

#include "reports/csv.hpp"
#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// What the NPV hangs on, as tables: sensitivity.csv, break_evens.csv, headroom.csv, value_of_information.csv and
/// decisions.csv; of an analysis of sensitivity also tornado.csv, spider.csv, flips.csv, worst_trials.csv,
/// convergence.csv and, where they were asked for, two_way.csv and variance_shares.csv. None without either.
std::vector<CsvFile> sensitivity_csv(const engine::Model& model, const ReportExtras& extras);

}  // namespace wayworth::reports
