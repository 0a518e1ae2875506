#pragma once

#include <string>

#include "engine/analysis/stopping.hpp"

namespace wayworth::cli {

/// What `--until` asks for: "precise", "stable", "mean=50k", "p10=100k", "p90=100k", "loss=1%", or several of them with
/// commas between. \throws UsageError
engine::StoppingRule stopping_rule(const std::string& text);

}  // namespace wayworth::cli
