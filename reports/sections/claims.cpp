#include "reports/sections/claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/knowledge.hpp"
#include "reports/sections/limit_words.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

std::string money(const Model& model, const Estimate& estimate) {
  return model.currency + " " + compact_money(estimate.value, estimate.standard_error);
}

double mean_npv(const Figures& figures) {
  const auto& mean = figures[Measure::npv].mean;
  return mean ? mean->value : -HUGE_VAL;
}

/// The options, the one with the greatest mean NPV first.
std::vector<std::size_t> by_mean(const Findings& findings) {
  std::vector<std::size_t> order(findings.options.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return mean_npv(findings.options[a]) > mean_npv(findings.options[b]);
  });
  return order;
}

/// How often the first of two options is the better one.
double how_often(const Findings& findings, std::size_t first, std::size_t second) {
  for (const engine::OptionComparison& pair : findings.comparisons) {
    if (pair.first == first && pair.second == second) return pair.probability_first_is_better.value;
    if (pair.first == second && pair.second == first) return 1.0 - pair.probability_first_is_better.value;
  }
  return 0.5;
}

/// "beats “B” in 53 of 100 futures, close to a toss-up"
std::string beats(const Model& model, const Findings& findings, std::size_t best, std::size_t other) {
  constexpr double toss_up = 0.6;
  const double share = how_often(findings, best, other);
  return fmt::format("beats {} in {}{}", in_quotes(model.options[other].name),
                     of_100_futures(share, findings.manifest.trials), share < toss_up ? " (close to a toss-up)" : "");
}

std::string one_option(const Model& model, const Findings& findings) {
  const Figures& figures = findings.options.front();
  const Cells cells(findings.manifest);
  const bool gains = mean_npv(figures) >= 0.0;
  if (findings.manifest.point) {
    return fmt::format("The programme is {}worth it: NPV {} {} with every input at its {}.", gains ? "" : "not ",
                       model.currency, in_words(cells.mean(Measure::npv, figures)), name_of(*findings.manifest.point));
  }
  if (model.inputs.empty()) {
    return fmt::format("The programme is {}worth it: NPV {} {}, with nothing uncertain.", gains ? "" : "not ",
                       model.currency, in_words(cells.mean(Measure::npv, figures)));
  }
  const auto& loss = figures[Measure::npv].probability_of_loss;
  return fmt::format("The programme is {}worth it on average: NPV {} {} (P10 {}, P90 {}), with a loss in {}.",
                     gains ? "" : "not ", model.currency, in_words(cells.mean(Measure::npv, figures)),
                     in_words(cells.quantile(Measure::npv, figures, 0.1)),
                     in_words(cells.quantile(Measure::npv, figures, 0.9)),
                     of_100_futures(loss ? loss->value : 0.0, figures[Measure::npv].count));
}

/// \param order  of two options or more, the best first
std::string choice(const Model& model, const Findings& findings, const std::vector<std::size_t>& order) {
  const std::size_t best = order[0];
  const std::size_t other = order[1];
  const std::string& name = model.options[best].name;
  const Estimate npv = findings.options[best][Measure::npv].mean.value();
  if (npv.value < 0.0) {
    return fmt::format("No option is worth it on average. The least bad one, {}, comes to an NPV of {}.",
                       in_quotes(name), money(model, npv));
  }
  const std::string costs = cost_difference(model, findings.options[best], findings.options[other]);
  if (findings.manifest.point) {
    return fmt::format("Choose {}: it is worth {}{} compared with {}.", in_quotes(name), money(model, npv), costs,
                       in_quotes(model.options[other].name));
  }
  return fmt::format("Choose {}: worth {} on average (NPV), it {}{}.", in_quotes(name), money(model, npv),
                     beats(model, findings, best, other), costs);
}

/// " It breaks 2 limits; “B” keeps them all."
/// \param order  of the options, the best first
std::string remark_on_limits(const Model& model, const std::vector<std::size_t>& order,
                             const engine::BrokenLimits& limits) {
  if (limits.empty() || limits[order.front()].empty()) return "";
  const auto keeps =
      std::find_if(order.begin(), order.end(), [&](std::size_t option) { return limits[option].empty(); });
  const std::string other =
      keeps == order.end() ? "" : "; " + in_quotes(model.options[*keeps].name) + " keeps them all";
  return fmt::format(" It {}{}.", how_many_broken(limits[order.front()]), other);
}

}  // namespace

std::size_t best_on_average(const Findings& findings) {
  return by_mean(findings).front();
}

std::string lead(const Model& model, const Findings& findings, const engine::BrokenLimits& limits) {
  if (findings.options.size() < 2) return one_option(model, findings) + remark_on_limits(model, {0}, limits);
  const std::vector<std::size_t> order = by_mean(findings);
  return choice(model, findings, order) + remark_on_limits(model, order, limits);
}

