#include "scenarios/resolve/resolve_links.hpp"

#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {
namespace {

using engine::LinkForm;

constexpr AllowedNames in_coefficients = {.drivers = true, .streams = false, .time = true};

/// The driver that `reference` names; nullptr when there is none (reported) or it is wrong (reported there).
const NamedQuantity* driver_named(const Reference& reference, const std::string& path, const QuantityFitter& fitter) {
  const NameTable& names = fitter.builder().names();
  Problems& problems = fitter.builder().problems();
  const NamedQuantity* const found = names.find(reference.key);
  if (found == nullptr) {
    names.report_unknown(reference.key, reference.place, path, problems);
  } else if (found->kind != NamedQuantity::Kind::driver) {
    problems.error(reference.place, path, fmt::format("`{}` is a stream; links join drivers", reference.key));
  } else if (found->state == NamedQuantity::State::usable) {
    return found;
  }
  return nullptr;
}

/// What a cause does: per unit of the cause, or, of a mix, what the target is in the group.
std::optional<engine::Expression> coefficient_of(const LinkCause& cause, LinkForm form, const NamedQuantity& target,
                                                 const QuantityFitter& fitter) {
  if (!cause.coefficient) return std::nullopt;
  const Figure& figure = *cause.coefficient;
  if (form == LinkForm::mix) {
    std::optional<Quantity> rate =
        fitter.in_unit(figure, in_coefficients, {target.typed_unit, target.typed_unit.text()});
    if (!rate) return std::nullopt;
    return std::move(rate->expression);
  }
  std::optional<Quantity> strength = fitter.in_unit(figure, in_coefficients, {engine::Unit(), "a pure number"});
  if (!strength) return std::nullopt;
  return std::move(strength->expression);
}

/// Log-odds are of something between 0 and 1.
void check_target(const LinkSection& section, const NamedQuantity& target, const std::string& path,
                  const QuantityFitter& fitter) {
  if (section.form != LinkForm::logit || !target.range) return;
  if (0.0 < target.range->low && target.range->high < 1.0) return;
  fitter.builder().problems().error(
      section.target->place, path,
      fmt::format("`form: logit` needs a target between 0% and 100%; `{}` can be {:.6g}", section.target->key,
                  target.range->low <= 0.0 ? target.range->low : target.range->high));
}

/// The constant, which is meant in the unit of `driver`.
std::optional<double> value_of(const Figure& figure, const NamedQuantity& driver, Problems& problems) {
  const std::optional<Constant> constant = constant_value(figure.syntax, figure.path, problems);
  if (!constant) return std::nullopt;
  const bool has_percent = constant->suffix == Syntax::Suffix::percent;
  if (driver.is_share && !has_percent && constant->value != 0.0) {
    report_missing_suffix(figure, "%", problems);
    return std::nullopt;
  }
  if (has_percent && !takes_percent(driver.typed_unit)) {
    problems.error(figure.place, figure.path,
                   fmt::format("'{}' is a share, not {}", figure.as_typed, driver.typed_unit.text()));
    return std::nullopt;
  }
  return constant->value;
}

std::optional<engine::ObservedRange> observed_of(const LinkSection& section, const NamedQuantity& driver,
                                                 Problems& problems) {
  if (section.observed.empty()) return std::nullopt;
  const Figure& lowest = section.observed.front();
  const std::optional<double> low = value_of(lowest, driver, problems);
  const std::optional<double> high = value_of(section.observed.back(), driver, problems);
  if (!low || !high) return std::nullopt;
  if (*low < *high) return engine::ObservedRange{*low, *high};
  problems.error(lowest.place, lowest.path,
                 fmt::format("the lowest value {} must be below the highest, {}", lowest.as_typed,
                             section.observed.back().as_typed));
  return std::nullopt;
}

std::optional<engine::Link> resolve_link(const LinkSection& section, const QuantityFitter& fitter) {
  const std::string path = join_path("links", section.heading.key);
  engine::Link link;
  link.key = section.heading.key;
  link.name = section.heading.name;
  link.form = section.form;
  link.attribution = fitter.share_or(1.0, section.attribution, in_coefficients).value_or(engine::number(1.0));
  if (!section.target) return std::nullopt;
  const NamedQuantity* const target = driver_named(*section.target, join_path(path, "to"), fitter);
  for (const LinkCause& cause : section.causes) {
    const NamedQuantity* const driver = driver_named(cause.driver, join_path(path, "from"), fitter);
    if (driver == nullptr || target == nullptr) continue;
    std::optional<engine::Expression> coefficient = coefficient_of(cause, section.form, *target, fitter);
    if (!coefficient) continue;
    link.causes.push_back(static_cast<engine::DriverId>(driver->index));
    link.coefficients.push_back(std::move(*coefficient));
    link.observed = observed_of(section, *driver, fitter.builder().problems());
  }
  if (target == nullptr || link.causes.empty()) return std::nullopt;
  check_target(section, *target, join_path(path, "to"), fitter);
  link.target = static_cast<engine::DriverId>(target->index);
  const std::optional<Figure>& first = section.causes.front().coefficient;
  link.provenance = {section.origin.source, section.origin.evidence, first ? first->as_typed : std::string()};
  return link;
}

}  // namespace

std::vector<engine::Link> resolve_links(const Scenario& scenario, const QuantityFitter& fitter) {
  std::vector<engine::Link> links;
  for (const LinkSection& section : scenario.links) {
    std::optional<engine::Link> link = resolve_link(section, fitter);
    if (link) links.push_back(std::move(*link));
  }
  return links;
}

}  // namespace wayworth::scenarios
