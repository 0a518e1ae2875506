#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wayworth::engine {

/// What an input is about, as its path tells.
enum class InputKind : std::uint8_t {
  business,
  effect,
  timing,
  cost,
  chance  ///< an event that chance decides after the choice, see is_chance_event
};

InputKind kind_of_input(std::string_view path);

/// The kind in words: "Today's business".
std::string_view name_of(InputKind kind);

/// The key of the initiative that an input belongs to; empty for one that belongs to none.
std::string initiative_key_of(std::string_view path);

/// Whether the input is an event that chance decides after the choice, and not a quantity that exists and could be
/// measured: whether a rollout succeeds, and the noise of single steps. Nobody can buy knowledge of it beforehand.
bool is_chance_event(std::string_view path);

}  // namespace wayworth::engine
