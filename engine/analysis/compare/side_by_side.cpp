#include "engine/analysis/compare/side_by_side.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#include "engine/analysis/comparison.hpp"
#include "engine/analysis/figures.hpp"
#include "engine/analysis/ranking.hpp"
#include "engine/execute/input_columns.hpp"
#include "engine/plan/compile.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t resamples = 200;
constexpr std::size_t most_dominance_trials = 4096;  ///< the first so many; more cost time and change little
constexpr std::size_t most_argument_trials = 16384;  ///< likewise

Subject alone(InitiativeId id) {
  return {.scope = Scope::alone, .initiative = id};
}

std::vector<OutputRequest> requests_for(const Model& model) {
  std::vector<OutputRequest> requests;
  for (const Measure measure : all_measures()) requests.push_back({{}, measure});
  for (const InitiativeId id : members_of(model.options.front())) requests.push_back({alone(id), Measure::npv});
  return requests;
}

/// What a side came to.
struct SimulatedSide {
  const Model* model;
  std::vector<PlanInput> inputs;  ///< that anything depends on
  Results results;
  std::map<std::string, InitiativeOfSide> initiatives;  ///< by key

  [[nodiscard]] std::span<const double> npv() const { return results.column({}, Measure::npv); }
  [[nodiscard]] std::span<const double> npv_alone(const std::string& key) const {
    for (const InitiativeId id : members_of(model->options.front())) {
      if (get(*model, id).key == key) return results.column(alone(id), Measure::npv);
    }
    throw std::out_of_range("an initiative that is not part of the side");
  }
};

std::map<std::string, InitiativeOfSide> initiatives_of(const Model& model, const Results& results) {
  std::map<std::string, InitiativeOfSide> found;
  std::vector<std::pair<double, std::string>> ranking;
  for (const InitiativeId id : members_of(model.options.front())) {
    const Estimate mean = mean_estimate(results.column(alone(id), Measure::npv), results.manifest.replicates);
    found[get(model, id).key] = {model.options.front().starts[index_of(id)].value(), mean, 1};
    ranking.emplace_back(-mean.value, get(model, id).key);
  }
  std::stable_sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < ranking.size(); ++i) found[ranking[i].second].place = i + 1;
  return found;
}

/// \param run  a plan to its results
template <class Run>
SimulatedSide simulate_side(const Model& model, Run run) {
  const Plan plan = compile_only(model, requests_for(model));
  SimulatedSide side{&model, plan.inputs, run(plan), {}};
  side.initiatives = initiatives_of(model, side.results);
  return side;
}

class PairMaker {
public:
  PairMaker(const SimulatedSide& first, const SimulatedSide& second) : first_(first), second_(second) {}

  PairFindings make() {
    const std::span<const double> before = first_.npv();
    const std::span<const double> after = second_.npv();
    std::vector<double> gain(before.size());
    std::transform(after.begin(), after.end(), before.begin(), gain.begin(), std::minus<>());
    found_.probability_second_is_better = probability_first_is_greater(after, before, replicates());
    found_.gain = summarise(gain, replicates());
    add_differences();
    add_initiatives();
    if (first_.results.manifest.point) return std::move(found_);
    add_argument(std::move(gain));
    const std::size_t count = std::min(before.size(), most_dominance_trials);
    const bool second_leads = found_.second_is_better();
    found_.dominance =
        dominance_frequency((second_leads ? after : before).first(count), (second_leads ? before : after).first(count),
                            resamples, first_.results.manifest.seed);
    return std::move(found_);
  }

private:
  [[nodiscard]] std::size_t replicates() const { return first_.results.manifest.replicates; }

  void add_differences() {
    for (const Measure measure : all_measures()) {
      const std::span<const double> before = first_.results.column({}, measure);
      const std::span<const double> after = second_.results.column({}, measure);
      const auto is_finite = [](double value) { return std::isfinite(value); };
      if (!std::all_of(before.begin(), before.end(), is_finite)) continue;
      if (!std::all_of(after.begin(), after.end(), is_finite)) continue;
      found_.mean_differences[static_cast<std::size_t>(measure)] = mean_difference(after, before, replicates());
    }
  }

  void add_initiatives() {
    for (const SimulatedSide* const side : {&first_, &second_}) {
      for (const Initiative& initiative : side->model->initiatives) add_initiative(initiative);
    }
  }

