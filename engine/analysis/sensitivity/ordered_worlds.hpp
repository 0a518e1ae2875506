#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// Worlds have names and no order. For what asks for one - bins, ranks, straight lines - they stand in the order of
/// the mean output in them.
struct OrderedWorlds {
  InputId input{};
  std::vector<std::size_t> worlds;  ///< places in Worlds::list, the one with the lowest mean first
  std::vector<double> values;       ///< by trial: the place of its world in `worlds`
};

/// \param columns  the inputs' draws \param output  of the same trials
/// \return nothing where there is one world, or the output does not depend on which it is
std::optional<OrderedWorlds> ordered_worlds(const Model& model, const std::vector<InputColumn>& columns,
                                            std::span<const double> output);

/// Puts the ordered values in the place of what the worlds drew.
/// \param worlds  must outlive `inputs`
void take_order(const OrderedWorlds& worlds, std::vector<DrawnInput>& inputs);

}  // namespace wayworth::engine
