#include "reports/figure_tree.hpp"

#include <set>
#include <stdexcept>

#include "reports/digits.hpp"

namespace wayworth::reports {

namespace {

using engine::DriverId;
using engine::Model;
using engine::StreamId;
using engine::TrialAccount;
using engine::ValueAccount;

/// Walks the formulas from one figure down, a row for each figure it meets.
class Tree {
public:
  Tree(const Model& model, const TrialAccount& trial, Table& table) : model_(model), trial_(trial), table_(table) {}

  void add(DriverId id, std::size_t depth) {
    const engine::Driver& driver = model_.drivers[index_of(id)];
    const bool is_new = shown_drivers_.insert(index_of(id)).second;
    add_row(driver.key, depth, trial_.drivers[index_of(id)], driver.unit,
            is_new ? driver.provenance.as_typed : "(see above)", source_text(driver.provenance));
    if (!is_new) return;
    add_named_in(driver.value, depth + 1);
    add_named_in(driver.annual_growth, depth + 1);
    for (const engine::Link& link : model_.links) {
      if (link.target != id) continue;
      for (const DriverId cause : link.causes) add(cause, depth + 1);
    }
  }

  void add(StreamId id, std::size_t depth) {
    const engine::Stream& stream = model_.streams[index_of(id)];
    const bool is_new = shown_streams_.insert(index_of(id)).second;
    const std::string unit = stream.kind == engine::StreamKind::fte ? "FTE" : model_.currency + "/year";
    add_row(stream.key, depth, trial_.streams[index_of(id)].value, unit, is_new ? stream.formula : "(see above)", "");
    if (!is_new) return;
    add_named_in(stream.value, depth + 1);
    add_named_in(stream.margin, depth + 1);
    add_named_in(stream.cost_per_fte, depth + 1);
    add_named_in(stream.cashable, depth + 1);
  }

private:
  void add_named_in(const engine::Expression& expression, std::size_t depth) {
    for (const DriverId driver : engine::drivers_named_in(expression)) add(driver, depth);
    for (const StreamId stream : engine::streams_named_in(expression)) add(stream, depth);
    for (const engine::StockId stock : engine::stocks_named_in(expression)) {
      add_named_in(model_.stocks[index_of(stock)].kept, depth);
      add_named_in(model_.stocks[index_of(stock)].added, depth);
    }
  }

  void add_row(const std::string& key, std::size_t depth, const ValueAccount& value, const std::string& unit,
               const std::string& typed, const std::string& source) {
    table_.rows.push_back({std::string(2 * depth, ' ') + key, Instead{plain_figure(value.today.back())},
                           Instead{plain_figure(value.with.back())}, unit, typed, source});
  }

  const Model& model_;
  const TrialAccount& trial_;
  Table& table_;
  std::set<std::size_t> shown_drivers_;
  std::set<std::size_t> shown_streams_;
};

}  // namespace

std::string_view name_of(engine::Evidence evidence) {
  switch (evidence) {
    case engine::Evidence::unstated:
      return "";
    case engine::Evidence::measured:
      return "measured";
    case engine::Evidence::client:
      return "client";
    case engine::Evidence::benchmark:
      return "benchmark";
    case engine::Evidence::assumed:
      return "assumed";
  }
  throw std::logic_error("evidence without a name");
}

Table figure_tree(const Model& model, const TrialAccount& trial, const std::variant<DriverId, StreamId>& figure) {
  Table table{"", "", {}, {}};
  table.columns = {{"Figure", Align::left, 1, false},   {"Today", Align::right, 1, false},
                   {"With", Align::right, 1, false},    {"Unit", Align::left, 2, false},
                   {"As typed", Align::left, 3, false}, {"Source", Align::left, 4, false}};
  Tree tree(model, trial, table);
  std::visit([&](const auto id) { tree.add(id, 0); }, figure);
  return table;
}

std::vector<StreamId> changed_streams(const TrialAccount& trial) {
  std::vector<StreamId> changed;
  for (std::size_t i = 0; i < trial.streams.size(); ++i) {
    const engine::StreamAccount& stream = trial.streams[i];
    const bool is_changed = stream.value.today != stream.value.with || stream.price.today != stream.price.with;
    if (is_changed) changed.push_back(static_cast<StreamId>(i));
  }
  return changed;
}

std::string source_text(const engine::Provenance& provenance) {
  const std::string evidence(name_of(provenance.evidence));
  if (provenance.source.empty()) return evidence;
  return evidence.empty() ? provenance.source : provenance.source + " (" + evidence + ")";
}

}  // namespace wayworth::reports
