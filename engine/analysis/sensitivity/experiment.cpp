#include "engine/analysis/sensitivity/experiment.hpp"

#include "engine/plan/compile.hpp"

namespace wayworth::engine {

namespace {

std::vector<OutputRequest> npv_of(const std::vector<Subject>& subjects) {
  std::vector<OutputRequest> requests;
  for (const Subject& subject : subjects) requests.push_back({subject, Measure::npv});
  return requests;
}

}  // namespace

Experiment::Experiment(const Model& model, const std::vector<Subject>& asked, const RunSettings& settings)
    : plan_(compile_only(model, npv_of(asked))),
      replicates_(replicates_for(settings.sampling, settings.trials).count),
      simulator_(plan_, settings) {}

Results Experiment::run_unchanged() {
  return simulator_.run_keeping_inputs();
}

std::vector<double> Experiment::run(const InputChanges& changes) {
  return std::move(simulator_.run(changes).columns.front().values);
}

}  // namespace wayworth::engine
