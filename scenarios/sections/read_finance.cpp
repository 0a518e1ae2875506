#include "scenarios/sections/read_finance.hpp"

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<engine::DiscountTiming>, 2> timings = {{
    {"mid", engine::DiscountTiming::mid},
    {"end", engine::DiscountTiming::end},
}};

constexpr std::array<Key, 4> keys = {{
    {"discount_rate", Use::required, shapes::constant_with_percent, "what money a year later is worth less, effective"},
    {"discounting", Use::optional, shapes::one_of<timings>, "when in a step money flows"},
    {"tax_rate", Use::optional, shapes::constant_with_percent, "tax on gains"},
    {"preset", Use::not_supported_yet},
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

}  // namespace

const SectionKeys finance_keys = {"finance", keys};

engine::Discounting read_finance(const DocumentNode& node, const ReadContext& context) {
  const MapReader reader(node, "finance", keys, context.problems);
  const double rate = read_rate(reader, "discount_rate", context).value_or(0.0);
  if (rate <= -1.0) {
    context.problems.error(reader.find("discount_rate")->place, "finance.discount_rate", "must be above -100%");
  }
  if (read_rate(reader, "tax_rate", context).value_or(0.0) != 0.0) {
    context.problems.error(reader.find("tax_rate")->place, "finance.tax_rate",
                           "a tax other than 0% is not supported yet");
  }
  return {rate, reader.choice("discounting", timings).value_or(engine::DiscountTiming::mid)};
}

}  // namespace wayworth::scenarios
