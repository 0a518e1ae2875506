#pragma once

#include <cstdint>
#include <string>

#include "engine/random/sampling.hpp"
#include "engine/results/results.hpp"

namespace wayworth::cli {

inline constexpr std::uint64_t most_trials = 100'000'000;

/// A whole number of `least` to `most`, with k or M for thousands or millions.
/// \throws UsageError, which names `option`, when `text` is anything else
std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t least, std::uint64_t most);

/// Bytes: a whole number of megabytes (M) or gigabytes (G) from 50M up. \throws UsageError, which names `option`
std::uint64_t memory_size(const std::string& option, const std::string& text);

/// Bytes as memory_size reads them, in megabytes and rounded up where they are no whole gigabytes.
std::string memory_text(std::uint64_t bytes);

/// What the word of --point or --sampling means. \throws UsageError when there is no such word
engine::Point point_named(const std::string& text);
engine::Sampling sampling_named(const std::string& text);

}  // namespace wayworth::cli
