#include <fmt/format.h>

#include <cmath>

#include "engine/stats/confidence.hpp"
#include "reports/digits.hpp"
#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

std::string npv_definition(const Model& model) {
  const bool mid = model.discounting.timing == engine::DiscountTiming::mid;
  const bool is_taxed = model.tax.rate != 0.0;
  const bool goes_on = model.terminal_value.form != engine::TerminalValue::Form::none;
  return fmt::format(
      "Present value of benefits less costs{}{} at {}, discounted at {} (effective); what flows in a step is taken "
      "to flow at its {}.",
      is_taxed ? " and taxes" : "", goes_on ? ", with what comes after the horizon," : "", start_of(model.time),
      discount_rate_text(model.discounting.rates), mid ? "middle" : "end");
}

/// What is taxed, and what the time after the horizon is taken to be worth, where the scenario says so.
Blocks definitions_of_money(const Model& model) {
  Blocks blocks;
  if (model.tax.rate != 0.0) {
    blocks.push_back(Definition{
        "Taxes", fmt::format("{:.4g} % of benefits less running costs, one-off costs and depreciation; a loss {}.",
                             100.0 * model.tax.rate,
                             model.tax.losses_are_carried_forward
                                 ? "waits for later gains of the same initiatives"
                                 : "lowers the tax on other gains of the organisation at once")});
  }
  const engine::TerminalValue& after = model.terminal_value;
  if (after.form != engine::TerminalValue::Form::none) {
    blocks.push_back(Definition{
        "After the horizon",
        fmt::format(
            "The flow of the last twelve months, without one-off costs and after tax, {} by {:.4g} % a year for "
            "ever. Not part of IRR, MIRR and payback.",
            after.form == engine::TerminalValue::Form::growing ? "growing" : "fading", 100.0 * after.annual_rate)});
  }
  return blocks;
}

std::string return_definition(const Model& model) {
  return fmt::format(
      "Internal rate of return of the mean cash flow, effective a year; undefined when the flows never change sign, or "
      "when no rate or more than one makes their present value zero. Modified: what is earned is put aside at {} until "
      "the end, what is spent is borrowed at it.",
      discount_rate_text(model.discounting.rates));
}

Blocks definitions(const Model& model) {
  return {
      Definition{"NPV", npv_definition(model)},
      Definition{"ROI", "NPV / present value of costs, each the mean of all trials."},
      Definition{"Payback",
                 "Months from the start of the programme until cumulative net cash, undiscounted, reaches zero "
                 "and stays there (the median); never: not within the horizon."},
      Definition{"IRR, MIRR", return_definition(model)},
      Definition{"NPV per one-off", "NPV per unit of undiscounted one-off cost."},
      Definition{"Alone", "What the initiative is worth with nothing else but its prerequisites."},
      Definition{"Last", "What the programme loses without it and without those that need it."},
      Definition{"Cash-releasing", "Of savings only the share that leaves the budget (`cashable`); economic: all."},
      Definition{"FTE freed, cashed",
                 "Staff no longer needed in the last step, and the share of them that leaves the "
                 "budget. Their cost is inside the savings; do not add it again."},
  };
}

/// How the trials were drawn, and so what a standard error is made from.
std::string sampling_method(const engine::Manifest& manifest) {
  if (manifest.replicates == 1) {
    return "Independent trials. A standard error is their spread / the root of their number; 95 % intervals reach 1.96 "
           "of them to both sides.";
  }
  const std::uint64_t trials_each = manifest.trials / manifest.replicates;
  std::string text = fmt::format(
      "{} in {} independent replicates of {} trials. A standard error is the spread of what the replicates say / the "
      "root of their number; 95 % intervals reach {:.2f} of them to both sides.",
      manifest.sampling == engine::Sampling::sobol ? "Randomly scrambled Sobol' points" : "Latin hypercubes",
      manifest.replicates, grouped(static_cast<double>(trials_each), 0),
      engine::two_sided_t(0.95, manifest.replicates));
  if (trials_each < engine::least_trials_for_tail_errors) {
    text += " Replicates this short say little about percentiles, whose errors are those of independent trials.";
  }
  if (manifest.trials != manifest.trials_requested) {
    text += fmt::format(" {} trials were asked for and rounded up.",
                        grouped(static_cast<double>(manifest.trials_requested), 0));
  }
  return text;
}

