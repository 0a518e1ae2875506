#include "reports/workbook/book.hpp"

#include <fmt/format.h>

#include <cmath>

namespace wayworth::reports {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return fmt::format("{}{}", column_letters(column), row + 1);
}

std::string fixed_cell_name(std::size_t row, std::size_t column) {
  return fmt::format("${}${}", column_letters(column), row + 1);
}

std::string range_name(const std::string& sheet, const CellRange& range) {
  return fmt::format("{}!{}:{}", sheet, fixed_cell_name(range.first_row, range.first_column),
                     fixed_cell_name(range.last_row, range.last_column));
}

std::string text_instead_of(double value) {
  if (std::isnan(value)) return "undefined";
  if (std::isinf(value)) return value > 0.0 ? "never" : "without limit";
  return "";
}

SheetPen& SheetPen::add(SheetCell cell) {
  cell.row = row_;
  cell.column = column_++;
  sheet_.cells.push_back(std::move(cell));
  return *this;
}

SheetPen& SheetPen::text(const std::string& text, Look look) {
  return text.empty() ? skip() : add({.content = text, .look = look});
}

SheetPen& SheetPen::number(double value, NumberKind kind, Look look) {
  const std::string instead = text_instead_of(value);
  if (!instead.empty()) return text(instead, look);
  return add({.content = value, .kind = kind, .look = look});
}

SheetPen& SheetPen::formula(const std::string& formula, double value, NumberKind kind, Look look) {
  const std::string instead = text_instead_of(value);
  if (!instead.empty()) return add({.content = CellFormula{formula, instead}, .kind = kind, .look = look});
  return add({.content = CellFormula{formula, value}, .kind = kind, .look = look});
}

SheetPen& SheetPen::formula(const std::string& formula, const std::string& value, Look look) {
  return add({.content = CellFormula{formula, value}, .look = look});
}

SheetPen& SheetPen::blank(Look look) {
  return add({.look = look});
}

SheetPen& SheetPen::skip(std::size_t cells) {
  column_ += cells;
  return *this;
}

SheetPen& SheetPen::next_row(std::size_t rows) {
  row_ += rows;
  column_ = 0;
  return *this;
}

}  // namespace wayworth::reports
