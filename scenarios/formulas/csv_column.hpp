#pragma once

#include <string_view>
#include <vector>

namespace wayworth::scenarios {

/// The numbers of one column of a CSV text, found by its name in the first line. Fields are separated by what separates
/// the names: comma, semicolon or tab; they may stand in double quotes. Empty lines are skipped, empty fields are not.
/// \throws engine::InputError that says the line: no such column (with those that there are), a field that is not a
/// plain number, a line without the field, a quote that is not closed.
/// Source: Shafranovich, "Common format and MIME type for CSV files", RFC 4180, 2005.
std::vector<double> csv_column(std::string_view text, std::string_view column);

}  // namespace wayworth::scenarios
