#include "engine/analysis/sensitivity/decisions.hpp"

namespace wayworth::engine {

std::vector<Subject> subjects_of_decisions(const Model& model) {
  std::vector<Subject> subjects;
  for (std::size_t option = 0; option < model.options.size(); ++option) subjects.push_back({.option = option});
  for (const InitiativeId id : members_of(model.options.front())) {
    subjects.push_back({.scope = Scope::last, .initiative = id});
  }
  return subjects;
}

std::vector<Decision> decisions_between(const Model& model, const std::vector<std::span<const double>>& npv,
                                        std::span<const double> nothing) {
  std::vector<Decision> decisions(1);
  std::size_t next = 0;
  while (next < model.options.size()) decisions[0].choices.push_back(npv[next++]);
  decisions[0].choices.push_back(nothing);
  for (const InitiativeId id : members_of(model.options.front())) decisions.push_back({id, {npv[next++], nothing}});
  return decisions;
}

}  // namespace wayworth::engine
