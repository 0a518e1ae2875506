#pragma once

#include <string_view>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "engine/analysis/warning.hpp"
#include "engine/lint/case_probe.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// What a rule may look at.
struct LintCase {
  const Model& model;
  CaseProbe& probe;
  const Findings* findings = nullptr;  ///< none before a run
};

/// One thing that the linter looks for.
struct LintRule {
  std::string_view id;    ///< permanent: scenarios accept findings by it
  std::string_view name;  ///< a few words
  std::string_view why;   ///< why it matters
  std::string_view remedy;
  enum class Needs {
    reading,  ///< found while the scenario is read, not here
    model,    ///< found in the model
    run,      ///< needs the figures of a run
  } needs = Needs::model;
  /// Appends what it finds; rule and remedy are filled in by the linter. Empty for rules that reading finds.
  void (*check)(const LintCase& looked_at, std::vector<Warning>& found) = nullptr;
};

}  // namespace wayworth::engine
