#include <fmt/format.h>

#include <cmath>

#include "reports/digits.hpp"
#include "reports/figure_tree.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

std::string growth_of(const engine::Driver& driver) {
  const auto* constant = std::get_if<engine::Expression::Number>(&driver.annual_growth.node);
  if (constant == nullptr) return "uncertain";
  return constant->value == 0.0 ? "" : plain_figure(100.0 * constant->value) + " % a year";
}

/// "0 to 1", "at least 0" or nothing; in the driver's unit.
std::string limits_of(const engine::Driver& driver) {
  const bool has_low = std::isfinite(driver.minimum);
  const bool has_high = std::isfinite(driver.maximum);
  if (has_low && has_high) return plain_figure(driver.minimum) + " to " + plain_figure(driver.maximum);
  if (has_low) return "at least " + plain_figure(driver.minimum);
  return has_high ? "at most " + plain_figure(driver.maximum) : "";
}

Table drivers_table(const Model& model) {
  Table table{"Drivers: today's business, as typed", "", {}, {}};
  for (const char* name : {"Driver", "Value", "Unit", "Growth", "Limits", "Source", "Evidence"}) {
    table.columns.push_back({name, Align::left, 1, false});
  }
  for (const engine::Driver& driver : model.drivers) {
    table.rows.push_back({driver.name, driver.provenance.as_typed, driver.unit, growth_of(driver), limits_of(driver),
                          driver.provenance.source, std::string(name_of(driver.provenance.evidence))});
  }
  return table;
}

const char* name_of_kind(const engine::Stream& stream) {
  switch (stream.kind) {
    case engine::StreamKind::revenue:
      return stream.basis == engine::RevenueBasis::contribution ? "revenue (contribution)" : "revenue";
    case engine::StreamKind::cost:
      return "cost";
    case engine::StreamKind::fte:
      return "staff";
  }
  return "";
}

Table streams_table(const Model& model) {
  Table table{"Streams: what is earned, spent and staffed", "", {}, {}};
  for (const char* name : {"Stream", "Kind", "Formula", "Units"}) {
    table.columns.push_back({name, Align::left, 1, false});
  }
  for (const engine::Stream& stream : model.streams) {
    table.rows.push_back({stream.name, std::string(name_of_kind(stream)), stream.formula,
                          std::string(stream.formula_checked ? "checked" : "unchecked")});
  }
  return table;
}

}  // namespace

Blocks assumptions(const Model& model) {
  Blocks blocks = {
      Heading{"Assumptions"},
      Paragraph{"What this rests on, in the words of the scenario. What each initiative is assumed to do and "
                "to cost stands with the initiative."}};
  if (!model.drivers.empty()) blocks.emplace_back(drivers_table(model));
  if (!model.streams.empty()) blocks.emplace_back(streams_table(model));
  return blocks;
}

}  // namespace wayworth::reports
