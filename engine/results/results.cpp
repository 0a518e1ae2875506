#include "engine/results/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

std::string describe(const Subject& subject) {
  if (!subject.initiative) return fmt::format("the programme of option {}", subject.option);
  return fmt::format("initiative {} (scope {}) of option {}", index_of(*subject.initiative), key_of(subject.scope),
                     subject.option);
}

}  // namespace

const TrialColumn& Results::find(const Subject& subject, Measure measure) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const TrialColumn& column) {
    return column.measure == measure && column.subject == subject;
  });
  if (found == columns.end()) {
    throw std::out_of_range(fmt::format("no column {} of {}", traits_of(measure).key, describe(subject)));
  }
  return *found;
}

std::span<const double> Results::column(const Subject& subject, Measure measure) const {
  return find(subject, measure).values;
}

Summary Results::summary(const Subject& subject, Measure measure) const {
  const TrialColumn& column = find(subject, measure);
  return column.totals ? summarise(*column.totals) : summarise(column.values, manifest.replicates);
}

Estimate Results::mean(const Subject& subject, Measure measure) const {
  const TrialColumn& column = find(subject, measure);
  return column.totals ? mean_estimate(*column.totals) : mean_estimate(column.values, manifest.replicates);
}

const FlowSeries& Results::flow(const Subject& subject, FlowLine line) const {
  const auto found = std::find_if(flows.begin(), flows.end(), [&](const FlowSeries& series) {
    return series.line == line && series.subject == subject;
  });
  if (found == flows.end()) {
    throw std::out_of_range(fmt::format("no cash flow line {} of {}", key_of(line), describe(subject)));
  }
  return *found;
}

}  // namespace wayworth::engine
