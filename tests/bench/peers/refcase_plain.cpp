// The reference case as an afternoon's C++: one trial at a time, the generators and distributions of the standard
// library, one thread. refcase_plain PARAMS.CSV TRIALS SEED prints the figures of the case as JSON.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr int months = 60;
constexpr double never = std::numeric_limits<double>::infinity();

using Row = std::map<std::string, double>;

std::vector<Row> read_rows(const char* path) {
  std::ifstream file(path);
  std::string line, cell;
  std::vector<std::string> names;
  std::getline(file, line);
  for (std::stringstream header(line); std::getline(header, cell, ',');) names.push_back(cell);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    Row row;
    std::stringstream cells(line);
    for (const std::string& name : names) {
      std::getline(cells, cell, ',');
      row[name.substr(0, name.find('\r'))] = std::atof(cell.c_str());
    }
    rows.push_back(row);
  }
  return rows;
}

using Generator = std::mt19937_64;

double uniform(Generator& generator) {
  return std::uniform_real_distribution<double>()(generator);
}

struct Pert {
  double low, mode, high;

  double operator()(Generator& generator) const {
    const double a = std::gamma_distribution<double>(1 + 4 * (mode - low) / (high - low))(generator);
    const double b = std::gamma_distribution<double>(1 + 4 * (high - mode) / (high - low))(generator);
    return low + (high - low) * a / (a + b);
  }
};

struct Triangular {
  double low, mode, high;

  double operator()(Generator& generator) const {
    const double u = uniform(generator);
    const double width = high - low;
    return u * width < mode - low ? low + std::sqrt(u * width * (mode - low))
                                  : high - std::sqrt((1 - u) * width * (high - mode));
  }
};

struct Initiative {
  explicit Initiative(Row& row)
      : cost{row["cost_low"], row["cost_mode"], row["cost_high"]},
        fte{row["fte_low"], row["fte_mode"], row["fte_high"]},
        churn{row["churn_low"], row["churn_mode"], row["churn_high"]},
        run{row["run_low"], row["run_mode"], row["run_high"]},
        ramp{row["ramp_low"], row["ramp_mode"], row["ramp_high"]},
        live_low(row["dur_low"]),
        live_high(row["dur_high"]),
        success(row["p_success"]) {
    const double variance = std::log1p(std::pow(row["rev_sd"] / row["rev_mean"], 2));
    log_sd = std::sqrt(variance);
    log_mean = std::log(row["rev_mean"]) - variance / 2;
  }

  Pert cost, fte, churn;
  Triangular run, ramp;
  double live_low, live_high, success, log_mean, log_sd;
};

std::array<double, months + 1> discount_factors() {
  std::array<double, months + 1> factors{};
  for (std::size_t month = 0; month <= months; ++month) factors[month] = std::pow(1.10, -double(month) / 12.0);
  return factors;
}

/// The figures of one trial go to the end of each column: NPV, ROI, payback, then the NPV of each initiative.
void simulate(const std::vector<Initiative>& initiatives, const std::array<double, months + 1>& discount,
              Generator& generator, std::vector<std::vector<double>>& columns) {
  const double margin = 0.30 + 0.15 * uniform(generator);
  const double wage = std::normal_distribution<double>(5200, 450)(generator);
  const double churn = Pert{0.012, 0.015, 0.020}(generator);
  const double worth = Triangular{6, 8, 11}(generator);
  std::normal_distribution<double> normal;
  const double common = normal(generator);  // any two revenues share half of their variance
  std::array<double, months + 1> flow{};
  std::array<double, months + 1> staying;
  staying.fill(1.0);
  double costs = 0.0;
  for (std::size_t i = 0; i < initiatives.size(); ++i) {
    const Initiative& of = initiatives[i];
    const double cost = of.cost(generator), running = of.run(generator);
    const double score = std::sqrt(0.5) * (common + normal(generator));
    const double revenue = std::exp(of.log_mean + of.log_sd * score);
    const double staff = of.fte(generator), churn_cut = of.churn(generator), ramp = of.ramp(generator);
    const double live = of.live_low + (of.live_high - of.live_low) * uniform(generator);
    const double success = uniform(generator) < of.success ? 1.0 : 0.0;
    const double benefit = success * (revenue * margin + staff * wage);
    double own = -cost;
    costs += cost;
    flow[0] -= cost;
    for (int month = 1; month <= months; ++month) {
      const double adoption = std::clamp((month - live) / ramp, 0.0, 1.0);
      const double paid = month > live ? running : 0.0;
      const auto at = static_cast<std::size_t>(month);
      own += (benefit * adoption - paid) * discount[at];
      costs += paid * discount[at];
      flow[at] += benefit * adoption - paid;
      staying[at] *= 1 - success * churn_cut * adoption;
    }
    columns[3 + i].push_back(own);
  }
  double with_it = 200'000, without = 200'000, cumulative = flow[0], payback = never, npv = flow[0];
  for (int month = 1; month <= months; ++month) {
    const auto at = static_cast<std::size_t>(month);
    with_it *= 1 - churn * staying[at];
    without *= 1 - churn;
    const double net = flow[at] + worth * (with_it - without);
    npv += net * discount[at];
    cumulative += net;
    if (payback == never && cumulative >= 0) payback = month;
  }
  columns[0].push_back(npv);
  columns[1].push_back(npv / costs);
  columns[2].push_back(payback);
}

double percentile(const std::vector<double>& sorted, double p) {
  const double rank = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

void print_summary(const std::string& name, std::vector<double> values) {
  const double centre = mean(values);
  double squares = 0.0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  std::printf("\"%s.mean\": %.17g, \"%s.sd\": %.17g", name.c_str(), centre, name.c_str(),
              std::sqrt(squares / static_cast<double>(values.size())));
  std::sort(values.begin(), values.end());
  for (const int p : {5, 10, 50, 90, 95}) {
    std::printf(", \"%s.p%d\": %.17g", name.c_str(), p, percentile(values, p / 100.0));
  }
  std::printf(", ");
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: refcase_plain PARAMS.CSV TRIALS SEED\n");
    return 2;
  }
  std::vector<Initiative> initiatives;
  for (Row& row : read_rows(arguments[1])) initiatives.emplace_back(row);
  const auto trials = std::strtoull(arguments[2], nullptr, 10);
  Generator generator(std::strtoull(arguments[3], nullptr, 10));
  std::vector<std::vector<double>> columns(3 + initiatives.size());
  for (auto& column : columns) column.reserve(trials);
  const auto discount = discount_factors();
  for (std::uint64_t trial = 0; trial < trials; ++trial) simulate(initiatives, discount, generator, columns);

  std::printf("{");
  print_summary("npv", columns[0]);
  print_summary("roi", columns[1]);
  for (std::size_t i = 0; i < initiatives.size(); ++i) print_summary("npv_i." + std::to_string(i), columns[3 + i]);
  std::vector<double> paid_back;
  std::copy_if(columns[2].begin(), columns[2].end(), std::back_inserter(paid_back), [](double x) { return x < never; });
  const auto losses = std::count_if(columns[0].begin(), columns[0].end(), [](double x) { return x < 0; });
  std::printf("\"payback_mean\": %.17g, \"payback_share\": %.17g, \"p_npv_negative\": %.17g}\n", mean(paid_back),
              static_cast<double>(paid_back.size()) / static_cast<double>(trials),
              static_cast<double>(losses) / static_cast<double>(trials));
  return 0;
}
