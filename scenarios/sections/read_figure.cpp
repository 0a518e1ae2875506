#include "scenarios/sections/read_figure.hpp"

#include <utility>

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "scenarios/formulas/parse_formula.hpp"

namespace wayworth::scenarios {
namespace {

/// False, and a problem, unless the header has said what three numbers mean.
bool three_numbers_are_explained(const DocumentNode& list, const std::string& path, const ReadContext& context) {
  if (context.estimates == Estimates::unstated) {
    context.problems.error(list.place, path,
                           "three numbers need `estimates: ends` in the header, which says that low and high are the "
                           "ends of what is possible, or `estimates: p10_p90`");
  }
  return context.estimates == Estimates::ends || context.estimates == Estimates::p10_p90;
}

std::optional<Figure> read_three_numbers(const DocumentNode& list, std::string path, const ReadContext& context) {
  if (list.items.size() != 3) {
    context.problems.error(
        list.place, path,
        fmt::format("a list of figures must be three numbers, [low, likely, high], not {}", list.items.size()));
    return std::nullopt;
  }
  const bool by_percentiles = context.estimates == Estimates::p10_p90;
  Syntax::Call estimate{std::string(by_percentiles ? three_percentiles : three_point_estimate), {}};
  std::string as_typed;
  for (const DocumentNode& item : list.items) {
    std::optional<Syntax> one = parse_formula(item, path, context.problems);
    if (one) estimate.arguments.push_back(std::move(*one));
    as_typed += (as_typed.empty() ? "[" : ", ") + item.text;
  }
  if (!three_numbers_are_explained(list, path, context) || estimate.arguments.size() != 3) return std::nullopt;
  return Figure{{std::move(estimate), list.place}, list.place, std::move(path), as_typed + "]"};
}

}  // namespace

std::optional<Figure> read_figure(const DocumentNode& node, std::string path, const ReadContext& context) {
  if (node.is_list()) return read_three_numbers(node, std::move(path), context);
  std::optional<Syntax> syntax = parse_formula(node, path, context.problems);
  if (!syntax) return std::nullopt;
  return Figure{std::move(*syntax), node.place, std::move(path), node.text};
}

std::optional<Figure> read_figure(const MapReader& reader, std::string_view key, const ReadContext& context) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  return read_figure(*node, reader.path_of(key), context);
}

std::optional<Constant> read_constant(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                      std::string_view otherwise) {
  const std::optional<Figure> figure = read_figure(node, path, context);
  if (!figure) return std::nullopt;
  return constant_value(figure->syntax, path, context.problems, otherwise);
}

std::optional<double> read_constant(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                    const ConstantRule& rule) {
  const std::optional<Figure> figure = read_figure(node, path, context);
  if (!figure) return std::nullopt;
  const std::optional<Constant> constant = constant_value(figure->syntax, path, context.problems);
  if (!constant) return std::nullopt;
  if (rule.is_right(*constant)) return constant->value;
  context.problems.error(figure->place, path, fmt::format("must be {}, not `{}`", rule.words, figure->as_typed));
  return std::nullopt;
}

std::optional<double> read_constant(const MapReader& reader, std::string_view key, const ReadContext& context,
                                    const ConstantRule& rule) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  return read_constant(*node, reader.path_of(key), context, rule);
}

std::optional<double> read_constant_share(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                          std::string_view otherwise) {
  const std::optional<Figure> figure = read_figure(node, path, context);
  if (!figure) return std::nullopt;
  const std::optional<Constant> share = constant_value(figure->syntax, path, context.problems, otherwise);
  if (!share) return std::nullopt;
  if (share->suffix == Syntax::Suffix::percent || share->value == 0.0) return share->value;
  report_missing_suffix(*figure, "%", context.problems);
  return std::nullopt;
}

std::optional<double> read_constant_share(const MapReader& reader, std::string_view key, const ReadContext& context) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  return read_constant_share(*node, reader.path_of(key), context);
}

std::optional<StatedUnit> read_unit(const MapReader& reader, std::string_view key, const ReadContext& context) {
  const std::optional<std::string> text = reader.text(key);
  if (!text) return std::nullopt;
  const Place place = reader.find(key)->place;
  try {
    return StatedUnit{engine::Unit::parse(*text, context.currency), *text, place};
  } catch (const engine::InputError& error) {
    context.problems.error(place, reader.path_of(key), error.what());
    return std::nullopt;
  }
}

Origin read_origin(const MapReader& reader) {
  return {reader.text("source").value_or(""),
          reader.choice("evidence", evidences).value_or(engine::Evidence::unstated)};
}

}  // namespace wayworth::scenarios
