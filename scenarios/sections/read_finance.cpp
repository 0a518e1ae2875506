#include "scenarios/sections/read_finance.hpp"

#include <limits>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<engine::DiscountTiming>, 2> timings = {{
    {"mid", engine::DiscountTiming::mid},
    {"end", engine::DiscountTiming::end},
}};

enum class Losses { used_at_once, carried_forward };
constexpr std::array<Choice<Losses>, 2> loss_words = {
    {{"used_at_once", Losses::used_at_once}, {"carried_forward", Losses::carried_forward}}};

enum class Prices { nominal, real };
constexpr std::array<Choice<Prices>, 2> price_words = {{{"nominal", Prices::nominal}, {"real", Prices::real}}};

enum class Preset { tei, excel };
constexpr std::array<Choice<Preset>, 2> presets = {{{"tei", Preset::tei}, {"excel", Preset::excel}}};

constexpr std::array<Key, 9> keys = {{
    {"discount_rate", Use::required, shapes::constant_with_percent, "what money a year later is worth less, effective"},
    {"discounting", Use::optional, shapes::one_of<timings>, "when in a step money flows"},
    {"tax_rate", Use::optional, shapes::constant_with_percent, "tax on what the initiatives gain"},
    {"tax_losses", Use::optional, shapes::one_of<loss_words>,
     "a loss lowers the tax on other gains of the organisation at once, or waits for later gains of the same "
     "initiatives"},
    {"terminal_value", Use::optional, shapes::section, "what the time after the horizon is worth"},
    {"rate", Use::optional, shapes::one_of<price_words>, "whether `discount_rate` contains inflation"},
    {"figures", Use::optional, shapes::one_of<price_words>, "whether the figures of the scenario contain inflation"},
    {"inflation", Use::optional, shapes::constant_with_percent, "needed when only one of the two contains it"},
    {"preset", Use::optional, shapes::one_of<presets>,
     "conventions of others: `tei` (steps of a year, discounted from their end, one-off costs paid at the start) or "
     "`excel` (the NPV function: discounted from the end of each step)"},
}};

constexpr std::array<Key, 2> terminal_value_table = {{
    {"growth", Use::optional, shapes::constant_with_percent,
     "of a flow that goes on for ever, below the discount rate"},
    {"fading", Use::optional, shapes::constant_with_percent, "what of the flow is lost in each later year"},
}};

/// The share at `key`, such as 10 %.
std::optional<double> read_rate(const MapReader& reader, std::string_view key, const ReadContext& context) {
  const std::optional<Figure> figure = read_figure(reader, key, context);
  if (!figure) return std::nullopt;
  const std::optional<Constant> rate = constant_value(figure->syntax, figure->path, context.problems);
  if (!rate) return std::nullopt;
  if (rate->suffix == Syntax::Suffix::percent || rate->value == 0.0) return rate->value;
  report_missing_suffix(*figure, "%", context.problems);
  return std::nullopt;
}

/// Reads how money is reckoned.
class FinanceReader {
public:
  FinanceReader(const DocumentNode& node, const ReadContext& context, Scenario& scenario)
      : reader_(node, "finance", keys, context.problems), context_(context), scenario_(scenario) {}

  void read() {
    scenario_.discounting.timing = reader_.choice("discounting", timings).value_or(engine::DiscountTiming::mid);
    read_preset();
    const double rate = share("discount_rate", -1.0, no_limit).value_or(0.0);
    scenario_.discounting.annual_rate = in_prices_of_figures(rate);
    scenario_.tax.rate = share("tax_rate", 0.0, 1.0).value_or(0.0);
    scenario_.tax.losses_are_carried_forward = reader_.choice("tax_losses", loss_words) == Losses::carried_forward;
    if (const auto* const node = reader_.find("terminal_value")) read_terminal_value(*node);
  }

private:
  static constexpr double no_limit = std::numeric_limits<double>::infinity();

  void report(std::string_view key, std::string message) {
    const DocumentNode* const node = reader_.find(key);
    context_.problems.error(node == nullptr ? reader_.node().place : node->place, reader_.path_of(key),
                            std::move(message));
  }

