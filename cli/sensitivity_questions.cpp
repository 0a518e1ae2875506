#include "cli/sensitivity_questions.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/failure.hpp"
#include "cli/find_input.hpp"
#include "cli/solve_target.hpp"
#include "engine/analysis/sensitivity/input_kind.hpp"

namespace wayworth::cli {

namespace {

constexpr double most_observations = 1e9;
constexpr const char* pilot_form =
    "must be a figure and how many observations, such as drivers.share=500, or drivers.calls=20,sd=150 with the "
    "standard deviation of one";

std::optional<double> observation_sd(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (!text.starts_with("sd=")) throw UsageError(fmt::format("--pilot: '{}' {}", text, pilot_form));
  const double sd = constant_in("--pilot", text.substr(3)).value;
  if (!(sd > 0.0)) throw UsageError("--pilot: sd must be above 0");
  return sd;
}

}  // namespace

std::pair<engine::InputId, engine::InputId> table_asked_for(const std::string& text, const engine::Model& model) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos) {
    throw UsageError(
        fmt::format("--table: '{}' must be two uncertain figures, such as drivers.calls,drivers.margin", text));
  }
  const engine::InputId rows = find_input("--table", text.substr(0, comma), model);
  const engine::InputId columns = find_input("--table", text.substr(comma + 1), model);
  if (rows == columns) throw UsageError(fmt::format("--table: '{}' names one figure twice", text));
  return {rows, columns};
}

engine::BreakEvenTarget target_asked_for(const std::string& text, const engine::Model& model) {
  const SolveTarget target = solve_target(text, model);
  const engine::Measure measure = target.output.measure;
  const bool is_npv = measure == engine::Measure::npv || measure == engine::Measure::cash_npv;
  if (target.output.subject.initiative || !is_npv) {
    throw UsageError(
        fmt::format("--target: '{}' must be about npv, cash_npv or probability_of_loss of the programme; "
                    "`wayworth solve` takes any output",
                    text));
  }
  if (target.statistic != Statistic::probability_of_loss) {
    const bool is_mean = target.statistic == Statistic::mean;
    return {measure, is_mean ? std::nullopt : std::optional(target.probability), target.value};
  }
  if (!(target.value > 0.0 && target.value < 1.0)) {
    throw UsageError(fmt::format("--target: '{}' must be a chance above 0 % and below 100 %, such as 10%", text));
  }
  return {measure, target.value, 0.0};
}

engine::Pilot pilot_asked_for(const std::string& text, const engine::Model& model) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) throw UsageError(fmt::format("--pilot: '{}' {}", text, pilot_form));
  const std::size_t comma = text.find(',', equals);
  const std::string count = text.substr(equals + 1, comma == std::string::npos ? comma : comma - equals - 1);
  engine::Pilot pilot{find_input("--pilot", text.substr(0, equals), model), constant_in("--pilot", count).value,
                      observation_sd(comma == std::string::npos ? "" : text.substr(comma + 1))};
  const bool is_count = std::floor(pilot.observations) == pilot.observations && pilot.observations >= 1.0;
  if (!is_count || pilot.observations > most_observations) {
    throw UsageError(fmt::format("--pilot: '{}' must be a whole number of observations from 1 to 1 billion", count));
  }
  const engine::Input& input = model.inputs[index_of(pilot.input)];
  if (engine::is_chance_event(input.path)) {
    throw UsageError(
        fmt::format("--pilot: {} is decided by chance after the choice; nobody can measure it before it", input.path));
  }
  if (!pilot.observation_sd && !engine::can_be_counted(input.distribution)) {
    throw UsageError(
        fmt::format("--pilot: {} is no share that observations could count; say the standard deviation of "
                    "one observation: {},sd=...",
                    input.path, text));
  }
  return pilot;
}

}  // namespace wayworth::cli