std::string glance_claim(const Model& model, const Findings& findings) {
  const engine::RankedInitiative& best = findings.by_npv.front();
  const std::string& name = name_of(model, best.initiative);
  if (findings.by_npv.size() == 1) return fmt::format("{} is worth {}", name, money(model, best.value));
  if (findings.manifest.point) return fmt::format("{} is worth most: {}", name, money(model, best.value));
  return fmt::format("{} is worth most: {}, and first in {}", name, money(model, best.value),
                     of_100_futures(best.placed[0].value, findings.manifest.trials));
}

std::string options_claim(const Model& model, const Findings& findings) {
  const std::vector<std::size_t> order = by_mean(findings);
  if (findings.manifest.point) return in_quotes(model.options[order[0]].name) + " is worth most";
  return in_quotes(model.options[order[0]].name) + " " + beats(model, findings, order[0], order[1]);
}

std::string worlds_claim(const Model& model, const Findings& findings) {
  const auto mean_of = [](const engine::WorldFindings& world) {
    const bool is_known = !world.npv.empty() && world.npv.front().mean;
    return is_known ? world.npv.front().mean->value : NAN;
  };
  const engine::WorldFindings* worst = nullptr;
  const engine::WorldFindings* best = nullptr;
  for (const engine::WorldFindings& world : findings.worlds) {
    if (std::isnan(mean_of(world))) continue;
    if (worst == nullptr || mean_of(world) < mean_of(*worst)) worst = &world;
    if (best == nullptr || mean_of(world) > mean_of(*best)) best = &world;
  }
  if (worst == nullptr) return "World by world";
  const auto value_in = [&](const engine::WorldFindings& world) {
    return fmt::format("{} in {}", money(model, *world.npv.front().mean),
                       in_quotes(model.worlds->list[world.world].name));
  };
  return fmt::format("The programme is worth from {} to {}", value_in(*worst), value_in(*best));
}

namespace {

/// "“As requested”: " where there are several options.
std::string subject(const Model& model) {
  return model.options.size() < 2 ? "" : in_quotes(model.options.front().name) + ": ";
}

/// The same as the subject of a sentence.
std::string first_option(const Model& model) {
  return model.options.size() < 2 ? "It" : in_quotes(model.options.front().name);
}

}  // namespace

std::string first_option_note(const Model& model) {
  return fmt::format(
      "From here on the report is of {}, the first option of the scenario, though another one is worth more. Charts "
      "that "
      "have an option follow the first one that is picked at the top.",
      in_quotes(model.options.front().name));
}

std::string roadmap_claim(const Model& model, const Findings& findings) {
  const std::size_t count = findings.initiatives.size();
  const std::string what = subject(model) + fmt::format("{} initiative{}", count, count == 1 ? "" : "s");
  double least = 2.0;
  for (const engine::PhaseFindings& phase : findings.phases) {
    if (phase.probability_within_budget) least = std::min(least, phase.probability_within_budget->value);
  }
  if (least <= 1.0 && !findings.manifest.point) {
    if (least < 0.5) {
      return fmt::format("{} in {} phases; a budget is broken in {}", what, findings.phases.size(),
                         of_100_futures(1.0 - least, findings.manifest.trials));
    }
    const bool all_trials = least == 1.0;
    return fmt::format("{} in {} phases; each budget is kept in {}{}", what, findings.phases.size(),
                       all_trials ? "" : "at least ", of_100_futures(least, findings.manifest.trials));
  }
  std::size_t first = model.time.steps;
  std::size_t last = 1;
  for (const engine::InitiativeFindings& one : findings.initiatives) {
    first = std::min(first, one.planned_start);
    last = std::max(last, one.planned_start);
  }
  if (first == last) return fmt::format("{}, started in {}", what, month_of_step(model.time, first));
  return fmt::format("{}, started from {} to {}", what, month_of_step(model.time, first),
                     month_of_step(model.time, last));
}

std::string distribution_claim(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const auto amount = [&](double p) { return in_words(cells.quantile(Measure::npv, findings.options.front(), p)); };
  return fmt::format("In 80 of 100 futures the NPV of {} lies between {} {} and {}",
                     in_quotes(model.options.front().name), model.currency, amount(0.1), amount(0.9));
}

std::string cash_claim(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const Figures& programme = findings.options.front();
  const std::string months = whole_months(cells.quantile(Measure::payback, programme, 0.5));
  const std::string funding =
      fmt::format("{} {}", model.currency, in_words(cells.mean(Measure::peak_funding, programme)));
  if (months.find_first_not_of("0123456789,") != std::string::npos) {
    return fmt::format("{} does not pay back within {} months, and needs {} of funding", first_option(model),
                       horizon_months(model.time), funding);
  }
  return fmt::format("{} pays back in {} months, and needs {} of funding until then", first_option(model), months,
                     funding);
}

