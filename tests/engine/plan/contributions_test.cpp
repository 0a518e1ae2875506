#include "engine/plan/contributions.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/analysis/contribution.hpp"
#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

/// The NPV of sets of initiatives in one trial, by the reference evaluator.
class ReferenceValues {
public:
  ReferenceValues(const Model& model, const DrawSettings& settings, std::uint64_t trial)
      : model_(model), inputs_(draw_inputs(model, settings, trial)), today_(evaluate_trial(model, inputs_, 0, {})) {}

  /// Without its prerequisites an initiative is left out.
  double value(Members members) {
    std::sort(members.begin(), members.end());
    Members closed;
    std::copy_if(members.begin(), members.end(), std::back_inserter(closed), [&](InitiativeId id) {
      const std::vector<InitiativeId> needed = prerequisites_of(model_, id);
      return std::includes(members.begin(), members.end(), needed.begin(), needed.end());
    });
    const auto [known, is_new] = known_.try_emplace(closed, 0.0);
    if (is_new) {
      known->second = difference(model_, evaluate_trial(model_, inputs_, 0, closed), today_)[Measure::npv];
      largest_ = std::max(largest_, std::abs(known->second));
    }
    return known->second;
  }

  /// What each adds in one order, by its place.
  std::vector<double> added(const Members& order) {
    std::vector<double> added;
    Members before;
    for (const InitiativeId id : order) {
      Members joined = before;
      joined.push_back(id);
      added.push_back(value(joined) - value(before));
      before = joined;
    }
    return added;
  }

  double largest() const { return largest_; }

private:
  const Model& model_;
  std::vector<double> inputs_;
  TrialAccount today_;
  std::map<Members, double> known_;
  double largest_ = 1.0;
};

double at(const Results& results, Scope scope, InitiativeId id, std::size_t trial) {
  return results.column({.scope = scope, .initiative = id}, Measure::npv)[trial];
}

constexpr double relative_error = 1e-7;  // as between plan and reference everywhere

TEST_CASE("shares are what initiatives add on average over all orders of the reference", "[plan][property]") {
  for (std::uint64_t which = 0; which < 120; ++which) {
    INFO("random model " << which);
    const Model model = tests::random_model(which);
    const DrawSettings settings{.seed = 5, .sampling = Sampling::random, .replicates = {1, 3}};
    const Results results = simulate(compile(model), {.trials = 3, .seed = 5, .sampling = Sampling::random});
    const Members members = members_of(model.options.front());
    for (std::size_t trial = 0; trial < 3; ++trial) {
      ReferenceValues values(model, settings, trial);
      const double programme = results.column({}, Measure::npv)[trial];
      const Members roadmap = roadmap_order(model, 0);
      const std::vector<double> in_order = values.added(roadmap);
      std::map<InitiativeId, double> shares;
      double orders = 0.0;
      Members order = members;
      do {
        const std::vector<double> added = values.added(order);
        for (std::size_t i = 0; i < order.size(); ++i) shares[order[i]] += added[i];
        ++orders;
      } while (std::next_permutation(order.begin(), order.end()));
      const double tolerance = relative_error * values.largest();
      CHECK(std::abs(programme - values.value(members)) <= tolerance);
      for (std::size_t i = 0; i < roadmap.size(); ++i) {
        CHECK(std::abs(at(results, Scope::in_order, roadmap[i], trial) - in_order[i]) <= tolerance);
        CHECK(std::abs(at(results, Scope::share, roadmap[i], trial) - shares[roadmap[i]] / orders) <= tolerance);
      }
    }
  }
}

/// Ten initiatives that shorten the same call, each by an uncertain share; the ninth needs the first.
Model ten_on_one_stream() {
  Model model;
  model.time = {.start_year = 2026, .steps = 2, .steps_per_year = 1};
  Driver minutes;
  minutes.key = "minutes";
  minutes.value = number(1000.0);
  minutes.annual_growth = number(0.0);
  model.drivers = {minutes};
  Stream calls;
  calls.key = "calls";
  calls.kind = StreamKind::cost;
  calls.value = {Expression::DriverValue{DriverId{0}}};
  calls.margin = calls.cashable = number(1.0);
  calls.cost_per_fte = number(0.0);
  model.streams = {calls};
  for (std::uint32_t i = 0; i < 10; ++i) {
    model.inputs.push_back({"effect " + std::to_string(i), Uniform::make(-0.1 - 0.05 * i, -0.05 * i)});
    Initiative one;
    one.key = "i" + std::to_string(i);
    one.effects = {{DriverId{0}, EffectKind::change, {Expression::Draw{InputId{i}}}, {}}};
    one.rollout = {.duration = number(0.0), .ramp = number(0.0), .success = number(1.0), .if_it_fails = number(0.0)};
    model.initiatives.push_back(one);
  }
  model.initiatives[8].needs = {{InitiativeId{0}}};
  model.options = {{"all", "All", std::vector<std::optional<std::size_t>>(10, 1)}};
  return model;
}

TEST_CASE("sampled orders give shares that add up exactly and lie within their errors", "[plan][statistical]") {
  const Model model = ten_on_one_stream();
  const RunSettings settings{.trials = 512, .seed = 3, .sampling = Sampling::random};
  const Results exact = simulate(compile(model), settings);
  REQUIRE(exact.manifest.order_pairs == 0);
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
    const Results sampled = simulate(compile(model, {.seed = seed, .most_sets = 600}), settings);
    REQUIRE(sampled.manifest.order_pairs == 30);
    const std::span<const double> programme = sampled.column({}, Measure::npv);
    for (std::size_t trial = 0; trial < 512; ++trial) {
      double sum = 0.0;
      for (std::uint32_t i = 0; i < 10; ++i) sum += at(sampled, Scope::share, InitiativeId{i}, trial);
      REQUIRE_THAT(sum, tests::WithinRel(programme[trial], 1e-12));
    }
    const std::vector<Contribution> found = contributions_of(model, sampled);
    const std::vector<Contribution> truth = contributions_of(model, exact);
    for (std::size_t i = 0; i < 10; ++i) {
      CHECK(found[i].share->value != truth[i].share->value);
      // On the same trials only the orders differ.
      CHECK(std::abs(found[i].share->value - truth[i].share->value) < 5.0 * found[i].share->standard_error);
      CHECK(found[i].share->standard_error > truth[i].share->standard_error);
    }
  }
}

TEST_CASE("the roadmap's order keeps prerequisites first", "[plan]") {
  Model model = ten_on_one_stream();
  model.options.front().starts[0] = 2;
  model.options.front().starts[5] = std::nullopt;
  const Members order = roadmap_order(model, 0);
  CHECK(order == Members{InitiativeId{1}, InitiativeId{2}, InitiativeId{3}, InitiativeId{4}, InitiativeId{6},
                         InitiativeId{7}, InitiativeId{9}, InitiativeId{0}, InitiativeId{8}});
}

TEST_CASE("shares are left out where too many initiatives change one stream", "[plan]") {
  Model model = ten_on_one_stream();
  for (std::uint32_t i = 10; i <= most_players; ++i) model.initiatives.push_back(model.initiatives[1]);
  model.options.front().starts.assign(model.initiatives.size(), 1);
  const Results results = simulate(compile(model), {.trials = 16});
  const std::vector<Contribution> found = contributions_of(model, results);
  CHECK(found.size() == most_players + 1);
  CHECK_FALSE(found.front().share.has_value());
}

}  // namespace
}  // namespace wayworth::engine
