#include "scenarios/sections/read_costs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "scenarios/sections/item_names.hpp"
#include "scenarios/sections/read_over_time.hpp"

namespace wayworth::scenarios {
namespace {

using engine::CostFrom;
using engine::CostKind;
using Use = Key::Use;

constexpr std::array<Choice<CostKind>, 2> kinds = {{{"one_off", CostKind::one_off}, {"running", CostKind::running}}};

constexpr std::array<Choice<CostFrom>, 3> one_off_from = {{
    {"implementation", CostFrom::over_implementation},
    {"go_live", CostFrom::go_live},
    {"start", CostFrom::start},
}};

constexpr std::array<Choice<CostFrom>, 2> running_from = {{
    {"go_live", CostFrom::go_live},
    {"start", CostFrom::start},
}};

/// Those of both kinds.
constexpr std::array<Choice<CostFrom>, 3> from_words = {{
    {"implementation", CostFrom::over_implementation},
    {"go_live", CostFrom::go_live},
    {"start", CostFrom::start},
}};

constexpr std::array<Key, 13> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it; needed when two of a list have the same kind"},
    {"kind", Use::required, shapes::one_of<kinds>, "paid once, or again and again"},
    {"value", Use::required, shapes::figure, "how much"},
    {"unit", Use::optional, shapes::unit, "its unit"},
    {"from", Use::optional, shapes::one_of<from_words>,
     "when it is paid. one_off: over the `implementation`, or whole at its `start` or at `go_live`; running: from "
     "`go_live`, or from the `start`"},
    {"profile", Use::optional, shapes::list_of<shapes::constant_with_percent>,
     "of one_off: what is paid in equal parts of the implementation; adds up to 100%"},
    {"lasts", Use::optional, shapes::figure, "of running: how long it is paid"},
    growth_key,
    grows_key,
    {"contingency", Use::optional, shapes::figure_with_percent, "what is added to the value"},
    {"depreciation", Use::optional, shapes::constant,
     "of one_off: years from go-live over which it is written off for tax, in equal parts"},
    source_key,
    evidence_key,
}};

CostFrom read_from(const MapReader& reader, CostKind kind, const ReadContext& context) {
  const CostFrom usual = context.one_off_costs_at_start ? CostFrom::start : CostFrom::over_implementation;
  if (kind == CostKind::one_off) return reader.choice("from", one_off_from).value_or(usual);
  return reader.choice("from", running_from).value_or(CostFrom::go_live);
}

/// The unit of the cost: a one-off cost is money when it says nothing.
std::optional<StatedUnit> read_cost_unit(const MapReader& reader, CostKind kind, const ReadContext& context) {
  if (reader.states("unit")) return read_unit(reader, "unit", context);
  if (kind == CostKind::running) {
    context.problems.error(
        reader.node().place, reader.path(),
        fmt::format("`unit` is missing: a running cost is money per time, such as {}/year", context.currency));
    return std::nullopt;
  }
  return StatedUnit{engine::Unit::parse(context.currency, context.currency), "", reader.node().place};
}

/// Reads how a cost is spread and how it changes; its figure has the path `path`.
class CostTerms {
public:
  CostTerms(const MapReader& reader, std::string path, CostKind kind, const ReadContext& context)
      : reader_(reader), path_(std::move(path)), kind_(kind), context_(context) {}

  void read(CostSection& cost) {
    cost.escalation = read_escalation(reader_, path_, context_);
    cost.contingency = figure("contingency");
    if (kind_ == CostKind::one_off) {
      refuse("lasts", "a running cost");
      cost.profile = read_profile();
      cost.depreciated_years = read_depreciation(cost);
    } else {
      refuse("profile", "a one-off cost");
      refuse("depreciation", "a one-off cost");
      cost.lasts = figure("lasts");
    }
    if (!cost.profile.empty() && cost.from != CostFrom::over_implementation) {
      report("profile", "shares out the implementation, so it needs `from: implementation`");
    }
  }

private:
  std::optional<Figure> figure(std::string_view key) {
    const DocumentNode* const node = reader_.find(key);
    return node == nullptr ? std::nullopt : read_figure(*node, join_path(path_, key), context_);
  }

  void report(std::string_view key, std::string message) {
    const DocumentNode* const node = reader_.find(key);
    context_.problems.error(node == nullptr ? reader_.node().place : node->place, join_path(path_, key),
                            std::move(message));
  }

  void refuse(std::string_view key, std::string_view belongs_to) {
    if (reader_.states(key)) report(key, fmt::format("only {} has `{}`", belongs_to, key));
  }

  std::vector<double> read_profile() {
    std::vector<double> shares;
    const DocumentNode* const node = reader_.find("profile");
    if (node == nullptr || !expect_list(*node, join_path(path_, "profile"), "shares", context_.problems)) return shares;
    for (const DocumentNode& item : node->items) {
      const std::optional<Constant> share = read_constant(item, join_path(path_, "profile"), context_);
      if (!share) return {};
      shares.push_back(share->value);
    }
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    const bool has_negative = std::any_of(shares.begin(), shares.end(), [](double share) { return share < 0.0; });
    if (std::abs(sum - 1.0) <= 1e-9 && !has_negative) return shares;
    report("profile", fmt::format("must be shares from 0% up that add up to 100%, not to {:.6g}%", 100.0 * sum));
    return {};
  }

  std::optional<double> read_depreciation(const CostSection& cost) {
    const DocumentNode* const node = reader_.find("depreciation");
    if (node == nullptr) return std::nullopt;
    const std::optional<Constant> years = read_constant(*node, join_path(path_, "depreciation"), context_);
    if (!years) return std::nullopt;
    if (years->value <= 0.0 || years->suffix != Syntax::Suffix::bare) {
      report("depreciation", fmt::format("must be a number of years above 0, not `{}`", node->text));
      return std::nullopt;
    }
    if (cost.escalation.growth) report("depreciation", "a cost that is written off cannot have `growth`");
    return years->value;
  }

  const MapReader& reader_;
  std::string path_;
  CostKind kind_;
  const ReadContext& context_;
};

void read_cost(const DocumentNode& node, ItemNames& names, const ReadContext& context,
               std::vector<CostSection>& costs) {
  const MapReader reader(node, names.list_path(), keys, context.problems);
  if (!node.is_map()) return;
  const std::optional<CostKind> kind = reader.choice("kind", kinds);
  const std::string name = names.name_of(reader, "kind");
  const DocumentNode* const value = reader.find("value");
  std::optional<Figure> figure =
      value == nullptr ? std::nullopt : read_figure(*value, join_path(names.list_path(), name), context);
  Origin origin = read_origin(reader);
  if (!kind) return;
  const CostFrom from = read_from(reader, *kind, context);
  const std::optional<StatedUnit> unit = read_cost_unit(reader, *kind, context);
  CostTerms terms(reader, join_path(names.list_path(), name), *kind, context);
  if (!unit || !figure) return;
  CostSection cost{name, *kind, from, std::move(*figure), *unit, {}, {}, {}, {}, {}, std::move(origin)};
  terms.read(cost);
  costs.push_back(std::move(cost));
}

}  // namespace

const SectionKeys cost_keys = {"initiatives.*.costs", keys};

std::vector<CostSection> read_costs(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  std::vector<CostSection> costs;
  if (!expect_list(node, path, "costs", context.problems)) return costs;
  ItemNames names(path);
  for (const DocumentNode& item : node.items) read_cost(item, names, context, costs);
  return costs;
}

}  // namespace wayworth::scenarios
