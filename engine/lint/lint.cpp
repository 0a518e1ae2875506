#include "engine/lint/lint.hpp"

#include <algorithm>

#include "engine/lint/rule_groups.hpp"

namespace wayworth::engine {

namespace {

std::vector<LintRule> collect_rules() {
  std::vector<LintRule> all;
  for (const auto group : {initiative_rules(), counting_rules(), structure_rules(), link_rules(), estimate_rules(),
                           dependence_rules(), result_rules(), reading_rules()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

std::vector<Warning> lint(const LintCase& looked_at) {
  std::vector<Warning> found;
  for (const LintRule& rule : all_rules()) {
    const bool is_possible =
        rule.needs == LintRule::Needs::model || (rule.needs == LintRule::Needs::run && looked_at.findings != nullptr);
    if (!is_possible) continue;
    const std::size_t first = found.size();
    rule.check(looked_at, found);
    for (std::size_t i = first; i < found.size(); ++i) {
      found[i].rule = rule.id;
      found[i].remedy = rule.remedy;
    }
  }
  return found;
}

}  // namespace

std::span<const LintRule> all_rules() {
  static const std::vector<LintRule> all = collect_rules();
  return all;
}

const LintRule* find_rule(std::string_view id) {
  const auto rules = all_rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const LintRule& rule) { return rule.id == id; });
  return found == rules.end() ? nullptr : &*found;
}

std::vector<Warning> lint(const Model& model) {
  CaseProbe probe(model);
  return lint(LintCase{model, probe});
}

std::vector<Warning> lint(const Model& model, const Findings& findings) {
  CaseProbe probe(model);
  return lint(LintCase{model, probe, &findings});
}

}  // namespace wayworth::engine
