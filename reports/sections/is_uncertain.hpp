#pragma once

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// Whether figures have a spread to show: something in the case is uncertain, and chance was let in.
inline bool is_uncertain(const engine::Model& model, const engine::Findings& findings) {
  return !findings.manifest.point && !model.inputs.empty();
}

}  // namespace wayworth::reports
