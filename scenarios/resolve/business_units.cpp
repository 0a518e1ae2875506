#include "scenarios/resolve/business_units.hpp"

#include <fmt/format.h>

#include <utility>

#include "scenarios/resolve/queue_terms.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Function;

/// The arguments of one call, as the functions of queues need them.
class Arguments {
public:
  Arguments(std::vector<Quantity> arguments, const CallSite& site) : arguments_(std::move(arguments)), site_(site) {}

  [[nodiscard]] QueueFigure figure(std::size_t i) const {
    const Syntax& syntax = std::get<Syntax::Call>(site_.syntax.node).arguments[i];
    return {arguments_[i], describe(arguments_[i], syntax) + site_.origin_of(syntax),
            "make it a driver with a unit, such as {value: 20, unit: second}"};
  }

  [[nodiscard]] std::optional<QueueTerms> terms(std::size_t calls, std::size_t handle_time) const {
    return QueueTerms::make(figure(calls), figure(handle_time), reporter());
  }

  [[nodiscard]] std::optional<Quantity> in_handle_times(const std::optional<QueueTerms>& terms, std::size_t i) const {
    return terms ? terms->in_handle_times(figure(i), reporter()) : std::nullopt;
  }

  /// A share or a number of agents.
  [[nodiscard]] std::optional<Quantity> pure_number(std::size_t i) const {
    const Quantity& quantity = arguments_[i];
    if (quantity.unit.is_pure_number()) return converted(quantity, engine::Unit());
    if (!quantity.checked) return quantity;
    reporter()(fmt::format("{}, but must be a pure number", figure(i).described));
    return std::nullopt;
  }

private:
  [[nodiscard]] QueueTerms::Report reporter() const {
    return [this](std::string message) {
      const std::string& name = std::get<Syntax::Call>(site_.syntax.node).function;
      site_.problems.error(site_.syntax.place, site_.path, fmt::format("{}: {}", name, message));
    };
  }

  std::vector<Quantity> arguments_;
  const CallSite& site_;
};

/// The call, once every argument is there.
std::optional<Quantity> call_with(Function function, std::vector<std::optional<Quantity>> arguments) {
  std::vector<Quantity> present;
  for (std::optional<Quantity>& argument : arguments) {
    if (!argument) return std::nullopt;
    present.push_back(std::move(*argument));
  }
  return pure_call(function, std::move(present));
}

std::optional<Quantity> load_of(const std::optional<QueueTerms>& terms) {
  return terms ? std::optional(terms->load()) : std::nullopt;
}

/// (calls, handle_time, service_level, within)
std::optional<Quantity> agents_for_c(Function function, const Arguments& arguments) {
  const auto terms = arguments.terms(0, 1);
  return call_with(function, {load_of(terms), arguments.pure_number(2), arguments.in_handle_times(terms, 3)});
}

/// (calls, handle_time, service_level, within, patience)
std::optional<Quantity> agents_for_a(Function function, const Arguments& arguments) {
  const auto terms = arguments.terms(0, 1);
  return call_with(function, {load_of(terms), arguments.in_handle_times(terms, 4), arguments.pure_number(2),
                              arguments.in_handle_times(terms, 3)});
}

/// 1 / (1 - repeat share * (1 - fcr)): every contact that does not solve its issue is followed by another one with the
/// probability of the repeat share.
std::optional<Quantity> contacts_per_issue(const Arguments& arguments) {
  const auto number = [](double value) {
    Quantity quantity;
    quantity.expression = engine::number(value);
    quantity.is_plain = true;
    return quantity;
  };
  const std::optional<Quantity> fcr = arguments.pure_number(0);
  const std::optional<Quantity> repeat = arguments.pure_number(1);
  if (!fcr || !repeat) return std::nullopt;
  const Quantity unsolved = pure_call(Function::subtract, {number(1.0), *fcr});
  const Quantity again = pure_call(Function::multiply, {*repeat, unsolved});
  return pure_call(Function::divide, {number(1.0), pure_call(Function::subtract, {number(1.0), again})});
}

}  // namespace

std::optional<Quantity> combine(BusinessFunction function, std::vector<Quantity> given, const CallSite& site) {
  const Arguments arguments(std::move(given), site);
  switch (function) {
    case BusinessFunction::erlang_c_agents:
      return agents_for_c(Function::erlang_c_agents, arguments);
    case BusinessFunction::erlang_c_whole_agents:
      return agents_for_c(Function::erlang_c_whole_agents, arguments);
    case BusinessFunction::erlang_a_agents:
      return agents_for_a(Function::erlang_a_agents, arguments);
    case BusinessFunction::erlang_a_whole_agents:
      return agents_for_a(Function::erlang_a_whole_agents, arguments);
    case BusinessFunction::erlang_c_service_level: {
      const auto terms = arguments.terms(1, 2);
      return call_with(Function::erlang_c_service_level,
                       {load_of(terms), arguments.pure_number(0), arguments.in_handle_times(terms, 3)});
    }
    case BusinessFunction::erlang_a_service_level: {
      const auto terms = arguments.terms(1, 2);
      return call_with(Function::erlang_a_service_level,
                       {load_of(terms), arguments.pure_number(0), arguments.in_handle_times(terms, 4),
                        arguments.in_handle_times(terms, 3)});
    }
    case BusinessFunction::erlang_a_abandonment: {
      const auto terms = arguments.terms(1, 2);
      return call_with(Function::erlang_a_abandonment,
                       {load_of(terms), arguments.pure_number(0), arguments.in_handle_times(terms, 3)});
    }
    case BusinessFunction::contacts_per_issue:
      return contacts_per_issue(arguments);
  }
  return std::nullopt;
}

}  // namespace wayworth::scenarios
