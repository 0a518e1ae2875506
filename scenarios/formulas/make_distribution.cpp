#include "scenarios/formulas/make_distribution.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

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

struct Family {
  std::string_view name;
  std::string_view usage;
  std::size_t least_arguments;
  std::size_t most_arguments;
  Distribution (*make)(Arguments);
  bool (*is_value)(std::size_t argument);  ///< in the unit of what is drawn, unlike a weight or a shape
};

bool every(std::size_t /*argument*/) {
  return true;
}
bool none(std::size_t /*argument*/) {
  return false;
}

constexpr std::array<Family, 11> families = {{
    {three_point_estimate, "[low, likely, high]", 3, 3, make_estimate, every},
    {"to", "low to high", 2, 2, make_interval, every},
    {"uniform", "uniform(low, high)", 2, 2,
     [](Arguments a) -> Distribution { return engine::Uniform::make(a[0], a[1]); }, every},
    {"triangular", "triangular(low, mode, high)", 3, 3,
     [](Arguments a) -> Distribution { return engine::Triangular::make(a[0], a[1], a[2]); }, every},
    {"pert", "pert(low, mode, high) or pert(low, mode, high, lambda)", 3, 4,
     [](Arguments a) -> Distribution {
       return engine::Pert::make(a[0], a[1], a[2], a.size() == 4 ? a[3] : engine::Pert::default_lambda);
     },
     [](std::size_t argument) { return argument < 3; }},
    {"normal", "normal(mean, sd)", 2, 2, [](Arguments a) -> Distribution { return engine::Normal::make(a[0], a[1]); },
     every},
    {"lognormal", "lognormal(mean, sd)", 2, 2,
     [](Arguments a) -> Distribution { return engine::Lognormal::make(a[0], a[1]); }, every},
    {"truncated_normal", "truncated_normal(mean, sd, low, high)", 4, 4,
     [](Arguments a) -> Distribution { return engine::TruncatedNormal::make(a[0], a[1], a[2], a[3]); }, every},
    {"beta", "beta(alpha, beta) or beta(alpha, beta, min, max)", 2, 4, make_beta,
     [](std::size_t argument) { return argument >= 2; }},
    {"bernoulli", "bernoulli(p)", 1, 1, [](Arguments a) -> Distribution { return engine::Bernoulli::make(a[0]); },
     none},
    {"discrete", "discrete(value, weight, value, weight, ...)", 2, any_number, make_discrete,
     [](std::size_t argument) { return argument % 2 == 0; }},
}};

constexpr std::array<std::string_view, 9> not_supported_yet = {"gamma",       "weibull",           "binomial",
                                                               "poisson",     "negative_binomial", "metalog",
                                                               "p10_p50_p90", "cumulative",        "empirical"};

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
    if (!family.is_value(i) || arguments[i].value == 0.0) continue;
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

}  // namespace

bool is_distribution(std::string_view function) {
  return family_named(function) != nullptr ||
         std::find(not_supported_yet.begin(), not_supported_yet.end(), function) != not_supported_yet.end();
}

std::vector<std::string> distribution_names() {
  std::vector<std::string> names;
  for (const Family& family : families) {
    if (family.name != three_point_estimate && family.name != "to") names.emplace_back(family.name);
  }
  return names;
}

std::optional<Drawn> make_distribution(const Syntax& syntax, const std::string& path, Problems& problems) {
  const auto& call = std::get<Syntax::Call>(syntax.node);
  const Family* const family = family_named(call.function);
  if (family == nullptr) {
    problems.error(syntax.place, path, fmt::format("`{}` is not supported yet", call.function));
    return std::nullopt;
  }
  const std::size_t count = call.arguments.size();
  if (count < family->least_arguments || count > family->most_arguments) {
    problems.error(syntax.place, path,
                   fmt::format("write {}, not {} argument{}", family->usage, count, count == 1 ? "" : "s"));
    return std::nullopt;
  }
  std::vector<Constant> constants;
  std::vector<double> values;
  for (const Syntax& argument : call.arguments) {
    const std::optional<Constant> constant =
        constant_value(argument, path, problems,
                       "; for a spread around another driver write for example `driver + 10 * normal(0, 1)`");
    if (!constant) return std::nullopt;
    constants.push_back(*constant);
    values.push_back(constant->value);
  }
  const std::optional<Syntax::Suffix> suffix = common_suffix(syntax, *family, constants, path, problems);
  if (!suffix) return std::nullopt;
  try {
    return Drawn{family->make(values), *suffix};
  } catch (const engine::InputError& error) {
    problems.error(syntax.place, path, error.what());
    return std::nullopt;
  }
}

}  // namespace wayworth::scenarios
