#include "engine/execute/block_runner.hpp"

#include <algorithm>
#include <bit>

#include "engine/execute/column_bounds.hpp"
#include "engine/finance/payback.hpp"
#include "engine/plan/plan_builder.hpp"

namespace wayworth::engine {

namespace {

void add_step(std::span<std::uint64_t> steps, std::size_t step) {
  steps[(step - 1) / 64] |= std::uint64_t{1} << ((step - 1) % 64);
}

/// Leaves `first` and the steps after it.
void keep_from(std::span<std::uint64_t> steps, std::size_t first) {
  for (std::size_t step = 1; step < first; ++step) {
    steps[(step - 1) / 64] &= ~(std::uint64_t{1} << ((step - 1) % 64));
  }
  add_step(steps, first);
}

/// How many of its arguments a kernel reads: what something begins with is read at the beginning.
std::size_t arguments_in_steps(const Node& node) {
  return node.arguments.size() - (carries_on(node.operation) ? 1u : 0u);
}

}  // namespace

BlockRunner::BlockRunner(const Plan& plan, std::size_t most_trials, Stillness stillness)
    : plan_(plan),
      stride_(most_trials + cache_line / sizeof(double)),
      stillness_(stillness),
      columns_(plan.slot_count * stride_),
      before_steps_(instructions_for(plan.before_steps)),
      each_step_(instructions_for(plan.each_step)),
      after_steps_(instructions_for(plan.after_steps)),
      still_steps_(plan),
      words_(words_for(plan.time.steps)),
      places_(plan.nodes.size(), 0),
      work_(plan.each_step.size() * words_),
      work_in_step_(plan.time.steps) {
  for (std::size_t step = 1; step <= plan.time.steps; ++step) {
    steps_.push_back({static_cast<double>(step), span_of_step(plan.time, step)});
  }
  for (std::size_t i = 0; i < plan.each_step.size(); ++i) {
    places_[index_of(plan.each_step[i])] = static_cast<std::uint32_t>(i);
    each_step_[i].first_step = plan.first_steps[i];
    if (plan.lifetimes[i] == Lifetime::end) prepare_for_the_end(each_step_[i], plan.each_step[i]);
  }
  join_end_sums();
}

std::vector<BlockRunner::Instruction> BlockRunner::instructions_for(const std::vector<NodeId>& section) {
  std::vector<Instruction> instructions(section.size());  // in their final place, since they point into themselves
  for (std::size_t i = 0; i < section.size(); ++i) prepare(instructions[i], section[i]);
  return instructions;
}

void BlockRunner::prepare(Instruction& instruction, NodeId id) {
  const Node& node = plan_[id];
  Work& work = instruction.work;
  instruction.one_input_a_step = node.operation == Operation::step_input;
  const bool draws = node.operation == Operation::input || instruction.one_input_a_step;
  instruction.is_parameter = node.operation == Operation::parameter;
  instruction.kernel = draws || instruction.is_parameter ? nullptr : kernel_of(node);
  work.out = column(id);
  if (keeps_value_before(node.operation)) work.before = column(id) + stride_;
  work.detail = node.detail;
  work.argument_count = static_cast<std::uint8_t>(node.arguments.size());
  if (node.operation == Operation::product || node.operation == Operation::weighted_sum) {
    return prepare_row(instruction, id);
  }
  const std::array<Operand*, most_operands> operands{&work.a, &work.b, &work.c, &work.d, &work.e};
  for (std::size_t i = 0; i < arguments_in_steps(node); ++i) {
    prepare_argument(instruction, *operands[i], node.arguments[i]);
  }
}

void BlockRunner::prepare_argument(Instruction& instruction, Operand& operand, NodeId id) {
  const Node& argument = plan_[id];
  if (argument.operation == Operation::given) {
    instruction.moving.push_back({&operand, nullptr, argument.detail});
  } else if (argument.variation == Variation::by_step) {
    instruction.moving.push_back({&operand, plan_.tables[argument.detail].data()});
  } else {
    operand = value(id, 1);
  }
}

void BlockRunner::prepare_row(Instruction& row, NodeId id) {
  const Node& node = plan_[id];
  if (node.operation == Operation::product) {
    row.factors.resize(node.arguments.size());
    for (std::size_t i = 0; i < row.factors.size(); ++i) prepare_argument(row, row.factors[i], node.arguments[i]);
    row.work.factors = row.factors;
    return;
  }
  row.adds_changes = true;
  row.terms.resize(node.arguments.size() / 2);
  row.end_weights.resize(row.terms.size());
  for (std::size_t i = 0; i < row.terms.size(); ++i) {
    ChangingTerm& term = row.terms[i];
    prepare_argument(row, term.x, node.arguments[2 * i]);
    prepare_argument(row, term.weight, node.arguments[2 * i + 1]);
    term.before = column(id) + (i + 1) * stride_;
    term.is_subtracted = i >= node.detail;
    row.nodes_of_terms.push_back(node.arguments[2 * i]);
  }
}

void BlockRunner::prepare_for_the_end(Instruction& sum, NodeId id) {
  const NodeId weight = plan_[id].arguments[1];
  sum.weights_left.resize(plan_.time.steps);
  double left = 0.0;
  for (std::size_t step = plan_.time.steps; step > 0; --step) {
    left += value(weight, step).same;
    sum.weights_left[step - 1] = left;
  }
  sum.kernel = kernel_of_sum_for_the_end();
  sum.work.before = column(id) + stride_;
  const auto is_of_weight = [&](const Instruction::Moving& moving) { return moving.operand == &sum.work.b; };
  sum.moving.erase(std::remove_if(sum.moving.begin(), sum.moving.end(), is_of_weight), sum.moving.end());
  sum.moving.push_back({&sum.work.b, sum.weights_left.data()});
}

/// A weighted sum and a sum for the end that look for the changes of the same value look once for both.
void BlockRunner::join_end_sums() {
  std::vector<Instruction*> readers(plan_.nodes.size(), nullptr);  // the first weighted sum with the node as a term
  std::vector<std::size_t> terms(plan_.nodes.size(), 0);           // and which of its terms that is
  for (Instruction& sum : each_step_) {
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
      const std::size_t x = index_of(sum.nodes_of_terms[i]);
      if (readers[x]) continue;
      readers[x] = &sum;
      terms[x] = i;
    }
  }
  for (std::size_t place = 0; place < each_step_.size(); ++place) {
    if (plan_.lifetimes[place] != Lifetime::end) continue;
    Instruction& end_sum = each_step_[place];
    const std::size_t x = index_of(plan_[plan_.each_step[place]].arguments[0]);
    if (!readers[x] || readers[x]->end_weights[terms[x]] || readers[x]->first_step != end_sum.first_step) continue;
    readers[x]->terms[terms[x]].end_sum = end_sum.work.out;
    readers[x]->end_weights[terms[x]] = end_sum.weights_left.data();
    end_sum.goes_with_term = true;
  }
}

