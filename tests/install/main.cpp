#include "engine/random/stream.hpp"

// Exit code 0 when the installed library gives what its header promises: the same number at the same address.
int main() {
  const wayworth::engine::DrawAddress address{.seed = 1, .stream = wayworth::engine::stream_id("drivers.margin")};
  const double drawn = wayworth::engine::uniform(address);
  return drawn > 0.0 && drawn < 1.0 && drawn == wayworth::engine::uniform(address) ? 0 : 1;
}
