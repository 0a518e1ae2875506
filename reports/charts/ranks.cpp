#include <fmt/format.h>

#include <algorithm>

#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

MaybeChart ranks_chart(const engine::Model& model, const engine::Findings& findings) {
  constexpr std::size_t most_places = 12;
  if (findings.by_npv.size() < 2 || findings.manifest.point) return std::nullopt;
  const std::size_t places = std::min(most_places, findings.place_shares.size());
  Json rows = Json::array();
  Table table{"How often each initiative takes which place by NPV alone", "", {text_column("Initiative")}, {}};
  for (std::size_t place = 0; place < places; ++place) {
    table.columns.push_back(number_column(fmt::format("{}.", place + 1)));
  }
  for (std::size_t i = 0; i < findings.by_npv.size(); ++i) {
    const engine::InitiativeId initiative = findings.by_npv[i].initiative;
    const std::vector<double> shares(findings.place_shares[i].begin(),
                                     findings.place_shares[i].begin() + static_cast<std::ptrdiff_t>(places));
    rows.push_back({{"initiative", id_of(initiative)}, {"name", name_of(model, initiative)}, {"shares", shares}});
    std::vector<Cell> cells = {name_of(model, initiative)};
    for (const double share : shares) cells.emplace_back(Probability{share, findings.manifest.trials});
    table.rows.push_back(std::move(cells));
    table.about.push_back(about_initiative(initiative));
  }
  const std::string first = name_of(model, findings.by_npv.front().initiative);
  const double most = findings.by_npv.front().placed[0].value;
  return Chart{"ranks",
               "How sure the ranking is: how often each initiative takes which place (%)",
               fmt::format("{} is first in {}. The darker a field, the more often.", first,
                           of_100_futures(most, findings.manifest.trials)),
               {{std::move(table)}},
               text_of({{"kind", "ranks"}, {"rows", std::move(rows)}})};
}

}  // namespace wayworth::reports
