#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "reports/json_parts.hpp"

namespace wayworth::reports {

/// \throws engine::InputError "results: why"
[[noreturn]] void refuse(const std::string& why);

/// The same for what is not there in a document, or is not what it should be.
[[noreturn]] void refuse(const Json::exception& error);

/// Runs `read`; what it does not find is the file's fault.
template <class Read>
auto reading(Read read) {
  try {
    return read();
  } catch (const Json::exception& error) {
    refuse(error);
  }
}

}  // namespace wayworth::reports
