#include "engine/finance/modified_internal_rate_of_return.hpp"

#include <cmath>
#include <vector>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;
using Flows = std::vector<double>;

TEST_CASE("modified internal rates of return that are known", "[finance][known-answer]") {
  const Flows excel = {-120000, 39000, 30000, 21000, 37000, 46000};
  CHECK_THAT(modified_internal_rate_of_return(excel, {}, {0.10, 0.12}).value(), WithinRel(0.12609413036590514, 1e-13));
  // Source: Principles of Finance (OpenStax, CC BY), chapter 16: 12 %, from a terminal value of 31,589.22.
  const Flows machine = {-16000, 2000, 4000, 5000, 5000, 5000, 5000};
  const double rate = modified_internal_rate_of_return(machine, {}, {0.09, 0.09}).value();
  CHECK_THAT(rate, WithinAbs(0.12, 0.005));
  CHECK_THAT(16000.0 * std::pow(1.0 + rate, 6.0), WithinRel(31589.2193498, 1e-11));
}

TEST_CASE("reinvested at the internal rate itself the modified rate is the internal one", "[finance][property]") {
  const Flows flows = {-900, 250, -450, 1550, 550, 550};
  for (const FlowGrid& grid : {FlowGrid{DiscountTiming::end, 1}, {DiscountTiming::mid, 1}}) {
    const double internal = internal_rate_of_return(flows, grid).rates.at(0);
    CHECK_THAT(modified_internal_rate_of_return(flows, grid, {internal, internal}).value(), WithinRel(internal, 1e-11));
  }
}

TEST_CASE("it always exists once something is spent", "[finance]") {
  CHECK(modified_internal_rate_of_return(Flows{-1000, 2500, -1540}, {}, {0.1, 0.1}));
  CHECK(modified_internal_rate_of_return(Flows{-1000, -5}, {}, {0.1, 0.1}) == -1.0);
  CHECK(!modified_internal_rate_of_return(Flows{0, 5}, {}, {0.1, 0.1}));
}

}  // namespace
}  // namespace wayworth::engine
