#include "scenarios/resolve/dependency_order.hpp"

#include <algorithm>

namespace wayworth::scenarios {
namespace {

enum class Mark { unseen, open, done };

/// A thing whose needs are being visited; `next` is the first that has not been.
struct Open {
  std::size_t thing;
  std::size_t next = 0;
};

/// The members of the cycle that leads from `first` through the open things back to it.
std::vector<std::size_t> cycle_from(std::size_t first, std::span<const Open> open) {
  std::vector<std::size_t> cycle;
  auto at = std::find_if(open.begin(), open.end(), [&](const Open& one) { return one.thing == first; });
  for (; at != open.end(); ++at) cycle.push_back(at->thing);
  return cycle;
}

}  // namespace

// Depth first, with its own stack: a chain of thousands must not exhaust the program's.
DependencyOrder dependency_order(std::span<const std::vector<std::size_t>> needs) {
  DependencyOrder result;
  std::vector<Mark> marks(needs.size(), Mark::unseen);
  std::vector<Open> open;
  for (std::size_t root = 0; root < needs.size(); ++root) {
    if (marks[root] != Mark::unseen) continue;
    open.push_back({root});
    marks[root] = Mark::open;
    while (!open.empty()) {
      Open& top = open.back();
      if (top.next == needs[top.thing].size()) {
        marks[top.thing] = Mark::done;
        result.order.push_back(top.thing);
        open.pop_back();
        continue;
      }
      const std::size_t need = needs[top.thing][top.next++];
      if (marks[need] == Mark::open) result.cycles.push_back(cycle_from(need, open));
      if (marks[need] != Mark::unseen) continue;
      marks[need] = Mark::open;
      open.push_back({need});
    }
  }
  return result;
}

std::string cycle_text(std::span<const std::size_t> cycle, std::span<const std::string> keys) {
  std::string text;
  for (const std::size_t member : cycle) text += keys[member] + " → ";
  return text + keys[cycle.front()];
}

}  // namespace wayworth::scenarios
