#pragma once

namespace wayworth::engine {

/// Customers who leave at the end of each period with a probability that is their own and constant, and that differs
/// between them as beta(alpha, beta) does. Those likely to leave leave first, so retention rises with tenure.
/// Source: Fader and Hardie, "How to project customer retention", 2007; "Customer-base valuation in a contractual
/// setting", 2010.
class ShiftedBetaGeometric {
public:
  /// \throws InputError unless both are finite and above 0
  static ShiftedBetaGeometric make(double alpha, double beta);

  /// Share of the customers of period `period` (from 1) who stay for the next, 0..1: (beta + t - 1) / (alpha + beta + t
  /// - 1).
  /// \param period  1 or more
  [[nodiscard]] double retention(double period) const;

  /// Share of the customers who are still there after `periods`, 0..1: the product of their retentions, which is
  /// B(alpha, beta + t) / B(alpha, beta).
  /// \param periods  a whole number, 0 or more
  [[nodiscard]] double survival(double periods) const;

  /// Share that leaves at the end of the first period.
  [[nodiscard]] double mean_churn() const;

  /// Discounted number of payments to come from a new customer, the first now: sum of survival(t) / (1 + discount)^t.
  /// \param discount  rate of a period, above 0, or 0 with alpha > 1
  /// \throws InputError otherwise: the sum would be infinite
  [[nodiscard]] double expected_discounted_lifetime(double discount) const;

  /// The same from a customer who has been active for `periods` periods, at the moment before it is decided whether
  /// they stay, when the next payment falls due.
  /// \param periods  1 or more
  [[nodiscard]] double expected_discounted_residual_lifetime(double periods, double discount) const;

private:
  ShiftedBetaGeometric(double alpha, double beta) : alpha_(alpha), beta_(beta) {}

  [[nodiscard]] double sum_of_payments(double first, double next_period, double discount) const;

  double alpha_;
  double beta_;
};

}  // namespace wayworth::engine
