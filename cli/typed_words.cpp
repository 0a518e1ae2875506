#include "cli/typed_words.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/failure.hpp"

namespace wayworth::cli {

namespace {

constexpr std::uint64_t megabyte = 1'000'000;
constexpr std::uint64_t gigabyte = 1'000'000'000;

}  // namespace

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

std::uint64_t memory_size(const std::string& option, const std::string& text) {
  constexpr std::uint64_t least = 50 * megabyte;
  constexpr std::uint64_t most_units = 1'000'000;
  const bool in_gigabytes = text.ends_with('G');
  const std::uint64_t unit = in_gigabytes ? gigabyte : megabyte;
  std::uint64_t units = 0;
  const char* const last = text.data() + text.size() - (text.empty() ? 0 : 1);
  const auto [end, error] = std::from_chars(text.data(), last, units);
  const bool is_size = (in_gigabytes || text.ends_with('M')) && error == std::errc() && end == last;
  if (!is_size || units > most_units || units * unit < least) {
    throw UsageError(fmt::format("{}: '{}' must be a size of 50M or more, such as 400M or 2G", option, text));
  }
  return units * unit;
}

std::string memory_text(std::uint64_t bytes) {
  if (bytes % gigabyte == 0) return fmt::format("{}G", bytes / gigabyte);
  return fmt::format("{}M", (bytes + megabyte - 1) / megabyte);
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
