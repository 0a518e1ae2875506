#include "scenarios/resolve/resolve_staffing.hpp"

#include <fmt/format.h>

#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "scenarios/resolve/queue_terms.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Function;
using engine::Unit;

constexpr AllowedNames in_staffing = {.drivers = true, .streams = false, .time = true};

Quantity constant(double value) {
  Quantity quantity;
  quantity.expression = engine::number(value);
  quantity.is_plain = true;
  return quantity;
}

Quantity product(Quantity a, Quantity b) {
  return pure_call(Function::multiply, {std::move(a), std::move(b)});
}
Quantity quotient(Quantity a, Quantity b) {
  return pure_call(Function::divide, {std::move(a), std::move(b)});
}

/// Works on one `workload` or `queue`.
class Staffing {
public:
  Staffing(const StaffingSection& section, const QuantityFitter& fitter) : section_(section), fitter_(fitter) {}

  /// Every figure is looked at, so that all problems are told at once.
  [[nodiscard]] std::optional<Quantity> fte() const {
    const std::optional<QueueTerms> terms = queue_terms();
    const std::optional<Quantity> occupancy = occupancy_share();
    const std::optional<Quantity> shrinkage = shrinkage_share();
    const std::optional<Quantity> hours = paid_share_of_time();
    const std::optional<Quantity> agents =
        section_.queue ? agents_of_queue(terms, occupancy) : agents_of_workload(terms, occupancy);
    if (!agents || !shrinkage || !hours) return std::nullopt;
    const Quantity present = pure_call(Function::subtract, {constant(1.0), *shrinkage});
    Quantity fte = quotient(*agents, product(present, *hours));
    fte.is_plain = false;
    return fte;
  }

private:
  std::nullopt_t report(const Figure& figure, std::string message) const {
    fitter_.builder().problems().error(figure.place, figure.path, std::move(message));
    return std::nullopt;
  }

  [[nodiscard]] QueueTerms::Report reporter(const Figure& figure) const {
    return [this, &figure](std::string message) { report(figure, std::move(message)); };
  }

  [[nodiscard]] std::optional<QueueFigure> measured(const std::optional<MeasuredFigure>& figure) const {
    if (!figure) return std::nullopt;
    std::optional<Quantity> quantity = fitter_.builder().build(figure->figure, in_staffing);
    if (!quantity) return std::nullopt;
    if (!figure->unit) {
      return QueueFigure{*quantity, describe(*quantity, figure->figure.syntax),
                         "write it with a unit, such as 20 seconds"};
    }
    quantity->unit = *figure->unit;
    quantity->is_plain = false;
    return QueueFigure{*quantity, fmt::format("`{}` is {}", figure->figure.as_typed, quantity->unit.text()), ""};
  }

  [[nodiscard]] std::optional<QueueTerms> queue_terms() const {
    const std::optional<QueueFigure> contacts = measured(section_.contacts);
    const std::optional<QueueFigure> handle_time = measured(section_.handle_time);
    if (!contacts || !handle_time) return std::nullopt;
    return QueueTerms::make(*contacts, *handle_time, reporter(section_.contacts->figure));
  }

  /// A share of 0 to 1, with or without these ends.
  [[nodiscard]] std::optional<Quantity> share(const std::optional<Figure>& figure, bool may_be_0, bool may_be_1) const {
    if (!figure) return std::nullopt;
    if (!fitter_.share_or(1.0, figure, in_staffing)) return std::nullopt;
    std::optional<Quantity> quantity = fitter_.in_unit(*figure, in_staffing, {Unit(), "a share"});
    if (!quantity) return std::nullopt;
    const std::optional<PossibleRange> range = fitter_.range_of(*quantity);
    if (range && range->low <= 0.0 && !may_be_0) {
      return report(*figure, fmt::format("'{}' can be 0%, but must stay above it", figure->as_typed));
    }
    if (range && range->high >= 1.0 && !may_be_1) {
      return report(*figure, fmt::format("'{}' can be 100%, but must stay below it", figure->as_typed));
    }
    return quantity;
  }

  [[nodiscard]] std::optional<Quantity> occupancy_share() const {
    const std::optional<Quantity> occupancy = share(section_.occupancy, false, true);
    if (!occupancy) return std::nullopt;
    const std::optional<PossibleRange> range = fitter_.range_of(*occupancy);
    constexpr double most_for_long = 0.9;
    if (range && range->high > most_for_long) {
      fitter_.builder().problems().warning(
          "W-OCC", section_.occupancy->place, section_.occupancy->path,
          fmt::format("'{}' can be {:.4g}%: people do not keep up more than 90% for long", section_.occupancy->as_typed,
                      100.0 * range->high));
    }
    return occupancy;
  }

  [[nodiscard]] std::optional<Quantity> shrinkage_share() const { return share(section_.shrinkage, true, false); }

  /// The part of all time that one FTE is paid for: 2,080 of the 8,760 hours of a year.
  [[nodiscard]] std::optional<Quantity> paid_share_of_time() const {
    const std::optional<QueueFigure> hours = measured(section_.paid_hours);
    if (!hours) return std::nullopt;
    const Unit wanted = Unit::parse("1/FTE", "");
    if (!hours->quantity.unit.same_kind(wanted)) {
      return report(section_.paid_hours->figure,
                    fmt::format("{}, but must be time per time and FTE, such as 2080 hour/year/FTE", hours->described));
    }
    Quantity share_of_time = converted(hours->quantity, wanted);
    share_of_time.unit = Unit();
    return share_of_time;
  }

