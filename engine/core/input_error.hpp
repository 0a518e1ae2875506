#pragma once

#include <stdexcept>

namespace wayworth::engine {

/// The caller gave a value that cannot be. The message has the value and the rule:
/// "triangular: mode 5 must lie in [10, 40]".
class InputError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

}  // namespace wayworth::engine
