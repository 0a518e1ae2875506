#include "reports/json_parts.hpp"

#include <fmt/format.h>

#include "reports/subjects.hpp"

namespace wayworth::reports {

Json to_json(const engine::Estimate& estimate) {
  return {{"value", estimate.value}, {"standard_error", estimate.standard_error}};
}

Json manifest_json(const engine::Manifest& manifest) {
  Json json = {{"version", manifest.version},
               {"scenario_hash", fmt::format("{:016x}", manifest.scenario_hash)},
               {"seed", manifest.seed},
               {"trials", manifest.trials},
               {"trials_requested", manifest.trials_requested},
               {"sampling", name_of(manifest.sampling)},
               {"replicates", manifest.replicates}};
  json["point"] = manifest.point ? Json(name_of(*manifest.point)) : Json();
  return json;
}

}  // namespace wayworth::reports