std::string bridge_claim(const Model& model, const Findings& findings) {
  const Estimate& overlap = findings.bridge.overlap;
  if (std::fabs(overlap.value) <= 2.0 * overlap.standard_error || overlap.value == 0.0) {
    return "Together the initiatives are worth what they are worth apart";
  }
  const Estimate size{std::fabs(overlap.value), overlap.standard_error};
  return overlap.value < 0.0
             ? fmt::format("Together the initiatives are worth {} less than apart: they overlap", money(model, size))
             : fmt::format("Together the initiatives are worth {} more than apart", money(model, size));
}

std::string ranking_claim(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2 || findings.manifest.point) {
    return name_of(model, findings.by_npv.front().initiative) + " comes first";
  }
  std::size_t sure = 0;
  while (sure < findings.place_shares.size() && findings.place_shares[sure][sure] > 0.5) ++sure;
  if (sure == 0) return "No place of the ranking is sure: each is another's in most futures";
  if (sure == findings.place_shares.size())
    return "The ranking holds in most futures, from the first place to the last";
  return fmt::format("The first {} hold in most futures; below, the ranking is open",
                     sure == 1 ? "place does" : fmt::format("{} places", sure));
}

std::string drives_claim(const Model& model, const ReportExtras& extras) {
  const auto text = [&](engine::InputId input, const Estimate& a, const Estimate& b) {
    const Estimate& low = a.value < b.value ? a : b;
    const Estimate& high = a.value < b.value ? b : a;
    return fmt::format("The NPV hangs most on {}: from {} to {}", in_quotes(input_in_words(model, input)),
                       money(model, low), compact_money(high.value, high.standard_error));
  };
  if (extras.sensitivity != nullptr) {
    const engine::OneAtATime& first = extras.sensitivity->one_at_a_time.front();
    return text(first.input, first.at_low, first.at_high);
  }
  const engine::InputSensitivity& first = extras.of_run->from_trials.inputs.front();
  return text(first.input, first.change.first, first.change.last);
}

std::string turns_claim(const engine::Sensitivity& found) {
  const auto turned = std::count_if(found.flips.begin(), found.flips.end(),
                                    [](const engine::DecisionFlip& one) { return one.flip.distance.has_value(); });
  if (turned == 0) return "No plausible change of a few inputs would turn a decision";
  if (found.flips.size() == 1) return "A plausible change of a few inputs would turn the decision";
  return fmt::format("A plausible change of a few inputs would turn {} of {} decisions", turned, found.flips.size());
}

std::string knowledge_claim(const Model& model, const ReportExtras& extras) {
  const std::vector<engine::InputWorth> known = worth_knowing(*choice_among_options(extras));
  if (known.empty()) return "No single input is worth measuring before choosing";
  return fmt::format("Find out first: {}, worth up to {}", in_quotes(input_in_words(model, known.front().input)),
                     money(model, known.front().worth.value));
}

std::string customers_claim(const Model& model, const Findings& findings) {
  const engine::SegmentFindings& segment = findings.segments.front();
  const auto& today = segment[engine::SegmentFigure::customers_today];
  const auto& with = segment[engine::SegmentFigure::customers_with];
  const std::string& name = model.segments[segment.segment].name;
  if (!today || !with || !today->mean || !with->mean) return name;
  const double more = with->mean->value - today->mean->value;
  const double error = std::hypot(with->mean->standard_error, today->mean->standard_error);
  return fmt::format("{}: {} {} customers at the end of the horizon", name,
                     grouped(std::fabs(more), decimals_supported(error, 0)), more < 0.0 ? "fewer" : "more");
}

std::string assumptions_claim(const Model& model) {
  std::size_t known = 0;
  std::size_t assumed = 0;
  for (const engine::Driver& driver : model.drivers) {
    using engine::Evidence;
    const Evidence evidence = driver.provenance.evidence;
    if (evidence == Evidence::measured || evidence == Evidence::client || evidence == Evidence::benchmark) ++known;
    if (evidence == Evidence::assumed) ++assumed;
  }
  if (known + assumed == 0) return "What this rests on";
  return fmt::format("{} of {} figures of today's business are measured, the client's or benchmarks; {} assumed", known,
                     model.drivers.size(),
                     assumed == 0   ? "none is"
                     : assumed == 1 ? "one is"
                                    : fmt::format("{} are", assumed));
}

}  // namespace wayworth::reports
