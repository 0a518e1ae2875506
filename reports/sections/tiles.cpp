#include "reports/sections/tiles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

/// Makes the tiles of one programme.
class Tiles {
public:
  Tiles(const Model& model, const Findings& findings, std::size_t option, const View& view)
      : model_(model),
        view_(view),
        has_chance_(is_uncertain(model, findings)),
        cells_(findings.manifest),
        programme_(findings.options[option]),
        returns_(findings.returns[option]) {}

  [[nodiscard]] std::vector<Tile> all() const {
    std::vector<Tile> tiles = {
        {view_.is_cash ? "NPV, mean, cash-releasing" : "NPV, mean", money(view_.npv()), range(view_.npv())},
        {named("ROI"), in_words(cells_.roi(programme_)), programme_.roi_of_means ? range(Measure::roi) : ""},
        payback()};
    if (has_chance_) tiles.push_back(chance_of_loss());
    tiles.push_back(internal_rate());
    tiles.push_back({named("Peak funding, mean"), money(Measure::peak_funding), range(Measure::peak_funding)});
    const std::string freed = people(cells_.mean(Measure::freed_fte, programme_));
    if (freed == "0") return tiles;
    const std::string cashed = people(cells_.mean(Measure::cashed_fte, programme_));
    tiles.push_back({"FTE freed (cashed)", fmt::format("{} ({})", freed, cashed),
                     range_of([&](double p) { return people(cells_.quantile(Measure::freed_fte, programme_, p)); })});
    return tiles;
  }

private:
  /// What is of all savings whatever the view says so beside figures that are not.
  [[nodiscard]] std::string named(const char* name) const {
    return view_.is_cash ? fmt::format("{}, economic", name) : name;
  }

  [[nodiscard]] std::string money(Measure measure) const {
    return model_.currency + " " + in_words(cells_.mean(measure, programme_));
  }

  /// Of dozens of people the tenths say nothing.
  [[nodiscard]] static std::string people(const Cell& cell) {
    constexpr double dozens = 20.0;
    const auto* const figure = std::get_if<Figure>(&cell);
    return figure != nullptr && figure->value >= dozens ? grouped(figure->value, 0) : in_words(cell);
  }

  /// \param text_at  what stands at a quantile
  template <class TextAt>
  [[nodiscard]] std::string range_of(const TextAt& text_at) const {
    if (!has_chance_) return "";
    return fmt::format("{} {}, {} {}", view_.low_name(), text_at(view_.low), view_.high_name(), text_at(view_.high));
  }

  [[nodiscard]] std::string range(Measure measure) const {
    return range_of([&](double p) { return in_words(cells_.quantile(measure, programme_, p)); });
  }

  [[nodiscard]] Tile payback() const {
    const auto months = [&](double p) { return whole_months(cells_.quantile(Measure::payback, programme_, p)); };
    const std::string median = months(0.5);
    const bool is_number = median.find_first_not_of("0123456789,") == std::string::npos;
    const std::string value = is_number ? median + " months" : median;
    if (!has_chance_) return {named("Payback"), value, ""};
    std::string range = range_of(months);
    const engine::Summary& payback = programme_[Measure::payback];
    if (payback.never > 0) {
      const double never = static_cast<double>(payback.never) / static_cast<double>(payback.count);
      range += fmt::format("; never within {}: {}", horizon_months(model_.time), percent(never, payback.count));
    }
    return {named("Payback, P50"), value, range};
  }

  [[nodiscard]] Tile chance_of_loss() const {
    const engine::Summary& npv = programme_[view_.npv()];
    if (!npv.probability_of_loss) return {"Chance of loss", "undefined", ""};
    return {"Chance of loss", percent(npv.probability_of_loss->value, npv.count),
            fmt::format("of {} futures", grouped(static_cast<double>(npv.count), 0))};
  }

  [[nodiscard]] Tile internal_rate() const {
    const std::string why_not = why_undefined(returns_.of_mean_flow);
    std::string spread = has_chance_ ? spread_text(returns_.of_trials) : "";
    spread.resize(std::min(spread.find(": "), spread.size()));  // why it is undefined stands with the options
    return {named("IRR a year"), internal_rate_text(returns_.of_mean_flow), why_not.empty() ? spread : why_not};
  }

  const Model& model_;
  const View& view_;
  bool has_chance_;
  Cells cells_;
  const Figures& programme_;
  const engine::ProgrammeReturns& returns_;
};

}  // namespace

std::vector<Tile> tiles(const Model& model, const Findings& findings, std::size_t option, const View& view) {
  return Tiles(model, findings, option, view).all();
}

}  // namespace wayworth::reports
