#include "engine/model/model.hpp"

#include <algorithm>

namespace wayworth::engine {
namespace {

constexpr double months_per_year = 12.0;

void mark_prerequisites(const Model& model, InitiativeId id, std::vector<bool>& marked) {
  for (const Need& need : get(model, id).needs) {
    if (marked[index_of(need.initiative)]) continue;
    marked[index_of(need.initiative)] = true;
    mark_prerequisites(model, need.initiative, marked);
  }
}

std::vector<InitiativeId> marked_initiatives(const std::vector<bool>& marked) {
  std::vector<InitiativeId> found;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i]) found.push_back(static_cast<InitiativeId>(i));
  }
  return found;
}

}  // namespace

double months_per_step(const Timeline& timeline) {
  return months_per_year / timeline.steps_per_year;
}

const Initiative& get(const Model& model, InitiativeId id) {
  return model.initiatives.at(index_of(id));
}

std::vector<InitiativeId> members_of(const Option& option) {
  std::vector<InitiativeId> members;
  for (std::size_t i = 0; i < option.starts.size(); ++i) {
    if (option.starts[i]) members.push_back(static_cast<InitiativeId>(i));
  }
  return members;
}

std::vector<InitiativeId> prerequisites_of(const Model& model, InitiativeId id) {
  std::vector<bool> marked(model.initiatives.size());
  mark_prerequisites(model, id, marked);
  return marked_initiatives(marked);
}

std::vector<InitiativeId> dependants_of(const Model& model, InitiativeId id) {
  std::vector<bool> reached(model.initiatives.size());
  reached[index_of(id)] = true;
  const auto is_reached = [&](const Need& need) { return reached[index_of(need.initiative)]; };
  for (bool is_growing = true; is_growing;) {  // once more than the longest chain against the order of the file
    is_growing = false;
    for (std::size_t i = 0; i < reached.size(); ++i) {
      const std::vector<Need>& needs = model.initiatives[i].needs;
      if (reached[i] || std::none_of(needs.begin(), needs.end(), is_reached)) continue;
      reached[i] = true;
      is_growing = true;
    }
  }
  reached[index_of(id)] = false;
  return marked_initiatives(reached);
}

}  // namespace wayworth::engine