  /// The share at `key`, above `low` (or 0 itself) and up to `high`.
  std::optional<double> share(std::string_view key, double low, double high) {
    const std::optional<double> value = read_rate(reader_, key, context_);
    if (!value || ((*value > low || *value == 0.0) && *value <= high)) return value;
    report(key, high == no_limit ? fmt::format("must be above {:.0f}%", 100.0 * low)
                                 : fmt::format("must be from {:.0f}% to {:.0f}%", 100.0 * low, 100.0 * high));
    return std::nullopt;
  }

  void read_preset() {
    const std::optional<Preset> preset = reader_.choice("preset", presets);
    if (!preset) return;
    if (reader_.states("discounting") && scenario_.discounting.timing != engine::DiscountTiming::end) {
      report("discounting", "contradicts the preset, which discounts from the end of each step");
    }
    scenario_.discounting.timing = engine::DiscountTiming::end;
    if (*preset != Preset::tei) return;
    scenario_.one_off_costs_at_start = true;
    if (scenario_.time.steps > 0 && scenario_.time.steps_per_year != 1) {
      report("preset", "`tei` reckons in years: say `step: year` under `time`");
    }
  }

  /// Source of the exact relation: Fisher, "The theory of interest", 1930.
  double in_prices_of_figures(double rate) {
    const std::optional<Prices> of_rate = reader_.choice("rate", price_words);
    const std::optional<Prices> of_figures = reader_.choice("figures", price_words);
    const std::optional<double> inflation = share("inflation", -1.0, no_limit);
    const bool differ = of_rate && of_figures && *of_rate != *of_figures;
    if (reader_.states("rate") != reader_.states("figures")) {
      report(reader_.states("rate") ? "rate" : "figures", "say both `rate` and `figures`, or neither");
    } else if (differ && !reader_.states("inflation")) {
      report("rate", "the rate contains inflation and the figures do not, or the other way round: say `inflation`");
    } else if (!differ && reader_.states("inflation")) {
      report("inflation", "is needed only when one of `rate` and `figures` is nominal and the other real");
    }
    if (!differ || !inflation) return rate;
    return *of_rate == Prices::nominal ? (1.0 + rate) / (1.0 + *inflation) - 1.0
                                       : (1.0 + rate) * (1.0 + *inflation) - 1.0;
  }

  void read_terminal_value(const DocumentNode& node) {
    const MapReader reader(node, reader_.path_of("terminal_value"), terminal_value_table, context_.problems);
    if (!node.is_map()) return;
    const std::optional<double> growth = read_rate(reader, "growth", context_);
    const std::optional<double> fading = read_rate(reader, "fading", context_);
    const double rate = scenario_.discounting.annual_rate;
    if (reader.states("growth") == reader.states("fading")) {
      context_.problems.error(node.place, reader.path(), "needs either `growth` or `fading`");
    } else if (growth && (*growth >= rate || *growth <= -1.0)) {
      context_.problems.error(reader.find("growth")->place, reader.path_of("growth"),
                              fmt::format("must stay below the discount rate of {:.6g}%: a flow that grows as fast is "
                                          "worth more than any sum",
                                          100.0 * rate));
    } else if (fading && (*fading < 0.0 || *fading > 1.0 || *fading + rate <= 0.0)) {
      context_.problems.error(reader.find("fading")->place, reader.path_of("fading"),
                              "must be above 0% and up to 100%");
    } else if (growth) {
      scenario_.terminal_value = {engine::TerminalValue::Form::growing, *growth};
    } else if (fading) {
      scenario_.terminal_value = {engine::TerminalValue::Form::fading, *fading};
    }
  }

  const MapReader reader_;
  const ReadContext& context_;
  Scenario& scenario_;
};

}  // namespace

const SectionKeys finance_keys = {"finance", keys};
const SectionKeys terminal_value_keys = {"finance.terminal_value", terminal_value_table};

void read_finance(const DocumentNode& node, const ReadContext& context, Scenario& scenario) {
  FinanceReader(node, context, scenario).read();
}

}  // namespace wayworth::scenarios
