#include "cli/typed_words.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/failure.hpp"

namespace wayworth::cli {

std::uint64_t whole_number(const std::string& option, const std::string& text, std::uint64_t least,
                           std::uint64_t most) {
  std::string digits = text;
  std::uint64_t factor = 1;
  if (digits.ends_with('k')) factor = 1'000;
  if (digits.ends_with('M')) factor = 1'000'000;
  if (factor > 1) digits.pop_back();
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  if (!is_number || value > most / factor || value * factor < least) {
    throw UsageError(fmt::format("{}: '{}' must be a whole number of {} to {}", option, text, least, most));
  }
  return value * factor;
}

engine::Point point_named(const std::string& text) {
  if (text == "mode") return engine::Point::mode;
  if (text == "median") return engine::Point::median;
  if (text == "mean") return engine::Point::mean;
  throw UsageError(fmt::format("--point: '{}' must be mode, median or mean", text));
}

engine::Sampling sampling_named(const std::string& text) {
  if (text == "sobol") return engine::Sampling::sobol;
  if (text == "latin_hypercube") return engine::Sampling::latin_hypercube;
  if (text == "random") return engine::Sampling::random;
  throw UsageError(fmt::format("--sampling: '{}' must be sobol, latin_hypercube or random", text));
}

}  // namespace wayworth::cli
