#pragma once

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys phase_keys;

/// The step at `key`, from `least` to the last one; nothing when there is none or it is wrong (reported).
/// \param steps  of the scenario; 0 when unknown
std::optional<std::size_t> read_step(const MapReader& reader, std::string_view key, std::size_t least,
                                     std::size_t steps);

/// `from` and `to` of a span of steps; nothing, and a problem, when one is missing or wrong.
struct StepRange {
  std::size_t from = 1;
  std::size_t to = 1;
};
std::optional<StepRange> read_step_range(const MapReader& reader, std::size_t steps, std::string_view what);

/// An amount of money, at least 0, of numbers only; nothing when there is none or it is wrong (reported).
std::optional<double> read_budget(const MapReader& reader, const ReadContext& context);

std::vector<engine::Phase> read_phases(const DocumentNode& node, std::size_t steps, const ReadContext& context);

}  // namespace wayworth::scenarios
