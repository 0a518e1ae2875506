#include "cli/schema_command.hpp"

#include <ostream>

#include "scenarios/json_schema.hpp"

namespace wayworth::cli {

ExitCode schema_command(const Streams& streams) {
  streams.out << scenarios::json_schema();
  return ExitCode::done;
}

}  // namespace wayworth::cli
