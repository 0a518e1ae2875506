// Parts of the engine by themselves: nanoseconds per input by distribution and sampling, per operation of a plan, and
// what a quantile table costs to make.

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "engine/distributions/quantile_function.hpp"
#include "engine/execute/kernels.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/finance/ramp.hpp"
#include "engine/random/sobol.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::bench {
namespace {

using namespace engine;

constexpr std::size_t block = default_block_size;

void count_trials(benchmark::State& state, std::size_t trials) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(trials));
  state.counters["ns_each"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(trials) * 1e-9,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

std::vector<double> uniforms(std::size_t count) {
  std::vector<double> values(count);
  fill_uniform({.seed = 1, .stream = 1, .index = 0}, values);
  return values;
}

void draw_philox(benchmark::State& state) {
  std::vector<double> out(block);
  std::uint64_t first = 0;
  for (auto _ : state) {
    fill_uniform({.seed = 1, .stream = 1, .index = first}, out);
    first = (first + block) % (std::uint64_t{1} << 30U);
    benchmark::DoNotOptimize(out.data());
  }
  count_trials(state, block);
}
BENCHMARK(draw_philox);

void draw_sobol(benchmark::State& state) {
  const ScrambledSobol net(sobol_directions(7), {1, 1, 0});
  std::vector<double> out(block);
  std::uint64_t first = 0;
  for (auto _ : state) {
    net.fill(first, out);
    first = (first + block) % (std::uint64_t{1} << 30U);
    benchmark::DoNotOptimize(out.data());
  }
  count_trials(state, block);
}
BENCHMARK(draw_sobol);

void take_quantiles(benchmark::State& state, const Distribution& distribution) {
  const QuantileFunction quantiles(distribution);
  const std::vector<double> u = uniforms(block);
  std::vector<double> out(block);
  for (auto _ : state) {
    quantiles(u, out);
    benchmark::DoNotOptimize(out.data());
  }
  count_trials(state, block);
}
BENCHMARK_CAPTURE(take_quantiles, uniform, Uniform::make(2, 6));
BENCHMARK_CAPTURE(take_quantiles, triangular, Triangular::make(2, 6, 15));
BENCHMARK_CAPTURE(take_quantiles, pert, Pert::make(96, 120, 204));
BENCHMARK_CAPTURE(take_quantiles, normal, Normal::make(5200, 450));
BENCHMARK_CAPTURE(take_quantiles, lognormal, Lognormal::make(9000, 2250));
BENCHMARK_CAPTURE(take_quantiles, bernoulli, Bernoulli::make(0.8));
BENCHMARK_CAPTURE(take_quantiles, gamma, Gamma::make(2.5, 3));
BENCHMARK_CAPTURE(take_quantiles, weibull, Weibull::make(1.5, 3));
BENCHMARK_CAPTURE(take_quantiles, truncated_normal, TruncatedNormal::make(5, 2, 1, 9));
BENCHMARK_CAPTURE(take_quantiles, poisson, Poisson::make(12));

/// Every iteration makes the table of a shape that was never met before.
void make_pert_table(benchmark::State& state) {
  double mode = 0.1;
  for (auto _ : state) {
    mode = mode < 0.9 ? mode + 1e-5 : 0.1;
    benchmark::DoNotOptimize(QuantileFunction(Pert::make(0, mode, 1)));
  }
}
BENCHMARK(make_pert_table)->Unit(benchmark::kMicrosecond);

/// One operation on columns of a block that are in the first-level cache.
void run_operation(benchmark::State& state, const Node& node) {
  const Kernel kernel = kernel_of(node);
  std::vector<std::vector<double>> columns(4, uniforms(block));
  std::vector<double> out(block, 0.5);
  std::vector<double> before(block, 0.5);
  Work work;
  work.a = {columns[0].data(), 0.0};
  work.b = {columns[1].data(), 0.9};
  if (node.operation == Operation::accumulate) work.b.column = nullptr;
  work.c = {columns[2].data(), 0.0};
  work.d = {columns[3].data(), 0.0};
  work.out = out.data();
  work.before = before.data();
  work.trials = block;
  const Step step{1.0, {0.25, 0.75}};
  work.step = &step;
  work.detail = node.detail;
  work.argument_count = static_cast<std::uint8_t>(node.arguments.size());
  for (auto _ : state) {
    kernel(work);
    benchmark::ClobberMemory();
  }
  count_trials(state, block);
}

Node operation(Operation kind) {
  return {.operation = kind, .arguments = {NodeId{}, NodeId{}, NodeId{}}};
}

Node function(Function kind, std::uint8_t arguments) {
  Node node{.operation = Operation::function, .detail = static_cast<std::uint32_t>(kind)};
  node.arguments.resize(arguments);
  return node;
}

BENCHMARK_CAPTURE(run_operation, add, function(Function::add, 2));
BENCHMARK_CAPTURE(run_operation, multiply, function(Function::multiply, 2));
BENCHMARK_CAPTURE(run_operation, divide, function(Function::divide, 2));
BENCHMARK_CAPTURE(run_operation, maximum, function(Function::maximum, 2));
BENCHMARK_CAPTURE(run_operation, less, function(Function::less, 2));
BENCHMARK_CAPTURE(run_operation, choose, function(Function::choose, 3));
BENCHMARK_CAPTURE(run_operation, clamp, function(Function::clamp, 3));
BENCHMARK_CAPTURE(run_operation, exponential, function(Function::exponential, 1));
BENCHMARK_CAPTURE(run_operation, logarithm, function(Function::logarithm, 1));
BENCHMARK_CAPTURE(run_operation, power, function(Function::power, 2));
BENCHMARK_CAPTURE(run_operation, product_plus, operation(Operation::product_plus));
BENCHMARK_CAPTURE(run_operation, linear_adoption, operation(Operation::adoption));
BENCHMARK_CAPTURE(run_operation, accumulate, operation(Operation::accumulate));
BENCHMARK_CAPTURE(run_operation, stock, operation(Operation::stock));
BENCHMARK_CAPTURE(run_operation, payback, operation(Operation::payback));

void sum_up_moments(benchmark::State& state) {
  const std::vector<double> values = uniforms(block);
  Moments moments;
  for (auto _ : state) moments.add(values);
  benchmark::DoNotOptimize(moments);
  count_trials(state, block);
}
BENCHMARK(sum_up_moments);

void summarise_column(benchmark::State& state) {
  const std::vector<double> values = uniforms(16384);
  for (auto _ : state) benchmark::DoNotOptimize(summarise(values, 16));
  count_trials(state, values.size());
}
BENCHMARK(summarise_column);

}  // namespace
}  // namespace wayworth::bench
