#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/finance/discount.hpp"
#include "engine/lint/rule_groups.hpp"
#include "engine/lint/stakes.hpp"

namespace wayworth::engine {

namespace {

constexpr double least_trials_in_tail = 50.0;

/// The NPV of the first option's programme with every input at its median. What either holds or does not, such as the
/// success of an initiative, counts with its chance: half of it is no middle.
double npv_of_middle_figures(const Model& model) {
  std::vector<double> inputs = point_inputs(model, Point::median);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Distribution& distribution = model.inputs[i].distribution;
    if (std::holds_alternative<Bernoulli>(distribution)) inputs[i] = mean(distribution);
  }
  return evaluate_subject(model, inputs, {})[Measure::npv];
}

void find_flaw_of_averages(const LintCase& looked_at, std::vector<Warning>& found) {
  const std::optional<Estimate> mean = programme_mean(looked_at, Measure::npv);
  if (looked_at.findings->manifest.point || !mean) return;
  const double of_middle = npv_of_middle_figures(looked_at.model);
  const double difference = mean->value - of_middle;
  if (!std::isfinite(difference)) return;
  if (std::abs(difference) <= 2.0 * mean->standard_error) return;
  if (std::abs(difference) <= 0.05 * std::abs(mean->value)) return;
  found.push_back({"", "",
                   fmt::format("with middle figures throughout the programme is worth {}; on average it is worth {}",
                               short_figure(of_middle), short_figure(mean->value)),
                   "", Estimate{difference, mean->standard_error}});
}

void find_clamps(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const ClampCount& clamp : looked_at.findings->clamps) {
    if (clamp.share_of_trial_steps <= 0.01) continue;
    found.push_back({"", "drivers." + looked_at.model.drivers[index_of(clamp.driver)].key,
                     fmt::format("its `min` or `max` holds it in {} of all trials and steps",
                                 percent_text(clamp.share_of_trial_steps)),
                     ""});
  }
}

/// The part of the present value of an initiative's benefits that falls into the last twelve months.
std::optional<double> last_year_share(const LintCase& looked_at, const Figures& figures) {
  const std::optional<Estimate>& benefits = figures[Measure::pv_benefits].mean;
  const std::optional<Estimate>& revenue = figures[Measure::revenue_per_year].mean;
  const std::optional<Estimate>& savings = figures[Measure::savings_per_year].mean;
  if (!benefits || !revenue || !savings || benefits->value <= 0.0) return std::nullopt;
  const Timeline& time = looked_at.model.time;
  const double middle = static_cast<double>(time.steps) / time.steps_per_year - 0.5;
  const double factor = discount_factor(looked_at.model.discounting.rates, middle);
  return (revenue->value + savings->value) * factor / benefits->value;
}

void find_late_benefits(const LintCase& looked_at, std::vector<Warning>& found) {
  const Timeline& time = looked_at.model.time;
  const double years = static_cast<double>(time.steps) / time.steps_per_year;
  if (years <= 2.0) return;
  const double limit = 2.0 / years;
  for (const InitiativeFindings& one : looked_at.findings->initiatives) {
    const std::optional<double> share = last_year_share(looked_at, one.alone);
    if (!share || *share <= limit || !looked_at.probe.has_a_full_year(one.initiative)) continue;  // W-SHORT says it
    found.push_back(
        {"", "initiatives." + get(looked_at.model, one.initiative).key,
         fmt::format("has {} of its benefits in the last year of the case", percent_text(std::min(*share, 1.0))), "",
         npv_alone(looked_at, one.initiative)});
  }
}

void find_overlap(const LintCase& looked_at, std::vector<Warning>& found) {
  const Bridge& bridge = looked_at.findings->bridge;
  const double sum = std::abs(bridge.sum_alone.value);
  if (sum == 0.0 || std::abs(bridge.overlap.value) <= 0.2 * sum) return;
  found.push_back({"", "initiatives",
                   fmt::format("together they are worth {}, the sum of each on its own is {}",
                               short_figure(bridge.programme.value), short_figure(bridge.sum_alone.value)),
                   "", bridge.overlap});
}

