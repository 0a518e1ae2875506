#include "engine/analysis/sensitivity/experiment.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace wayworth::engine {

namespace {

constexpr std::uint64_t most_kept_draws = 1U << 25U;  ///< 256 MB; beyond, they are drawn anew for each run

std::vector<OutputRequest> npv_of(const std::vector<Subject>& subjects) {
  std::vector<OutputRequest> requests;
  for (const Subject& subject : subjects) requests.push_back({subject, Measure::npv});
  return requests;
}

/// Runs on several threads tell their progress one at a time.
RunSettings with_guarded_progress(RunSettings settings) {
  if (!settings.progress) return settings;
  settings.progress = [report = settings.progress, mutex = std::make_shared<std::mutex>()](double share) {
    const std::scoped_lock lock(*mutex);
    return report(share);
  };
  return settings;
}

}  // namespace

Experiment::Experiment(const Model& model, const std::vector<Subject>& asked, const RunSettings& settings)
    : Experiment(model, npv_of(asked), settings) {}

Experiment::Experiment(const Model& model, const std::vector<OutputRequest>& asked, const RunSettings& settings)
    : asked_(asked),
      plan_(compile_only(model, asked)),
      trials_(replicates_for(settings.sampling, settings.trials).trials()),
      replicates_(replicates_for(settings.sampling, settings.trials).count),
      simulator_(plan_, with_guarded_progress(settings)) {
  if (trials_ * plan_.inputs.size() <= most_kept_draws) simulator_.keep_draws();
}

const PlanInput& Experiment::input(InputId id) const {
  const auto found =
      std::find_if(plan_.inputs.begin(), plan_.inputs.end(), [&](const PlanInput& one) { return one.id == id; });
  if (found == plan_.inputs.end()) throw std::out_of_range("the experiment does not depend on this input");
  return *found;
}

std::vector<std::vector<InputId>> Experiment::correlated() const {
  std::vector<std::vector<InputId>> groups;
  for (const PlanCorrelation& correlation : plan_.correlations) {
    std::vector<InputId>& group = groups.emplace_back();
    for (const std::uint32_t place : correlation.inputs) group.push_back(plan_.inputs[place].id);
  }
  return groups;
}

Results Experiment::run_unchanged() {
  return simulator_.run_keeping_inputs();
}

std::vector<std::vector<double>> Experiment::run_all(const InputChanges& changes) {
  const Results results = simulator_.run(changes);
  std::vector<std::vector<double>> columns;
  for (const auto& [subject, measure] : asked_) {
    const std::span<const double> column = results.column(subject, measure);
    columns.emplace_back(column.begin(), column.end());
  }
  return columns;
}

std::vector<double> Experiment::run(const InputChanges& changes) {
  return std::move(simulator_.run(changes).columns.front().values);
}

}  // namespace wayworth::engine
