#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/html_view.hpp"

namespace wayworth::reports {

/// One figure that a reader should see from afar.
struct Tile {
  std::string label;
  std::string value;
  std::string range;  ///< what it may as well be; empty when nothing is uncertain
};

/// NPV, ROI, payback, chance of loss, IRR, peak funding and staff of an option's programme.
std::vector<Tile> tiles(const engine::Model& model, const engine::Findings& findings, std::size_t option,
                        const View& view = first_view);

}  // namespace wayworth::reports
