#pragma once

#include <string>

#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// The whole report as one HTML file that needs nothing else: no server, no network (its Content-Security-Policy
/// forbids both), no script to be read. Page one stands alone; each section says in its heading what it finds; charts
/// are drawn where scripts run and Wayworth was built with them, and each stands above the table that it draws. The
/// same findings give the same bytes; figures have the digits that they have on the terminal.
/// \param extras  what else is known; a section without its analysis is left out
std::string to_html(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras = {});

}  // namespace wayworth::reports
