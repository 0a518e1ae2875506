#include "cli/compare_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/comparison_files.hpp"
#include "cli/failure.hpp"
#include "cli/kept_scenario.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/progress_bar.hpp"
#include "cli/read_scenario.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/compare/input_numbering.hpp"
#include "engine/core/input_error.hpp"
#include "engine/plan/compile.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/comparison_report.hpp"
#include "reports/roadmap_report.hpp"
#include "reports/terminal.hpp"
#include "scenarios/versions/scenario_versions.hpp"

namespace wayworth::cli {

namespace {

/// Between two versions there is one that has no figures.
class NoWayBetween : public std::exception {};

class Comparer {
public:
  Comparer(const CompareOptions& options, const Streams& streams) : options_(options), streams_(streams) {
    if (std::count(options.files.begin(), options.files.end(), "-") > 1) {
      throw UsageError("two scenarios cannot both come from standard input");
    }
    for (const std::string& file : options.files) {
      ScenarioOptions scenario = options.scenario;
      scenario.file = file;
      sources_.emplace_back(scenario, streams);
    }
  }

  ExitCode run() {
    const bool are_versions = options_.files.size() == 2 || has_changes();
    const ExitCode code = are_versions ? take_versions() : take_options();
    if (code != ExitCode::done) return code;
    simulate_sides();
    check_limits();
    if (story_.versions && !are_planned_anew_ && !options_.no_bridge) add_bridge();
    const std::vector<OutputFile> files = files_to_write();
    begin_output(streams_.terminal);
    print();
    write_files(files);
    if (!options_.quiet) list_written(files, streams_.err);
    return ExitCode::done;
  }

private:
  [[nodiscard]] bool has_changes() const {
    return !options_.scenario.overrides.empty() || !options_.scenario.variant.empty();
  }

  [[nodiscard]] scenarios::ReadResult read(const ScenarioSource& source, bool is_changed) const {
    scenarios::ReadResult result = is_changed ? source.read() : source.read_unchanged();
    print_problems(result, streams_, options_.quiet ? Warnings::silent : Warnings::brief);
    return result;
  }

  void keep(const scenarios::ReadResult& read) { story_.scenarios.push_back({to_text(read.kept), read.hash}); }

  ExitCode take_options() {
    scenarios::ReadResult read_case = read(sources_.front(), false);
    if (!read_case.model) return ExitCode::wrong_scenario;
    if (!plan_open_roadmap(read_case, options_.simulation, streams_)) return ExitCode::no_roadmap;
    const engine::Model& model = *read_case.model;
    settings_ = settings_of(options_.simulation, model);
    hash_ = read_case.hash;
    keep(read_case);
    if (model.options.size() < 2 && !options_.optimise) {
      throw UsageError(
          "there is nothing to compare: the scenario has one option; name a second file, change something with --set "
          "or --variant, or add --optimise");
    }
    for (const engine::Option& option : model.options) {
      story_.sides.push_back({option.name, model});
      story_.sides.back().model.options = {option};
    }
    if (!options_.optimise) return ExitCode::done;
    story_.sides.push_back({"Best roadmap", model});
    return plan_anew(story_.sides.back().model);
  }

  ExitCode take_versions() {
    const std::string& first = options_.files.front();
    const std::string& second = options_.files.back();
    const bool are_two_files = options_.files.size() == 2;
    const scenarios::ReadResult before = read(sources_.front(), are_two_files);
    const scenarios::ReadResult after = read(sources_.back(), true);
    if (!before.model || !after.model) return ExitCode::wrong_scenario;
    if (before.model->currency != after.model->currency) {
      throw engine::InputError(fmt::format("{} is in {} and {} in {}: money of different currencies cannot be compared",
                                           first, before.model->currency, second, after.model->currency));
    }
    settings_ = settings_of(options_.simulation, *before.model);
    hash_ = before.hash;
    keep(before);
    keep(after);
    numbering_.add(*before.model);
    numbering_.add(*after.model);
    const auto [before_name, after_name] = names();
    story_.sides.push_back({before_name, numbering_.apply(*before.model)});
    story_.sides.push_back({after_name, numbering_.apply(*after.model)});
    add_changes(before, after);
    are_planned_anew_ = options_.optimise || before.roadmap_is_open || after.roadmap_is_open;
    for (engine::ComparedSide& side : story_.sides) {
      const ExitCode code = are_planned_anew_ ? plan_anew(side.model) : ExitCode::done;
      if (code != ExitCode::done) return code;
    }
    return ExitCode::done;
  }

  [[nodiscard]] std::pair<std::string, std::string> names() const {
    if (options_.files.size() == 2) {
      const std::filesystem::path first = options_.files.front();
      const std::filesystem::path second = options_.files.back();
      if (first.stem() != second.stem()) return {first.stem().string(), second.stem().string()};
      return {first.string(), second.string()};
    }
    const std::string& variant = options_.scenario.variant;
    return {"As it stands", variant.empty() || !options_.scenario.overrides.empty() ? "Changed" : variant};
  }

  void add_changes(const scenarios::ReadResult& before, const scenarios::ReadResult& after) {
    const auto edits = [](const std::vector<scenarios::StatedChange>& changes) {
      std::vector<reports::Edit> same;
      for (const auto& [path, was, is] : changes) same.push_back({path, was, is});
      return same;
    };
    versions_.emplace(before, after);
    story_.versions.emplace();
    for (const auto& group : versions_->groups()) story_.versions->changes.push_back(edits(group));
    story_.versions->other_edits = edits(versions_->others());
  }

