#pragma once

#include <string>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// What an executive needs, on one page: every option in a sentence and in tiles, the roadmap, and what is not worth
/// it.
std::string html_page_one(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
