#pragma once

#include "reports/comparison_report.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

// The parts of a report on programmes that are compared.

/// Who wins, how surely and by how much, and what to mind when comparing.
Blocks compared_answer(const ComparisonStory& story);
/// The figures of all sides beside each other.
Blocks compared_figures(const ComparisonStory& story);
/// Which limits of its roadmap each side breaks; nothing when all are kept.
Blocks compared_limits(const ComparisonStory& story);
/// How often each side beats each other one; nothing for two.
Blocks compared_wins(const ComparisonStory& story);
/// When the sides that are worse on average are better.
Blocks compared_arguments(const ComparisonStory& story);
/// Who is first when more than the NPV counts; nothing where one criterion alone tells the sides apart.
Blocks compared_weighing(const ComparisonStory& story);
/// What becomes of the initiatives.
Blocks compared_initiatives(const ComparisonStory& story);
/// What was edited, and what each edit did to the mean NPV.
Blocks compared_changes(const ComparisonStory& story);
/// What makes the same comparison again.
Blocks compared_method(const ComparisonStory& story);

/// "1: drivers.margin.value and 2 more", of each group of changes.
std::vector<std::string> names_of_changes(const VersionStory& versions);
/// What each change adds to the mean NPV, from the first side to the second; there is a bridge.
Table change_bridge_table(const ComparisonStory& story);

/// The sides by falling mean NPV.
std::vector<std::size_t> sides_best_first(const ComparisonStory& story);

/// A pair of sides as one sees it who is for `winner`: of two sides that are compared, the other way round if need be.
struct Duel {
  const engine::PairFindings& pair;
  std::size_t winner;
  std::size_t loser;
  engine::Estimate gain;             ///< of the winner's mean NPV
  engine::Estimate probability_won;  ///< that the winner is worth more, equal trials counted half
};
Duel duel_of(const ComparisonStory& story, std::size_t winner, std::size_t loser);

}  // namespace wayworth::reports
