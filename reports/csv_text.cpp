#include "reports/csv_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

namespace wayworth::reports {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool starts_like_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + '"';
}

}  // namespace

CsvText::CsvText(const std::vector<std::string>& header) : content_(byte_order_mark), columns_(header.size()) {
  for (const std::string& name : header) text(name);
  end_row();
}

CsvText& CsvText::text(std::string_view value) {
  const std::string harmless = (starts_like_a_formula(value) ? "'" : "") + std::string(value);
  const bool needs_quotes = harmless.find_first_of(",\"\n\r") != std::string::npos;
  cell(needs_quotes ? quoted(harmless) : harmless);
  return *this;
}

CsvText& CsvText::number(double value) {
  if (std::isnan(value)) return empty();
  cell(std::isinf(value) ? "never" : fmt::format("{}", value));
  return *this;
}

CsvText& CsvText::count(std::uint64_t value) {
  cell(fmt::format("{}", value));
  return *this;
}

CsvText& CsvText::optional(const std::optional<double>& value) {
  return value ? number(*value) : empty();
}

CsvText& CsvText::estimate(const std::optional<engine::Estimate>& estimate) {
  if (!estimate) return empty().empty();
  number(estimate->value);
  return std::isfinite(estimate->standard_error) ? number(estimate->standard_error) : empty();
}

CsvText& CsvText::empty() {
  cell("");
  return *this;
}

void CsvText::cell(std::string_view raw) {
  if (filled_ > 0) content_ += ',';
  content_ += raw;
  ++filled_;
}

void CsvText::end_row() {
  if (filled_ != columns_) throw std::logic_error("a CSV row must be as long as the header");
  content_ += '\n';
  filled_ = 0;
}

}  // namespace wayworth::reports
