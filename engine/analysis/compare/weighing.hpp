#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/compare/acceptability.hpp"
#include "engine/analysis/figures.hpp"
#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// What a choice may be judged by, besides the mean NPV.
enum class Criterion : std::uint8_t {
  mean_npv,
  bad_case,      ///< P10 of NPV
  peak_funding,  ///< mean; less is better
  payback,       ///< median; less is better
};

/// Programmes judged by several criteria, whatever each of these counts.
struct Weighing {
  /// Those in which the programmes differ by more than two standard errors; empty when fewer than two do.
  std::vector<Criterion> criteria;
  Acceptability acceptability;
};

/// Each criterion is scaled from 0, the worst of the programmes, to 1, the best of them: a weight is what the whole way
/// between these two counts.
/// \param programmes  at least two, of the same trials
Weighing weigh(const std::vector<const Figures*>& programmes, std::uint64_t seed);

}  // namespace wayworth::engine
