#include <algorithm>
#include <cmath>

#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

constexpr std::size_t most_rows = 12;
constexpr std::size_t widest_bar = 30;

/// "█████": whole blocks; what is there at all has at least a thin one.
std::string bar(std::uint64_t count, std::uint64_t most) {
  const double share = static_cast<double>(count) / static_cast<double>(most);
  const auto blocks = static_cast<std::size_t>(std::lround(share * widest_bar));
  std::string text;
  for (std::size_t i = 0; i < blocks; ++i) text += "\u2588";
  return text.empty() && count > 0 ? "\u258F" : text;
}

}  // namespace

Blocks distribution(const engine::Model& model, const engine::Findings& findings) {
  const engine::Histogram& histogram = findings.npv_distributions.front().histogram;
  if (findings.manifest.point || histogram.counts.size() < 2) return {};
  const std::size_t bins = (histogram.counts.size() + most_rows - 1) / most_rows;
  std::vector<std::uint64_t> counts;
  for (std::size_t i = 0; i < histogram.counts.size(); i += bins) {
    std::uint64_t count = 0;
    for (std::size_t j = i; j < std::min(i + bins, histogram.counts.size()); ++j) count += histogram.counts[j];
    counts.push_back(count);
  }
  const std::uint64_t most = *std::max_element(counts.begin(), counts.end());
  Table table{"NPV of the programme: how many futures fall where (99 % of them)", model.currency, {}, {}};
  table.columns = {{"NPV from", Align::right}, {"Futures", Align::right}, {"", Align::left, 2}};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double from = histogram.low + static_cast<double>(i * bins) * histogram.width;
    table.rows.push_back({Figure{Kind::money, from, std::abs(histogram.width) / 10.0},
                          Probability{static_cast<double>(counts[i]) / static_cast<double>(findings.manifest.trials),
                                      findings.manifest.trials},
                          bar(counts[i], most)});
  }
  return {table};
}

}  // namespace wayworth::reports
