#include "cli/find_input.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/failure.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::cli {

engine::InputId find_input(const std::string& option, const std::string& text, const engine::Model& model) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    const std::string& path = model.inputs[i].path;
    if (path == text || path == "drivers." + text || path == "initiatives." + text) {
      return static_cast<engine::InputId>(i);
    }
    known.push_back(path);
    if (const std::size_t dot = path.find('.'); dot != std::string::npos) known.push_back(path.substr(dot + 1));
  }
  throw UsageError(
      fmt::format("{}: '{}' is not an uncertain figure{}", option, text, scenarios::suggestion(text, known)));
}

}  // namespace wayworth::cli
