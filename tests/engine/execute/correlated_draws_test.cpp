#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/dependence/rank_correlation.hpp"
#include "engine/distributions/quantile_function.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/execute/input_columns.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr std::array<Sampling, 3> samplings = {Sampling::sobol, Sampling::latin_hypercube, Sampling::random};

/// Correlates the pairs of a model; all of its groups must be possible.
void correlate(Model& model, const std::vector<RankCorrelation>& pairs) {
  model.correlations.clear();
  for (auto& group : correlation_groups(pairs)) model.correlations.push_back(group.value());
}

RankCorrelation pair(std::uint32_t first, std::uint32_t second, double rank) {
  return {InputId{first}, InputId{second}, rank};
}

Model five_inputs() {
  Model model;
  model.inputs = {{"a", Lognormal::make(100, 40)},
                  {"b", Pert::make(0, 1, 4)},
                  {"c", Normal::make(1, 0.2)},
                  {"d", Triangular::make(0, 2, 3)},
                  {"e", Uniform::make(0, 1)}};
  return model;
}

DrawSettings settings_for(Sampling sampling, std::uint64_t trials) {
  return {.seed = 5, .sampling = sampling, .replicates = replicates_for(sampling, trials)};
}

std::vector<double> column(const Model& model, std::uint32_t input, const DrawSettings& settings) {
  std::vector<double> values(settings.replicates.trials());
  InputColumns(model, settings).fill(InputId{input}, 0, values);
  return values;
}

TEST_CASE("correlated draws are those of an independent program", "[execute][dependence][known-answer]") {
  Model model;
  model.inputs = {{"drv.aht.effect", Uniform::make(0, 1)}, {"init.chatbot.success", Uniform::make(0, 1)}};
  correlate(model, {pair(0, 1, 0.6)});
  const DrawSettings settings = {
      .seed = 20240607, .sampling = Sampling::random, .replicates = replicates_for(Sampling::random, 1000)};
  const std::vector<double> second = column(model, 1, settings);
  CHECK_THAT(second[0], WithinRel(0.13543242590514037, 1e-12));
  CHECK_THAT(second[1], WithinRel(0.3953768348170404, 1e-12));
  CHECK_THAT(second[2], WithinRel(0.04036600322164561, 1e-12));
  const double sampled = sample_rank_correlation(rank_scores(column(model, 0, settings)), rank_scores(second));
  CHECK_THAT(sampled, WithinRel(0.5874705714705716, 1e-10));
}

TEST_CASE("samples have the rank correlations that are stated", "[execute][dependence][statistical]") {
  Model model = five_inputs();
  const std::vector<RankCorrelation> pairs = {pair(0, 1, 0.6), pair(0, 3, -0.4), pair(1, 3, 0.1), pair(2, 4, 0.95)};
  correlate(model, pairs);
  CHECK(model.correlations.size() == 2);
  for (const Sampling sampling : samplings) {
    const DrawSettings settings = settings_for(sampling, 16384);
    for (const RankCorrelation& one : pairs) {
      const auto first = rank_scores(column(model, static_cast<std::uint32_t>(one.first), settings));
      const auto second = rank_scores(column(model, static_cast<std::uint32_t>(one.second), settings));
      // The standard error of Spearman's coefficient is at most 1.06 / sqrt(n) (Bonett and Wright, 2000).
      CHECK(std::abs(sample_rank_correlation(first, second) - one.stated) < 5.0 * 1.06 / std::sqrt(16384.0));
    }
    const auto independent =
        sample_rank_correlation(rank_scores(column(model, 0, settings)), rank_scores(column(model, 2, settings)));
    CHECK(std::abs(independent) < 5.0 / std::sqrt(16384.0));
  }
}

TEST_CASE("correlated inputs keep their own distributions", "[execute][dependence][statistical]") {
  Model model = five_inputs();
  correlate(model, {pair(0, 1, 0.6), pair(1, 3, -0.4)});
  const DrawSettings settings = settings_for(Sampling::random, 20000);
  for (const std::uint32_t input : {0U, 1U, 3U}) {
    const std::vector<double> values = column(model, input, settings);
    for (const double p : {0.05, 0.3, 0.5, 0.7, 0.95}) {
      const double limit = quantile(model.inputs[input].distribution, p);
      const auto below = std::count_if(values.begin(), values.end(), [&](double x) { return x <= limit; });
      const double share = static_cast<double>(below) / static_cast<double>(values.size());
      CHECK(std::abs(share - p) < 5.0 * std::sqrt(p * (1.0 - p) / static_cast<double>(values.size())));
    }
  }
}

