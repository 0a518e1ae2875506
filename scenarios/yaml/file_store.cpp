#include "scenarios/yaml/file_store.hpp"

#include <system_error>

#include "scenarios/messages/read_error.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

namespace {

std::string key_of(const std::filesystem::path& file) {
  return file.lexically_normal().generic_string();
}

}  // namespace

bool FileStore::has(const std::filesystem::path& file) const {
  std::error_code ignored;
  return kept_ != nullptr ? kept_->contains(key_of(file)) : std::filesystem::is_regular_file(file, ignored);
}

std::string FileStore::text(const std::filesystem::path& file) const {
  if (kept_ == nullptr) return read_file(file);
  const auto kept = kept_->find(key_of(file));
  if (kept == kept_->end()) throw ReadError(file.string() + ": was not kept");
  return kept->second;
}

}  // namespace wayworth::scenarios
