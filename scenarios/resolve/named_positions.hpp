#pragma once

#include <initializer_list>
#include <optional>
#include <vector>

#include "scenarios/resolve/dependency_order.hpp"
#include "scenarios/resolve/name_table.hpp"

namespace wayworth::scenarios {

/// The positions, in the Model's list of this kind, of what the figures name.
std::vector<std::size_t> named_positions(const Figure& figure, NamedQuantity::Kind kind, const NameTable& names);
std::vector<std::size_t> named_positions(std::initializer_list<const std::optional<Figure>*> figures,
                                         NamedQuantity::Kind kind, const NameTable& names);

}  // namespace wayworth::scenarios
