#pragma once

#include <optional>
#include <string>
#include <string_view>

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
