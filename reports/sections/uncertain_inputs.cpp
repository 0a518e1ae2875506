#include <fmt/format.h>

#include <algorithm>

#include "reports/input_names.hpp"
#include "reports/sections/knowledge.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

/// "12 %", "< 1 %": how far the spread of the NPV goes with the input alone.
std::string share_text(double share) {
  const double points = std::max(0.0, 100.0 * share);
  return points < 1.0 ? "< 1 %" : fmt::format("{:.0f} %", points);
}

const engine::TrialSensitivity* shares_of(const ReportExtras& extras) {
  if (extras.of_run != nullptr) return &extras.of_run->from_trials;
  return extras.sensitivity == nullptr ? nullptr : &extras.sensitivity->from_trials;
}

/// Those with the greatest shares first; those that nothing depends on last.
std::vector<std::pair<engine::InputId, std::string>> ordered_inputs(const Model& model, const ReportExtras& extras) {
  std::vector<std::pair<engine::InputId, std::string>> ordered;
  std::vector<bool> has_share(model.inputs.size(), false);
  if (const auto* found = shares_of(extras)) {
    auto inputs = found->inputs;
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const auto& a, const auto& b) { return a.first_order.value > b.first_order.value; });
    for (const auto& one : inputs) {
      ordered.emplace_back(one.input, share_text(one.first_order.value));
      has_share[engine::index_of(one.input)] = true;
    }
  }
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    if (!has_share[i]) ordered.emplace_back(static_cast<engine::InputId>(i), "");
  }
  return ordered;
}

}  // namespace

Blocks uncertain_inputs(const Model& model, const ReportExtras& extras) {
  if (model.inputs.empty()) return {};
  const bool has_shares = shares_of(extras) != nullptr;
  Table table{"Every uncertain figure, and how much of the spread goes with it", "", {{"Figure", Align::left}}, {}};
  if (!has_shares) table.title = "Every uncertain figure";
  for (const char* name : {"P10", "P50", "P90"}) table.columns.push_back({name, Align::right});
  table.columns.push_back({"Unit", Align::left});
  if (has_shares) table.columns.push_back({"Share of the spread", Align::right});
  for (const auto& [input, share] : ordered_inputs(model, extras)) {
    const engine::Distribution& distribution = model.inputs[engine::index_of(input)].distribution;
    std::vector<Cell> row = {input_in_words(model, input)};
    for (const double p : {0.1, 0.5, 0.9}) {
      row.emplace_back(Instead{input_value_text(model, input, engine::quantile(distribution, p))});
    }
    row.emplace_back(input_unit(model, input));
    if (has_shares) row.emplace_back(Instead{share});
    table.rows.push_back(std::move(row));
    const auto initiative = initiative_of(model, input);
    table.about.push_back(initiative ? about_initiative(*initiative) : RowSubject{});
  }
  Blocks blocks = {std::move(table)};
  if (has_shares) {
    blocks.emplace_back(
        Paragraph{"The share of the variance of the programme's NPV that goes with the figure alone. Figures that go "
                  "together each "
                  "have what the others do in their shares, which then add up to more than 100 %."});
  }
  return blocks;
}

}  // namespace wayworth::reports
