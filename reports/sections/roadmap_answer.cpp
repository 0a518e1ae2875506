#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Measure;
using engine::Model;
using engine::RoadmapGoal;

std::string goal_words(const Model& model) {
  const RoadmapGoal& goal = model.limits.goal;
  switch (goal.kind) {
    case RoadmapGoal::Kind::mean:
      return "mean NPV";
    case RoadmapGoal::Kind::p10:
      return "P10 of NPV";
    case RoadmapGoal::Kind::cvar10:
      return "mean of the worst tenth of NPV";
    case RoadmapGoal::Kind::probability_above:
      return fmt::format("chance that NPV exceeds {} {}", model.currency, compact_money(goal.target, 0.0));
  }
  return "";
}

std::string goal_figure(const Model& model, const engine::Estimate& estimate, std::uint64_t trials) {
  if (model.limits.goal.kind == RoadmapGoal::Kind::probability_above) return percent(estimate.value, trials);
  return fmt::format("{} {}", model.currency, compact_money_with_error(estimate.value, estimate.standard_error));
}

/// How the roadmap was found, and what the bounds are bounds on.
std::string search_words(const Model& model, const RoadmapStory& story) {
  const engine::OptimisedRoadmap& found = story.found;
  const auto money = [&](double amount) { return fmt::format("{} {}", model.currency, compact_money(amount, 0.0)); };
  std::string text = fmt::format(
      "Found by an integer programme on {} trials, then by local search on the simulated {} of the same trials. ",
      story.search_trials, goal_words(model));
  if (!found.programme.is_feasible) {
    text += "The integer programme found no plan that keeps the limits; the search began elsewhere. ";
  } else if (found.programme.is_optimal) {
    text += fmt::format(
        "In the programme, which adds up simulated values of single initiatives and pairs, the best plan is worth {} "
        "(proven) and this roadmap {}. ",
        money(found.programme.value), money(found.best_added_up));
  } else {
    text += fmt::format(
        "In the programme, which adds up simulated values of single initiatives and pairs, no plan is worth more than "
        "{}, the best found {}, this roadmap {}. ",
        money(found.programme.bound), money(found.programme.value), money(found.best_added_up));
    text += found.programme.time_ran_out ? "Time stopped it: another run may end elsewhere. " : "";
  }
  if (found.bound_without_overlap) {
    text += fmt::format(
        "As no two initiatives are worth more together than apart, no roadmap has a greater mean NPV than {}, if that "
        "holds for groups of more.",
        money(*found.bound_without_overlap));
  } else {
    text += "That bounds the programme only: how far the simulated optimum may lie above is not known.";
  }
  return text;
}

/// How far samples may have misled the programme.
std::string gap_words(const Model& model, const engine::SamplingGap& found) {
  const auto money = [&](double amount, double error) {
    return fmt::format("{} {}", model.currency, compact_money(amount, error));
  };
  const double error = found.best.standard_error + found.candidate.standard_error;
  return fmt::format(
      " On {} other sets of draws, each solved anew, the best plans of the programme are worth {} on average and this "
      "roadmap {}: with 95 % confidence no plan is worth more than {} more in the programme.",
      engine::gap_samples, money(found.best.value, error), money(found.candidate.value, error),
      money(std::max(0.0, found.gap_at_most), 0.0));
}

}  // namespace

Blocks roadmap_answer(const Model& model, const RoadmapStory& story) {
  const Cells cells(story.findings.manifest);
  const engine::Schedule& schedule = story.found.best.schedule;
  const auto members =
      std::count_if(schedule.begin(), schedule.end(), [](const auto& start) { return start.has_value(); });
  Blocks blocks = {Heading{"Roadmap"}};
  if (members == 0) {
    blocks.push_back(Answer{"Nothing is worth starting: no roadmap that keeps the limits is better than none."});
    return blocks;
  }
  blocks.push_back(Answer{fmt::format("Start {} of {} initiatives. {}", members, schedule.size(),
                                      worth_sentence("The programme", model, story.findings.options.front(), cells))});
  if (model.limits.goal.kind != RoadmapGoal::Kind::mean) {
    blocks.push_back(Paragraph{fmt::format("Chosen for the greatest {}: {}.", goal_words(model),
                                           goal_figure(model, story.goal, story.findings.manifest.trials))});
  }
  if (story.probability_of_funding) {
    const auto& rule = *model.limits.self_funding;
    blocks.push_back(Paragraph{fmt::format(
        "Cumulative cash stays at {} {} or above in {}; the rule asks for {:.3g} of 100.", model.currency,
        compact_money(rule.floor, 0.0), of_100_futures(*story.probability_of_funding, story.findings.manifest.trials),
        100.0 * rule.probability)});
  }
  return blocks;
}

Blocks roadmap_search(const Model& model, const RoadmapStory& story) {
  return {Heading{"How it was found"},
          Paragraph{search_words(model, story) + (story.sampling_gap ? gap_words(model, *story.sampling_gap) : "")}};
}

}  // namespace wayworth::reports