  [[nodiscard]] std::optional<Quantity> agents_of_workload(const std::optional<QueueTerms>& terms,
                                                           const std::optional<Quantity>& occupancy) const {
    if (!terms || !occupancy) return std::nullopt;
    return quotient(terms->load(), *occupancy);
  }

  [[nodiscard]] std::optional<Quantity> in_handle_times(const std::optional<QueueTerms>& terms,
                                                        const std::optional<MeasuredFigure>& time) const {
    const std::optional<QueueFigure> figure = measured(time);
    if (!terms || !figure) return std::nullopt;
    return terms->in_handle_times(*figure, reporter(time->figure));
  }

  /// The part of all time in which the queue is open.
  [[nodiscard]] std::optional<Quantity> open_share() const {
    if (section_.queue->is_always_open) return constant(1.0);
    const std::optional<QueueFigure> open = measured(section_.queue->open);
    if (!open) return std::nullopt;
    const Figure& figure = section_.queue->open->figure;
    if (!open->quantity.unit.is_pure_number() || (open->quantity.adapts() && !section_.queue->open->unit)) {
      return report(figure, fmt::format("{}, but must be time per time, such as 60 hour/week", open->described));
    }
    const Quantity share_of_time = converted(open->quantity, Unit());
    const auto* const number = std::get_if<engine::Expression::Number>(&share_of_time.expression.node);
    if (number != nullptr && !(number->value > 0.0 && number->value <= 1.0 + 1e-12)) {
      return report(figure, fmt::format("'{}' must be above 0 and at most all the time there is", figure.as_typed));
    }
    return share_of_time;
  }

  /// Agents that are there on average over all time: those of each interval, weighted by how often it comes.
  [[nodiscard]] std::optional<Quantity> agents_of_queue(const std::optional<QueueTerms>& terms,
                                                        const std::optional<Quantity>& occupancy) const {
    const QueueSection& queue = *section_.queue;
    const std::optional<Quantity> level = share(queue.service_level, false, false);
    const std::optional<Quantity> within = in_handle_times(terms, queue.within);
    const std::optional<Quantity> patience = in_handle_times(terms, queue.patience);
    const std::optional<Quantity> open = open_share();
    if (!terms || !level || !within || !open || queue.profile.empty()) return std::nullopt;
    if ((queue.has_patience && !patience) || (queue.has_occupancy && !occupancy)) return std::nullopt;
    const auto intervals = static_cast<double>(queue.profile.size());
    const double sum = std::accumulate(queue.profile.begin(), queue.profile.end(), 0.0);
    std::map<double, double> times;  // how often each weight comes
    for (const double weight : queue.profile) times[weight] += 1.0;
    Quantity average = constant(0.0);
    for (const auto& [weight, count] : times) {
      if (weight == 0.0) continue;
      const Quantity load = quotient(product(terms->load(), constant(weight * intervals / sum)), *open);
      const Quantity agents = agents_for(load, *level, *within, patience, occupancy);
      average = pure_call(Function::add, {average, product(agents, constant(count / intervals))});
    }
    return product(average, *open);
  }

  [[nodiscard]] Quantity agents_for(const Quantity& load, const Quantity& level, const Quantity& within,
                                    const std::optional<Quantity>& patience,
                                    const std::optional<Quantity>& occupancy) const {
    const bool whole = section_.queue->agents == engine::AgentCount::whole;
    const auto either = [&](Function whole_one, Function smooth_one) { return whole ? whole_one : smooth_one; };
    Quantity agents =
        patience ? pure_call(either(Function::erlang_a_whole_agents, Function::erlang_a_agents),
                             {load, *patience, level, within})
                 : pure_call(either(Function::erlang_c_whole_agents, Function::erlang_c_agents), {load, level, within});
    if (!occupancy) return agents;
    Quantity enough =
        patience
            ? pure_call(either(Function::erlang_a_whole_agents_at_occupancy, Function::erlang_a_agents_at_occupancy),
                        {load, *patience, *occupancy})
            : pure_call(either(Function::whole_agents_at_occupancy, Function::agents_at_occupancy), {load, *occupancy});
    return pure_call(Function::maximum, {std::move(agents), std::move(enough)});
  }

  const StaffingSection& section_;
  const QuantityFitter& fitter_;
};

}  // namespace

std::optional<Quantity> resolve_staffing(const StaffingSection& staffing, const QuantityFitter& fitter) {
  std::optional<Quantity> fte = Staffing(staffing, fitter).fte();
  if (fte) fte->unit = Unit::parse("FTE", "");
  return fte;
}

std::string text_of(const StaffingSection& staffing) {
  const auto typed = [](const auto& figure) {
    if constexpr (requires { figure->figure; }) {
      return figure ? figure->figure.as_typed : std::string("?");
    } else {
      return figure ? figure->as_typed : std::string("?");
    }
  };
  std::string text = fmt::format("{}: {} * {}", staffing.queue ? "queue" : "workload", typed(staffing.contacts),
                                 typed(staffing.handle_time));
  if (staffing.queue) {
    text += fmt::format(", {} within {}", typed(staffing.queue->service_level), typed(staffing.queue->within));
    if (staffing.queue->patience) text += fmt::format(", patience {}", typed(staffing.queue->patience));
  }
  if (staffing.occupancy) text += fmt::format(", occupancy {}", typed(staffing.occupancy));
  return text + fmt::format(", shrinkage {}, {}", typed(staffing.shrinkage), typed(staffing.paid_hours));
}

}  // namespace wayworth::scenarios
