#include "engine/execute/kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "engine/core/vector_kernel.hpp"
#include "engine/execute/row_kernels.hpp"
#include "engine/finance/payback.hpp"
#include "engine/finance/ramp.hpp"

// A kernel is compiled once for each kind of processor, and the right one is chosen when the program starts. It holds
// only additions, multiplications, divisions, square roots, comparisons and selections, which IEEE 754 defines to the
// bit (without contraction to fused operations: see CMakeLists.txt), or calls of the C library, so that each kind gives
// the same bits.
#define WAYWORTH_KERNEL WAYWORTH_VECTOR_KERNEL void

// What a kernel is made of is inlined into it, so that it is compiled for the same processor.
#define WAYWORTH_INLINE [[gnu::always_inline]] inline
#define WAYWORTH_INLINE_LAMBDA __attribute__((always_inline))

namespace wayworth::engine {

namespace {

struct FromColumn {
  const double* column;
  double operator[](std::size_t trial) const { return column[trial]; }
};
struct SameForAll {
  double value;
  double operator[](std::size_t) const { return value; }
};

/// Calls `use` with a reader of the operand. The kinds of argument are told apart once a block in this way, so that
/// each loop has plain loads and constants.
template <class Use>
WAYWORTH_INLINE void read(const Operand& operand, Use use) {
  if (operand.column) {
    use(FromColumn{operand.column});
  } else {
    use(SameForAll{operand.same});
  }
}

template <class ValueOfTrial>
WAYWORTH_INLINE void fill(const Work& work, ValueOfTrial value) {
  double* const out = work.out;
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < work.trials; ++i) out[i] = value(i);
}

template <class F>
WAYWORTH_INLINE void map1(const Work& work, F f) {
  read(work.a, [&](auto a) WAYWORTH_INLINE_LAMBDA {
    fill(work, [=](std::size_t i) WAYWORTH_INLINE_LAMBDA { return f(a[i]); });
  });
}

template <class F>
WAYWORTH_INLINE void map2(const Work& work, F f) {
  read(work.a, [&](auto a) WAYWORTH_INLINE_LAMBDA {
    read(work.b, [&](auto b) WAYWORTH_INLINE_LAMBDA {
      fill(work, [=](std::size_t i) WAYWORTH_INLINE_LAMBDA { return f(a[i], b[i]); });
    });
  });
}

template <class F>
WAYWORTH_INLINE void map3(const Work& work, F f) {
  read(work.a, [&](auto a) WAYWORTH_INLINE_LAMBDA {
    read(work.b, [&](auto b) WAYWORTH_INLINE_LAMBDA {
      read(work.c, [&](auto c) WAYWORTH_INLINE_LAMBDA {
        fill(work, [=](std::size_t i) WAYWORTH_INLINE_LAMBDA { return f(a[i], b[i], c[i]); });
      });
    });
  });
}

WAYWORTH_KERNEL add(const Work& work) {
  map2(work, [](double a, double b) { return a + b; });
}
WAYWORTH_KERNEL subtract(const Work& work) {
  map2(work, [](double a, double b) { return a - b; });
}
WAYWORTH_KERNEL multiply(const Work& work) {
  map2(work, [](double a, double b) { return a * b; });
}
WAYWORTH_KERNEL divide(const Work& work) {
  map2(work, [](double a, double b) { return a / b; });
}
WAYWORTH_KERNEL minimum(const Work& work) {
  map2(work, [](double a, double b) { return b < a ? b : a; });
}
WAYWORTH_KERNEL maximum(const Work& work) {
  map2(work, [](double a, double b) { return a < b ? b : a; });
}
WAYWORTH_KERNEL less(const Work& work) {
  map2(work, [](double a, double b) { return a < b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL less_equal(const Work& work) {
  map2(work, [](double a, double b) { return a <= b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL greater(const Work& work) {
  map2(work, [](double a, double b) { return a > b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL greater_equal(const Work& work) {
  map2(work, [](double a, double b) { return a >= b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL equal(const Work& work) {
  map2(work, [](double a, double b) { return a == b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL not_equal(const Work& work) {
  map2(work, [](double a, double b) { return a != b ? 1.0 : 0.0; });
}
WAYWORTH_KERNEL choose(const Work& work) {
  map3(work, [](double condition, double yes, double no) { return condition != 0.0 ? yes : no; });
}
WAYWORTH_INLINE double clamped(double x, double low, double high) {
  const double raised = x < low ? low : x;
  return high < raised ? high : raised;
}
WAYWORTH_KERNEL clamp(const Work& work) {
  map3(work, [](double x, double low, double high) { return clamped(x, low, high); });
}
WAYWORTH_KERNEL absolute(const Work& work) {
  map1(work, [](double a) { return std::abs(a); });
}
WAYWORTH_KERNEL negate(const Work& work) {
  map1(work, [](double a) { return -a; });
}
WAYWORTH_KERNEL square_root(const Work& work) {
  map1(work, [](double a) { return std::sqrt(a); });
}

/// The time and the limits are numbers, where a ramp begins and how steep it is are columns.
WAYWORTH_KERNEL held_ramp(const Work& work) {
  const double t = work.a.same;
  const double* const begin = work.b.column;
  const double* const slope = work.c.column;
  const double low = work.d.same;
  const double high = work.e.same;
  fill(work, [=](std::size_t i) WAYWORTH_INLINE_LAMBDA { return clamped((t - begin[i]) * slope[i], low, high); });
}

WAYWORTH_KERNEL product_plus(const Work& work) {
  map3(work, [](double a, double b, double c) { return a * b + c; });
}
WAYWORTH_KERNEL product_minus(const Work& work) {
  map3(work, [](double a, double b, double c) { return a * b - c; });
}
WAYWORTH_KERNEL minus_product(const Work& work) {
  map3(work, [](double a, double b, double c) { return c - a * b; });
}

/// Any function, one trial at a time: those that are rare in business cases, or calls of the C library anyway.
void evaluate_each(const Work& work) {
  const auto value = [](const Operand& operand, std::size_t i) {
    return operand.column ? operand.column[i] : operand.same;
  };
  for (std::size_t i = 0; i < work.trials; ++i) {
    const std::array<double, most_operands> arguments{value(work.a, i), value(work.b, i), value(work.c, i),
                                                      value(work.d, i), value(work.e, i)};
    work.out[i] = evaluate(static_cast<Function>(work.detail), std::span(arguments).first(work.argument_count));
  }
}

/// ramp_average() of a linear ramp, with selections in place of its branches.
WAYWORTH_KERNEL linear_adoption(const Work& work) {
  const StepSpan span = work.step->span;
  const double length = span.to - span.from;
  map2(work, [=](double go_live, double ramp) {
    const double from = span.from - go_live;
    const double to = span.to - go_live;
    const double on_curve_from = from < 0.0 ? 0.0 : from;
    const double on_curve_to = to < ramp ? to : ramp;
    const double area = (on_curve_to * on_curve_to - on_curve_from * on_curve_from) / (2.0 * ramp);
    const double ramping = (area + (to - on_curve_to)) / length;
    const double at_once = (to < length ? to : length) / length;
    const double partly = ramp <= 0.0 ? at_once : ramping;
    const double begun = from >= ramp ? 1.0 : partly;
    return to <= 0.0 ? 0.0 : begun;
  });
}

void any_adoption(const Work& work) {
  const auto shape = static_cast<RampShape>(work.detail);
  const StepSpan span = work.step->span;
  map2(work, [=](double go_live, double ramp) { return ramp_average(shape, go_live, ramp, span.from, span.to); });
}

WAYWORTH_KERNEL implementation_shares(const Work& work) {
  const StepSpan span = work.step->span;
  map2(work, [=](double start, double end) { return implementation_share(span, start, end); });
}
WAYWORTH_KERNEL live_shares(const Work& work) {
  const StepSpan span = work.step->span;
  map1(work, [=](double from) { return live_share(span, from); });
}
WAYWORTH_KERNEL lump_shares(const Work& work) {
  const StepSpan span = work.step->span;
  map1(work, [=](double at) { return lump_share(span, at); });
}

WAYWORTH_KERNEL accumulate(const Work& work) {
  double* const carried = work.out;
  read(work.a, [&](auto x) WAYWORTH_INLINE_LAMBDA {
    read(work.b, [&](auto weight) WAYWORTH_INLINE_LAMBDA {
      fill(work, [=](std::size_t i) WAYWORTH_INLINE_LAMBDA { return carried[i] + x[i] * weight[i]; });
    });
  });
}

WAYWORTH_KERNEL accumulate_changes(const Work& work) {
  const double* const x = work.a.column;
  const double weight = work.b.same;
  double* const carried = work.out;
  double* const before = work.before;
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < work.trials; ++i) {
    carried[i] += (x[i] - before[i]) * weight;
    before[i] = x[i];
  }
}

WAYWORTH_KERNEL keep_minimum(const Work& work) {
  const double* const x = work.a.column;
  double* const carried = work.out;
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < work.trials; ++i) carried[i] = x[i] < carried[i] ? x[i] : carried[i];
}

WAYWORTH_KERNEL carry_stock(const Work& work) {
  double* const carried = work.out;
  double* const before = work.before;
  read(work.a, [&](auto kept) WAYWORTH_INLINE_LAMBDA {
    read(work.b, [&](auto added) WAYWORTH_INLINE_LAMBDA {
      read(work.c, [&](auto floor) WAYWORTH_INLINE_LAMBDA {
        WAYWORTH_TRIAL_BY_TRIAL
        for (std::size_t i = 0; i < work.trials; ++i) {
          before[i] = carried[i];
          const double moved = before[i] * kept[i] + added[i];
          carried[i] = moved < floor[i] ? floor[i] : moved;
        }
      });
    });
  });
}

WAYWORTH_KERNEL track_payback(const Work& work) {
  const double* const cumulative = work.a.column;
  double* const carried = work.out;
  double* const before = work.before;
  const double step = work.step->number;
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < work.trials; ++i) {
    const double now = cumulative[i];
    carried[i] = payback_after(carried[i], before[i], now, step - 1.0, step);
    before[i] = now;
  }
}

Kernel kernel_of(Function function) {
  switch (function) {
    case Function::add:
      return add;
    case Function::subtract:
      return subtract;
    case Function::multiply:
      return multiply;
    case Function::divide:
      return divide;
    case Function::minimum:
      return minimum;
    case Function::maximum:
      return maximum;
    case Function::less:
      return less;
    case Function::less_equal:
      return less_equal;
    case Function::greater:
      return greater;
    case Function::greater_equal:
      return greater_equal;
    case Function::equal:
      return equal;
    case Function::not_equal:
      return not_equal;
    case Function::choose:
      return choose;
    case Function::clamp:
      return clamp;
    case Function::absolute:
      return absolute;
    case Function::negate:
      return negate;
    case Function::square_root:
      return square_root;
    default:
      return evaluate_each;
  }
}

}  // namespace

void copy(Operand from, std::size_t trials, double* to) {
  if (from.column) {
    std::copy_n(from.column, trials, to);
  } else {
    std::fill_n(to, trials, from.same);
  }
}

Kernel kernel_of(const Node& node) {
  switch (node.operation) {
    case Operation::function:
      return kernel_of(static_cast<Function>(node.detail));
    case Operation::product_plus:
      return product_plus;
    case Operation::product_minus:
      return product_minus;
    case Operation::minus_product:
      return minus_product;
    case Operation::held_ramp:
      return held_ramp;
    case Operation::product:
      return multiply_row;
    case Operation::weighted_sum:
      return add_changes;
    case Operation::adoption:
      return static_cast<RampShape>(node.detail) == RampShape::linear ? linear_adoption : any_adoption;
    case Operation::implementation_share:
      return implementation_shares;
    case Operation::live_share:
      return live_shares;
    case Operation::lump_share:
      return lump_shares;
    case Operation::accumulate:
      return accumulate;
    case Operation::running_minimum:
      return keep_minimum;
    case Operation::stock:
      return carry_stock;
    case Operation::payback:
      return track_payback;
    case Operation::constant:
    case Operation::step_table:
    case Operation::input:
    case Operation::step_input:
    case Operation::parameter:
    case Operation::given:
    case Operation::stock_before:
    case Operation::at_end:
      break;
  }
  throw std::logic_error("kernels: this operation is no work");
}

Kernel kernel_of_sum_for_the_end() {
  return accumulate_changes;
}

}  // namespace wayworth::engine
