#include "engine/execute/kernels.hpp"

#include <cmath>

#include "engine/finance/payback.hpp"
#include "engine/finance/ramp.hpp"

// Every loop below is compiled once for each kind of processor, and the right one is chosen when the program starts.
// The loops hold only additions, multiplications, divisions, square roots, comparisons and selections, which IEEE 754
// defines to the bit (no contraction to fused operations: see CMakeLists.txt), or calls of the C library, so each kind
// gives the same bits.
#define WAYWORTH_FOR_EACH_PROCESSOR [[gnu::target_clones("avx512f", "avx2", "default")]]

// Before a loop over the trials: no trial reads what another one writes, even where the result takes the column of an
// argument, so the loop may go several trials at a time.
#if defined(__clang__)
#define WAYWORTH_TRIAL_BY_TRIAL
#else
#define WAYWORTH_TRIAL_BY_TRIAL _Pragma("GCC ivdep")
#endif

namespace wayworth::engine {

namespace {

// The kinds of argument are told apart once a block, so that each loop has plain loads or a constant.

template <class F>
[[gnu::always_inline]] inline void map1(F f, Operand a, double* out, std::size_t trials) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < trials; ++i) out[i] = f(a.column[i]);
}

template <class F>
[[gnu::always_inline]] inline void map2(F f, Operand a, Operand b, double* out, std::size_t trials) {
  if (a.column && b.column) {
    WAYWORTH_TRIAL_BY_TRIAL
    for (std::size_t i = 0; i < trials; ++i) out[i] = f(a.column[i], b.column[i]);
  } else if (a.column) {
    WAYWORTH_TRIAL_BY_TRIAL
    for (std::size_t i = 0; i < trials; ++i) out[i] = f(a.column[i], b.same);
  } else {
    WAYWORTH_TRIAL_BY_TRIAL
    for (std::size_t i = 0; i < trials; ++i) out[i] = f(a.same, b.column[i]);
  }
}

template <class F>
[[gnu::always_inline]] inline void map3(F f, const std::array<Operand, 3>& x, double* out, std::size_t trials) {
  const auto at = [](const Operand& operand, std::size_t i) {
    return operand.column ? operand.column[i] : operand.same;
  };
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < trials; ++i) out[i] = f(at(x[0], i), at(x[1], i), at(x[2], i));
}

WAYWORTH_FOR_EACH_PROCESSOR
void compute_arithmetic(Function function, Operand a, Operand b, double* out, std::size_t trials) {
  switch (function) {
    case Function::add:
      return map2([](double x, double y) { return x + y; }, a, b, out, trials);
    case Function::subtract:
      return map2([](double x, double y) { return x - y; }, a, b, out, trials);
    case Function::multiply:
      return map2([](double x, double y) { return x * y; }, a, b, out, trials);
    case Function::divide:
      return map2([](double x, double y) { return x / y; }, a, b, out, trials);
    case Function::minimum:
      return map2([](double x, double y) { return y < x ? y : x; }, a, b, out, trials);
    case Function::maximum:
      return map2([](double x, double y) { return x < y ? y : x; }, a, b, out, trials);
    case Function::negate:
      return map1([](double x) { return -x; }, a, out, trials);
    case Function::square_root:
      return map1([](double x) { return std::sqrt(x); }, a, out, trials);
    default:
      return;
  }
}

/// Functions that are rare in business cases, or that are calls of the C library anyway.
void compute_by_trial(Function function, std::size_t argument_count, const std::array<Operand, 3>& x, double* out,
                      std::size_t trials) {
  map3(
      [&](double a, double b, double c) {
        const std::array<double, 3> arguments{a, b, c};
        return evaluate(function, std::span(arguments).first(argument_count));
      },
      x, out, trials);
}

bool is_arithmetic(Function function) {
  switch (function) {
    case Function::add:
    case Function::subtract:
    case Function::multiply:
    case Function::divide:
    case Function::minimum:
    case Function::maximum:
    case Function::negate:
    case Function::square_root:
      return true;
    default:
      return false;
  }
}

