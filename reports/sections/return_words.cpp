#include "reports/sections/return_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/digits.hpp"

namespace wayworth::reports {

namespace {

using engine::InternalRateStatus;

std::uint64_t count_of(const engine::ReturnsOfTrials& returns, InternalRateStatus status) {
  return returns.internal_by_status[static_cast<std::size_t>(status)];
}

/// "undefined in 3 % of trials (2 % never change sign, 1 % have more than one)"
std::string undefined_share(const engine::ReturnsOfTrials& returns) {
  const std::uint64_t ok = count_of(returns, InternalRateStatus::ok);
  if (ok == returns.trials) return "";
  const auto share = [&](std::uint64_t count) {
    return percent(static_cast<double>(count) / static_cast<double>(returns.trials), returns.trials);
  };
  std::string reasons;
  const auto add = [&](InternalRateStatus status, const char* reason) {
    if (count_of(returns, status) == 0) return;
    reasons += (reasons.empty() ? "" : ", ") + share(count_of(returns, status)) + " " + reason;
  };
  add(InternalRateStatus::no_sign_change, "never change sign");
  add(InternalRateStatus::none, "have no rate");
  add(InternalRateStatus::multiple, "have more than one");
  return fmt::format("undefined in {} of trials: {}", share(returns.trials - ok), reasons);
}

}  // namespace

std::string rate_text(const engine::Estimate& rate) {
  const int most_decimals = std::abs(rate.value) < 1.0 ? 1 : 0;
  return grouped(100.0 * rate.value, decimals_supported(100.0 * rate.standard_error, most_decimals)) + " %";
}

std::string discount_rate_text(const engine::AnnualRates& rates) {
  const std::span<const double> by_year = rates.by_year();
  if (by_year.size() == 1) return fmt::format("{:.4g} % a year", 100.0 * rates.last());
  std::string text;
  for (std::size_t year = 1; year < by_year.size(); ++year) {
    text += fmt::format("{}{:.4g} % in year {}", year == 1 ? "" : ", ", 100.0 * by_year[year - 1], year);
  }
  return fmt::format("{} and {:.4g} % a year from year {}", text, 100.0 * rates.last(), by_year.size());
}

std::string internal_rate_text(const engine::ReturnOfFlow& returns) {
  return returns.internal ? rate_text(*returns.internal) : "undefined";
}

std::string modified_rate_text(const engine::ReturnOfFlow& returns) {
  return returns.modified ? rate_text(*returns.modified) : "undefined";
}

std::string why_undefined(const engine::ReturnOfFlow& returns) {
  switch (returns.status) {
    case InternalRateStatus::ok:
      return "";
    case InternalRateStatus::no_sign_change:
      return "the flows never change sign";
    case InternalRateStatus::none:
      return fmt::format("no rate from {:.0f} % to {} % makes the present value zero",
                         100.0 * engine::lowest_internal_rate, grouped(100.0 * engine::highest_internal_rate, 0));
    case InternalRateStatus::multiple:
      break;
  }
  std::string rates;
  for (std::size_t i = 0; i < returns.rates.size(); ++i) {
    const char* before = i == 0 ? "" : i + 1 == returns.rates.size() ? " and " : ", ";
    rates += before + rate_text({returns.rates[i], 0.0});
  }
  return "the present value is zero at " + rates;
}

std::string spread_text(const engine::ReturnsOfTrials& returns) {
  std::string text;
  if (returns.internal) {
    text = fmt::format("P10 {}, P90 {}", rate_text(returns.internal->p10), rate_text(returns.internal->p90));
  }
  const std::string undefined = undefined_share(returns);
  return undefined.empty() || text.empty() ? text + undefined : text + "; " + undefined;
}

std::string return_sentence(const engine::ProgrammeReturns& returns, bool has_chance) {
  const engine::ReturnOfFlow& mean = returns.of_mean_flow;
  const std::string modified = mean.modified ? fmt::format("its MIRR {}", rate_text(*mean.modified)) : "";
  const std::string spread = has_chance ? spread_text(returns.of_trials) : "";
  if (!mean.internal) {
    return fmt::format("Its IRR is undefined: {}{}.", why_undefined(mean), modified.empty() ? "" : "; " + modified);
  }
  return fmt::format("Its IRR is {} a year{}{}.", rate_text(*mean.internal), spread.empty() ? "" : " (" + spread + ")",
                     modified.empty() ? "" : ", " + modified);
}

}  // namespace wayworth::reports
