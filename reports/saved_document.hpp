#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace wayworth::reports {

/// JSON that holds all that a command found and the scenarios that it was found in, as it was written: results.json of
/// a run, a sensitivity analysis or a roadmap, or comparison.json. Copies share it.
class SavedDocument {
public:
  /// \throws engine::InputError when the text is not what this version of Wayworth wrote, to the last word
  explicit SavedDocument(const std::string& text);

  [[nodiscard]] bool is_comparison() const;
  [[nodiscard]] const nlohmann::ordered_json& json() const { return *json_; }

private:
  std::shared_ptr<const nlohmann::ordered_json> json_;
};

}  // namespace wayworth::reports
