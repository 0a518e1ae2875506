#include "scenarios/sections/read_over_time.hpp"

#include <numeric>

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::size_t months = 12;

constexpr std::array<Key, 2> keys = {{
    {"sd", Use::required, shapes::figure_with_percent, "standard deviation of a single step, relative"},
    {"persistence", Use::optional, shapes::constant_with_percent,
     "correlation of each step with the one before (autoregression of order 1)"},
}};

/// The factor in `item`, or nothing (reported).
std::optional<double> factor_of(const DocumentNode& item, const std::string& path, const ReadContext& context) {
  const std::optional<Constant> factor = read_constant(item, path, context);
  if (!factor || factor->value >= 0.0) return factor ? std::optional(factor->value) : std::nullopt;
  context.problems.error(item.place, path, fmt::format("a factor cannot be below 0, as `{}` is", item.text));
  return std::nullopt;
}

}  // namespace

const SectionKeys noise_keys = {"drivers.*.noise", keys};

bool read_grows_yearly(const MapReader& reader) {
  return reader.choice("grows", grows_words) == Grows::yearly;
}

Escalation read_escalation(const MapReader& reader, const std::string& path, const ReadContext& context) {
  const DocumentNode* const growth = reader.find("growth");
  std::optional<Figure> figure =
      growth == nullptr ? std::nullopt : read_figure(*growth, join_path(path, "growth"), context);
  return {std::move(figure), read_grows_yearly(reader)};
}

std::vector<Figure> read_series(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  std::vector<Figure> series;
  if (!expect_list(node, path, "figures, one a year", context.problems)) return series;
  if (node.items.empty()) context.problems.error(node.place, path, "needs at least one figure");
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    std::optional<Figure> figure = read_figure(node.items[i], fmt::format("{}[{}]", path, i + 1), context);
    if (figure) series.push_back(std::move(*figure));
  }
  if (series.size() != node.items.size()) series.clear();
  return series;
}

std::vector<double> read_seasonality(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  std::vector<double> factors;
  if (!expect_list(node, path, "factors", context.problems)) return factors;
  if (node.items.size() != months) {
    context.problems.error(node.place, path,
                           fmt::format("must be twelve factors, January to December, not {}", node.items.size()));
    return factors;
  }
  for (const DocumentNode& item : node.items) {
    const std::optional<double> factor = factor_of(item, path, context);
    if (factor) factors.push_back(*factor);
  }
  if (factors.size() != months) return {};
  const double sum = std::accumulate(factors.begin(), factors.end(), 0.0);
  if (sum == 0.0) {
    context.problems.error(node.place, path, "the factors are all 0");
    return {};
  }
  for (double& factor : factors) factor *= static_cast<double>(months) / sum;
  return factors;
}

std::optional<NoiseSection> read_noise(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  const MapReader reader(node, path, keys, context.problems);
  if (!node.is_map()) return std::nullopt;
  NoiseSection noise;
  noise.path = path;
  noise.sd = read_figure(reader, "sd", context);
  const std::optional<double> persistence = read_constant_share(reader, "persistence", context);
  if (persistence && !(-1.0 < *persistence && *persistence < 1.0)) {
    const DocumentNode& typed = *reader.find("persistence");
    context.problems.error(typed.place, reader.path_of("persistence"),
                           fmt::format("must be between -100% and 100%, not `{}`", typed.text));
  }
  noise.persistence = persistence.value_or(0.0);
  if (!noise.sd) return std::nullopt;
  return noise;
}

}  // namespace wayworth::scenarios
