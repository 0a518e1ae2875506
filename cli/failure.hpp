#pragma once

#include <stdexcept>

namespace wayworth::cli {

/// The command line is wrong: exit code 2.
class UsageError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// A file or stream cannot be written: exit code 3.
class WriteError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The user pressed Ctrl-C: exit code 130.
class Interrupted : public std::runtime_error {
public:
  Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace wayworth::cli
