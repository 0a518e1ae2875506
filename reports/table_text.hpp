#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/digits.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// A table whose cells are text, each column padded so that the decimal points of its figures stand below each other.
struct TableText {
  std::string title;  ///< with the currency and scale of the table's money
  struct Column {
    std::string name;
    Align align;
    int priority;
    bool is_whole;
    std::vector<std::string> cells;
    std::vector<bool> is_negative;  ///< by row: a figure below zero
  };
  std::vector<Column> columns;
};

/// All money of a table is in one scale, that of its largest amount, so that amounts can be compared at a glance; in
/// a table without any standard error it is in whole units.
TableText to_text(const Table& table);

/// One figure outside a table, to two decimals at most.
std::string to_text(const Figure& figure);

}  // namespace wayworth::reports
