#include "engine/core/version.hpp"

namespace wayworth::engine {

std::string_view version() {
  return WAYWORTH_VERSION;
}  // the build takes it from CMakeLists.txt

}  // namespace wayworth::engine
