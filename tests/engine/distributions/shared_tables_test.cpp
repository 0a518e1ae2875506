#include "engine/distributions/shared_tables.hpp"

#include <thread>
#include <vector>

#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

TEST_CASE("a table of a shape is made once and is that shape's", "[distributions]") {
  const auto table = shared_beta_table(2.5, 3.5);
  CHECK(shared_beta_table(2.5, 3.5) == table);
  CHECK(shared_beta_table(3.5, 2.5) != table);
  CHECK(shared_gamma_table(2.5) == shared_gamma_table(2.5));
  CHECK(shared_student_t_table(2.5) == shared_student_t_table(2.5));
  for (const double p : {1e-9, 0.01, 0.3, 0.5, 0.9}) {
    CHECK(table->quantile(p) == QuantileTable::beta(2.5, 3.5).quantile(p));
    CHECK(shared_beta_table(3.5, 2.5)->quantile(p) == QuantileTable::beta(3.5, 2.5).quantile(p));
    CHECK(shared_gamma_table(2.5)->quantile(p) == QuantileTable::gamma(2.5).quantile(p));
    CHECK(shared_student_t_table(2.5)->quantile(p) == QuantileTable::student_t(2.5).quantile(p));
  }
}

TEST_CASE("threads that ask for one shape at the same time get one table", "[distributions]") {
  std::vector<std::shared_ptr<const QuantileTable>> tables(8);
  std::vector<std::thread> threads;
  for (auto& table : tables) threads.emplace_back([&table] { table = shared_beta_table(1.75, 4.25); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& table : tables) CHECK(table == tables.front());
}
