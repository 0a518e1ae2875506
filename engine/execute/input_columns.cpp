#include "engine/execute/input_columns.hpp"

#include <algorithm>

#include "engine/plan/compile.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t chunk = 1024;  // trials whose scores are kept together

}  // namespace

InputColumns::InputColumns(const Model& model, const DrawSettings& settings)
    : draws_(plan_inputs(model), plan_correlations(model), settings) {}

void InputColumns::fill(InputId input, std::uint64_t first_trial, std::span<double> values) {
  for (std::size_t done = 0; done < values.size(); done += chunk) {
    const std::size_t count = std::min(chunk, values.size() - done);
    draws_.fill(index_of(input), first_trial + done, values.subspan(done, count), scores_);
  }
}

std::vector<std::vector<double>> InputColumns::columns(std::span<const InputId> inputs, std::uint64_t first_trial,
                                                       std::size_t trials) {
  std::vector<std::vector<double>> result(inputs.size(), std::vector<double>(trials));
  for (std::size_t done = 0; done < trials; done += chunk) {
    const std::size_t count = std::min(chunk, trials - done);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      draws_.fill(index_of(inputs[i]), first_trial + done, std::span(result[i]).subspan(done, count), scores_);
    }
  }
  return result;
}

}  // namespace wayworth::engine