Operand BlockRunner::value(NodeId id, std::size_t step) const {
  const Node& node = plan_[id];
  if (node.operation == Operation::given) return {given_[node.detail].at(step), 0.0};
  switch (node.variation) {
    case Variation::fixed:
      return {nullptr, node.value};
    case Variation::by_step:
      return {nullptr, plan_.tables[node.detail][step - 1]};
    default:
      return {column(id), 0.0};
  }
}

void BlockRunner::run(std::size_t trials, const FillInput& fill_input, const AfterStep& after_step) {
  trials_ = trials;
  for (Instruction& instruction : before_steps_) run_instruction(instruction, 1, fill_input);
  begin_carried();
  prove_still_steps();
  for (std::size_t step = 1; step <= plan_.time.steps; ++step) {
    run_step(step, fill_input);
    after_step(step);
  }
  for (Instruction& instruction : after_steps_) run_instruction(instruction, plan_.time.steps, fill_input);
}

void BlockRunner::begin_carried() {
  for (std::size_t place = 0; place < plan_.each_step.size(); ++place) {
    const NodeId id = plan_.each_step[place];
    const Node& node = plan_[id];
    if (adds_changes(node.operation)) {
      for (std::size_t i = 0; i <= node.arguments.size() / 2; ++i) std::fill_n(column(id) + i * stride_, trials_, 0.0);
    }
    if (!carries_on(node.operation)) continue;
    const Operand initial = value(node.arguments.back(), 1);
    double* const carried = column(id);
    copy(initial, trials_, carried);
    if (keeps_value_before(node.operation)) copy(initial, trials_, carried + stride_);
    if (node.operation == Operation::payback) {
      for (std::size_t i = 0; i < trials_; ++i) carried[i] = payback_at_start(carried[i]);
    }
    if (plan_.lifetimes[place] == Lifetime::end) std::fill_n(carried + stride_, trials_, 0.0);
  }
}

Bounds BlockRunner::bounds_of(NodeId id) const {
  const Operand operand = value(id, 1);
  return operand.column ? bounds_of_column({operand.column, trials_}) : Bounds::of(operand.same);
}

void BlockRunner::set_parameters(std::span<const double> values) {
  parameters_.assign(values.begin(), values.end());
  proven_.clear();
}

/// Whether what is proven of blocks before holds for this one as well: its values lie within the same bounds. Bounds
/// that are too narrow are widened by more than this block needs, so that after a few blocks hardly one does not fit.
bool BlockRunner::is_proven() {
  const std::vector<NodeId>& wanted = still_steps_.wanted();
  bool fits = !proven_.empty();
  proven_.resize(wanted.size(), Bounds::none());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Bounds here = bounds_of(wanted[i]);
    if (proven_[i].contain(here)) continue;
    proven_[i] = proven_[i].widened_to(here);
    fits = false;
  }
  std::vector<std::uint64_t> given_moves;
  for (const GivenColumn& column : given_)
    given_moves.insert(given_moves.end(), column.moves.begin(), column.moves.end());
  if (given_moves != given_moves_) fits = false;
  given_moves_ = std::move(given_moves);
  return fits;
}

