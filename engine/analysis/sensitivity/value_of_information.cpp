#include "engine/analysis/sensitivity/value_of_information.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/sensitivity/bins.hpp"
#include "engine/analysis/sensitivity/pspline.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/ranks.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t most_groups = 20;       ///< an input with more different values is continuous
constexpr std::size_t permutations = 50;      ///< behind a noise floor
constexpr std::size_t possible_worlds = 200;  ///< behind a standard error
constexpr double floor_probability = 0.95;
constexpr double unknown_error = std::numeric_limits<double>::infinity();

double mean_of(std::span<const double> values) {
  Moments moments;
  moments.add(values);
  return moments.mean();
}

std::size_t best_of(const std::vector<std::span<const double>>& choices) {
  std::vector<double> means;
  for (const std::span<const double> choice : choices) means.push_back(mean_of(choice));
  return static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
}

/// The mean of the greatest of 0 (the best choice) and the curves, less what the best of them is worth unconditionally.
double gain_of_knowing(const std::vector<std::vector<double>>& curves) {
  NeumaierSum total;
  std::vector<NeumaierSum> means(curves.size());
  const std::size_t trials = curves.empty() ? 0 : curves.front().size();
  for (std::size_t trial = 0; trial < trials; ++trial) {
    double greatest = 0.0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
      greatest = std::max(greatest, curves[i][trial]);
      means[i].add(curves[i][trial]);
    }
    total.add(greatest);
  }
  if (trials == 0) return 0.0;
  double unconditional = 0.0;
  for (const NeumaierSum& mean : means) unconditional = std::max(unconditional, mean.value());
  return std::max(0.0, (total.value() - unconditional) / static_cast<double>(trials));
}

std::vector<double> shuffled(std::span<const double> values, std::size_t which) {
  std::vector<std::uint64_t> keys(values.size());
  fill_words(
      {.stream = stream_id("noise floor"), .block = static_cast<std::uint32_t>(which), .purpose = Purpose::resampling},
      keys);
  std::vector<std::pair<std::uint64_t, double>> keyed(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) keyed[i] = {keys[i], values[i]};
  std::sort(keyed.begin(), keyed.end());
  std::vector<double> result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) result[i] = keyed[i].second;
  return result;
}

/// The 95th percentile of what `worth` finds in columns whose trials are out of step with the input.
template <class Worth>
double noise_floor(const std::vector<std::vector<double>>& gains, Worth worth) {
  std::vector<double> found;
  for (std::size_t which = 0; which < permutations; ++which) {
    std::vector<std::vector<double>> out_of_step;
    for (const std::vector<double>& gain : gains) out_of_step.push_back(shuffled(gain, which));
    found.push_back(worth(out_of_step));
  }
  return OrderStatistics(std::move(found)).quantile(floor_probability);
}

/// How far the mean gain is off because the trials hold these values of the input and not others.
double error_of_places(const std::vector<std::vector<double>>& curves, std::size_t replicates) {
  std::vector<double> greatest(curves.front().size(), 0.0);
  for (const std::vector<double>& curve : curves) {
    for (std::size_t trial = 0; trial < greatest.size(); ++trial)
      greatest[trial] = std::max(greatest[trial], curve[trial]);
  }
  return mean_estimate(greatest, replicates).standard_error;
}

double spread(const std::vector<double>& values) {
  Moments moments;
  moments.add(values);
  return moments.standard_deviation();
}

double normal_number(std::size_t world, std::size_t draw) {
  return standard_normal_quantile(uniform({.stream = stream_id("possible means"),
                                           .trial = world,
                                           .draw = static_cast<std::uint32_t>(draw),
                                           .purpose = Purpose::resampling}));
}

/// The means of the groups with their errors, one row a gain.
struct GroupMeans {
  std::vector<double> weights;  ///< by group: its share of the trials
  std::vector<std::vector<double>> means;
  std::vector<std::vector<double>> errors;

  GroupMeans(const Bins& groups, const std::vector<std::vector<double>>& gains) {
    const auto trials = static_cast<double>(gains.empty() ? 1 : gains.front().size());
    for (std::size_t group = 0; group < groups.count(); ++group) {
      weights.push_back(static_cast<double>(groups.trials(group).size()) / trials);
    }
    for (const std::vector<double>& gain : gains) {
      means.emplace_back();
      errors.emplace_back();
      for (std::size_t group = 0; group < groups.count(); ++group) {
        std::vector<double> values;
        for (const std::size_t trial : groups.trials(group)) values.push_back(gain[trial]);
        Moments moments;
        moments.add(values);
        means.back().push_back(moments.mean());
        errors.back().push_back(values.size() < 2 ? 0.0 : moments.standard_error());
      }
    }
  }

  /// \param world  number of a possible world: the means moved by their errors; none: the means as they are
  double gain_of_knowing(std::optional<std::size_t> world = std::nullopt) const {
    double with_knowledge = 0.0;
    std::vector<double> totals(means.size(), 0.0);
    for (std::size_t group = 0; group < weights.size(); ++group) {
      double greatest = 0.0;
      for (std::size_t i = 0; i < means.size(); ++i) {
        double mean = means[i][group];
        if (world) mean += errors[i][group] * normal_number(*world, i * weights.size() + group);
        greatest = std::max(greatest, mean);
        totals[i] += weights[group] * mean;
      }
      with_knowledge += weights[group] * greatest;
    }
    const double without = totals.empty() ? 0.0 : std::max(0.0, *std::max_element(totals.begin(), totals.end()));
    return std::max(0.0, with_knowledge - without);
  }
};

}  // namespace

