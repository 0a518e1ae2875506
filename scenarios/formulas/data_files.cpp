#include "scenarios/formulas/data_files.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "scenarios/formulas/csv_column.hpp"

namespace wayworth::scenarios {
namespace {

constexpr std::uintmax_t most_bytes = 100'000'000;

std::string read_text(const std::filesystem::path& path) {
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(path, failed);  // fails for a directory too
  if (failed) throw engine::InputError("cannot be read: " + failed.message());
  if (size > most_bytes) throw engine::InputError(fmt::format("has more than {} bytes", most_bytes));
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw engine::InputError("cannot be read");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<double> DataFiles::column(const std::string& file, const std::string& column) {
  try {
    auto text = texts_.find(file);
    if (text == texts_.end()) text = texts_.emplace(file, read_text(folder_ / file)).first;
    return csv_column(text->second, column);
  } catch (const engine::InputError& error) {
    throw engine::InputError(fmt::format("{}: {}", file, error.what()));
  }
}

}  // namespace wayworth::scenarios
