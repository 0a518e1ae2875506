#include "scenarios/formulas/make_distribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "scenarios/formulas/syntax_text.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Distribution;
using Arguments = std::span<const double>;

/// P5 and P95: what `low to high` means.
constexpr double lower_tail = 0.05;
constexpr double upper_tail = 0.95;

Distribution make_interval(Arguments a) {
  if (!(a[0] < a[1])) {
    throw engine::InputError(fmt::format("low {} must be less than high {} in `low to high`", a[0], a[1]));
  }
  if (a[0] > 0.0) return engine::Lognormal::from_interval(a[0], a[1]);
  return engine::Normal::from_percentiles({lower_tail, a[0]}, {upper_tail, a[1]});
}

Distribution make_estimate(Arguments a) {
  if (!(a[0] <= a[1] && a[1] <= a[2])) {
    throw engine::InputError(fmt::format("[low, likely, high] must rise, but they are {}, {}, {}", a[0], a[1], a[2]));
  }
  return engine::Pert::make(a[0], a[1], a[2]);
}

Distribution make_percentile_estimate(Arguments a) {
  const bool is_certain = a[0] == a[1] && a[1] == a[2];
  if (!is_certain && !(a[0] < a[1] && a[1] < a[2])) {
    throw engine::InputError(fmt::format(
        "[low, likely, high] are P10, the most likely value and P90, which must rise, but they are {}, {}, {}", a[0],
        a[1], a[2]));
  }
  return engine::Pert::from_percentiles({0.1, a[0]}, a[1], {0.9, a[2]});
}

/// low, mode, high at P10 and P90, or at the stated shares.
template <class Family>
Distribution make_by_percentiles(Arguments a) {
  if (a.size() == 4) throw engine::InputError("takes 3 or 5 arguments: with both shares, or without");
  const bool states_shares = a.size() == 5;
  return Family::from_percentiles({states_shares ? a[3] : 0.1, a[0]}, a[1], {states_shares ? a[4] : 0.9, a[2]});
}

Distribution make_p10_p50_p90(Arguments a) {
  if (a.size() == 4) throw engine::InputError("p10_p50_p90: takes both bounds or none; write `none` for one of them");
  if (a[0] == a[1] && a[1] == a[2]) return engine::Constant::make(a[0]);
  const engine::Metalog::Bounds bounds =
      a.size() == 5 ? engine::Metalog::Bounds{a[3], a[4]} : engine::Metalog::Bounds{};
  return engine::Metalog::from_p10_p50_p90({a[0], a[1], a[2]}, bounds);
}

std::vector<engine::Percentile> points_in(std::string_view family, Arguments a) {
  if (a.size() % 2 != 0)
    throw engine::InputError(fmt::format("{}: each value needs its probability behind it", family));
  std::vector<engine::Percentile> points;
  for (std::size_t i = 0; i < a.size(); i += 2) points.push_back({a[i + 1], a[i]});
  return points;
}

Distribution make_metalog(Arguments a) {
  return engine::Metalog::through(points_in("metalog", a.subspan(2)), {a[0], a[1]});
}

Distribution make_cumulative(Arguments a) {
  return engine::Cumulative::make(points_in("cumulative", a));
}

Distribution make_discrete(Arguments a) {
  std::vector<double> values;
  std::vector<double> weights;
  for (std::size_t i = 0; i + 1 < a.size(); i += 2) {
    values.push_back(a[i]);
    weights.push_back(a[i + 1]);
  }
  if (a.size() % 2 != 0) {
    throw engine::InputError("discrete: each value needs its weight: discrete(value, weight, value, weight, ...)");
  }
  return engine::Discrete::make(std::move(values), std::move(weights));
}

Distribution make_beta(Arguments a) {
  if (a.size() == 3) throw engine::InputError("beta: takes 2 or 4 arguments: beta(alpha, beta) or with min and max");
  return a.size() == 2 ? engine::Beta::make(a[0], a[1]) : engine::Beta::make(a[0], a[1], a[2], a[3]);
}

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

bool everywhere(std::size_t /*argument*/) {
  return true;
}
bool nowhere(std::size_t /*argument*/) {
  return false;
}
template <std::size_t count>
bool first(std::size_t argument) {
  return argument < count;
}
template <std::size_t place>
bool from(std::size_t argument) {
  return argument >= place;
}

using Places = bool (*)(std::size_t argument);

struct Family {
  std::string_view name;
  std::string_view usage;
  std::size_t least_arguments;
  std::size_t most_arguments;
  Distribution (*make)(Arguments);
  Places is_value;               ///< in the unit of what is drawn, unlike a weight or a shape
  Places may_be_none = nowhere;  ///< a limit that `none` leaves open: the lower one first, then the upper
};

/// Makes a family that takes `count` numbers.
template <class Made, std::size_t count>
Distribution make(Arguments a) {
  if constexpr (count == 1) return Made::make(a[0]);
  if constexpr (count == 2) return Made::make(a[0], a[1]);
  if constexpr (count == 3) return Made::make(a[0], a[1], a[2]);
  if constexpr (count == 4) return Made::make(a[0], a[1], a[2], a[3]);
}

