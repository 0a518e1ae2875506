#include "engine/stats/sorted_column.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

const std::vector<double> values = {3.0, 1.0, 3.0, 2.0, 3.0, 1.0};

template <class T>
std::vector<std::uint32_t> list(T span) {
  return {span.begin(), span.end()};
}

TEST_CASE("a column sorted once gives order, ends of equal values and ranks", "[stats][known-answer]") {
  const SortedColumn sorted(values);
  CHECK(list(sorted.order()) == std::vector<std::uint32_t>{1, 5, 3, 0, 2, 4});
  CHECK(list(sorted.ends()) == std::vector<std::uint32_t>{2, 3, 6});
  CHECK(sorted.different_values() == 3);
  CHECK(sorted.has_ties());
  CHECK(sorted.ascending_ranks() == std::vector<double>{1.5, 1.5, 3.0, 5.0, 5.0, 5.0});
  CHECK(sorted.average_ranks() == std::vector<double>{5.0, 1.5, 5.0, 3.0, 5.0, 1.5});
  CHECK(sorted.arranged(values) == std::vector<double>{1.0, 1.0, 2.0, 3.0, 3.0, 3.0});
  CHECK_FALSE(SortedColumn(std::vector<double>{2.0, 1.0}).has_ties());
}

TEST_CASE("a part of a sorted column is as if it had been sorted alone", "[stats][property]") {
  const SortedColumn sorted(values);
  for (std::size_t first = 0; first < values.size(); ++first) {
    for (std::size_t count = 1; first + count <= values.size(); ++count) {
      const SortedColumn part = sorted.part(first, count);
      const SortedColumn alone(std::span<const double>(values).subspan(first, count));
      CHECK(list(part.order()) == list(alone.order()));
      CHECK(list(part.ends()) == list(alone.ends()));
    }
  }
}

}  // namespace
}  // namespace wayworth::engine
