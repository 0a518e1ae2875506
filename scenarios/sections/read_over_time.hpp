#pragma once

#include <string>
#include <vector>

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

// How figures change over time without any initiative.

enum class Grows { smoothly, yearly };
inline constexpr std::array<Choice<Grows>, 2> grows_words = {
    {{"smoothly", Grows::smoothly}, {"yearly", Grows::yearly}}};

/// The keys of whatever grows.
inline constexpr Key growth_key = {"growth", Key::Use::optional, shapes::figure_with_percent,
                                   "growth without any initiative, from the start"};
inline constexpr Key grows_key = {"grows", Key::Use::optional, shapes::one_of<grows_words>,
                                  "compounded `smoothly`, or once a year (wage rounds, indexed contracts)"};
bool read_grows_yearly(const MapReader& reader);

/// Growth and how it compounds, of an item of a list whose figure has this path.
Escalation read_escalation(const MapReader& reader, const std::string& path, const ReadContext& context);

/// Figures of year 1, 2, ...; what is wrong with one is reported, and none come back.
std::vector<Figure> read_series(const DocumentNode& node, const std::string& path, const ReadContext& context);

/// Twelve factors, scaled to a mean of 1; empty when something is wrong with them (reported).
std::vector<double> read_seasonality(const DocumentNode& node, const std::string& path, const ReadContext& context);

extern const SectionKeys noise_keys;
std::optional<NoiseSection> read_noise(const DocumentNode& node, const std::string& path, const ReadContext& context);

}  // namespace wayworth::scenarios