  /// Leaves the best roadmap within the limits as the only option.
  ExitCode plan_anew(engine::Model& model) const {
    engine::RoadmapSearch search(model, search_settings(options_.simulation, model, streams_));
    auto outcome = search.optimise();
    if (streams_.terminal.interrupted()) throw Interrupted();
    if (const auto* const none = std::get_if<engine::NoRoadmap>(&outcome)) {
      streams_.err << reports::no_roadmap_text(model, *none);
      return ExitCode::no_roadmap;
    }
    model.options = {{"roadmap", "Best roadmap", std::get<engine::OptimisedRoadmap>(outcome).best.schedule}};
    return ExitCode::done;
  }

  [[nodiscard]] bool draws_progress() const { return !options_.quiet && shows_progress(streams_.terminal); }

  void simulate_sides() {
    ProgressBar bar(streams_.err, "Simulating");
    engine::RunSettings settings = settings_;
    settings.progress = [&](double share) {
      if (draws_progress()) bar.show(share);
      return !streams_.terminal.interrupted();
    };
    try {
      story_.found = options_.point ? engine::compare_sides(story_.sides, *options_.point)
                                    : engine::compare_sides(story_.sides, settings);
      story_.found.manifest.scenario_hash = hash_;
    } catch (const engine::RunStopped&) {
      throw Interrupted();
    } catch (const engine::TrialFailure& failure) {
      throw engine::InputError(failure.what());
    }
  }

  void check_limits() {
    for (const engine::ComparedSide& side : story_.sides) {
      const auto broken = engine::broken_limits(side.model, search_settings(options_.simulation, side.model, streams_));
      story_.broken_limits.push_back(broken.empty() ? std::nullopt : std::optional(broken.front()));
    }
  }

  /// The programme's NPV in the version with the marked changes.
  [[nodiscard]] std::vector<double> npv_with(std::uint64_t changes) const {
    const std::uint64_t all = (std::uint64_t{1} << versions_->groups().size()) - 1;
    if (changes == 0) return story_.found.sides.front().npv;
    if (changes == all) return story_.found.sides.back().npv;
    const std::optional<engine::Model> model = versions_->with(changes);
    if (!model) throw NoWayBetween();
    engine::InputNumbering numbering = numbering_;
    numbering.add(*model);
    const engine::Plan plan = engine::compile_only(numbering.apply(*model), {{{}, engine::Measure::npv}});
    engine::RunSettings settings = settings_;
    settings.progress = [&](double) { return !streams_.terminal.interrupted(); };
    try {
      if (options_.point) return engine::simulate_point(plan, *options_.point).columns.front().values;
      return engine::simulate(plan, settings).columns.front().values;
    } catch (const engine::RunStopped&) {
      throw Interrupted();
    } catch (const engine::TrialFailure&) {
      throw NoWayBetween();
    }
  }

  void add_bridge() {
    const std::size_t count = versions_->groups().size();
    ProgressBar bar(streams_.err, "Parting the change");
    engine::BridgeSettings settings{story_.found.manifest.replicates, story_.found.manifest.seed};
    if (options_.exact_shares) settings.most_changes = engine::most_changes_in_all_orders;
    const auto versions = static_cast<double>(engine::versions_evaluated(count, settings));
    double done = 0.0;
    const auto outcome = [&](std::uint64_t changes) {
      done += 1.0;
      if (draws_progress()) bar.show(std::min(1.0, done / versions));
      return npv_with(changes);
    };
    try {
      story_.versions->bridge = engine::bridge_of_changes(count, outcome, settings);
    } catch (const NoWayBetween&) {
      story_.versions->has_no_way_between = true;
    }
  }

  void print() const {
    if (options_.json == "-") {
      streams_.out << reports::comparison_json(story_);
    } else {
      streams_.out << to_terminal_text(reports::comparison_report(story_),
                                       style_for(streams_.terminal, options_.display));
    }
  }

  [[nodiscard]] std::vector<OutputFile> files_to_write() const {
    std::vector<OutputFile> files;
    if (!options_.json.empty() && options_.json != "-") {
      files.push_back({options_.json, reports::comparison_json(story_)});
    }
    if (!options_.output_directory.empty()) {
      const std::vector<ReportFormat> all(comparison_formats.begin(), comparison_formats.end());
      for (OutputFile& file : comparison_files(story_, all, options_.output_directory)) {
        files.push_back(std::move(file));
      }
    }
    return files;
  }

  const CompareOptions& options_;
  const Streams& streams_;
  std::vector<ScenarioSource> sources_;  ///< of the files
  engine::RunSettings settings_;
  std::uint64_t hash_ = 0;
  bool are_planned_anew_ = false;  ///< each version has a roadmap of its own, which is no edit
  engine::InputNumbering numbering_;
  std::optional<scenarios::ScenarioVersions> versions_;
  reports::ComparisonStory story_;
};

}  // namespace

ExitCode compare_command(const CompareOptions& options, const Streams& streams) {
  return Comparer(options, streams).run();
}

}  // namespace wayworth::cli
