#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/input_sensitivity.hpp"
#include "engine/analysis/sensitivity/normal_information.hpp"
#include "engine/analysis/sensitivity/perfect_information.hpp"
#include "engine/analysis/sensitivity/sobol_indices.hpp"
#include "engine/analysis/sensitivity/tail_profile.hpp"
#include "engine/analysis/sensitivity/value_of_information.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/confidence.hpp"
#include "tests/support/catch.hpp"

// Whether the standard errors mean what they say: in many small replications of a case with known answers, an interval
// that should hold the truth in 95 of 100 cases does so in 88 to 99. (200 replications: four standard errors of the
// share, and a little for the bias that estimators of shares have.)
namespace wayworth::engine {
namespace {

constexpr std::uint64_t replications = 200;

class Coverage {
public:
  Coverage(double truth, std::uint64_t groups) : truth_(truth), multiplier_(two_sided_t(0.95, groups)) {}

  void add(const Estimate& estimate) {
    ++all_;
    held_ += std::abs(estimate.value - truth_) <= multiplier_ * estimate.standard_error ? 1U : 0U;
  }
  [[nodiscard]] double share() const { return static_cast<double>(held_) / static_cast<double>(all_); }

private:
  double truth_;
  double multiplier_;
  std::uint64_t all_ = 0;
  std::uint64_t held_ = 0;
};

void check(const Coverage& coverage) {
  CHECK(coverage.share() > 0.88);
  CHECK(coverage.share() < 0.995);
}

std::vector<double> normals(std::uint64_t seed, std::uint64_t stream, std::size_t count) {
  std::vector<double> values(count);
  fill_uniform({.seed = seed, .stream = stream}, values);
  standard_normal_quantiles(values, values);
  return values;
}

/// y = 0.8 x1 + 0.36 x2 + 0.48 x3, all standard normal; the variance is 1. Only x1 and x2 are inputs.
struct Line {
  static constexpr std::size_t trials = 2048;
  std::vector<double> columns[3];
  std::vector<double> output = std::vector<double>(trials);
  std::vector<DrawnInput> inputs;

  explicit Line(std::uint64_t seed) {
    for (std::uint64_t i = 0; i < 3; ++i) columns[i] = normals(seed, i, trials);
    for (std::size_t k = 0; k < trials; ++k) {
      output[k] = 0.8 * columns[0][k] + 0.36 * columns[1][k] + 0.48 * columns[2][k];
    }
    for (std::uint32_t i = 0; i < 2; ++i) inputs.push_back({InputId{i}, columns[i], SortedColumn(columns[i])});
  }

  [[nodiscard]] std::vector<const DrawnInput*> pointers() const { return {&inputs[0], &inputs[1]}; }
};

const InputSensitivity& of(InputId input, const TrialSensitivity& found) {
  return *std::find_if(found.inputs.begin(), found.inputs.end(), [&](const auto& one) { return one.input == input; });
}

TEST_CASE("the errors of correlations, regressions and shares of variance cover the truth",
          "[sensitivity][statistical]") {
  const double pi = 3.14159265358979323846;
  Coverage spearman(6.0 / pi * std::asin(0.8 / 2.0), 16);
  Coverage standardised(0.36, 16);
  Coverage partial(0.8 / std::hypot(0.8, 0.48), 16);
  Coverage first_order(0.1296, 16);
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    const Line line(seed);
    const TrialSensitivity found = sensitivity_from_trials(line.pointers(), line.output, 1);
    spearman.add(of(InputId{0}, found).spearman);
    standardised.add(of(InputId{1}, found).standardised);
    partial.add(of(InputId{0}, found).partial);
    first_order.add(of(InputId{1}, found).first_order);
  }
  for (const Coverage& coverage : {spearman, standardised, partial, first_order}) check(coverage);
}

TEST_CASE("the errors of the tenths of a tornado and of the worst trials cover the truth",
          "[sensitivity][statistical]") {
  // The mean of a standard normal value in its lowest tenth, and in its worst twentieth.
  const auto mean_below = [](double p) { return -standard_normal_density(standard_normal_quantile(p)) / p; };
  Coverage lowest(0.8 * mean_below(0.1), 1'000'000);
  Coverage input_in_tail(0.8 * mean_below(0.05), 1'000'000);
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    const Line line(seed);
    lowest.add(change_in_mean(Bins(line.inputs[0].sorted, 10), line.output).first);
    const TailProfile tail = tail_profile(line.pointers(), line.output, 0.05);
    input_in_tail.add(tail.inputs.front().in_tail);
  }
  check(lowest);
  check(input_in_tail);
}

