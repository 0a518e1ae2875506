#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/rule_groups.hpp"
#include "engine/lint/stakes.hpp"
#include "engine/lint/word_in.hpp"

namespace wayworth::engine {

namespace {

/// A stated saving this near to the cost of the freed FTE is taken for the same money.
constexpr double same_money = 0.1;

void find_unstated_basis(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Stream& stream : looked_at.model.streams) {
    if (stream.kind != StreamKind::revenue || stream.basis != RevenueBasis::unstated) continue;
    Warning warning{"", "streams." + stream.key, "is counted as it stands, as if earning it cost nothing", ""};
    warning.npv_at_stake = programme_mean(looked_at, Measure::pv_revenue);
    found.push_back(std::move(warning));
  }
}

void find_all_cashable(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Stream& stream : looked_at.model.streams) {
    if (stream.kind != StreamKind::fte || !(stream.cashable == number(1.0)) || stream.release) continue;
    Warning warning{"", "streams." + stream.key, "every freed FTE is counted as leaving the budget", ""};
    warning.npv_at_stake = programme_mean(looked_at, Measure::pv_staff_savings);
    found.push_back(std::move(warning));
  }
}

/// Whether a cost stream is about as large as the cost of the staff; that of hiring them, say, is not.
bool is_as_large(const LintCase& looked_at, StreamId staff, StreamId cost) {
  const Expression& price = looked_at.model.streams[index_of(staff)].cost_per_fte;
  const double of_staff = looked_at.probe.stream_today(staff) * looked_at.probe.today(price);
  const double of_cost = looked_at.probe.stream_today(cost);
  return of_cost > 0.5 * of_staff && of_cost < 2.0 * of_staff;
}

/// Whether everything that `staff` is computed from, its cost a head included, is in `cost` too.
bool counts_the_same_staff(const LintCase& looked_at, const Stream& staff, StreamId cost) {
  std::vector<DriverId> named = drivers_named_in(staff.value);
  const std::vector<DriverId> price = drivers_named_in(staff.cost_per_fte);
  named.insert(named.end(), price.begin(), price.end());
  return !named.empty() &&
         std::all_of(named.begin(), named.end(), [&](DriverId id) { return looked_at.probe.depends(cost, id); });
}

void find_staff_in_cost_streams(const LintCase& looked_at, std::vector<Warning>& found) {
  const std::vector<Stream>& streams = looked_at.model.streams;
  for (std::size_t c = 0; c < streams.size(); ++c) {
    if (streams[c].kind != StreamKind::cost) continue;
    for (std::size_t s = 0; s < streams.size(); ++s) {
      if (streams[s].kind != StreamKind::fte) continue;
      const bool names_it = looked_at.probe.depends(static_cast<StreamId>(c), static_cast<StreamId>(s));
      if (!names_it && !counts_the_same_staff(looked_at, streams[s], static_cast<StreamId>(c))) continue;
      if (!is_as_large(looked_at, static_cast<StreamId>(s), static_cast<StreamId>(c))) continue;
      found.push_back({"", "streams." + streams[c].key,
                       fmt::format("is the cost of staff that `{}` counts already: its FTE have a cost of their own",
                                   streams[s].key),
                       ""});
    }
  }
}

/// A stated saving of an initiative that is the money of the staff that its effects free.
std::string staff_saving_again(const LintCase& looked_at, InitiativeId id, const Benefit& benefit, StreamId staff) {
  const Stream& stream = looked_at.model.streams[index_of(staff)];
  CaseProbe& probe = looked_at.probe;
  const double freed = probe.stream_today(staff) - probe.stream_with(id, staff);
  if (freed <= 0.0) return "";
  const double price = probe.today(stream.cost_per_fte);
  const double stated = probe.today(benefit.amount);
  const double saved = freed * price;
  const std::vector<DriverId> named = drivers_named_in(benefit.amount);
  const std::vector<DriverId> of_price = drivers_named_in(stream.cost_per_fte);
  const bool names_staff = std::any_of(named.begin(), named.end(), [&](DriverId driver) {
    return probe.depends(staff, driver) || std::find(of_price.begin(), of_price.end(), driver) != of_price.end();
  });
  if (!names_staff && std::abs(stated - saved) > same_money * saved) return "";
  return fmt::format("is {} a year, and the {} FTE that the initiative frees in `{}` are {} a year already ({} × {})",
                     short_figure(stated), short_figure(freed), stream.key, short_figure(saved), short_figure(freed),
                     short_figure(price));
}

void find_staff_in_benefits(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    for (const Benefit& benefit : model.initiatives[i].benefits) {
      for (std::size_t s = 0; s < model.streams.size() && benefit.kind == BenefitKind::cost_saving; ++s) {
        if (model.streams[s].kind != StreamKind::fte) continue;
        const auto id = static_cast<InitiativeId>(i);
        const std::string what = staff_saving_again(looked_at, id, benefit, static_cast<StreamId>(s));
        if (what.empty()) continue;
        found.push_back({"", fmt::format("initiatives.{}.benefits.{}", model.initiatives[i].key, benefit.name), what,
                         "", npv_alone(looked_at, id)});
      }
    }
  }
}

