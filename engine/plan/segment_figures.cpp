#include "engine/plan/segment_figures.hpp"

#include <cmath>

namespace wayworth::engine {

namespace {

/// Makes the nodes of one segment in one case.
class SegmentNodes {
public:
  SegmentNodes(const Model& model, const Segment& segment, PlanBuilder& build, CaseValues& values, const Case& at)
      : model_(model), segment_(segment), build_(build), values_(values), at_(at) {}

  NodeId customers() {
    return build_.at_end(values_.formula({Expression::StockValue{segment_.customers, StockMoment::after}}, at_));
  }

  /// Without end m r / (1 + d - r), times (1 + d) / r when the first margin counts at once; of T margins the share
  /// 1 - (r / (1 + d))^T of that. r and d are retention and discount rate of a period.
  NodeId lifetime_value() {
    const NodeId one = build_.constant(1.0);
    const NodeId growth = build_.constant(std::pow(1.0 + model_.discounting.rates.last(), segment_.period_years));
    const NodeId retention = build_.subtract(one, in_last_step(segment_.churn));
    const NodeId margin = build_.multiply(in_last_step(*segment_.margin), build_.constant(segment_.margin_a_period));
    const NodeId first = build_.multiply(margin, segment_.first_margin_now ? growth : retention);
    NodeId value = build_.divide(first, build_.subtract(growth, retention));
    if (segment_.lifetime_years) {
      const NodeId payments = build_.constant(*segment_.lifetime_years / segment_.period_years);
      const NodeId left = build_.apply(Function::power, {build_.divide(retention, growth), payments});
      value = build_.multiply(value, build_.subtract(one, left));
    }
    return value;
  }

private:
  /// A sum over the steps that counts the last one only is the value in that step.
  NodeId in_last_step(DriverId driver) {
    const auto last = static_cast<double>(model_.time.steps);
    const NodeId weight = build_.by_step([&](double step) { return step == last ? 1.0 : 0.0; });
    return build_.at_end(build_.accumulate(values_.driver(driver, at_), weight, build_.constant(0.0)));
  }

  const Model& model_;
  const Segment& segment_;
  PlanBuilder& build_;
  CaseValues& values_;
  const Case& at_;
};

}  // namespace

void add_segment_figures(Plan& plan, const Model& model, PlanBuilder& build, CaseValues& values,
                         const Case& programme) {
  const Case today{};
  for (std::size_t i = 0; i < model.segments.size(); ++i) {
    const Segment& segment = model.segments[i];
    const auto add = [&](const Case& at, SegmentFigure customers, SegmentFigure lifetime, SegmentFigure base) {
      SegmentNodes nodes(model, segment, build, values, at);
      plan.segment_figures.push_back({i, customers, nodes.customers()});
      if (!segment.margin) return;
      const NodeId value = nodes.lifetime_value();
      plan.segment_figures.push_back({i, lifetime, value});
      plan.segment_figures.push_back({i, base, build.multiply(nodes.customers(), value)});
    };
    add(today, SegmentFigure::customers_today, SegmentFigure::lifetime_value_today, SegmentFigure::base_value_today);
    add(programme, SegmentFigure::customers_with, SegmentFigure::lifetime_value_with, SegmentFigure::base_value_with);
  }
}

}  // namespace wayworth::engine
