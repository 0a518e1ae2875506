#pragma once

#include <string>

#include "reports/report_extras.hpp"

namespace wayworth::reports {

/// What an executive needs, on one page: the decision in a sentence, every option in a sentence and in tiles, the
/// roadmap, and what is not worth it.
std::string html_page_one(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras);

}  // namespace wayworth::reports