  void add_initiative(const Initiative& initiative) {
    const auto is_known = [&](const InitiativeChange& change) { return change.key == initiative.key; };
    if (std::any_of(found_.initiatives.begin(), found_.initiatives.end(), is_known)) return;
    InitiativeChange change{initiative.key, initiative.name, {}, {}, {}, false};
    const auto before = first_.initiatives.find(initiative.key);
    const auto after = second_.initiatives.find(initiative.key);
    if (before != first_.initiatives.end()) change.first = before->second;
    if (after != second_.initiatives.end()) change.second = after->second;
    if (change.first && change.second) {
      const std::span<const double> was = first_.npv_alone(initiative.key);
      const std::span<const double> is = second_.npv_alone(initiative.key);
      change.gain = mean_difference(is, was, replicates());
      change.is_untouched = std::equal(was.begin(), was.end(), is.begin(), is.end());
    }
    found_.initiatives.push_back(std::move(change));
  }

  void add_argument(std::vector<double> gain) {
    gain.resize(std::min(gain.size(), most_argument_trials));
    if (found_.second_is_better()) {
      for (double& one : gain) one = -one;
    }
    std::vector<NamedColumn> inputs = columns_of(first_, {}, gain.size());
    std::vector<NamedColumn> more = columns_of(second_, first_.inputs, gain.size());
    std::move(more.begin(), more.end(), std::back_inserter(inputs));
    found_.argument = best_argument(gain, inputs);
  }

  /// Of the inputs that the side depends on, those that are not among `known`.
  static std::vector<NamedColumn> columns_of(const SimulatedSide& side, const std::vector<PlanInput>& known,
                                             std::size_t trials) {
    std::set<std::string> paths;
    for (const PlanInput& input : known) paths.insert(input.path);
    std::vector<InputId> ids;
    for (const PlanInput& input : side.inputs) {
      if (!paths.contains(input.path)) ids.push_back(input.id);
    }
    const Manifest& manifest = side.results.manifest;
    InputColumns draws(
        *side.model, {manifest.seed, manifest.sampling, {manifest.replicates, manifest.trials / manifest.replicates}});
    std::vector<std::vector<double>> columns = draws.columns(ids, 0, trials);
    std::vector<NamedColumn> named;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      named.push_back({side.model->inputs[index_of(ids[i])].path, std::move(columns[i])});
    }
    return named;
  }

  const SimulatedSide& first_;
  const SimulatedSide& second_;
  PairFindings found_;
};

SideBySide compare(const std::vector<SimulatedSide>& simulated) {
  SideBySide found;
  found.manifest = simulated.front().results.manifest;
  found.dominance_resamples = resamples;
  std::vector<std::span<const double>> npv;
  for (const SimulatedSide& side : simulated) {
    npv.push_back(side.npv());
    found.sides.push_back(
        {figures_of(side.results, {}), distribution_of(side.npv()), {side.npv().begin(), side.npv().end()}});
  }
  found.place_shares = shares_of_all_places(npv);
  std::vector<const Figures*> programmes;
  for (const SideFindings& side : found.sides) programmes.push_back(&side.programme);
  found.weighing = weigh(programmes, found.manifest.seed);
  for (std::size_t first = 0; first < simulated.size(); ++first) {
    for (std::size_t second = first + 1; second < simulated.size(); ++second) {
      PairFindings pair = PairMaker(simulated[first], simulated[second]).make();
      pair.first = first;
      pair.second = second;
      found.pairs.push_back(std::move(pair));
    }
  }
  return found;
}

}  // namespace

const PairFindings& SideBySide::pair(std::size_t first, std::size_t second) const {
  for (const PairFindings& one : pairs) {
    if (one.first == first && one.second == second) return one;
  }
  throw std::out_of_range("two sides that were not compared");
}

std::size_t SideBySide::best() const {
  std::size_t best = 0;
  const auto mean = [&](std::size_t side) { return sides[side].programme[Measure::npv].mean->value; };
  for (std::size_t side = 1; side < sides.size(); ++side) {
    if (mean(side) > mean(best)) best = side;
  }
  return best;
}

SideBySide compare_sides(const std::vector<ComparedSide>& sides, const RunSettings& settings) {
  std::vector<SimulatedSide> simulated;
  for (const ComparedSide& side : sides) {
    RunSettings one = settings;
    const auto done = static_cast<double>(simulated.size());
    if (settings.progress) {
      one.progress = [&, done](double share) {
        return settings.progress((done + share) / static_cast<double>(sides.size()));
      };
    }
    simulated.push_back(simulate_side(side.model, [&](const Plan& plan) { return simulate(plan, one); }));
  }
  return compare(simulated);
}

SideBySide compare_sides(const std::vector<ComparedSide>& sides, Point point) {
  std::vector<SimulatedSide> simulated;
  for (const ComparedSide& side : sides) {
    simulated.push_back(simulate_side(side.model, [&](const Plan& plan) { return simulate_point(plan, point); }));
  }
  return compare(simulated);
}

}  // namespace wayworth::engine
