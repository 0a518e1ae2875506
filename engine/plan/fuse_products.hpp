#pragma once

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Joins a product that only one sum or difference reads with that sum or difference: one pass over the trials instead
/// of two, and no column for the product. Every result keeps its bits. The products that are joined are removed.
void fuse_products(Plan& plan);

}  // namespace wayworth::engine
