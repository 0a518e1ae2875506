#pragma once

#include <string>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// The whole report as one HTML file that needs nothing else: no server, no network (its Content-Security-Policy
/// forbids both), no script to be read. Page one stands alone; charts are drawn where scripts run and Wayworth was
/// built with them, and each stands above the table that it draws. The same findings give the same bytes; figures have
/// the digits that they have on the terminal.
std::string to_html(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