PerfectInformation perfect_information(const std::vector<std::span<const double>>& choices, std::size_t replicates) {
  PerfectInformation found;
  found.best = best_of(choices);
  for (const std::span<const double> choice : choices) found.means.push_back(mean_estimate(choice, replicates));
  const std::size_t trials = choices.front().size();
  std::vector<double> share_best(choices.size(), 0.0);
  std::vector<double> greatest(trials);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    greatest[trial] = choices.front()[trial];
    for (const std::span<const double> choice : choices) greatest[trial] = std::max(greatest[trial], choice[trial]);
    double equals = 0.0;
    for (const std::span<const double> choice : choices) equals += choice[trial] == greatest[trial] ? 1.0 : 0.0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i][trial] == greatest[trial]) share_best[i] += 1.0 / equals;
    }
  }
  for (double& share : share_best) share /= static_cast<double>(trials);
  found.share_best = std::move(share_best);
  std::vector<double> regret(trials);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    for (std::size_t trial = 0; trial < trials; ++trial) regret[trial] = greatest[trial] - choices[i][trial];
    const Estimate mean = mean_estimate(regret, replicates);
    found.expected_regret.push_back(mean.value);
    if (i == found.best) found.value = mean;
  }
  return found;
}

InformationValue::InformationValue(const std::vector<std::span<const double>>& choices, std::size_t replicates)
    : replicates_(replicates) {
  const std::size_t best = best_of(choices);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i == best) continue;
    std::vector<double>& gain = gains_.emplace_back(choices[i].size());
    for (std::size_t trial = 0; trial < gain.size(); ++trial) gain[trial] = choices[i][trial] - choices[best][trial];
  }
}

PartialInformation InformationValue::of(std::span<const double> input) const {
  if (Bins(input, most_groups + 1).count() <= most_groups) return of_groups(input);
  const PSpline spline(places_of(input));
  std::vector<std::vector<double>> curves;
  std::vector<PSplineFit> fits;
  for (const std::vector<double>& gain : gains_) {
    fits.push_back(spline.best_fit(gain));
    curves.push_back(fits.back().fitted);
  }
  PartialInformation found{{gain_of_knowing(curves), unknown_error}, floor_of_curves()};
  if (found.is_noise()) return found;
  std::vector<std::vector<std::vector<double>>> possible;  // by gain, by world
  for (std::size_t i = 0; i < gains_.size(); ++i) {
    possible.push_back(spline.possible_curves(gains_[i], fits[i], possible_worlds));
  }
  std::vector<double> values;
  for (std::size_t world = 0; world < possible_worlds; ++world) {
    std::vector<std::vector<double>> in_world;
    for (auto& by_world : possible) in_world.push_back(std::move(by_world[world]));
    values.push_back(gain_of_knowing(in_world));
  }
  found.value.standard_error = std::hypot(spread(values), error_of_places(curves, replicates_));
  return found;
}

PartialInformation InformationValue::of_groups(std::span<const double> input) const {
  const Bins groups(input, most_groups);
  const GroupMeans means(groups, gains_);
  std::vector<double> values;
  for (std::size_t world = 0; world < possible_worlds; ++world) values.push_back(means.gain_of_knowing(world));
  const double floor = noise_floor(gains_, [&](const std::vector<std::vector<double>>& out_of_step) {
    return GroupMeans(groups, out_of_step).gain_of_knowing();
  });
  std::vector<std::vector<double>> curves(gains_.size(), std::vector<double>(input.size()));
  for (std::size_t group = 0; group < groups.count(); ++group) {
    for (const std::size_t trial : groups.trials(group)) {
      for (std::size_t i = 0; i < curves.size(); ++i) curves[i][trial] = means.means[i][group];
    }
  }
  const double error = gains_.empty() ? 0.0 : std::hypot(spread(values), error_of_places(curves, replicates_));
  return {{means.gain_of_knowing(), error}, floor};
}

/// Inputs without equal values stand at the same places, so one floor is that of all of them.
double InformationValue::floor_of_curves() const {
  if (!floor_of_curves_) {
    std::vector<double> places(gains_.empty() ? 1 : gains_.front().size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      places[i] = (static_cast<double>(i) + 0.5) / static_cast<double>(places.size());
    }
    const PSpline spline(places);
    floor_of_curves_ = noise_floor(gains_, [&](const std::vector<std::vector<double>>& out_of_step) {
      std::vector<std::vector<double>> curves;
      for (const std::vector<double>& gain : out_of_step) curves.push_back(spline.best_fit(gain).fitted);
      return gain_of_knowing(curves);
    });
  }
  return *floor_of_curves_;
}

double binned_partial_information(std::span<const double> input, const std::vector<std::span<const double>>& choices,
                                  std::size_t bins) {
  const std::size_t best = best_of(choices);
  std::vector<std::vector<double>> gains;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i == best) continue;
    gains.emplace_back(choices[i].begin(), choices[i].end());
    for (std::size_t trial = 0; trial < gains.back().size(); ++trial) gains.back()[trial] -= choices[best][trial];
  }
  return GroupMeans(Bins(input, bins), gains).gain_of_knowing();
}

double unit_normal_loss(double z) {
  return standard_normal_density(z) - z * standard_normal_cdf(-z);
}

double perfect_information_normal(double mean, double standard_deviation) {
  if (standard_deviation == 0.0) return 0.0;
  return standard_deviation * unit_normal_loss(std::abs(mean) / standard_deviation);
}

double sample_information_normal(double mean, double prior_sd, double observation_sd, double observations) {
  const double prior = prior_sd * prior_sd;
  const double error = observation_sd * observation_sd / observations;
  return perfect_information_normal(mean, prior == 0.0 ? 0.0 : prior / std::sqrt(prior + error));
}

}  // namespace wayworth::engine