void find_soft_benefits(const LintCase& looked_at, std::vector<Warning>& found) {
  const std::optional<Estimate> npv = programme_mean(looked_at, Measure::npv);
  const std::optional<Estimate> cash = programme_mean(looked_at, Measure::cash_npv);
  const std::optional<Estimate> benefits = programme_mean(looked_at, Measure::pv_benefits);
  if (!npv || !cash || !benefits || benefits->value <= 0.0) return;
  const std::optional<Estimate> later = programme_mean(looked_at, Measure::pv_terminal_value);
  const double all = benefits->value + (later ? later->value : 0.0);
  const double soft = npv->value - cash->value;
  if (soft <= 0.5 * all) return;
  found.push_back({"", "",
                   fmt::format("{} of the benefits leave no budget: of an NPV of {}, {} is cash",
                               percent_text(soft / all), short_figure(npv->value), short_figure(cash->value)),
                   "", Estimate{soft, std::hypot(npv->standard_error, cash->standard_error)}});
}

void find_terminal_value(const LintCase& looked_at, std::vector<Warning>& found) {
  const std::optional<Estimate> npv = programme_mean(looked_at, Measure::npv);
  const std::optional<Estimate> after = programme_mean(looked_at, Measure::pv_terminal_value);
  if (!npv || !after || after->value <= 0.5 * std::abs(npv->value)) return;
  found.push_back(
      {"", "finance",
       fmt::format("of an NPV of {}, {} lies behind the horizon", short_figure(npv->value), short_figure(after->value)),
       "", after});
}

void find_thin_tails(const LintCase& looked_at, std::vector<Warning>& found) {
  const Manifest& manifest = looked_at.findings->manifest;
  const double in_tail = summary_tail * static_cast<double>(manifest.trials);
  if (manifest.point || in_tail >= least_trials_in_tail) return;
  found.push_back({"", "simulation.trials",
                   fmt::format("P5, P95 and the mean of the worst {} rest on {:.0f} trials each",
                               percent_text(summary_tail), in_tail),
                   ""});
}

constexpr std::array<LintRule, 7> rules = {{
    {"W-FLAW", "The average case is not the average",
     "A case computed with middle figures differs from the mean of all futures: plans that quote it promise another "
     "sum.",
     "quote the mean", LintRule::Needs::run, find_flaw_of_averages},
    {"W-CLAMP", "A limit holds", "A figure that was typed is then not the figure that was used.",
     "check the effects on it, or the limit", LintRule::Needs::run, find_clamps},
    {"W-HORIZON", "Benefits at the very end",
     "What comes in the last year hangs on the horizon more than on the initiative.",
     "look at a longer `time.horizon`, or start it earlier", LintRule::Needs::run, find_late_benefits},
    {"W-OVERLAP", "Initiatives after the same money",
     "Adding up what each is worth on its own promises money that is there only once.",
     "quote the programme, never the sum of its parts", LintRule::Needs::run, find_overlap},
    {"W-SOFT", "More than half is not cash",
     "A budget pays for the initiatives, and most of what they bring does not come back into it.",
     "show both NPVs, and agree with finance what `cashable` is", LintRule::Needs::run, find_soft_benefits},
    {"W-TVSHARE", "Worth it only after the horizon", "The years that nobody planned carry the case.",
     "make the horizon longer, or leave the terminal value out", LintRule::Needs::run, find_terminal_value},
    {"W-TAILN", "Too few trials for the tails", "Percentiles at the ends then move with the seed.",
     "run with `--trials 1000` at least", LintRule::Needs::run, find_thin_tails},
}};

}  // namespace

std::span<const LintRule> result_rules() {
  return rules;
}

}  // namespace wayworth::engine
