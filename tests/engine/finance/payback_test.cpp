#include "engine/finance/payback.hpp"

#include <cmath>
#include <initializer_list>

#include "engine/finance/discount.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

/// Follows flows of periods of length 1 after the initial one, each multiplied by (1 + rate)^-end of its period.
PaybackTracker tracked(double initial, std::initializer_list<double> flows, double rate = 0.0) {
  PaybackTracker tracker(initial);
  double time = 0.0;
  for (const double flow : flows) {
    tracker.add(time, time + 1.0, flow * discount_factor(rate, time + 1.0));
    time += 1.0;
  }
  return tracker;
}

TEST_CASE("payback of the metrics example", "[finance][known-answer]") {
  const PaybackTracker simple = tracked(-900, {250, 450, 550, 550, 550});
  CHECK_THAT(simple.sustained_payback(), WithinRel(2.3636363636363638, 1e-14));
  CHECK_THAT(tracked(-900, {250, 450, 550, 550, 550}, 0.1).sustained_payback(), WithinRel(2.728, 1e-13));
  CHECK(simple.peak_funding() == 900.0);
  CHECK(!simple.recrosses());
  CHECK(simple.cumulative() == 1450.0);
}

TEST_CASE("a case that falls below 0 again pays back at its last crossing", "[finance][known-answer]") {
  const PaybackTracker tracker = tracked(-100, {120, -80, 30, 60});
  CHECK_THAT(tracker.first_payback(), WithinRel(0.8333333333333334, 1e-15));
  CHECK_THAT(tracker.sustained_payback(), WithinRel(3.5, 1e-15));
  CHECK(tracker.recrosses());
  CHECK(tracker.peak_funding() == 100.0);
}

TEST_CASE("never and immediate", "[finance][known-answer]") {
  const PaybackTracker too_little = tracked(-100, {20, 20, 20});
  CHECK(too_little.sustained_payback() == never);
  CHECK(too_little.first_payback() == never);
  CHECK(!too_little.recrosses());
  const PaybackTracker no_funding = tracked(0, {10, 10});
  CHECK(no_funding.sustained_payback() == 0.0);
  CHECK(no_funding.first_payback() == 0.0);
  CHECK(no_funding.peak_funding() == 0.0);
  CHECK(!std::signbit(no_funding.peak_funding()));
  const PaybackTracker lost_again = tracked(-100, {120, -80});
  CHECK_THAT(lost_again.first_payback(), WithinRel(0.8333333333333334, 1e-15));
  CHECK(lost_again.sustained_payback() == never);
}

TEST_CASE("money that is spent later is paid back later", "[finance]") {
  const PaybackTracker tracker = tracked(0, {-50, -50, 40, 80});
  CHECK(tracker.sustained_payback() == 3.75);
  CHECK(tracker.first_payback() == 3.75);
  CHECK(tracker.peak_funding() == 100.0);
}

TEST_CASE("payback of the embroidery machine", "[finance][known-answer]") {
  // Source: OpenStax, "Principles of Finance", section 16.1: four years, discounted 5.05 years.
  CHECK(tracked(-16000, {2000, 4000, 5000, 5000, 5000, 5000}).sustained_payback() == 4.0);
  CHECK_THAT(tracked(-16000, {2000, 4000, 5000, 5000, 5000, 5000}, 0.09).sustained_payback(), WithinAbs(5.05, 0.005));
}

TEST_CASE("payback of the call centre's dialler", "[finance][known-answer]") {
  // Source: P. Reynolds, "Evaluating Technology Purchases Using Net Present Value": 28 months.
  CHECK_THAT(12 * tracked(-130000, {35000, 70000, 70000}).sustained_payback(), WithinRel(28.285714285714285, 1e-14));
}

}  // namespace
}  // namespace wayworth::engine