TEST_CASE("the errors of Sobol' indices cover the truth", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 1024;
  Coverage first(0.64, 16);
  Coverage total(0.64, 16);
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    const std::vector<double> x = normals(seed, 0, trials);
    const std::vector<double> rest = normals(seed, 1, trials);
    const std::vector<double> x_again = normals(seed, 2, trials);
    const std::vector<double> rest_again = normals(seed, 3, trials);
    std::vector<double> a(trials), b(trials), mixed(trials);
    for (std::size_t i = 0; i < trials; ++i) {
      a[i] = 0.8 * x[i] + 0.6 * rest[i];
      b[i] = 0.8 * x_again[i] + 0.6 * rest_again[i];
      mixed[i] = 0.8 * x_again[i] + 0.6 * rest[i];
    }
    const SobolIndices found = sobol_indices(a, b, mixed);
    first.add(found.first);
    total.add(found.total);
  }
  check(first);
  check(total);
}

TEST_CASE("the errors of the value of information cover the truth", "[sensitivity][statistical]") {
  constexpr std::size_t trials = 2048;
  const InformationTools tools(trials);
  const std::vector<double> nothing(trials, 0.0);
  Coverage perfect(perfect_information_normal(0.25, 1.0), 1'000'000);
  Coverage partial(perfect_information_normal(0.25, 0.8), 1'000'000);
  for (std::uint64_t seed = 1; seed <= replications; ++seed) {
    const std::vector<double> x = normals(seed, 0, trials);
    const std::vector<double> rest = normals(seed, 1, trials);
    std::vector<double> npv(trials);
    for (std::size_t i = 0; i < trials; ++i) npv[i] = 0.25 + 0.8 * x[i] + 0.6 * rest[i];
    perfect.add(perfect_information({npv, nothing}, 1).value);
    partial.add(InformationValue({npv, nothing}, 1, tools).of(SortedColumn(x)).value);
  }
  check(perfect);
  // The error of the curve is taken in full beside that of the trials, which is on the safe side.
  CHECK(partial.share() > 0.88);
}

TEST_CASE("the order of the trials changes no figure of theirs", "[sensitivity][property]") {
  const Line line(3);
  Line reversed = line;
  for (auto& column : reversed.columns) std::reverse(column.begin(), column.end());
  std::reverse(reversed.output.begin(), reversed.output.end());
  for (std::size_t i = 0; i < 2; ++i) {
    reversed.inputs[i] = {line.inputs[i].id, reversed.columns[i], SortedColumn(reversed.columns[i])};
  }
  const TrialSensitivity a = sensitivity_from_trials({&line.inputs[0], &line.inputs[1]}, line.output, 1);
  const TrialSensitivity b = sensitivity_from_trials(reversed.pointers(), reversed.output, 1);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(a.inputs[i].input == b.inputs[i].input);
    CHECK_THAT(a.inputs[i].spearman.value, tests::WithinRel(b.inputs[i].spearman.value, 1e-12));
    CHECK_THAT(a.inputs[i].standardised.value, tests::WithinRel(b.inputs[i].standardised.value, 1e-12));
    CHECK_THAT(a.inputs[i].partial_rank.value, tests::WithinRel(b.inputs[i].partial_rank.value, 1e-12));
    CHECK_THAT(a.inputs[i].first_order.value, tests::WithinRel(b.inputs[i].first_order.value, 1e-12));
    CHECK_THAT(a.inputs[i].change.lowest.value, tests::WithinRel(b.inputs[i].change.lowest.value, 1e-12));
  }
  const TailProfile worst_a = tail_profile(line.pointers(), line.output, 0.05);
  const TailProfile worst_b = tail_profile(reversed.pointers(), reversed.output, 0.05);
  CHECK_THAT(worst_a.inputs[0].in_tail.value, tests::WithinRel(worst_b.inputs[0].in_tail.value, 1e-12));
  const std::vector<double> nothing(Line::trials, 0.0);
  const InformationTools tools(Line::trials);
  const InformationValue of_a({line.output, nothing}, 1, tools);
  const InformationValue of_b({reversed.output, nothing}, 1, tools);
  CHECK_THAT(of_a.of(line.inputs[0].sorted).value.value,
             tests::WithinRel(of_b.of(reversed.inputs[0].sorted).value.value, 1e-9));
}

}  // namespace
}  // namespace wayworth::engine