Distribution make_pert(Arguments a) {
  return engine::Pert::make(a[0], a[1], a[2], a.size() == 4 ? a[3] : engine::Pert::default_lambda);
}

constexpr std::array<Family, 23> families = {{
    {three_point_estimate, "[low, likely, high]", 3, 3, make_estimate, everywhere},
    {three_percentiles, "[low, likely, high]", 3, 3, make_percentile_estimate, everywhere},
    {"to", "low to high", 2, 2, make_interval, everywhere},
    {"uniform", "uniform(low, high)", 2, 2, make<engine::Uniform, 2>, everywhere},
    {"triangular", "triangular(low, mode, high)", 3, 3, make<engine::Triangular, 3>, everywhere},
    {"trigen", "trigen(p10, mode, p90) or trigen(low, mode, high, share below low, share below high)", 3, 5,
     make_by_percentiles<engine::Triangular>, first<3>},
    {"pert", "pert(low, mode, high) or pert(low, mode, high, lambda)", 3, 4, make_pert, first<3>},
    {"pertgen", "pertgen(p10, mode, p90) or pertgen(low, mode, high, share below low, share below high)", 3, 5,
     make_by_percentiles<engine::Pert>, first<3>},
    {"normal", "normal(mean, sd)", 2, 2, make<engine::Normal, 2>, everywhere},
    {"lognormal", "lognormal(mean, sd)", 2, 2, make<engine::Lognormal, 2>, everywhere},
    {"truncated_normal", "truncated_normal(mean, sd, low, high)", 4, 4, make<engine::TruncatedNormal, 4>, everywhere,
     from<2>},
    {"beta", "beta(alpha, beta) or beta(alpha, beta, min, max)", 2, 4, make_beta, from<2>},
    {"gamma", "gamma(shape, scale)", 2, 2, make<engine::Gamma, 2>, from<1>},
    {"weibull", "weibull(shape, scale)", 2, 2, make<engine::Weibull, 2>, from<1>},
    {"student_t", "student_t(location, scale, dof)", 3, 3, make<engine::StudentT, 3>, first<2>},
    {"p10_p50_p90", "p10_p50_p90(p10, p50, p90) or p10_p50_p90(p10, p50, p90, low, high)", 3, 5, make_p10_p50_p90,
     everywhere, from<3>},
    {"metalog", "metalog(low, high, value, probability, value, probability, ...)", 8, any_number, make_metalog,
     [](std::size_t argument) { return argument < 2 || argument % 2 == 0; }, first<2>},
    {"cumulative", "cumulative(value, probability, value, probability, ...)", 4, any_number, make_cumulative,
     [](std::size_t argument) { return argument % 2 == 0; }},
    {"bernoulli", "bernoulli(p)", 1, 1, make<engine::Bernoulli, 1>, nowhere},
    {"discrete", "discrete(value, weight, value, weight, ...)", 2, any_number, make_discrete,
     [](std::size_t argument) { return argument % 2 == 0; }},
    {"binomial", "binomial(n, p)", 2, 2, make<engine::Binomial, 2>, nowhere},
    {"poisson", "poisson(mean)", 1, 1, make<engine::Poisson, 1>, nowhere},
    {"negative_binomial", "negative_binomial(mean, dispersion)", 2, 2, make<engine::NegativeBinomial, 2>, nowhere},
}};

constexpr std::string_view truncation = "truncate";
constexpr std::string_view data = "empirical";

const Family* family_named(std::string_view name) {
  const auto found =
      std::find_if(families.begin(), families.end(), [&](const Family& one) { return one.name == name; });
  return found == families.end() ? nullptr : &*found;
}

/// The one suffix of all values that are not 0; nothing, and a problem, when some have one and some not.
std::optional<Syntax::Suffix> common_suffix(const Syntax& syntax, const Family& family,
                                            std::span<const Constant> arguments, const std::string& path,
                                            Problems& problems) {
  std::optional<Syntax::Suffix> common;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!family.is_value(i) || arguments[i].value == 0.0 || std::isinf(arguments[i].value)) continue;
    if (common && *common != arguments[i].suffix) {
      problems.error(
          syntax.place, path,
          fmt::format("`{}` mixes numbers with and without a unit: write it with each of them", to_text(syntax)));
      return std::nullopt;
    }
    common = arguments[i].suffix;
  }
  if (common) return common;
  // All are 0, or none is a value: 0% still says what it is.
  Syntax::Suffix of_zeros = Syntax::Suffix::bare;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (family.is_value(i)) of_zeros = combined(of_zeros, arguments[i].suffix);
  }
  return of_zeros;
}

constexpr std::string_view otherwise =
    "; for a spread around another driver write for example `driver + 10 * normal(0, 1)`";

/// Makes what one call draws from; reports what is wrong with its arguments.
class DistributionMaker {
public:
  DistributionMaker(const std::string& path, DataFiles& files, Problems& problems)
      : path_(path), files_(files), problems_(problems) {}

