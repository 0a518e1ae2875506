#include "engine/roadmap/integer_programme.hpp"

#include <coin/Cbc_C_Interface.h>
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace wayworth::engine {

namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();

/// Sum of factor * column, for a row of the programme.
struct Terms {
  std::vector<int> columns;
  std::vector<double> factors;

  void add(int column, double factor) {
    columns.push_back(column);
    factors.push_back(factor);
  }
};

/// Whether starts are whole, or may be parts.
enum class Parts { whole, allowed };

class Programme {
public:
  Programme(const ScheduleProblem& problem, Parts parts)
      : problem_(problem), parts_(parts), cbc_(Cbc_newModel(), &Cbc_deleteModel) {
    Cbc_setLogLevel(cbc_.get(), 0);
    Cbc_setObjSense(cbc_.get(), -1.0);  // maximise
    add_starts();
    add_pairs();
    for (const Rule& rule : problem.rules) std::visit([this](const auto& what) { add(what); }, rule.what);
  }

  ProgrammeSolution solve(const SolveLimits& limits) {
    Cbc_setMaximumNodes(cbc_.get(), static_cast<int>(std::min<std::size_t>(limits.nodes, 1'000'000'000)));
    Cbc_setMaximumSeconds(cbc_.get(), limits.seconds);
    Cbc_setAllowableGap(cbc_.get(), 1e-9);
    Cbc_setAllowableFractionGap(cbc_.get(), 1e-9);
    Cbc_solve(cbc_.get());
    ProgrammeSolution solution;
    solution.time_ran_out = Cbc_isSecondsLimitReached(cbc_.get()) != 0;
    solution.is_infeasible =
        Cbc_isProvenInfeasible(cbc_.get()) != 0 || Cbc_isInitialSolveProvenPrimalInfeasible(cbc_.get()) != 0;
    if (solution.is_infeasible) return solution;
    const double* const values = Cbc_bestSolution(cbc_.get());
    solution.bound = Cbc_getBestPossibleObjValue(cbc_.get());
    if (values == nullptr) return solution;
    solution.is_feasible = true;
    solution.is_optimal = Cbc_isProvenOptimal(cbc_.get()) != 0;
    solution.schedule = schedule_of(values);
    solution.value = value_of(problem_, solution.schedule);
    solution.bound = std::max(solution.bound, solution.value);
    return solution;
  }

  double relaxation() {
    Cbc_solve(cbc_.get());
    if (Cbc_isInitialSolveProvenOptimal(cbc_.get()) == 0) {
      throw std::invalid_argument("roadmap: not even parts of the items keep the rules");
    }
    return Cbc_getObjValue(cbc_.get());
  }

private:
  int column_of(std::size_t item, std::size_t step) const { return static_cast<int>(item * problem_.steps + step - 1); }

  int add_column(double low, double high, double objective, bool is_whole) {
    const int column = columns_++;
    const bool whole = is_whole && parts_ == Parts::whole;
    Cbc_addCol(cbc_.get(), fmt::format("x{}", column).c_str(), low, high, objective, whole ? 1 : 0, 0, nullptr,
               nullptr);
    return column;
  }

  void add_row(const Terms& terms, char sense, double bound) {
    Cbc_addRow(cbc_.get(), fmt::format("r{}", rows_++).c_str(), static_cast<int>(terms.columns.size()),
               terms.columns.data(), terms.factors.data(), sense, bound);
  }

  void add_starts() {
    for (const ScheduleItem& item : problem_.items) {
      for (std::size_t step = 1; step <= problem_.steps; ++step) add_column(0.0, 1.0, item.value[step - 1], true);
    }
    for (std::size_t item = 0; item < problem_.items.size(); ++item) add_row(is_part(item), 'L', 1.0);
  }

  /// 1 when the item is part of the schedule.
  Terms is_part(std::size_t item) const { return started_by(item, problem_.steps); }

  Terms started_by(std::size_t item, std::size_t last) const {
    Terms terms;
    add_started_by(terms, item, last, 1.0);
    return terms;
  }

  void add_started_by(Terms& terms, std::size_t item, std::size_t last, double factor) const {
    for (std::size_t step = 1; step <= last; ++step) terms.add(column_of(item, step), factor);
  }

  /// z = 1 when both items are there. Only the sides that the sign of the value pulls at are written.
  void add_pairs() {
    for (const PairValue& pair : problem_.pairs) {
      if (pair.value == 0.0) continue;
      const int both = add_column(0.0, 1.0, pair.value, false);
      if (pair.value > 0.0) {
        for (const std::size_t item : {pair.first, pair.second}) {
          Terms terms;
          terms.add(both, 1.0);
          add_started_by(terms, item, problem_.steps, -1.0);
          add_row(terms, 'L', 0.0);
        }
      } else {
        Terms terms;
        add_started_by(terms, pair.first, problem_.steps, 1.0);
        add_started_by(terms, pair.second, problem_.steps, 1.0);
        terms.add(both, -1.0);
        add_row(terms, 'L', 1.0);
      }
    }
  }

  void add(const MustRule& rule) { add_row(is_part(rule.item), 'G', 1.0); }

  void add(const AtMostRule& rule) { add_row(are_part(rule.items), 'L', static_cast<double>(rule.count)); }

  void add(const AtLeastRule& rule) { add_row(are_part(rule.items), 'G', static_cast<double>(rule.count)); }

  Terms are_part(const std::vector<std::size_t>& items) const {
    Terms terms;
    for (const std::size_t item : items) add_started_by(terms, item, problem_.steps, 1.0);
    return terms;
  }

  void add(const NeedRule& rule) {
    for (std::size_t step = 1; step <= problem_.steps; ++step) {
      Terms terms = started_by(rule.item, step);
      if (step > rule.gap) add_started_by(terms, rule.needed, step - rule.gap, -1.0);
      add_row(terms, 'L', 0.0);
    }
  }

  void add(const StartRule& rule) {
    for (const std::size_t item : rule.items) {
      for (std::size_t step = 1; step <= problem_.steps; ++step) {
        if (!rule.allowed[step - 1]) Cbc_setColUpper(cbc_.get(), column_of(item, step), 0.0);
      }
    }
  }

  void add(const GateRule& rule) {
    const double wanted = rule.share * static_cast<double>(rule.before.size());
    const double factor = wanted - slack_of(wanted);
    for (std::size_t step = 1; step <= problem_.steps; ++step) {
      Terms terms;
      add_started_by(terms, rule.item, step, factor);
      for (std::size_t i = 0; i < rule.before.size(); ++i) {
        if (step <= rule.steps_until_live[i]) continue;
        add_started_by(terms, rule.before[i], step - rule.steps_until_live[i], -1.0);
      }
      add_row(terms, 'L', 0.0);
    }
  }

  void add(const LimitRule& rule) {
    std::vector<Terms> rows(rule.bounds.size());
    for (std::size_t item = 0; item < rule.uses.size(); ++item) {
      for (std::size_t step = 1; step <= problem_.steps; ++step) {
        for (const LimitRule::Use& use : rule.uses[item][step - 1]) {
          if (use.amount != 0.0) rows[use.row].add(column_of(item, step), use.amount);
        }
      }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rule.bounds[row] < no_bound && !rows[row].columns.empty()) add_row(rows[row], 'L', rule.bounds[row]);
    }
  }

  Schedule schedule_of(const double* values) const {
    Schedule schedule(problem_.items.size());
    for (std::size_t item = 0; item < schedule.size(); ++item) {
      for (std::size_t step = 1; step <= problem_.steps; ++step) {
        if (values[column_of(item, step)] > 0.5) schedule[item] = step;
      }
    }
    return schedule;
  }

  const ScheduleProblem& problem_;
  Parts parts_;
  std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> cbc_;
  int columns_ = 0;
  int rows_ = 0;
};

/// The solver keeps state of its own that threads would share.
std::mutex& solver_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// The same rules without values: any schedule that keeps them will do.
ScheduleProblem only_rules(const ScheduleProblem& problem) {
  ScheduleProblem bare{problem.steps, problem.items, {}, problem.rules};
  for (ScheduleItem& item : bare.items) std::fill(item.value.begin(), item.value.end(), 0.0);
  return bare;
}

}  // namespace

ProgrammeSolution solve(const ScheduleProblem& problem, const SolveLimits& limits) {
  const std::lock_guard lock(solver_mutex());
  return Programme(problem, Parts::whole).solve(limits);
}

double relaxation_bound(const ScheduleProblem& problem) {
  const std::lock_guard lock(solver_mutex());
  return Programme(problem, Parts::allowed).relaxation();
}

std::vector<std::size_t> conflicting_rules(const ScheduleProblem& problem, const SolveLimits& limits) {
  return conflicting_rules(problem, [&](const ScheduleProblem& some) { return solve(some, limits).is_infeasible; });
}

std::vector<std::size_t> conflicting_rules(const ScheduleProblem& problem,
                                           const std::function<bool(const ScheduleProblem&)>& is_infeasible) {
  ScheduleProblem left = only_rules(problem);
  if (!is_infeasible(left)) return {};
  std::vector<std::size_t> positions(left.rules.size());
  for (std::size_t i = 0; i < positions.size(); ++i) positions[i] = i;
  for (std::size_t i = 0; i < left.rules.size();) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    Rule dropped = std::move(left.rules[i]);
    left.rules.erase(left.rules.begin() + at);
    if (is_infeasible(left)) {
      positions.erase(positions.begin() + at);
    } else {
      left.rules.insert(left.rules.begin() + at, std::move(dropped));
      ++i;
    }
  }
  return positions;
}

}  // namespace wayworth::engine
