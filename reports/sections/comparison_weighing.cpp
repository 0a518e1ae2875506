#include <fmt/format.h>

#include <array>

#include "reports/digits.hpp"
#include "reports/sections/comparison_parts.hpp"

namespace wayworth::reports {

namespace {

const char* name_of(engine::Criterion criterion, bool has_chance) {
  constexpr std::array names = {"Mean NPV", "P10 of NPV", "Low peak funding", "Early payback"};
  return has_chance || criterion != engine::Criterion::mean_npv ? names[static_cast<std::size_t>(criterion)] : "NPV";
}

}  // namespace

Blocks compared_weighing(const ComparisonStory& story) {
  const engine::Weighing& weighing = story.found.weighing;
  if (weighing.criteria.empty()) return {};
  Table table{"First in so many weightings of these, and the weights of one who prefers it", "", {}, {}};
  table.columns = {{"", Align::left, 1, false}, {"First in", Align::right, 1, false}};
  for (const engine::Criterion criterion : weighing.criteria) {
    table.columns.push_back({name_of(criterion, !story.found.manifest.point), Align::right, 2, false});
  }
  for (const std::size_t side : sides_best_first(story)) {
    const double first = weighing.acceptability.places[side].front();
    std::vector<Cell> row = {story.sides[side].name, Instead{fmt::format("{:.0f} %", 100.0 * first)}};
    const std::vector<double>& central = weighing.acceptability.central_weights[side];
    for (std::size_t i = 0; i < weighing.criteria.size(); ++i) {
      row.emplace_back(Instead{central.empty() ? "-" : fmt::format("{:.0f} %", 100.0 * central[i])});
    }
    table.rows.push_back(std::move(row));
  }
  return {
      Heading{"If more than the NPV counts"}, std::move(table),
      Paragraph{"Nobody has said how much each of these counts, so all weights are tried, each as likely as another "
                "(SMAA-2). A weight is what the way from the worst to the best of these sides counts."}};
}

}  // namespace wayworth::reports
