#include "cli/roadmap_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/kept_scenario.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/report_files.hpp"
#include "cli/simulate_model.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/ranking.hpp"
#include "engine/lint/lint.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "engine/roadmap/optimise.hpp"
#include "reports/roadmap_report.hpp"
#include "reports/terminal.hpp"
#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/review.hpp"

namespace wayworth::cli {

namespace {

constexpr double delay_months = 3.0;
constexpr std::size_t budget_points = 11;
constexpr std::size_t dominance_resamples = 200;
constexpr std::size_t most_dominance_trials = 4096;  ///< the first so many; more cost time and change little

void add_musts(const std::vector<std::string>& keys, engine::Model& model) {
  for (const std::string& key : keys) {
    const auto found = std::find_if(model.initiatives.begin(), model.initiatives.end(),
                                    [&](const engine::Initiative& one) { return one.key == key; });
    if (found == model.initiatives.end()) {
      std::vector<std::string> known;
      for (const engine::Initiative& one : model.initiatives) known.push_back(one.key);
      throw UsageError(fmt::format("--must: there is no initiative `{}`{}", key, scenarios::suggestion(key, known)));
    }
    const auto id = static_cast<engine::InitiativeId>(found - model.initiatives.begin());
    auto& must = model.limits.must;
    if (std::find(must.begin(), must.end(), id) == must.end()) must.push_back(id);
  }
}

std::vector<engine::DominanceFrequency> dominance_over_options(const engine::Model& planned,
                                                               const engine::Results& results) {
  const auto npv_of = [&](std::size_t option) {
    const auto npv = results.column({engine::Scope::programme, option, std::nullopt}, engine::Measure::npv);
    return npv.first(std::min(npv.size(), most_dominance_trials));
  };
  std::vector<engine::DominanceFrequency> dominance;
  for (std::size_t option = 1; option < planned.options.size(); ++option) {
    dominance.push_back(
        engine::dominance_frequency(npv_of(0), npv_of(option), dominance_resamples, results.manifest.seed));
  }
  return dominance;
}

std::vector<std::vector<double>> wins_of_initiatives(const SimulatedModel& fresh) {
  std::vector<std::span<const double>> columns;
  for (const engine::RankedInitiative& ranked : fresh.findings.by_npv) {
    const engine::Subject alone{.scope = engine::Scope::alone, .initiative = ranked.initiative};
    columns.push_back(fresh.results.column(alone, engine::Measure::npv));
  }
  return engine::win_shares(columns);
}

/// On draws that the search has not seen.
std::optional<double> probability_of_funding(const engine::Model& planned, const engine::Results& results) {
  const auto& rule = planned.limits.self_funding;
  if (!rule) return std::nullopt;
  const auto outlay = results.column({}, engine::Measure::peak_funding);
  const double most = -rule->floor + engine::slack_of(rule->floor);
  const auto kept = std::count_if(outlay.begin(), outlay.end(), [&](double one) { return one <= most; });
  return static_cast<double>(kept) / static_cast<double>(outlay.size());
}

/// The roadmaps that would be found without --must and --budget, for what these change.
std::vector<reports::ReferenceRoadmap> references(const RoadmapOptions& options, const ScenarioSource& source,
                                                  const engine::Model& model_before_must, const Streams& streams) {
  std::vector<reports::ReferenceRoadmap> found;
  const auto add = [&](const char* name, const engine::Model& model) {
    engine::RoadmapSearch search(model, search_settings(options.run.simulation, model, streams));
    auto outcome = search.optimise();
    if (streams.terminal.interrupted()) throw Interrupted();
    if (const auto* const roadmap = std::get_if<engine::OptimisedRoadmap>(&outcome)) {
      found.push_back({name, roadmap->best.schedule});
    }
  };
  if (!options.must.empty()) add("Roadmap without --must", model_before_must);
  if (!options.budget.empty()) {
    const scenarios::ReadResult read = source.read();
    const char* const name = options.must.empty() ? "Roadmap without --budget" : "Roadmap without --budget and --must";
    if (read.model) add(name, *read.model);
  }
  return found;
}

/// Those that differ from the roadmap and from each other become options, behind the roadmap.
void add_as_options(const std::vector<reports::ReferenceRoadmap>& references, engine::Model& planned) {
  auto place = planned.options.begin() + 1;
  for (const reports::ReferenceRoadmap& one : references) {
    const bool is_known = std::any_of(planned.options.begin(), place,
                                      [&](const engine::Option& option) { return option.starts == one.starts; });
    if (is_known) continue;
    const std::string key = fmt::format("roadmap_{}", std::distance(planned.options.begin(), place) + 1);
    place = planned.options.insert(place, {key, one.name, one.starts}) + 1;
  }
}

/// A roadmap, and what its value hangs on.
struct Told {
  reports::RoadmapStory story;
  std::optional<engine::RunSensitivity> sensitivity;
};

/// Everything there is to tell, the figures from draws that the search has not seen.
Told story_of(const RoadmapOptions& options, const scenarios::ReadResult& read, const engine::Model& planned,
              engine::RoadmapSearch& search, engine::OptimisedRoadmap found, const Streams& streams) {
  reports::RoadmapStory story;
  story.figures = search.figures();
  story.search_trials = search.simulator().trials();
  story.stability = stability_of(search, found.best);
  story.information = roadmap_information(search);
  story.left_out = left_out_of(search, found.best);
  story.delay_steps = std::max<std::size_t>(1, static_cast<std::size_t>(delay_months / months_per_step(planned.time)));
  story.delays = costs_of_delay(search, found.best, story.delay_steps);
  story.capacity = capacity_use(search, found.best.schedule);
  story.sampling_gap = sampling_gap_of(search, found.best.schedule);
  if (options.prices) {
    story.prices = limit_prices(search, found.best);
    story.kind_prices = prices_by_kind(search, found.best);
    story.person_months = person_month_prices(search, found.best);
  }
  if (options.frontier) {
    story.budgets = budget_frontier(search, budget_points);
    story.risks = risk_frontier(search.pool(), search.replicates());
  }
  if (streams.terminal.interrupted()) throw Interrupted();
  const bool tells_all = !options.run.json.empty() || !options.run.output_directory.empty();
  const Keep keep = tells_all ? Keep::results_and_sensitivity : Keep::results;
  const SimulatedModel fresh = simulate_model(options.run, planned, read.hash, streams, keep);
  story.findings = fresh.findings;
  story.findings.warnings = scenarios::review(read, engine::lint(planned, fresh.findings), true).all;
  story.broken_limits = broken_limits(planned, search.settings());
  const auto npv = fresh.results.column({engine::Scope::programme, 0, std::nullopt}, engine::Measure::npv);
  story.goal = goal_estimate(planned.limits.goal, {npv.begin(), npv.end()}, fresh.results.manifest.replicates);
  story.dominance = dominance_over_options(planned, fresh.results);
  story.dominance_resamples = dominance_resamples;
  story.wins = wins_of_initiatives(fresh);
  story.probability_of_funding = probability_of_funding(planned, fresh.results);
  story.found = std::move(found);
  return {std::move(story), fresh.sensitivity};
}

void print(const RoadmapOptions& options, const ReportSource& source, const Streams& streams) {
  if (options.run.json == "-") {
    streams.out << source.json();
  } else {
    streams.out << to_terminal_text(answer_of(source), style_for(streams.terminal, options.run.display));
  }
}

}  // namespace

ExitCode roadmap_command(const RoadmapOptions& options, const Streams& streams) {
  const Warnings warnings = options.run.quiet ? Warnings::silent : Warnings::brief;
  const ScenarioSource file(options.run.scenario, streams);
  scenarios::ReadResult read = options.budget.empty() ? file.read() : file.read({"roadmap.budget=" + options.budget});
  print_problems(read, streams, warnings);
  if (!read.model) return ExitCode::wrong_scenario;
  const engine::Model before_must = *read.model;
  add_musts(options.must, *read.model);
  engine::RoadmapSearch search(*read.model, search_settings(options.run.simulation, *read.model, streams));
  auto outcome = search.optimise();
  if (streams.terminal.interrupted()) throw Interrupted();
  if (const auto* const none = std::get_if<engine::NoRoadmap>(&outcome)) {
    streams.err << reports::no_roadmap_text(*read.model, *none);
    return ExitCode::no_roadmap;
  }
  auto& found = std::get<engine::OptimisedRoadmap>(outcome);
  engine::Model planned = with_roadmap(*read.model, found.best.schedule);
  const std::vector<reports::ReferenceRoadmap> before = references(options, file, before_must, streams);
  add_as_options(before, planned);
  Told told = story_of(options, read, planned, search, std::move(found), streams);
  told.story.references = before;
  const reports::ScenarioText scenario = to_text(read.kept);
  const ReportSource source{planned,
                            told.story.findings,
                            {.of_run = told.sensitivity ? &*told.sensitivity : nullptr,
                             .roadmap = &told.story,
                             .limits = &told.story.broken_limits},
                            scenario};
  const std::vector<OutputFile> files = asked_files(source, options.run.json, options.run.output_directory);
  begin_output(streams.terminal);
  print(options, source, streams);
  write_files(files);
  if (!options.run.quiet) list_written(files, streams.err);
  return ExitCode::done;
}

}  // namespace wayworth::cli
