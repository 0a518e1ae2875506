#include "engine/analysis/sensitivity/value_of_information.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "engine/analysis/sensitivity/perfect_information.hpp"
#include "engine/analysis/sensitivity/trial_groups.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

using Columns = std::vector<std::vector<double>>;  // by gain

constexpr std::size_t most_groups = 20;       ///< an input with more different values is continuous
constexpr std::size_t shuffle_count = 50;     ///< behind a noise floor
constexpr std::size_t possible_worlds = 200;  ///< behind a standard error
constexpr double floor_probability = 0.95;
constexpr double unknown_error = std::numeric_limits<double>::infinity();

/// Floors and errors need two digits, and a curve has but 23 parameters: so many of its points say enough.
constexpr std::size_t points_of_errors = 1024;

std::size_t stride_of_errors(std::size_t points) {
  return std::max<std::size_t>(1, points / points_of_errors);
}

/// A random order of so many trials. Source: Fisher and Yates, "Statistical Tables", 1938, as Durstenfeld has it.
std::vector<std::uint32_t> shuffle_number(std::uint32_t which, std::size_t count) {
  std::vector<std::uint64_t> words(count);
  fill_words({.stream = stream_id("noise floor"), .block = which, .purpose = Purpose::resampling}, words);
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t left = count; left > 1; --left) {
    const std::uint64_t chosen = ((words[left - 1] >> 32U) * left) >> 32U;  // even to 2^-32 for each trial
    std::swap(order[left - 1], order[chosen]);
  }
  return order;
}

std::vector<double> even_places(std::size_t count) {
  std::vector<double> ranks(count);
  std::iota(ranks.begin(), ranks.end(), 1.0);
  return places_of(ranks);
}

std::vector<double> arranged(std::span<const double> values, std::span<const std::uint32_t> order) {
  std::vector<double> found(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) found[i] = values[order[i]];
  return found;
}

/// The mean of the greatest of 0 (the best choice) and the curves, less what the best of them is worth unconditionally.
double gain_of_knowing(const Columns& curves) {
  NeumaierSum total;
  std::vector<NeumaierSum> means(curves.size());
  const std::size_t points = curves.empty() ? 0 : curves.front().size();
  for (std::size_t point = 0; point < points; ++point) {
    double greatest = 0.0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
      greatest = std::max(greatest, curves[i][point]);
      means[i].add(curves[i][point]);
    }
    total.add(greatest);
  }
  if (points == 0) return 0.0;
  double unconditional = 0.0;
  for (const NeumaierSum& mean : means) unconditional = std::max(unconditional, mean.value());
  return std::max(0.0, (total.value() - unconditional) / static_cast<double>(points));
}

double noise_floor(std::vector<double> found) {
  return OrderStatistics(std::move(found)).quantile(floor_probability);
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

/// The means of groups of trials with their errors, one row a gain. Each group is a stretch of `order`.
struct GroupMeans {
  std::vector<double> weights;  ///< by group: its share of the trials
  Columns means;
  Columns errors;

  GroupMeans(std::span<const std::uint32_t> order, std::span<const std::uint32_t> ends, const Columns& gains) {
    for (std::size_t group = 0; group < ends.size(); ++group) {
      weights.push_back(static_cast<double>(ends[group] - first_of(ends, group)) / static_cast<double>(order.size()));
    }
    for (const std::vector<double>& gain : gains) {
      means.emplace_back();
      errors.emplace_back();
      const std::vector<double> values = arranged(gain, order);
      for (std::size_t group = 0; group < ends.size(); ++group) {
        const std::size_t first = first_of(ends, group);
        Moments moments;
        moments.add(std::span(values).subspan(first, ends[group] - first));
        means.back().push_back(moments.mean());
        errors.back().push_back(moments.count() < 2 ? 0.0 : moments.standard_error());
      }
    }
  }

  /// \param world  number of a possible world: the means moved by their errors; none: the means as they are
  [[nodiscard]] double gain_of_knowing(std::optional<std::size_t> world = std::nullopt) const {
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

private:
  static std::size_t first_of(std::span<const std::uint32_t> ends, std::size_t group) {
    return group == 0 ? 0 : ends[group - 1];
  }
};

}  // namespace

std::vector<std::vector<double>> gains_over(std::size_t best, const std::vector<std::span<const double>>& choices) {
  Columns gains;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i == best) continue;
    std::vector<double>& gain = gains.emplace_back(choices[i].begin(), choices[i].end());
    for (std::size_t trial = 0; trial < gain.size(); ++trial) gain[trial] -= choices[best][trial];
  }
  return gains;
}

InformationTools::InformationTools(std::size_t trials) : spline(even_places(trials)) {
  for (std::uint32_t which = 0; which < shuffle_count; ++which) shuffles.push_back(shuffle_number(which, trials));
}

InformationValue::InformationValue(const std::vector<std::span<const double>>& choices, std::size_t replicates,
                                   const InformationTools& tools)
    : tools_(tools), replicates_(replicates), gains_(gains_over(best_on_average(choices), choices)) {
  std::vector<double> found;
  for (const std::vector<std::uint32_t>& order : tools.shuffles) {
    Columns curves;
    for (const std::vector<double>& gain : gains_) {
      const PSplineFit fit = tools.spline.best_fit(arranged(gain, order));
      curves.push_back(tools.spline.curve(fit, stride_of_errors(gain.size())));
    }
    found.push_back(gain_of_knowing(curves));
  }
  floor_of_curves_ = noise_floor(std::move(found));
}

