// How many roadmaps of the reference case the library evaluates in a second of one processor, on kept samples:
// schedules_wayworth SCENARIO.yaml TRIALS prints JSON. A schedule is evaluated as a whole; a move changes the start of
// one initiative, and all of its starts are evaluated together.

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

#include "engine/roadmap/schedule_simulator.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::bench {
namespace {

constexpr std::size_t starts = 25;

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Calls `evaluate`, which evaluates some roadmaps and says how many, for at least so many seconds.
template <class Evaluate>
double roadmaps_a_second(double seconds, Evaluate evaluate) {
  const double begin = processor_seconds();
  std::size_t count = 0;
  while (processor_seconds() - begin < seconds) count += evaluate();
  return static_cast<double>(count) / (processor_seconds() - begin);
}

/// The same once plans are compiled, inputs drawn and what single initiatives bring is known, as it soon is in a
/// search.
template <class Evaluate>
double roadmaps_a_second(Evaluate evaluate) {
  roadmaps_a_second(2.0, evaluate);
  return roadmaps_a_second(1.0, evaluate);
}

int run(const std::string& scenario, std::uint64_t trials) {
  const auto read = scenarios::read_model(scenario);
  if (!read.model) return 1;
  const auto sampling = engine::Sampling::random;
  engine::ScheduleSimulator simulator(*read.model, {1, sampling, engine::replicates_for(sampling, trials)});
  std::minstd_rand generator(1);
  engine::Schedule schedule(read.model->initiatives.size());
  const auto shuffle = [&] {
    for (auto& start : schedule) start = 1 + generator() % starts;
  };
  const double schedules = roadmaps_a_second([&] {
    shuffle();
    simulator.npv(schedule);
    return std::size_t{1};
  });
  std::vector<std::optional<std::size_t>> all_starts;
  for (std::size_t start = 1; start <= starts; ++start) all_starts.emplace_back(start);
  const double moves = roadmaps_a_second([&] {
    shuffle();
    return simulator.npv_of_moves(schedule, 0, all_starts).size();
  });
  fmt::print("{{\"schedules_a_second\": {:.0f}, \"moves_a_second\": {:.0f}}}\n", schedules, moves);
  return 0;
}

}  // namespace
}  // namespace wayworth::bench

int main(int count, char** arguments) {
  if (count != 3) {
    fmt::print(stderr, "usage: schedules_wayworth SCENARIO.yaml TRIALS\n");
    return 2;
  }
  const tbb::global_control one_thread(tbb::global_control::max_allowed_parallelism, 1);
  return wayworth::bench::run(arguments[1], std::strtoull(arguments[2], nullptr, 10));
}