void BlockRunner::prove_still_steps() {
  if (stillness_ == Stillness::computed) {
    if (!proven_.empty()) return;
    still_steps_.prove_nothing();
    proven_.resize(1);
  } else {
    if (is_proven()) return;
    still_steps_.prove(proven_, [this](NodeId id) { return given_[plan_[id].detail].moves; });
  }
  find_work();
}

/// What has to be computed in which step. Backwards, so that the readers of a node come first: what lasts is computed
/// when it moves; what is there for one step when a reader is; and a sum for the end when what it adds up moves.
void BlockRunner::find_work() {
  std::fill(work_.begin(), work_.end(), 0);
  for (std::size_t place = plan_.each_step.size(); place-- > 0;) {
    const NodeId id = plan_.each_step[place];
    const Node& node = plan_[id];
    const std::span<std::uint64_t> steps = work_of(place);
    if (each_step_[place].goes_with_term) continue;
    if (plan_.lifetimes[place] != Lifetime::step) {
      const StepBits moves = still_steps_.moves(plan_.lifetimes[place] == Lifetime::end ? node.arguments[0] : id);
      std::copy(moves.begin(), moves.end(), steps.begin());
      keep_from(steps, plan_.first_steps[place]);
    }
    add_work_of_arguments(place);
  }
  for (auto& work : work_in_step_) work.clear();
  for (std::size_t place = 0; place < plan_.each_step.size(); ++place) {
    const StepBits steps = work_of(place);
    const std::size_t end = plan_.time.steps + 1;
    for (std::size_t step = next_step(steps, 0, end); step < end; step = next_step(steps, step, end)) {
      work_in_step_[step - 1].push_back(static_cast<std::uint32_t>(place));
    }
  }
}

/// A weighted sum reads a term in the steps in which that moves, everything else what it reads whenever it is computed.
void BlockRunner::add_work_of_arguments(std::size_t place) {
  const Node& node = plan_[plan_.each_step[place]];
  std::vector<std::uint64_t> steps(words_);
  for (const NodeId argument : node.arguments) {
    const std::uint32_t place_of_argument = places_[index_of(argument)];
    const bool is_made_in_step =
        plan_[argument].variation == Variation::by_trial_and_step && plan_.each_step[place_of_argument] == argument;
    if (!is_made_in_step || plan_.lifetimes[place_of_argument] != Lifetime::step) continue;
    const StepBits wanted = adds_changes(node.operation) ? still_steps_.moves(argument) : StepBits(work_of(place));
    std::copy(wanted.begin(), wanted.end(), steps.begin());
    if (adds_changes(node.operation)) keep_from(steps, plan_.first_steps[place]);
    const std::span<std::uint64_t> of_argument = work_of(place_of_argument);
    for (std::size_t word = 0; word < words_; ++word) of_argument[word] |= steps[word];
  }
}

void BlockRunner::run_step(std::size_t step, const FillInput& fill_input) {
  for (const std::uint32_t place : work_in_step_[step - 1]) {
    run_instruction(each_step_[place], step, fill_input);
  }
}

void BlockRunner::choose_terms(Instruction& sum, std::size_t step) const {
  sum.moving_terms.clear();
  for (std::size_t i = 0; i < sum.terms.size(); ++i) {
    const bool moves = step == sum.first_step || contains(still_steps_.moves(sum.nodes_of_terms[i]), step);
    if (!moves) continue;
    sum.moving_terms.push_back(sum.terms[i]);
    if (sum.end_weights[i]) sum.moving_terms.back().end_weight = sum.end_weights[i][step - 1];
  }
  sum.work.terms = sum.moving_terms;
}

void BlockRunner::run_instruction(Instruction& instruction, std::size_t step, const FillInput& fill_input) {
  Work& work = instruction.work;
  if (!instruction.kernel) return fill(instruction, step, fill_input);
  for (const Instruction::Moving& moving : instruction.moving) {
    *moving.operand =
        moving.by_step ? Operand{nullptr, moving.by_step[step - 1]} : Operand{given_[moving.given].at(step), 0.0};
  }
  if (instruction.adds_changes) choose_terms(instruction, step);
  work.trials = trials_;
  work.step = &steps_[step - 1];
  instruction.kernel(work);
}

void BlockRunner::fill(Instruction& instruction, std::size_t step, const FillInput& fill_input) {
  const Work& work = instruction.work;
  if (instruction.is_parameter) {
    std::fill_n(work.out, trials_, parameters_[work.detail]);
  } else {
    fill_input(work.detail + (instruction.one_input_a_step ? step - 1 : 0), {work.out, trials_});
  }
}

}  // namespace wayworth::engine
