#include "scenarios/sections/read_finance.hpp"

#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>

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
    {"discount_rate", Use::required, shapes::either<shapes::constant_with_percent, shapes::section>,
     "what money a year later is worth less, effective"},
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

constexpr std::array<Key, 1> rates_by_year_table = {{
    {"series", Use::required, shapes::list_of<shapes::constant_with_percent>,
     "the rates of year 1, 2, ...; the last one stays"},
}};

/// Reads how money is reckoned.
class FinanceReader {
public:
  FinanceReader(const DocumentNode& node, const ReadContext& context, Scenario& scenario)
      : reader_(node, "finance", keys, context.problems), context_(context), scenario_(scenario) {}

  void read() {
    scenario_.discounting.timing = reader_.choice("discounting", timings).value_or(engine::DiscountTiming::mid);
    read_preset();
    scenario_.discounting.rates = in_prices_of_figures(read_discount_rates());
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
    const std::optional<double> value = read_constant_share(reader_, key, context_);
    if (!value || ((*value > low || *value == 0.0) && *value <= high)) return value;
    report(key, high == no_limit ? fmt::format("must be above {:.0f}%", 100.0 * low)
                                 : fmt::format("must be from {:.0f}% to {:.0f}%", 100.0 * low, 100.0 * high));
    return std::nullopt;
  }

  /// One rate, or one for each year.
  std::vector<double> read_discount_rates() {
    const DocumentNode* const node = reader_.find("discount_rate");
    std::vector<double> rates;
    if (node != nullptr && node->is_map()) {
      rates = read_rates_by_year(*node);
    } else if (node != nullptr && node->is_list()) {
      report("discount_rate", "is no list; rates by year are {series: [8%, 9%]}, for year 1, 2, ...");
    } else if (const std::optional<double> rate = share("discount_rate", -1.0, no_limit)) {
      rates.push_back(*rate);
    }
    return rates.empty() ? std::vector<double>{0.0} : rates;
  }

  std::vector<double> read_rates_by_year(const DocumentNode& node) {
    const MapReader reader(node, reader_.path_of("discount_rate"), rates_by_year_table, context_.problems);
    const DocumentNode* const series = reader.find("series");
    const std::string path = reader.path_of("series");
    if (series == nullptr || !expect_list(*series, path, "rates, one a year", context_.problems)) return {};
    if (series->items.empty()) context_.problems.error(series->place, path, "needs at least one rate");
    std::vector<double> rates;
    for (const DocumentNode& item : series->items) {
      const std::optional<double> rate = read_constant_share(item, path, context_);
      if (rate && *rate <= -1.0) context_.problems.error(item.place, path, "must be above -100%");
      if (rate) rates.push_back(*rate);
    }
    check_years(*series, path, rates.size());
    return rates;
  }

  /// A rate of a year that the case does not have would do nothing.
  void check_years(const DocumentNode& series, const std::string& path, std::size_t rates) {
    const auto steps_per_year = static_cast<std::size_t>(scenario_.time.steps_per_year);
    const std::size_t years = (scenario_.time.steps + steps_per_year - 1) / steps_per_year;
    if (scenario_.time.steps == 0 || rates <= years) return;
    context_.problems.error(series.place, path,
                            fmt::format("has {} rates, and the horizon has {} year{}; leave out the rest", rates, years,
                                        years == 1 ? "" : "s"));
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
  engine::AnnualRates in_prices_of_figures(std::vector<double> rates) {
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
    if (differ && inflation) {
      for (double& rate : rates) {
        rate = *of_rate == Prices::nominal ? (1.0 + rate) / (1.0 + *inflation) - 1.0
                                           : (1.0 + rate) * (1.0 + *inflation) - 1.0;
      }
    }
    return engine::AnnualRates(std::move(rates));
  }

  void read_terminal_value(const DocumentNode& node) {
    const MapReader reader(node, reader_.path_of("terminal_value"), terminal_value_table, context_.problems);
    if (!node.is_map()) return;
    const std::optional<double> growth = read_constant_share(reader, "growth", context_);
    const std::optional<double> fading = read_constant_share(reader, "fading", context_);
    const double rate = scenario_.discounting.rates.last();
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
const SectionKeys rates_by_year_keys = {"finance.discount_rate", rates_by_year_table};
const SectionKeys terminal_value_keys = {"finance.terminal_value", terminal_value_table};

void read_finance(const DocumentNode& node, const ReadContext& context, Scenario& scenario) {
  FinanceReader(node, context, scenario).read();
}

}  // namespace wayworth::scenarios