TEST_CASE("only what is correlated draws anew, and later members leave earlier ones alone",
          "[execute][dependence][property]") {
  const Model independent = five_inputs();
  Model two = independent;
  correlate(two, {pair(1, 3, 0.5)});
  Model three = independent;
  correlate(three, {pair(1, 3, 0.5), pair(3, 4, 0.5)});
  for (const Sampling sampling : samplings) {
    const DrawSettings settings = settings_for(sampling, 512);
    for (const std::uint32_t input : {0U, 2U, 4U}) {
      CHECK(column(two, input, settings) == column(independent, input, settings));
    }
    CHECK(column(two, 3, settings) != column(independent, 3, settings));
    CHECK(column(three, 1, settings) == column(two, 1, settings));
    CHECK(column(three, 3, settings) == column(two, 3, settings));
  }
}

TEST_CASE("columns drawn together, apart and in parts are the same to the bit", "[execute][dependence][property]") {
  Model model = five_inputs();
  correlate(model, {pair(0, 1, 0.6), pair(1, 3, -0.4), pair(2, 4, 0.3)});
  const std::vector<InputId> all = {InputId{0}, InputId{1}, InputId{2}, InputId{3}, InputId{4}};
  for (const Sampling sampling : samplings) {
    const DrawSettings settings = settings_for(sampling, 3000);
    InputColumns columns(model, settings);
    const auto together = columns.columns(all, 100, 2500);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::vector<double> whole = column(model, static_cast<std::uint32_t>(i), settings);
      CHECK(std::equal(together[i].begin(), together[i].end(), whole.begin() + 100));
      std::vector<double> single(1);
      columns.fill(all[i], 1234, single);
      CHECK(single[0] == whole[1234]);
    }
  }
}

TEST_CASE("one trial by the plain formula is the trial of the run", "[execute][dependence][property]") {
  Model model = five_inputs();
  correlate(model, {pair(0, 1, 0.6), pair(1, 3, -0.4), pair(2, 4, 0.3)});
  for (const Sampling sampling : samplings) {
    const DrawSettings settings = settings_for(sampling, 256);
    for (std::uint64_t trial = 0; trial < 256; trial += 5) {
      const std::vector<double> expected = draw_inputs(model, settings, trial);
      for (std::uint32_t i = 0; i < 5; ++i) {
        std::vector<double> actual(1);
        InputColumns(model, settings).fill(InputId{i}, trial, actual);
        CHECK_THAT(actual[0], WithinRel(expected[i], 1e-9));
      }
    }
  }
}

TEST_CASE("normal and lognormal draws from scores agree with the way over probabilities",
          "[distributions][dependence][property]") {
  std::vector<double> scores;
  for (double z = -8.0; z <= 5.0; z += 1.0 / 64.0) scores.push_back(z);
  for (const Distribution& d :
       {Distribution(Normal::make(3, 2)), Distribution(Lognormal::make(100, 40)), Distribution(Normal::make(7, 0)),
        Distribution(Lognormal::make(7, 0)), Distribution(Pert::make(0, 1, 4))}) {
    INFO(describe(d));
    std::vector<double> drawn(scores.size());
    QuantileFunction(d).at_scores(scores, drawn);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      // Near 1 a probability has lost digits: one ulp of it moves the score by 2^-53 / density.
      const double lost = 0x1p-53 / standard_normal_density(scores[i]);
      const double sd = standard_deviation(d);
      INFO("score " << scores[i]);
      CHECK_THAT(drawn[i], WithinRel(quantile(d, standard_normal_cdf(scores[i])), 2e-9 + 10.0 * lost) ||
                               WithinAbs(quantile(d, standard_normal_cdf(scores[i])), 1e-12 * sd));
    }
  }
}

TEST_CASE("repaired and connected groups", "[model][dependence]") {
  const auto groups = correlation_groups(std::vector<RankCorrelation>{
      pair(0, 3, 0.5), pair(3, 7, 0.4), pair(1, 2, -0.3), pair(0, 1, 0.0), pair(0, 7, 0.0)});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0]->inputs == std::vector{InputId{0}, InputId{3}, InputId{7}});
  CHECK(groups[0]->pairs.size() == 3);  // the zero of one group belongs to it; that between two says nothing more
  CHECK(groups[1]->inputs == std::vector{InputId{1}, InputId{2}});

  const auto repaired =
      correlation_groups(std::vector<RankCorrelation>{pair(0, 1, 0.9), pair(0, 2, -0.6), pair(1, 2, 0.7)}).front();
  REQUIRE(repaired);
  CHECK(repaired->dependence.repair_distance);
  const std::vector<RankCorrelation> moved = moved_pairs(*repaired);
  REQUIRE(moved.size() == 3);
  CHECK(move_of(moved[0]) >= move_of(moved[1]));
  CHECK(move_of(moved[1]) >= move_of(moved[2]));
  CHECK(repaired->pairs[0].used == repaired->dependence.used_ranks(0, 1));
}

}  // namespace
}  // namespace wayworth::engine