void find_staff_twice(const LintCase& looked_at, std::vector<Warning>& found) {
  find_staff_in_cost_streams(looked_at, found);
  find_staff_in_benefits(looked_at, found);
}

/// What can be saved at all: the cost of everything that costs, a year.
double addressable_cost(const LintCase& looked_at) {
  double total = 0.0;
  for (std::size_t s = 0; s < looked_at.model.streams.size(); ++s) {
    const Stream& stream = looked_at.model.streams[s];
    const double size = looked_at.probe.stream_today(static_cast<StreamId>(s));
    if (stream.kind == StreamKind::cost) total += size;
    if (stream.kind == StreamKind::fte) total += size * looked_at.probe.today(stream.cost_per_fte);
  }
  return total;
}

void find_savings_above_base(const LintCase& looked_at, std::vector<Warning>& found) {
  const double base = addressable_cost(looked_at);
  if (base <= 0.0) return;
  for (std::size_t i = 0; i < looked_at.model.initiatives.size(); ++i) {
    const Initiative& initiative = looked_at.model.initiatives[i];
    for (const Benefit& benefit : initiative.benefits) {
      const double stated = looked_at.probe.today(benefit.amount);
      if (benefit.kind != BenefitKind::cost_saving || stated <= base) continue;
      found.push_back({"", fmt::format("initiatives.{}.benefits.{}", initiative.key, benefit.name),
                       fmt::format("saves {} a year of the {} that all cost and staff streams come to",
                                   short_figure(stated), short_figure(base)),
                       "", npv_alone(looked_at, static_cast<InitiativeId>(i))});
    }
  }
}

constexpr std::array<std::string_view, 5> loyalty_words = {"clv", "lifetime", "churn", "retention", "loyalty"};

/// Whether an initiative makes customers stay: by the churn of a segment, or of a driver that is named so.
bool makes_customers_stay(const LintCase& looked_at, const Initiative& initiative) {
  const Model& model = looked_at.model;
  const auto is_churn = [&](DriverId id) {
    return has_word(model.drivers[index_of(id)].key,
                    std::array<std::string_view, 3>{"churn", "retention", "attrition"}) ||
           std::any_of(model.segments.begin(), model.segments.end(),
                       [&](const Segment& one) { return one.churn == id; });
  };
  return std::any_of(initiative.effects.begin(), initiative.effects.end(), [&](const Effect& effect) {
    const auto* const target = std::get_if<DriverId>(&effect.target);
    if (target == nullptr) return false;
    if (is_churn(*target)) return true;
    return std::any_of(model.segments.begin(), model.segments.end(),
                       [&](const Segment& one) { return looked_at.probe.depends(one.churn, *target); });
  });
}

void find_customers_twice(const LintCase& looked_at, std::vector<Warning>& found) {
  for (std::size_t i = 0; i < looked_at.model.initiatives.size(); ++i) {
    const Initiative& initiative = looked_at.model.initiatives[i];
    if (!makes_customers_stay(looked_at, initiative)) continue;
    for (const Benefit& benefit : initiative.benefits) {
      if (benefit.kind != BenefitKind::revenue || !has_word(benefit.name, loyalty_words)) continue;
      found.push_back({"", fmt::format("initiatives.{}.benefits.{}", initiative.key, benefit.name),
                       "values customers who stay, and the initiative's effect on churn brings their margin already",
                       "", npv_alone(looked_at, static_cast<InitiativeId>(i))});
    }
  }
}

constexpr std::array<LintRule, 5> rules = {{
    {"W-BASIS", "Revenue where margin is meant",
     "Of revenue only the part that is left after the costs of earning it is worth anything; the rest overstates a "
     "case several times.",
     "say `basis: contribution`, or `basis: revenue` with a `margin`", LintRule::Needs::model, find_unstated_basis},
    {"W-CASHABLE", "All freed staff leaves the budget",
     "Freed minutes are spread over many people, and some freed people do other work: half to nine tenths leave the "
     "budget.",
     "state `cashable`, such as [50%, 70%, 90%]", LintRule::Needs::model, find_all_cashable},
    {"W-FTE", "Staff counted twice", "Freed FTE and the labour that is saved are the same money, seen twice.",
     "keep the stream of kind `fte` and remove the other", LintRule::Needs::model, find_staff_twice},
    {"W-BASE", "A saving above what can be saved", "More cannot be saved than is spent.",
     "check the unit and the size of the benefit, or state the missing costs as streams", LintRule::Needs::model,
     find_savings_above_base},
    {"W-CLV", "Customers counted twice",
     "The lifetime value of customers who stay is their future margin; added to that margin it counts the same "
     "customers twice.",
     "keep the effect on churn and remove the benefit", LintRule::Needs::model, find_customers_twice},
}};

}  // namespace

std::span<const LintRule> counting_rules() {
  return rules;
}

}  // namespace wayworth::engine
