#include <array>

#include "engine/lint/rule_groups.hpp"

namespace wayworth::engine {

namespace {

constexpr std::array<LintRule, 5> rules = {{
    {"W-OCC", "Staff busier than people can be",
     "Above nine tenths of their time people do not keep up for long: they leave, or the service does.",
     "plan with 80 to 88%", LintRule::Needs::reading},
    {"W-SEVERANCE", "Redundancies for nothing",
     "Who is made redundant is paid off; where it is free, the case is worth too much and a hard decision looks easy.",
     "state `severance`", LintRule::Needs::reading},
    {"W-DOUBLE-RISK", "Risk counted twice",
     "A range says how much a figure may exceed what is likely; an addition on top of it counts the same risk again.",
     "remove the `contingency`, or let it be the range of a plain estimate", LintRule::Needs::reading},
    {"W-CORR-REPAIRED", "Correlations moved",
     "Ranks that cannot hold together are replaced by the nearest that can, which nobody has estimated.",
     "state ranks near those that are used", LintRule::Needs::reading},
    {"W-STALE", "Nothing to accept", "A finding that was accepted and is gone may hide the next one at that place.",
     "remove it from `accept`", LintRule::Needs::reading},
}};

}  // namespace

std::span<const LintRule> reading_rules() {
  return rules;
}

}  // namespace wayworth::engine
