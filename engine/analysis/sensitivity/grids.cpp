#include "engine/analysis/sensitivity/grids.hpp"

#include <algorithm>
#include <span>

#include "engine/execute/in_parallel.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

/// The input's values at the percentiles, ascending and each once; both sides of a coin, every world.
std::vector<double> values_of(const PlanInput& input, std::span<const double> percentiles) {
  const Distribution& distribution = input.distribution;
  if (std::holds_alternative<Bernoulli>(distribution)) return {0.0, 1.0};
  std::vector<double> values;
  if (input.path == worlds_path) {
    for (double world = 0.0; world <= maximum(distribution); world += 1.0) values.push_back(world);
    return values;
  }
  for (const double p : percentiles) values.push_back(quantile(distribution, p));
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

Estimate mean_with(Experiment& experiment, const InputChanges& changes) {
  return mean_estimate(experiment.run(changes), experiment.replicates());
}

}  // namespace

std::vector<SpiderLine> spider(Experiment& experiment, const std::vector<InputId>& inputs, std::size_t threads) {
  std::vector<SpiderLine> lines(inputs.size());
  in_parallel(inputs.size(), threads, [&](std::size_t i) {
    lines[i] = {inputs[i], values_of(experiment.input(inputs[i]), spider_percentiles), {}};
    for (const double value : lines[i].values) {
      lines[i].means.push_back(mean_with(experiment, {.fixed = {{inputs[i], value}}}));
    }
  });
  return lines;
}

TwoWayTable two_way_table(Experiment& experiment, InputId rows, InputId columns, std::size_t threads) {
  TwoWayTable table{rows,
                    columns,
                    values_of(experiment.input(rows), table_percentiles),
                    values_of(experiment.input(columns), table_percentiles),
                    {}};
  table.means.assign(table.row_values.size(), std::vector<Estimate>(table.column_values.size()));
  in_parallel(table.row_values.size(), threads, [&](std::size_t row) {
    for (std::size_t column = 0; column < table.column_values.size(); ++column) {
      table.means[row][column] =
          mean_with(experiment, {.fixed = {{rows, table.row_values[row]}, {columns, table.column_values[column]}}});
    }
  });
  return table;
}

}  // namespace wayworth::engine
