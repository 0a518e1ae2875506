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

std::string DataFiles::read(const std::string& file) const {
  if (kept_ == nullptr) return read_text(folder_ / file);
  const auto kept = kept_->find(file);
  if (kept == kept_->end()) throw engine::InputError("was not kept");
  return kept->second;
}

std::vector<double> DataFiles::column(const std::string& file, const std::string& column) {
  try {
    auto text = texts_.find(file);
    if (text == texts_.end()) text = texts_.emplace(file, read(file)).first;
    return csv_column(text->second, column);
  } catch (const engine::InputError& error) {
    throw engine::InputError(fmt::format("{}: {}", file, error.what()));
  }
}

}  // namespace wayworth::scenarios
