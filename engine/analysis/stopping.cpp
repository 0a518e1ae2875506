#include "engine/analysis/stopping.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

namespace {

Precision usual_precision(const Summary& npv) {
  const double sd = npv.standard_deviation.value_or(0.0);
  const double mean = npv.mean ? std::abs(npv.mean->value) : 0.0;
  return {0.01 * std::max(mean, sd), 0.02 * sd, 0.02 * sd, 0.01};
}

/// One of summary_probabilities.
std::optional<Estimate> quantile_of(const Summary& npv, double probability) {
  if (!npv.quantiles) return std::nullopt;
  const auto found = std::find(summary_probabilities.begin(), summary_probabilities.end(), probability);
  return (*npv.quantiles)[static_cast<std::size_t>(found - summary_probabilities.begin())];
}

void look(const std::optional<double>& wanted, const std::optional<Estimate>& found, const std::string& name,
          std::vector<std::string>& open) {
  const bool is_met = found && stopping_width * found->standard_error <= wanted.value_or(0.0);
  if (wanted && !is_met && std::find(open.begin(), open.end(), name) == open.end()) open.push_back(name);
}

void look(const Precision& wanted, const Summary& npv, std::vector<std::string>& open) {
  look(wanted.mean, npv.mean, "mean", open);
  look(wanted.p10, quantile_of(npv, 0.1), "p10", open);
  look(wanted.p90, quantile_of(npv, 0.9), "p90", open);
  look(wanted.probability_of_loss, npv.probability_of_loss, "loss", open);
}

bool is_chance(double difference, double standard_error) {
  return std::abs(difference) <= stopping_width * standard_error;
}

/// Whether each pair of options has the order of before, or one that chance could have put either way.
bool options_are_stable(const Findings& now, const Findings& before) {
  for (std::size_t i = 0; i < now.comparisons.size(); ++i) {
    const Estimate& gain = now.comparisons[i].mean_gain_of_first;
    const double gain_before = before.comparisons[i].mean_gain_of_first.value;
    if ((gain.value > 0.0) != (gain_before > 0.0) && !is_chance(gain.value, gain.standard_error)) return false;
  }
  // Doing nothing is an option too.
  for (std::size_t i = 0; i < now.options.size(); ++i) {
    const auto& mean = now.options[i][Measure::npv].mean;
    const auto& mean_before = before.options[i][Measure::npv].mean;
    if (!mean || !mean_before) return false;
    if ((mean->value > 0.0) != (mean_before->value > 0.0) && !is_chance(mean->value, mean->standard_error)) {
      return false;
    }
  }
  return true;
}

std::size_t place_of(InitiativeId initiative, const std::vector<RankedInitiative>& ranking) {
  const auto found = std::find_if(ranking.begin(), ranking.end(),
                                  [&](const RankedInitiative& one) { return one.initiative == initiative; });
  return static_cast<std::size_t>(found - ranking.begin());
}

bool ranking_is_stable(const std::vector<RankedInitiative>& now, const std::vector<RankedInitiative>& before) {
  for (std::size_t i = 0; i < now.size(); ++i) {
    for (std::size_t k = i + 1; k < now.size(); ++k) {
      const bool swapped = place_of(now[i].initiative, before) > place_of(now[k].initiative, before);
      const double error = std::hypot(now[i].value.standard_error, now[k].value.standard_error);
      if (swapped && !is_chance(now[i].value.value - now[k].value.value, error)) return false;
    }
  }
  return true;
}

/// Whether the best option is clearly the best, or as good as another one: within a thousandth.
bool best_is_clear(const Findings& now) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < now.options.size(); ++i) {
    if (now.options[i][Measure::npv].mean->value > now.options[best][Measure::npv].mean->value) best = i;
  }
  const double negligible = 0.001 * std::abs(now.options[best][Measure::npv].mean->value);
  return std::all_of(now.comparisons.begin(), now.comparisons.end(), [&](const OptionComparison& pair) {
    if (pair.first != best && pair.second != best) return true;
    const Estimate& gain = pair.mean_gain_of_first;
    return !is_chance(gain.value, gain.standard_error) || stopping_width * gain.standard_error <= negligible;
  });
}

}  // namespace

std::vector<std::string> still_open(const StoppingRule& rule, const Findings& now, const Findings* before) {
  std::vector<std::string> open;
  const Summary& npv = now.options.front()[Measure::npv];
  look(rule.precision, npv, open);
  if (rule.has_usual_precision) look(usual_precision(npv), npv, open);
  if (!rule.decision_is_stable) return open;
  const bool is_stable = before != nullptr && options_are_stable(now, *before) && best_is_clear(now) &&
                         ranking_is_stable(now.by_npv, before->by_npv);
  if (!is_stable) open.emplace_back("stable");
  return open;
}

}  // namespace wayworth::engine
