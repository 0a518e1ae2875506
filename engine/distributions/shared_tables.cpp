#include "engine/distributions/shared_tables.hpp"

#include <map>
#include <mutex>
#include <utility>

namespace wayworth::engine {
namespace {

/// Tables by the parameters of their shape.
template <class Shape>
class KnownTables {
public:
  /// While a table is made others may be asked for; of two threads that make the same one the first is heard.
  template <class Make>
  std::shared_ptr<const QuantileTable> find_or_make(const Shape& shape, Make make) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto known = tables_.find(shape); known != tables_.end()) return known->second;
    }
    auto table = std::make_shared<const QuantileTable>(make());
    const std::lock_guard lock(mutex_);
    if (tables_.size() >= most_tables) tables_.clear();  // those in use live on with their users
    return tables_.try_emplace(shape, std::move(table)).first->second;
  }

private:
  static constexpr std::size_t most_tables = 4096;  // of 7 KB each

  std::mutex mutex_;
  std::map<Shape, std::shared_ptr<const QuantileTable>> tables_;
};

}  // namespace

std::shared_ptr<const QuantileTable> shared_beta_table(double alpha, double beta) {
  static KnownTables<std::pair<double, double>> known;
  return known.find_or_make({alpha, beta}, [=] { return QuantileTable::beta(alpha, beta); });
}

std::shared_ptr<const QuantileTable> shared_gamma_table(double shape) {
  static KnownTables<double> known;
  return known.find_or_make(shape, [=] { return QuantileTable::gamma(shape); });
}

std::shared_ptr<const QuantileTable> shared_student_t_table(double dof) {
  static KnownTables<double> known;
  return known.find_or_make(dof, [=] { return QuantileTable::student_t(dof); });
}

}  // namespace wayworth::engine