  std::optional<Drawn> make(const Syntax& syntax) {
    try {
      const std::string& function = std::get<Syntax::Call>(syntax.node).function;
      if (function == truncation) return make_truncated(syntax);
      if (function == data) return make_empirical(syntax);
      return make_family(syntax, *family_named(function));
    } catch (const engine::InputError& error) {
      return report(syntax, error.what());
    }
  }

private:
  std::nullopt_t report(const Syntax& syntax, std::string message) {
    problems_.error(syntax.place, path_, std::move(message));
    return std::nullopt;
  }

  std::optional<Drawn> make_family(const Syntax& syntax, const Family& family) {
    const auto& arguments = std::get<Syntax::Call>(syntax.node).arguments;
    const std::size_t count = arguments.size();
    if (count < family.least_arguments || count > family.most_arguments) {
      return report(syntax, fmt::format("write {}, not {} argument{}", family.usage, count, count == 1 ? "" : "s"));
    }
    std::vector<Constant> constants;
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
      const std::optional<Constant> constant =
          family.may_be_none(i) ? limit(arguments[i], i == 0 || !family.may_be_none(i - 1)) : number(arguments[i]);
      if (!constant) return std::nullopt;
      constants.push_back(*constant);
      values.push_back(constant->value);
    }
    const std::optional<Syntax::Suffix> suffix = common_suffix(syntax, family, constants, path_, problems_);
    if (!suffix) return std::nullopt;
    return Drawn{family.make(values), *suffix};
  }

  std::optional<Constant> number(const Syntax& argument) {
    return constant_value(argument, path_, problems_, otherwise);
  }

  /// A number, or `none`.
  std::optional<Constant> limit(const Syntax& argument, bool is_lower) {
    const auto* const name = std::get_if<Syntax::Name>(&argument.node);
    if (name == nullptr || name->text != no_limit) return number(argument);
    const double infinity = std::numeric_limits<double>::infinity();
    return Constant{is_lower ? -infinity : infinity, Syntax::Suffix::bare};
  }

  std::optional<Drawn> make_truncated(const Syntax& syntax) {
    const auto& arguments = std::get<Syntax::Call>(syntax.node).arguments;
    const auto* const inner = arguments.size() == 3 ? std::get_if<Syntax::Call>(&arguments.front().node) : nullptr;
    if (inner == nullptr || !is_distribution(inner->function)) {
      return report(syntax, "write truncate(distribution, low, high), such as truncate(normal(62k, 5k), 50k, none)");
    }
    const std::optional<Drawn> parent = make(arguments[0]);
    const std::optional<Constant> low = limit(arguments[1], true);
    const std::optional<Constant> high = limit(arguments[2], false);
    if (!parent || !low || !high) return std::nullopt;
    for (const Constant& one : {*low, *high}) {
      if (one.value == 0.0 || std::isinf(one.value) || one.suffix == parent->suffix) continue;
      return report(syntax, fmt::format("`{}` mixes numbers with and without a unit: write it with each of them",
                                        to_text(syntax)));
    }
    return Drawn{truncated(parent->distribution, low->value, high->value), parent->suffix};
  }

  static Distribution truncated(const Distribution& parent, double low, double high) {
    const auto continuous = engine::as_continuous(parent);
    if (!continuous) {
      throw engine::InputError(
          fmt::format("truncate: takes a continuous distribution, not {}", engine::describe(parent)));
    }
    if (const auto* const normal = std::get_if<engine::Normal>(&parent)) {
      return engine::TruncatedNormal::make(normal->mean(), normal->standard_deviation(), low, high);
    }
    const double least = engine::minimum(parent);
    if (least != engine::maximum(parent)) return engine::Truncated::make(*continuous, low, high);
    if (low <= least && least <= high) return parent;
    throw engine::InputError(fmt::format("truncate: {} never lies in [{}, {}]", engine::describe(parent), low, high));
  }

  std::optional<Drawn> make_empirical(const Syntax& syntax) {
    const auto& arguments = std::get<Syntax::Call>(syntax.node).arguments;
    std::vector<std::string> texts;
    for (const Syntax& argument : arguments) {
      if (const auto* const text = std::get_if<Syntax::Text>(&argument.node)) texts.push_back(text->text);
    }
    if (arguments.size() != 2 || texts.size() != 2) {
      return report(syntax, "write empirical(\"file.csv\", \"column\"), both in quotes");
    }
    return Drawn{
        engine::Empirical::make(files_.column(texts[0], texts[1]), fmt::format("\"{}\", \"{}\"", texts[0], texts[1]))};
  }

  const std::string& path_;
  DataFiles& files_;
  Problems& problems_;
};

}  // namespace

bool is_distribution(std::string_view function) {
  return family_named(function) != nullptr || function == truncation || function == data;
}

std::vector<std::string> distribution_names() {
  std::vector<std::string> names;
  for (const Family& family : families) {
    if (!is_three_point_estimate(family.name) && family.name != "to") names.emplace_back(family.name);
  }
  names.emplace_back(truncation);
  names.emplace_back(data);
  return names;
}

std::optional<Drawn> make_distribution(const Syntax& syntax, const std::string& path, DataFiles& files,
                                       Problems& problems) {
  return DistributionMaker(path, files, problems).make(syntax);
}

}  // namespace wayworth::scenarios
