#include "engine/analysis/contribution.hpp"

#include <algorithm>
#include <cmath>

#include "engine/plan/contributions.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

bool has_shares(const Results& results) {
  return std::any_of(results.columns.begin(), results.columns.end(),
                     [](const TrialColumn& column) { return column.subject.scope == Scope::share; });
}

Estimate share_of(const Results& results, InitiativeId id) {
  Estimate share = results.mean({.scope = Scope::share, .initiative = id}, Measure::npv);
  if (results.manifest.order_pairs > 0) {
    Moments variance;
    variance.add(results.column({.scope = Scope::share_variance, .initiative = id}, Measure::npv));
    share.standard_error = std::hypot(share.standard_error, std::sqrt(variance.mean()));
  }
  return share;
}

}  // namespace

std::vector<Contribution> contributions_of(const Model& model, const Results& results) {
  const bool with_shares = has_shares(results);
  std::vector<Contribution> contributions;
  for (const InitiativeId id : roadmap_order(model, 0)) {
    Contribution& one = contributions.emplace_back();
    one.initiative = id;
    one.in_order = results.mean({.scope = Scope::in_order, .initiative = id}, Measure::npv);
    if (with_shares) one.share = share_of(results, id);
  }
  return contributions;
}

}  // namespace wayworth::engine
