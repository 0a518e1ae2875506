#include "cli/kept_scenario.hpp"

namespace wayworth::cli {

reports::ScenarioText to_text(const scenarios::KeptScenario& kept) {
  return {kept.file, kept.text, kept.overrides, kept.variant, kept.files};
}

scenarios::KeptScenario from_text(const reports::ScenarioText& text) {
  return {text.file, text.text, text.overrides, text.variant, text.files};
}

}  // namespace wayworth::cli
