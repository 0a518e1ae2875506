#include "tests/support/random_problem.hpp"

#include <algorithm>

#include "tests/support/dice.hpp"

namespace wayworth::tests {
namespace {

using namespace engine;

class ProblemMaker {
public:
  explicit ProblemMaker(std::uint64_t seed) : dice_(seed) {}

  ScheduleProblem make() {
    problem_.steps = dice_.count(1, 4);
    problem_.items.resize(dice_.count(2, 5));
    for (ScheduleItem& item : problem_.items) {
      item.name = "item";
      for (std::size_t s = 0; s < problem_.steps; ++s) item.value.push_back(dice_.between(-20.0, 100.0));
    }
    for (std::size_t i = 0; i < count(); ++i) {
      for (std::size_t j = i + 1; j < count(); ++j) {
        if (dice_.chance(0.4)) problem_.pairs.push_back({i, j, dice_.between(-60.0, 40.0)});
      }
    }
    for (std::size_t rules = dice_.roll(5); rules > 0; --rules) add_rule();
    add(limit());
    return std::move(problem_);
  }

private:
  std::size_t count() const { return problem_.items.size(); }
  std::size_t any_item() { return dice_.roll(count()); }

  std::vector<std::size_t> some_items() {
    std::vector<std::size_t> items;
    for (std::size_t i = 0; i < count(); ++i) {
      if (dice_.chance(0.6)) items.push_back(i);
    }
    if (items.empty()) items.push_back(any_item());
    return items;
  }

  template <class What>
  void add(What what) {
    problem_.rules.push_back({{}, std::move(what)});
  }

  void add_rule() {
    switch (dice_.roll(6)) {
      case 0:
        return add(MustRule{any_item()});
      case 1: {
        AtMostRule rule{some_items(), 1};
        rule.count = dice_.count(1, rule.items.size());
        return add(rule);
      }
      case 2: {
        AtLeastRule rule{some_items(), 1};
        rule.count = dice_.count(1, rule.items.size());
        return add(rule);
      }
      case 3: {
        const std::size_t item = any_item();
        const std::size_t needed = any_item();
        if (item != needed) add(NeedRule{item, needed, dice_.roll(3)});
        return;
      }
      case 4: {
        StartRule rule{some_items(), {}};
        for (std::size_t s = 0; s < problem_.steps; ++s) rule.allowed.push_back(dice_.chance(0.6));
        return add(rule);
      }
      default:
        return add_gate();
    }
  }

  void add_gate() {
    GateRule rule{any_item(), some_items(), {}, dice_.between(0.2, 1.0)};
    rule.before.erase(std::remove(rule.before.begin(), rule.before.end(), rule.item), rule.before.end());
    for (std::size_t i = 0; i < rule.before.size(); ++i) rule.steps_until_live.push_back(dice_.roll(3));
    add(rule);
  }

  LimitRule limit() {
    const std::size_t rows = dice_.count(1, problem_.steps + 1);
    LimitRule rule;
    for (std::size_t row = 0; row < rows; ++row) rule.bounds.push_back(dice_.between(2.0, 12.0));
    rule.uses.assign(count(), std::vector<std::vector<LimitRule::Use>>(problem_.steps));
    for (auto& by_start : rule.uses) {
      for (auto& uses : by_start) {
        for (std::size_t row = 0; row < rows; ++row) {
          if (dice_.chance(0.5)) uses.push_back({row, dice_.between(0.0, 8.0)});
        }
      }
    }
    return rule;
  }

  Dice dice_;
  ScheduleProblem problem_;
};

}  // namespace

engine::ScheduleProblem random_problem(std::uint64_t seed) {
  return ProblemMaker(seed).make();
}

}  // namespace wayworth::tests
