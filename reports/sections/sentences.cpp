#include "reports/sections/sentences.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"
#include "reports/table_text.hpp"

namespace wayworth::reports {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

std::string in_quotes(const std::string& name) {
  return "\u201C" + name + "\u201D";
}

std::string in_words(const Cell& cell) {
  if (const auto* figure = std::get_if<Figure>(&cell)) return to_text(*figure);
  const auto* instead = std::get_if<Instead>(&cell);
  return instead == nullptr ? "?" : instead->text;
}

std::string whole_months(const Cell& cell) {
  const auto* figure = std::get_if<Figure>(&cell);
  return figure == nullptr || std::isinf(figure->value) ? in_words(cell) : grouped(figure->value, 0);
}

std::string cost_difference(const Model& model, const Figures& better, const Figures& worse) {
  const auto& cost = better[Measure::pv_costs].mean;
  const auto& other = worse[Measure::pv_costs].mean;
  if (!cost || !other) return "";
  const double difference = cost->value - other->value;
  const double error = std::hypot(cost->standard_error, other->standard_error);
  if (std::fabs(difference) <= error) return " and costs about the same";
  return fmt::format(" and costs {} {} {}", model.currency, compact_money(std::fabs(difference), error),
                     difference < 0 ? "less" : "more");
}

std::string payback_sentence(const Model& model, const Figures& figures, const Cells& cells) {
  const engine::Summary& payback = figures[Measure::payback];
  const auto median = quantile(payback, 0.5);
  const double never = static_cast<double>(payback.never) / static_cast<double>(payback.count);
  const std::string within = fmt::format("within {} months", horizon_months(model.time));
  if (!median || std::isinf(median->value)) {
    return fmt::format("It does not pay back {} in {}.", within, of_100_futures(never, payback.count));
  }
  const auto months = [&](double p) { return whole_months(cells.quantile(Measure::payback, figures, p)); };
  if (model.inputs.empty()) return fmt::format("It pays back in {} months.", months(0.5));
  std::string text = fmt::format("It pays back in {} months (P10 {}, P90 {})", months(0.5), months(0.1), months(0.9));
  if (payback.never > 0) text += fmt::format(", but not {} in {}", within, of_100_futures(never, payback.count));
  return text + ".";
}

std::string worth_sentence(const std::string& subject, const Model& model, const Figures& figures, const Cells& cells) {
  const engine::Summary& npv = figures[Measure::npv];
  const auto amount = [&](double p) { return in_words(cells.quantile(Measure::npv, figures, p)); };
  const double loss = npv.probability_of_loss ? npv.probability_of_loss->value : 0.0;
  if (model.inputs.empty()) {
    return fmt::format("{} is worth {} {} (NPV), and nothing in it is uncertain.", subject, model.currency,
                       in_words(cells.mean(Measure::npv, figures)));
  }
  return fmt::format("{} is worth {} {} (NPV; P10 {}, P90 {}) and loses money in {}.", subject, model.currency,
                     in_words(cells.mean(Measure::npv, figures)), amount(0.1), amount(0.9),
                     of_100_futures(loss, npv.count));
}

std::string roi_sentence(const Model& model, const Figures& figures, const Cells& cells) {
  if (!figures.roi_of_means) return "It costs nothing, so there is no ROI.";
  return fmt::format("It returns {} net per {} of cost (ROI).", in_words(cells.roi(figures)), model.currency);
}

std::string comparison_sentence(const Model& model, const Findings& findings, const engine::OptionComparison& pair) {
  const engine::Estimate& gain = pair.mean_gain_of_first;
  const bool first_is_better = gain.value >= 0.0;
  const std::string better = in_quotes(model.options[first_is_better ? pair.first : pair.second].name);
  const std::string worse = in_quotes(model.options[first_is_better ? pair.second : pair.first].name);
  if (findings.manifest.point) {
    return fmt::format("{} is worth {} {} more than {}.", better, model.currency,
                       compact_money(std::fabs(gain.value), 0.0), worse);
  }
  const double probability = pair.probability_first_is_better.value;
  return fmt::format("{} beats {} in {}. On average it is worth {} {} more.", better, worse,
                     of_100_futures(first_is_better ? probability : 1.0 - probability, findings.manifest.trials),
                     model.currency, compact_money_with_error(std::fabs(gain.value), gain.standard_error));
}

std::string dominance_sentence(const std::string& better, const std::string& other,
                               const engine::DominanceFrequency& dominance, std::size_t resamples) {
  if (dominance.first_order >= engine::dominance_is_claimed) {
    return fmt::format(
        "Everyone who wants more money prefers {} to {}: it is likelier to exceed any NPV ({} of resamples).", better,
        other, percent(dominance.first_order, resamples));
  }
  if (dominance.second_order >= engine::dominance_is_claimed) {
    return fmt::format("Everyone who shuns risk prefers {} to {} (second-order dominance in {} of resamples).", better,
                       other, percent(dominance.second_order, resamples));
  }
  constexpr double nearly_everyone = 0.059;
  if (dominance.almost <= nearly_everyone) {
    return fmt::format("Nearly everyone prefers {} to {}: it almost dominates (epsilon {:.3f}).", better, other,
                       dominance.almost);
  }
  return fmt::format("Whether {} is better than {} is a matter of taste for risk: neither dominates.", better, other);
}

}  // namespace wayworth::reports
