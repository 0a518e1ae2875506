#pragma once

#include <stdexcept>

namespace wayworth::scenarios {

/// A file that cannot be opened or read, as opposed to one that is read and wrong.
class ReadError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

}  // namespace wayworth::scenarios
