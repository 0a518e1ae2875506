#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/core/unit.hpp"
#include "engine/model/model.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/resolve/possible_range.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// What a key of the scenario stands for in formulas, and as the target of effects.
struct NamedQuantity {
  enum class Kind { driver, stream };
  enum class State { unusable, usable };  ///< unusable: something about it is wrong and has been reported

  Kind kind = Kind::driver;
  std::size_t index = 0;  ///< in its list in the Model
  Place place;
  State state = State::unusable;
  engine::Unit unit;        ///< of its value in the Model
  engine::Unit typed_unit;  ///< of numbers in effects on it; of a stream, its stated unit
  bool checked = false;
  DriverRole role = DriverRole::figure;
  bool is_share = false;  ///< a driver whose figure is typed with %
  /// What a driver can be within the horizon without any initiative; known when its figure is made of numbers and draws
  /// only, or names one such driver.
  std::optional<PossibleRange> range;
};

/// Drivers and streams by key; initiatives are known too, for better messages.
class NameTable {
public:
  /// Enters all keys, as unusable, and reports keys that are used twice.
  NameTable(const Scenario& scenario, Problems& problems);

  /// nullptr when no driver or stream has this key.
  [[nodiscard]] const NamedQuantity* find(std::string_view key) const;
  [[nodiscard]] NamedQuantity& at(const std::string& key) { return quantities_.at(key); }

  /// The driver with this position in the Model.
  [[nodiscard]] const NamedQuantity& driver(engine::DriverId id) const { return quantities_.at(keys_[index_of(id)]); }

  /// Reports a key that find() does not know: "unknown name `cals`; did you mean `calls`?"; but not when drivers or
  /// streams could not be read, as it may well be one of them.
  void report_unknown(const std::string& key, const Place& place, const std::string& path, Problems& problems) const;

private:
  void enter(const Heading& heading, NamedQuantity::Kind kind, std::size_t index, Problems& problems);

  std::unordered_map<std::string, NamedQuantity> quantities_;
  std::unordered_map<std::string, Place> initiatives_;
  std::vector<std::string> keys_;  ///< of drivers, then of streams, in the order of the file
  bool is_complete_ = true;
};

}  // namespace wayworth::scenarios
