// Factors go by in the inner loop, so that of some trials at a time the product stays in registers: a row of twenty
// reads twenty columns and writes one, where twenty products would read forty and write twenty. Terms go by in the
// outer loop: each reads and writes up to five columns, which the processor fetches ahead as long as they are few.
// Written with Highway, since g++ does not keep an array of running values in registers. Nothing is fused, so that each
// instruction set gives the same bits.

#include "engine/execute/row_kernels.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/execute/row_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace wayworth::engine {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// The values of some trials, in `count` vectors.
template <class TagOfVector, std::size_t count>
struct Values {
  using Tag = TagOfVector;
  hn::Vec<Tag> vectors[count];

  static constexpr std::size_t size() { return count * hn::MaxLanes(Tag()); }

  HWY_INLINE void load(const double* from) {
    for (std::size_t i = 0; i < count; ++i) vectors[i] = hn::LoadU(Tag(), from + i * hn::MaxLanes(Tag()));
  }
  HWY_INLINE void load(const Operand& operand, std::size_t trial) {
    if (operand.column) return load(operand.column + trial);
    for (auto& vector : vectors) vector = hn::Set(Tag(), operand.same);
  }
  HWY_INLINE void store(double* to) const {
    for (std::size_t i = 0; i < count; ++i) hn::StoreU(vectors[i], Tag(), to + i * hn::MaxLanes(Tag()));
  }
};

template <class Values>
HWY_INLINE void multiply_row_at(const Work& work, std::size_t trial) {
  Values product;
  product.load(work.factors[0], trial);
  for (const Operand& operand : work.factors.subspan(1)) {
    Values factor;
    factor.load(operand, trial);
    for (std::size_t i = 0; i < std::size(product.vectors); ++i) {
      product.vectors[i] = hn::Mul(product.vectors[i], factor.vectors[i]);
    }
  }
  product.store(work.out + trial);
}

template <class Values>
HWY_INLINE void add_to_end_sum(const ChangingTerm& term, const Values& change, std::size_t trial) {
  Values sum;
  sum.load(term.end_sum + trial);
  const auto weight = hn::Set(typename Values::Tag(), term.end_weight);
  for (std::size_t i = 0; i < std::size(sum.vectors); ++i) {
    sum.vectors[i] = hn::Add(sum.vectors[i], hn::Mul(change.vectors[i], weight));
  }
  sum.store(term.end_sum + trial);
}

template <class Values>
HWY_INLINE void add_change_at(const ChangingTerm& term, double* out, std::size_t trial) {
  Values sum;
  Values change;
  Values before;
  Values weight;
  sum.load(out + trial);
  change.load(term.x, trial);
  before.load(term.before + trial);
  weight.load(term.weight, trial);
  change.store(term.before + trial);
  for (std::size_t i = 0; i < std::size(sum.vectors); ++i) {
    change.vectors[i] = hn::Sub(change.vectors[i], before.vectors[i]);
    const auto product = hn::Mul(change.vectors[i], weight.vectors[i]);
    sum.vectors[i] = term.is_subtracted ? hn::Sub(sum.vectors[i], product) : hn::Add(sum.vectors[i], product);
  }
  sum.store(out + trial);
  if (term.end_sum) add_to_end_sum(term, change, trial);
}

using Many = Values<hn::ScalableTag<double>, 2>;
using One = Values<hn::CappedTag<double, 1>, 1>;

void multiply_row(const Work& work) {
  std::size_t trial = 0;
  for (; trial + Many::size() <= work.trials; trial += Many::size()) multiply_row_at<Many>(work, trial);
  for (; trial < work.trials; ++trial) multiply_row_at<One>(work, trial);
}

void add_changes(const Work& work) {
  for (const ChangingTerm& term : work.terms) {
    std::size_t trial = 0;
    for (; trial + Many::size() <= work.trials; trial += Many::size()) add_change_at<Many>(term, work.out, trial);
    for (; trial < work.trials; ++trial) add_change_at<One>(term, work.out, trial);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace wayworth::engine
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wayworth::engine {

HWY_EXPORT(multiply_row);
HWY_EXPORT(add_changes);

void multiply_row(const Work& work) {
  HWY_DYNAMIC_DISPATCH(multiply_row)(work);
}

void add_changes(const Work& work) {
  HWY_DYNAMIC_DISPATCH(add_changes)(work);
}

}  // namespace wayworth::engine
#endif
