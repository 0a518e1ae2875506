#pragma once

namespace wayworth::engine {

// What a customer is worth. Rates are fractions per period, and periods are of any length that all of them share.

/// A customer who brings `margin` a period and stays from each period to the next with a constant probability.
struct RetainedCustomer {
  double margin;               ///< money a period
  double retention;            ///< 0..1
  double discount;             ///< rate of a period, above -1
  double margin_growth = 0.0;  ///< of the margin from one payment to the next; above -1
};

/// Customer lifetime value with the first payment now, for sure; the k-th (from 0) of margin (1 + growth)^k comes with
/// probability retention^k. Without growth: m (1 + d) / (1 + d - r).
/// \throws InputError unless the fields are in their ranges and retention * (1 + margin_growth) < 1 + discount: the sum
///         would be infinite.
/// Source: Gupta and Lehmann, "Customers as assets", 2003; "Managing customers as investments", 2005.
double lifetime_value_from_now(const RetainedCustomer& customer);

/// The same with the first payment, of `margin`, after one period, if the customer is still there: m r / (1 + d - r (1
/// + g)).
/// \throws InputError likewise
double lifetime_value_after_one_period(const RetainedCustomer& customer);

/// The same with `payments` payments at most, the first now. Finite whatever the rates.
/// \param payments  a whole number, at least 0
/// \throws InputError unless the fields are in their ranges
double lifetime_value_of_payments(const RetainedCustomer& customer, double payments);

/// Percent by which lifetime_value_from_now, and lifetime_value_after_one_period, rise per percent of retention.
/// Without growth: r / (1 + d - r) and (1 + d) / (1 + d - r).
/// \throws InputError as they do
double retention_elasticity_from_now(const RetainedCustomer& customer);
double retention_elasticity_after_one_period(const RetainedCustomer& customer);

}  // namespace wayworth::engine
