#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/stats/estimate.hpp"

namespace wayworth::reports {

/// Builds one CSV file: UTF-8 with a byte order mark, without which Excel garbles names that are not English; commas;
/// a point for decimals; every row as long as the header. Source: RFC 4180, Shafranovich 2005.
class CsvText {
public:
  explicit CsvText(const std::vector<std::string>& header);

  /// Words, in quotes where needed. A text that a spreadsheet would take for a formula gets a leading apostrophe.
  CsvText& text(std::string_view value);

  /// A number with all its digits; +infinity is "never", NaN is an empty cell.
  CsvText& number(double value);
  CsvText& count(std::uint64_t value);
  CsvText& optional(const std::optional<double>& value);
  CsvText& empty();

  /// Two cells: the value and its standard error, empty where it is not known.
  CsvText& estimate(const std::optional<engine::Estimate>& estimate);

  void end_row();

  /// The file, once the last row has ended.
  [[nodiscard]] const std::string& content() const { return content_; }

private:
  void cell(std::string_view raw);

  std::string content_;
  std::size_t columns_;
  std::size_t filled_ = 0;
};

}  // namespace wayworth::reports
