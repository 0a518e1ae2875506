#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/roadmap/roadmap_changes.hpp"
#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::InitiativeId;
using engine::Model;

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

std::string names(const Model& model, const std::vector<InitiativeId>& ids) {
  std::vector<std::string> all;
  for (const InitiativeId id : ids) all.push_back(name_of(model, id));
  return listed(all);
}

std::string moves(const Model& model, const std::vector<engine::MovedStart>& moved) {
  std::vector<std::string> all;
  for (const engine::MovedStart& one : moved) {
    all.push_back(fmt::format("{} ({} to {})", name_of(model, one.initiative), month_of_step(model.time, one.from),
                              month_of_step(model.time, one.to)));
  }
  return listed(all);
}

/// \param in_full  says when what is moved started and starts
std::string deeds(const Model& model, const engine::RoadmapChanges& changes, bool in_full) {
  std::vector<std::string> parts;
  if (!changes.kept.empty()) parts.push_back(fmt::format("keeps {} where they are", changes.kept.size()));
  if (changes.kept.size() == 1) parts.back() = "keeps " + names(model, changes.kept) + " where it is";
  if (!changes.moved.empty()) {
    parts.push_back(in_full ? "moves " + moves(model, changes.moved) : fmt::format("moves {}", changes.moved.size()));
  }
  if (!changes.dropped.empty()) parts.push_back("drops " + names(model, changes.dropped));
  if (!changes.added.empty()) parts.push_back("adds " + names(model, changes.added));
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// One-off costs and the P50 of NPV, before and after.
std::string sums(const Model& model, const RoadmapStory& story, std::size_t option,
                 const engine::RoadmapChanges& changes) {
  const auto money = [&](double amount, double error) {
    return fmt::format("{} {}", model.currency, compact_money(amount, error));
  };
  const auto npv = [&](std::size_t of) {
    const auto median = quantile(story.findings.options[of][engine::Measure::npv], 0.5);
    return median ? money(median->value, median->standard_error) : "no figure";
  };
  const double freed = changes.cost_before - changes.cost_after;
  const bool is_same = changes.dropped.empty() && changes.added.empty();
  const std::string costs = is_same ? "One-off costs stay the same."
                                    : fmt::format("One-off costs go from {} to {}: {} {}.",
                                                  money(changes.cost_before, 0.0), money(changes.cost_after, 0.0),
                                                  money(std::abs(freed), 0.0), freed >= 0.0 ? "freed" : "more");
  return fmt::format("{} The P50 of NPV goes from {} to {}.", costs, npv(option), npv(0));
}

}  // namespace

Blocks roadmap_changes(const Model& model, const RoadmapStory& story) {
  const engine::Schedule& chosen = story.found.best.schedule;
  Blocks blocks = {Heading{"What changes"}};
  for (const ReferenceRoadmap& one : story.references) {
    if (one.starts != chosen) continue;
    blocks.push_back(Paragraph{fmt::format("{}: the same.", one.name)});
  }
  for (std::size_t option = 1; option < model.options.size(); ++option) {
    const engine::Schedule& before = model.options[option].starts;
    const bool starts_something =
        std::any_of(before.begin(), before.end(), [](const auto& start) { return start.has_value(); });
    if (!starts_something || before == chosen) continue;
    const engine::RoadmapChanges changes = changes_between(before, chosen, story.figures);
    const bool in_full = option == 1;  // the one that most is to be known of; the others would only be longer
    blocks.push_back(Paragraph{fmt::format("Against {}, this roadmap {}. {}", model.options[option].name,
                                           deeds(model, changes, in_full), sums(model, story, option, changes))});
  }
  if (blocks.size() == 1) return {};
  return blocks;
}

}  // namespace wayworth::reports
