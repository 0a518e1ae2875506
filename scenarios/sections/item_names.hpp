#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {

/// The names by which the items of one list of benefits or costs are told apart, in paths and in reports.
class ItemNames {
public:
  explicit ItemNames(std::string list_path) : list_path_(std::move(list_path)) {}

  /// The item's `name`, or the text at `instead` when it has none. Reports a name that the list already has.
  std::string name_of(const MapReader& item, std::string_view instead);

  [[nodiscard]] const std::string& list_path() const { return list_path_; }

private:
  std::string list_path_;
  std::unordered_set<std::string> taken_;
};

}  // namespace wayworth::scenarios
