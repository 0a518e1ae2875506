#include "engine/distributions/quantile_function.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "engine/distributions/closed_forms.hpp"
#include "engine/distributions/shared_tables.hpp"
#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {
namespace {

double inside(double u) {
  return std::clamp(u, smallest_probability, largest_probability);
}

void evaluate(const Uniform& uniform, std::span<const double> u, std::span<double> out) {
  uniform_quantiles(uniform, u, out);
}
void evaluate(const Triangular& triangular, std::span<const double> u, std::span<double> out) {
  triangular_quantiles(triangular, u, out);
}

template <class Family>
void evaluate(const Family& family, std::span<const double> u, std::span<double> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = family.quantile(inside(u[i]));
  }
}

/// Families that know how to take several probabilities at a time.
template <class Family>
concept TakesBlocks = requires(const Family& family, std::span<const double> u, std::span<double> out) {
  family.quantiles(u, out);
};

template <TakesBlocks Family>
void evaluate(const Family& family, std::span<const double> u, std::span<double> out) {
  hold_inside(u, out);
  family.quantiles(out, out);
}

/// Families that are a function of a standard normal value.
template <class Family>
concept FromScore = requires(const Family& family, double score) {
  family.at_score(score);
};

void evaluate_at_scores(const Lognormal& family, std::span<const double> scores, std::span<double> out) {
  family.at_scores(scores, out);
}

template <FromScore Family>
void evaluate_at_scores(const Family& family, std::span<const double> scores, std::span<double> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = family.at_score(scores[i]);
  }
}

template <FromScore Family>
void evaluate(const Family& family, std::span<const double> u, std::span<double> out) {
  hold_inside(u, out);
  standard_normal_quantiles(out, out);
  evaluate_at_scores(family, out, out);
}

}  // namespace

QuantileFunction::QuantileFunction(const Distribution& distribution) : method_(method_for(distribution)) {}

std::optional<QuantileFunction::Tabulated> QuantileFunction::table_for(const Distribution& distribution) {
  const auto of_beta = [](const auto& family) -> std::optional<Tabulated> {
    const double width = family.maximum() - family.minimum();
    if (width == 0.0) return std::nullopt;
    return Tabulated{family.minimum(), width, shared_beta_table(family.alpha(), family.beta())};
  };
  if (const auto* pert = std::get_if<Pert>(&distribution)) return of_beta(*pert);
  if (const auto* beta = std::get_if<Beta>(&distribution)) return of_beta(*beta);
  if (const auto* gamma = std::get_if<Gamma>(&distribution)) {
    return Tabulated{0.0, gamma->scale(), shared_gamma_table(gamma->shape())};
  }
  if (const auto* t = std::get_if<StudentT>(&distribution)) {
    return Tabulated{t->location(), t->scale(), shared_student_t_table(t->dof())};
  }
  return std::nullopt;
}

QuantileFunction::Method QuantileFunction::method_for(const Distribution& distribution) {
  if (auto table = table_for(distribution)) return std::move(*table);
  if (minimum(distribution) == maximum(distribution)) return distribution;
  if (is_count(distribution)) {
    return CountTable([&](double count) { return cdf(distribution, count); },
                      [distribution](double p) { return quantile(distribution, p); });
  }
  if (const auto* truncated = std::get_if<Truncated>(&distribution)) {
    if (auto table = table_for(untruncated(*truncated))) return TruncatedTable{*truncated, std::move(*table)};
  }
  return distribution;
}

void QuantileFunction::Tabulated::quantiles(std::span<const double> p, std::span<double> out) const {
  table->quantiles(p, out);
  scale(origin, width, out);
}

double QuantileFunction::TruncatedTable::quantile(double p) const {
  const Truncated::Place place = family.place_of(p);
  // A table takes the probability of less, which far out in the upper tail has lost its digits.
  constexpr double far_out = 1e-4;
  if (place.above < far_out) return family.quantile(p);
  return std::clamp(parent.quantile(inside(place.below)), family.minimum(), family.maximum());
}

void QuantileFunction::operator()(std::span<const double> u, std::span<double> out) const {
  if (const auto* distribution = std::get_if<Distribution>(&method_)) {
    std::visit([&](const auto& family) { evaluate(family, u, out); }, *distribution);
  } else if (const auto* table = std::get_if<Tabulated>(&method_)) {
    evaluate(*table, u, out);
  } else if (const auto* truncated = std::get_if<TruncatedTable>(&method_)) {
    evaluate(*truncated, u, out);
  } else {
    evaluate(std::get<CountTable>(method_), u, out);
  }
}

void QuantileFunction::at_scores(std::span<const double> scores, std::span<double> out) const {
  const auto take_scores = [&](const auto& family) {
    if constexpr (FromScore<std::decay_t<decltype(family)>>) {
      evaluate_at_scores(family, scores, out);
      return true;
    } else {
      return false;
    }
  };
  const auto* const distribution = std::get_if<Distribution>(&method_);
  if (distribution != nullptr && std::visit(take_scores, *distribution)) return;
  std::transform(scores.begin(), scores.end(), out.begin(), standard_normal_cdf);
  (*this)(out, out);
}

}  // namespace wayworth::engine
