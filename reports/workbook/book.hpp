#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "reports/workbook/ledger.hpp"

namespace wayworth::reports {

/// How a cell looks; what it is for.
enum class Look : std::uint8_t {
  plain,
  title,              ///< of the sheet
  heading,            ///< of a part of it
  column,             ///< name of a column
  column_of_figures,  ///< the same, above figures; the writer finds these
  note,               ///< small print
  wrapped,            ///< text that may take several lines
  typed,              ///< a figure to change: blue, as is the custom
  own,                ///< an empty cell to type a figure into
  total,
  result,
  pasted,  ///< a value where one would expect a formula
};

/// A formula with the value that it had when it was written, which is shown until the spreadsheet recalculates.
struct CellFormula {
  std::string text;  ///< without "="
  std::variant<double, std::string> value;
};

struct SheetCell {
  std::size_t row = 0;  ///< from 0
  std::size_t column = 0;
  std::variant<std::monostate, std::string, double, CellFormula> content{};
  NumberKind kind = NumberKind::figure;
  Look look = Look::plain;
};

/// A block of cells, its ends included; from 0.
struct CellRange {
  std::size_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct ChartSeries {
  std::string name;
  std::string sheet;
  CellRange categories;
  CellRange values;
};

struct SheetChart {
  enum class Kind : std::uint8_t { columns, lines } kind = Kind::columns;
  std::string title;
  std::string x_name;
  std::string y_name;
  std::size_t row = 0;  ///< of its upper left corner
  std::size_t column = 0;
  std::vector<ChartSeries> series;
};

/// A cell that takes one of the texts in a range.
struct SheetChoice {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string from;  ///< "Trials!$C$4:$Z$4"
};

struct Sheet {
  std::string name;
  std::vector<double> widths{};  ///< of the columns, in characters
  double further_width = 12.0;   ///< of those behind them
  std::size_t frozen_rows = 0;
  std::size_t frozen_columns = 0;
  std::size_t repeated_row = 0;  ///< on each printed page, from 0
  std::vector<SheetCell> cells{};
  std::vector<SheetChart> charts{};
  std::vector<SheetChoice> choices{};
};

struct DefinedName {
  std::string name;
  std::string cell;  ///< "Inputs!$C$7"
};

/// A workbook before it is a file.
struct Workbook {
  std::string title;
  std::string footer;
  std::string currency;  ///< ISO 4217
  std::vector<Sheet> sheets;
  std::vector<DefinedName> names;
};

/// Adds cells to a sheet, from left to right and from top to bottom.
class SheetPen {
public:
  explicit SheetPen(Sheet& sheet) : sheet_(sheet) {}

  SheetPen& text(const std::string& text, Look look = Look::plain);
  /// Infinity is written as "never" and NaN as "undefined".
  SheetPen& number(double value, NumberKind kind, Look look = Look::plain);
  SheetPen& formula(const std::string& formula, double value, NumberKind kind, Look look = Look::plain);
  SheetPen& formula(const std::string& formula, const std::string& value, Look look = Look::plain);
  SheetPen& blank(Look look);
  SheetPen& skip(std::size_t cells = 1);
  SheetPen& next_row(std::size_t rows = 1);

  [[nodiscard]] std::size_t row() const { return row_; }
  [[nodiscard]] std::size_t column() const { return column_; }

private:
  SheetPen& add(SheetCell cell);

  Sheet& sheet_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

/// "A" of 0, "AA" of 26.
std::string column_letters(std::size_t column);

/// "C7", from 0-based places; "$C$7" when it must not move.
std::string cell_name(std::size_t row, std::size_t column);
std::string fixed_cell_name(std::size_t row, std::size_t column);
/// "Inputs!$C$7:$C$9"
std::string range_name(const std::string& sheet, const CellRange& range);

/// "never", "undefined" or nothing: what is written for a number that is none.
std::string text_instead_of(double value);

}  // namespace wayworth::reports
