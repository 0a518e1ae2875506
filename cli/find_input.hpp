#pragma once

#include <string>

#include "engine/model/model.hpp"

namespace wayworth::cli {

/// The uncertain figure that `text` names: by its path, or as reports shorten it, without "drivers." or "initiatives.".
/// \throws UsageError, with a suggestion, when there is none; it begins with `option`
engine::InputId find_input(const std::string& option, const std::string& text, const engine::Model& model);

}  // namespace wayworth::cli