/// ramp_average() of a linear ramp, with selections in place of its branches.
WAYWORTH_FOR_EACH_PROCESSOR
void compute_linear_adoption(StepSpan step, Operand go_live, Operand ramp, double* out, std::size_t trials) {
  const double length = step.to - step.from;
  map2(
      [=](double live, double ramp_length) {
        const double from = step.from - live;
        const double to = step.to - live;
        const double on_curve_to = to < ramp_length ? to : ramp_length;
        const double scale = 2.0 * ramp_length;
        const double area_from = from <= 0.0 ? 0.0 : from * from / scale;
        const double area_to = on_curve_to <= 0.0 ? 0.0 : on_curve_to * on_curve_to / scale;
        const double ramping = (area_to - area_from + (to - on_curve_to)) / length;
        const double stepping = (to < length ? to : length) / length;
        const double some = ramp_length <= 0.0 ? stepping : ramping;
        const double started = from >= ramp_length ? 1.0 : some;
        return to <= 0.0 ? 0.0 : started;
      },
      go_live, ramp, out, trials);
}

WAYWORTH_FOR_EACH_PROCESSOR
void compute_implementation_share(StepSpan step, Operand start, Operand end, double* out, std::size_t trials) {
  map2([=](double from, double to) { return implementation_share(step, from, to); }, start, end, out, trials);
}

WAYWORTH_FOR_EACH_PROCESSOR
void compute_live_share(StepSpan step, Operand from, double* out, std::size_t trials) {
  map1([=](double time) { return live_share(step, time); }, from, out, trials);
}

void compute_adoption(RampShape shape, StepSpan step, Operand go_live, Operand ramp, double* out, std::size_t trials) {
  if (shape == RampShape::linear) return compute_linear_adoption(step, go_live, ramp, out, trials);
  map2([=](double live, double length) { return ramp_average(shape, live, length, step.from, step.to); }, go_live, ramp,
       out, trials);
}

}  // namespace

void compute(const Node& node, StepSpan step, const std::array<Operand, 3>& arguments, double* out,
             std::size_t trials) {
  switch (node.operation) {
    case Operation::function: {
      const auto function = static_cast<Function>(node.detail);
      if (is_arithmetic(function)) return compute_arithmetic(function, arguments[0], arguments[1], out, trials);
      return compute_by_trial(function, node.argument_count, arguments, out, trials);
    }
    case Operation::adoption:
      return compute_adoption(static_cast<RampShape>(node.detail), step, arguments[0], arguments[1], out, trials);
    case Operation::implementation_share:
      return compute_implementation_share(step, arguments[0], arguments[1], out, trials);
    case Operation::live_share:
      return compute_live_share(step, arguments[0], out, trials);
    case Operation::lump_share:
      return map1([=](double at) { return lump_share(step, at); }, arguments[0], out, trials);
    default:
      return;  // constants, tables, inputs and at_end are no work; what carries on has functions of its own
  }
}

WAYWORTH_FOR_EACH_PROCESSOR
void accumulate(Operand x, double weight, double* carried, std::size_t trials) {
  if (x.column) {
    WAYWORTH_TRIAL_BY_TRIAL
    for (std::size_t i = 0; i < trials; ++i) carried[i] += x.column[i] * weight;
  } else {
    WAYWORTH_TRIAL_BY_TRIAL
    for (std::size_t i = 0; i < trials; ++i) carried[i] += x.same * weight;
  }
}

WAYWORTH_FOR_EACH_PROCESSOR
void keep_minimum(Operand x, double* carried, std::size_t trials) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < trials; ++i) carried[i] = x.column[i] < carried[i] ? x.column[i] : carried[i];
}

WAYWORTH_FOR_EACH_PROCESSOR
void track_payback(Operand cumulative, double step, double* carried, double* before, std::size_t trials) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < trials; ++i) {
    const double now = cumulative.column[i];
    carried[i] = payback_after(carried[i], before[i], now, step - 1.0, step);
    before[i] = now;
  }
}

}  // namespace wayworth::engine
