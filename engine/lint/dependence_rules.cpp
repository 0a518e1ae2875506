#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/distributions/distribution.hpp"
#include "engine/lint/rule_groups.hpp"

namespace wayworth::engine {

namespace {

/// An input that is the amount of an effect, as it is typed.
struct EffectDraw {
  InitiativeId initiative{};
  InputId input{};
  bool is_reduction = false;  ///< below 0 at its median
};

std::vector<EffectDraw> drawn_effects(const Model& model) {
  std::vector<EffectDraw> all;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    for (const Effect& effect : model.initiatives[i].effects) {
      for (const InputId input : inputs_drawn_in(effect.amount)) {
        const double median = quantile(model.inputs[index_of(input)].distribution, 0.5);
        all.push_back({static_cast<InitiativeId>(i), input, median < 0.0});
      }
    }
  }
  return all;
}

const EffectDraw* find_effect(const std::vector<EffectDraw>& effects, InputId input) {
  const auto found =
      std::find_if(effects.begin(), effects.end(), [&](const EffectDraw& one) { return one.input == input; });
  return found == effects.end() ? nullptr : &*found;
}

/// Whether a higher draw is worth more money.
bool more_is_better(CaseProbe& probe, const EffectDraw& effect) {
  return probe.money_with(effect.initiative, effect.input, 0.9) >
         probe.money_with(effect.initiative, effect.input, 0.1);
}

/// A reduction below 0 and an increase above 0, both for the better.
struct OppositeSigns {
  EffectDraw reduction;
  EffectDraw increase;
};

/// Joined by a rank above 0, one is large in the trials in which the other is small. A harm joined with a gain is none
/// of this rule's business.
std::optional<OppositeSigns> opposite_signs(const LintCase& looked_at, const std::vector<EffectDraw>& effects,
                                            const RankCorrelation& pair) {
  if (pair.stated <= 0.0) return std::nullopt;
  const EffectDraw* const first = find_effect(effects, pair.first);
  const EffectDraw* const second = find_effect(effects, pair.second);
  if (first == nullptr || second == nullptr || first->is_reduction == second->is_reduction) return std::nullopt;
  const OppositeSigns found = first->is_reduction ? OppositeSigns{*first, *second} : OppositeSigns{*second, *first};
  const bool both_are_gains =
      !more_is_better(looked_at.probe, found.reduction) && more_is_better(looked_at.probe, found.increase);
  return both_are_gains ? std::optional(found) : std::nullopt;
}

void find_opposite_signs(const LintCase& looked_at, std::vector<Warning>& found) {
  const std::vector<EffectDraw> effects = drawn_effects(looked_at.model);
  const auto path = [&](const EffectDraw& effect) { return looked_at.model.inputs[index_of(effect.input)].path; };
  for (const CorrelationGroup& group : looked_at.model.correlations) {
    std::size_t pairs = 0;
    std::string example;
    for (const RankCorrelation& pair : group.pairs) {
      const std::optional<OppositeSigns> wrong = opposite_signs(looked_at, effects, pair);
      if (!wrong || ++pairs > 1) continue;
      example = fmt::format("a rank of {:.3g} joins the reduction `{}` with the increase `{}`", pair.stated,
                            path(wrong->reduction), path(wrong->increase));
    }
    if (pairs == 0) continue;
    const std::string others = pairs == 1 ? "" : fmt::format(" (and {} more pairs likewise)", pairs - 1);
    found.push_back({"", "correlations",
                     fmt::format("{}{}: one does much in the trials in which the other does little", example, others),
                     ""});
  }
}

constexpr std::array<LintRule, 1> rules = {{
    {"W-CORR-SIGN", "Opposite signs go together",
     "Ranks are those of the figures as they are typed: the best of a range from -25% to -5% is its lowest.",
     "write the reduction as minus a range, such as -pert(5%, 15%, 25%), whose size is what is correlated",
     LintRule::Needs::model, find_opposite_signs},
}};

}  // namespace

std::span<const LintRule> dependence_rules() {
  return rules;
}

}  // namespace wayworth::engine
