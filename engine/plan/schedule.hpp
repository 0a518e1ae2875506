#pragma once

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Removes the nodes, tables and inputs that no output, flow or clamp depends on and renumbers the rest.
void drop_unused(Plan& plan);

/// Sorts the nodes into the work before, in and after the steps, and gives each a column; columns are given on once
/// nothing reads them any more, so that those in use stay in cache.
void schedule(Plan& plan);

}  // namespace wayworth::engine
