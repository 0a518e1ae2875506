#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// What the header says and the readers of all other sections need.
struct ReadContext {
  std::string currency;  ///< empty when the header's is wrong
  Estimates estimates = Estimates::unstated;
  Problems& problems;
  bool one_off_costs_at_start = false;  ///< those that do not say `from`
};

/// The formula or three-number list in `node`; nothing, and a problem, when it is neither.
std::optional<Figure> read_figure(const DocumentNode& node, std::string path, const ReadContext& context);

/// The figure at `key`; nothing when there is none or it is wrong (reported). Its path is the key's.
std::optional<Figure> read_figure(const MapReader& reader, std::string_view key, const ReadContext& context);

/// The constant in `node`; nothing when it is wrong (reported). `otherwise` as in constant_value().
std::optional<Constant> read_constant(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                      std::string_view otherwise = "");

/// What a constant has to be, as a test and in words: "money, at least 0".
struct ConstantRule {
  bool (*is_right)(const Constant& constant);
  std::string_view words;
};

/// Typed without % or pp, and at least 0.
constexpr bool is_amount(const Constant& constant) {
  return constant.suffix == Syntax::Suffix::bare && constant.value >= 0.0;
}

/// The constant in `node` or at `key`; nothing when there is none, it is wrong or against the rule (reported).
std::optional<double> read_constant(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                    const ConstantRule& rule);
std::optional<double> read_constant(const MapReader& reader, std::string_view key, const ReadContext& context,
                                    const ConstantRule& rule);

/// The constant share in `node` or at `key`, a number with % or 0; nothing when there is none or it is wrong
/// (reported).
std::optional<double> read_constant_share(const DocumentNode& node, const std::string& path, const ReadContext& context,
                                          std::string_view otherwise = "");
std::optional<double> read_constant_share(const MapReader& reader, std::string_view key, const ReadContext& context);

/// The unit at `key`; nothing when there is none or it is wrong (reported).
std::optional<StatedUnit> read_unit(const MapReader& reader, std::string_view key, const ReadContext& context);

inline constexpr std::array<Choice<engine::Evidence>, 4> evidences = {{
    {"measured", engine::Evidence::measured},
    {"client", engine::Evidence::client},
    {"benchmark", engine::Evidence::benchmark},
    {"assumed", engine::Evidence::assumed},
}};

/// The keys that read_origin() reads.
inline constexpr Key source_key = {"source", Key::Use::optional, shapes::text, "where the figure is from"};
inline constexpr Key evidence_key = {"evidence", Key::Use::optional, shapes::one_of<evidences>,
                                     "how far it can be trusted"};

/// `source` and `evidence` of a figure.
Origin read_origin(const MapReader& reader);

}  // namespace wayworth::scenarios
