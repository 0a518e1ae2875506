#pragma once

#include <array>
#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// The mean of the output along one input, all others drawn as ever: one line of a spider chart.
struct SpiderLine {
  InputId input{};
  std::vector<double> values;   ///< of the input, at spider_percentiles; a coin has its two sides
  std::vector<Estimate> means;  ///< of the output there
};
inline constexpr std::array spider_percentiles = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

std::vector<SpiderLine> spider(Experiment& experiment, const std::vector<InputId>& inputs, std::size_t threads);

/// The mean of the output for pairs of values of two inputs, all others drawn as ever.
struct TwoWayTable {
  InputId rows{};
  InputId columns{};
  std::vector<double> row_values;  ///< at table_percentiles, each value once; both sides of a coin, every world
  std::vector<double> column_values;
  std::vector<std::vector<Estimate>> means;  ///< by row, by column
};
inline constexpr std::array table_percentiles = {0.05, 0.25, 0.5, 0.75, 0.95};

TwoWayTable two_way_table(Experiment& experiment, InputId rows, InputId columns, std::size_t threads);

}  // namespace wayworth::engine