Blocks definitions_of_chance(const Findings& findings) {
  Blocks blocks = {
      Definition{"P10, P50, P90", "The value with a 10, 50, 90 % chance of less. They do not add up; means do."},
      Definition{"P(loss)", "Share of the trials with an NPV below zero; of none, the 95 % upper limit (Wilson)."},
      Definition{"\u00B1", "Standard error: how far chance alone moves a mean. Figures are rounded to its size."},
      Definition{"Sampling", sampling_method(findings.manifest)},
  };
  if (findings.manifest.kept_trials) {
    blocks.push_back(Definition{
        "Memory", fmt::format("Too many trials to keep each of them. Percentiles are counted in bins of less "
                              "than 0.1 % of their values; comparisons, places and budgets rest on the first "
                              "{} trials, taken as independent.",
                              grouped(static_cast<double>(*findings.manifest.kept_trials), 0))});
  }
  if (findings.by_npv.size() > 1) {
    blocks.push_back(
        Definition{"1st, 2nd, 3rd", "Share of the trials in which the initiative takes this place by NPV alone."});
  }
  if (findings.flow_percentile_trials < findings.manifest.trials) {
    const std::string trials = grouped(static_cast<double>(findings.flow_percentile_trials), 0);
    blocks.push_back(Definition{"Cash by year", "P10, P50 and P90 rest on the first " + trials + " trials."});
  }
  return blocks;
}

/// What makes the same report again.
std::string checked_formulas(const Findings& findings) {
  return fmt::format("{:.0f} % of the streams' formulas have units throughout, and these agree.",
                     std::floor(100.0 * findings.share_of_checked_formulas));
}

void append(Blocks& blocks, Blocks more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

}  // namespace

Blocks limits_reached(const Model& model, const Findings& findings) {
  Blocks blocks;
  for (const engine::ClampCount& clamp : findings.clamps) {
    if (clamp.share_of_trial_steps <= 0.0) continue;
    const std::string& driver = model.drivers[engine::index_of(clamp.driver)].name;
    const double points = 100.0 * clamp.share_of_trial_steps;
    const std::string share = points < 1.0 ? "less than 1" : grouped(points, 0);
    blocks.push_back(Definition{"Limit reached", fmt::format("{}: held by its min or max in {} % of all steps of all "
                                                             "trials.",
                                                             driver, share)});
  }
  return blocks;
}

Blocks words(const Model& model, const Findings& findings) {
  Blocks blocks = definitions(model);
  append(blocks, definitions_of_money(model));
  if (!findings.manifest.point) append(blocks, definitions_of_chance(findings));
  return blocks;
}

Definition made_by(const engine::Manifest& manifest) {
  std::string text = "Wayworth " + manifest.version;
  if (manifest.point) {
    text += fmt::format(", every input at its {}", name_of(*manifest.point));
  } else {
    text += fmt::format(", {} trials, {} sampling, seed {}", grouped(static_cast<double>(manifest.trials), 0),
                        name_of(manifest.sampling), manifest.seed);
  }
  if (manifest.scenario_hash != 0) text += fmt::format(", scenario {:016x}", manifest.scenario_hash);
  return {"Made by", text + "."};
}

/// Rounded down: "100 %" is said only when it is all of them.
Blocks manifest(const Findings& findings) {
  return {Definition{"Units checked", checked_formulas(findings)}, made_by(findings.manifest)};
}

Blocks notes(const Model& model, const Findings& findings) {
  Blocks blocks = {Heading{"What the words mean, and how to make this report again"}};
  append(blocks, words(model, findings));
  append(blocks, limits_reached(model, findings));
  append(blocks, correlations_off(model, findings));
  append(blocks, reviewer_questions(findings));
  append(blocks, manifest(findings));
  return blocks;
}

}  // namespace wayworth::reports