PartialInformation InformationValue::of(const SortedColumn& input) const {
  if (input.different_values() <= most_groups) return of_groups(input);
  if (!input.has_ties()) return of_curves(input, tools_.spline);
  return of_curves(input, PSpline(places_of(input.ascending_ranks())));
}

std::vector<double> InformationValue::curve_by_trial(const SortedColumn& statistic,
                                                     std::span<const double> gain) const {
  std::vector<double> ascending;
  if (statistic.different_values() <= most_groups) {
    const GroupMeans means(statistic.order(), statistic.ends(), {{gain.begin(), gain.end()}});
    for (std::size_t group = 0; group < statistic.ends().size(); ++group) {
      ascending.resize(statistic.ends()[group], means.means[0][group]);
    }
  } else {
    const PSpline spline(places_of(statistic.ascending_ranks()));
    ascending = spline.curve(spline.best_fit(statistic.arranged(gain)));
  }
  std::vector<double> curve(ascending.size());
  for (std::size_t i = 0; i < curve.size(); ++i) curve[statistic.order()[i]] = ascending[i];
  return curve;
}

PartialInformation InformationValue::of_statistics(const std::vector<SortedColumn>& by_gain) const {
  if (by_gain.size() == 1) return of(by_gain.front());
  Columns curves;
  for (std::size_t i = 0; i < gains_.size(); ++i) curves.push_back(curve_by_trial(by_gain[i], gains_[i]));
  PartialInformation found{{gain_of_knowing(curves), unknown_error}, floor_of_curves_};
  if (found.is_noise()) return found;
  // The curves of several gains are on places of their own, so their errors are read off parts of the trials.
  found.value.standard_error =
      estimates_with_errors(curves.front().size(),
                            [&](std::size_t first, std::size_t count) {
                              Columns part;
                              for (const std::vector<double>& curve : curves) {
                                const auto begin = curve.begin() + static_cast<std::ptrdiff_t>(first);
                                part.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
                              }
                              return std::vector<double>{gain_of_knowing(part)};
                            })
          .front()
          .standard_error;
  return found;
}

PartialInformation InformationValue::of_curves(const SortedColumn& input, const PSpline& spline) const {
  Columns curves;
  std::vector<PSplineFit> fits;
  for (const std::vector<double>& gain : gains_) {
    fits.push_back(spline.best_fit(input.arranged(gain)));
    curves.push_back(spline.curve(fits.back()));
  }
  PartialInformation found{{gain_of_knowing(curves), unknown_error}, floor_of_curves_};
  if (found.is_noise()) return found;
  std::vector<Columns> possible(possible_worlds);
  for (const PSplineFit& fit : fits) {
    Columns by_world = spline.possible_curves(fit, possible_worlds, stride_of_errors(input.count()));
    for (std::size_t world = 0; world < possible_worlds; ++world) possible[world].push_back(std::move(by_world[world]));
  }
  std::vector<double> values;
  for (const Columns& in_world : possible) values.push_back(gain_of_knowing(in_world));
  found.value.standard_error = std::hypot(spread(values), error_of_places(input, curves));
  return found;
}

PartialInformation InformationValue::of_groups(const SortedColumn& input) const {
  const GroupMeans means(input.order(), input.ends(), gains_);
  std::vector<double> by_chance;
  for (const std::vector<std::uint32_t>& order : tools_.shuffles) {
    by_chance.push_back(GroupMeans(order, input.ends(), gains_).gain_of_knowing());
  }
  PartialInformation found{{means.gain_of_knowing(), unknown_error}, noise_floor(std::move(by_chance))};
  if (found.is_noise()) return found;
  std::vector<double> values;
  for (std::size_t world = 0; world < possible_worlds; ++world) values.push_back(means.gain_of_knowing(world));
  Columns steps(gains_.size());
  for (std::size_t group = 0; group < input.ends().size(); ++group) {
    for (std::size_t i = 0; i < steps.size(); ++i) steps[i].resize(input.ends()[group], means.means[i][group]);
  }
  found.value.standard_error = std::hypot(spread(values), error_of_places(input, steps));
  return found;
}

/// How far the mean gain is off because the trials hold these values of the input and not others.
double InformationValue::error_of_places(const SortedColumn& input, const Columns& curves) const {
  std::vector<double> greatest(input.count(), 0.0);
  for (const std::vector<double>& curve : curves) {
    for (std::size_t i = 0; i < greatest.size(); ++i) {
      double& of_trial = greatest[input.order()[i]];
      of_trial = std::max(of_trial, curve[i]);
    }
  }
  return mean_estimate(greatest, replicates_).standard_error;
}

double binned_partial_information(std::span<const double> input, const std::vector<std::span<const double>>& choices,
                                  std::size_t bins) {
  const SortedColumn sorted(input);
  std::vector<std::uint32_t> ends;
  for (std::size_t bin = 1; bin <= bins; ++bin) ends.push_back(static_cast<std::uint32_t>(bin * input.size() / bins));
  return GroupMeans(sorted.order(), ends, gains_over(best_on_average(choices), choices)).gain_of_knowing();
}

}  // namespace wayworth::engine
