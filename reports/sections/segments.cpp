#include "reports/cells.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::SegmentFigure;

Cell mean(const Cells& cells, Kind kind, const std::optional<engine::Summary>& summary) {
  if (!summary) return Instead{""};
  if (!summary->mean) return Instead{"infinite"};
  return cells.estimate(kind, summary->mean);
}

Table before_and_after(const engine::Model& model, const engine::Findings& findings, std::string caption,
                       std::string unit, Kind kind, SegmentFigure today, SegmentFigure with) {
  const Cells cells(findings.manifest);
  Table table{std::move(caption), std::move(unit), {}, {}};
  table.columns = {
      {"Segment", Align::left, 1, false}, {"Today", Align::right, 1, true}, {"With", Align::right, 1, true}};
  for (const engine::SegmentFindings& segment : findings.segments) {
    if (!segment[today]) continue;
    table.rows.push_back(
        {model.segments[segment.segment].name, mean(cells, kind, segment[today]), mean(cells, kind, segment[with])});
  }
  return table;
}

}  // namespace

Blocks segments(const engine::Model& model, const engine::Findings& findings) {
  if (findings.segments.empty()) return {};
  Blocks blocks = {Heading{"Customers"},
                   before_and_after(model, findings, "Customers at the end of the horizon (means)", "", Kind::count,
                                    SegmentFigure::customers_today, SegmentFigure::customers_with)};
  Table per_customer =
      before_and_after(model, findings, "Lifetime value of a customer (means)", model.currency, Kind::money,
                       SegmentFigure::lifetime_value_today, SegmentFigure::lifetime_value_with);
  if (per_customer.rows.empty()) return blocks;
  blocks.emplace_back(std::move(per_customer));
  blocks.emplace_back(before_and_after(model, findings, "Lifetime value of all customers (means)", model.currency,
                                       Kind::money, SegmentFigure::base_value_today, SegmentFigure::base_value_with));
  blocks.emplace_back(
      Paragraph{"Lifetime values look beyond the horizon, with the margin and the churn of its last step. They are no "
                "part of the "
                "NPV: what these customers bring within the horizon is in the cash flow already."});
  return blocks;
}

}  // namespace wayworth::reports
