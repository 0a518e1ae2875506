#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "engine/model/expression.hpp"

namespace wayworth::reports {

/// Position of a row, or of a figure that is typed and not computed, in a Ledger.
enum class RowId : std::uint32_t {};
enum class GivenId : std::uint32_t {};

constexpr std::size_t index_of(RowId id) {
  return static_cast<std::size_t>(id);
}
constexpr std::size_t index_of(GivenId id) {
  return static_cast<std::size_t>(id);
}

/// What a spreadsheet computes by itself.
enum class Operator : std::uint8_t {
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  choose,  ///< IF(condition, then, else)
  all,     ///< AND: its arguments are comparisons
  minimum,
  maximum,
  absolute,
  exponential,
  logarithm,
  square_root,
  round,
  floor,
  sum,        ///< of ranges and cells
  discounted  ///< of a range of flows, a range of as many times, and a rate: the sum of flow * exp(-rate * time)
};

/// Which cell of a row is meant, seen from the cell that the formula stands in. A row has a cell for all steps, one
/// for what is paid at the very start (entry 0) and one for each step (entries 1, 2, ...).
struct Place {
  enum class Kind : std::uint8_t { all_steps, same_entry, entry_before, entry };
  Kind kind = Kind::same_entry;
  std::size_t entry = 0;  ///< of kind `entry`
  bool operator==(const Place&) const = default;
};

/// A formula of a cell: printed for a spreadsheet, and evaluated here, from one tree.
struct Formula {
  struct Number {
    double value;  ///< infinity prints as "never", NaN as "undefined"
  };
  struct Given {
    GivenId id;
  };
  struct GivenOfStep {
    GivenId first;  ///< that of step t is `first` + t - 1
  };
  struct Cell {
    RowId row;
    Place place;
  };
  struct Cells {
    RowId row;
    std::size_t from;  ///< entry
    std::size_t to;    ///< entry, at least `from`
  };
  struct Call {
    Operator op;
    std::vector<Formula> arguments;
  };
  /// What no spreadsheet computes. It prints as the value that it has when the workbook is written, which holds as long
  /// as its arguments are what they were then; for others it is "not available".
  struct Pasted {
    engine::Function function;
    std::vector<Formula> arguments;
  };

  std::variant<Number, Given, GivenOfStep, Cell, Cells, Call, Pasted> node = Number{0.0};

  Formula() = default;
  Formula(double value) : node(Number{value}) {}  // NOLINT(google-explicit-constructor): 1.0 + x
  template <class Node>
  explicit Formula(Node one_of_them) : node(std::move(one_of_them)) {}

  [[nodiscard]] bool is_number(double value) const;
};

// Formulas as one writes them. Adding 0 and multiplying by 1 leave no trace.
Formula operator+(Formula a, Formula b);
Formula operator-(Formula a, Formula b);
Formula operator*(Formula a, Formula b);
Formula operator/(Formula a, Formula b);
Formula power(Formula base, Formula exponent);
Formula least_of(Formula a, Formula b);
Formula greatest_of(Formula a, Formula b);
Formula compare(Operator op, Formula a, Formula b);
Formula if_else(Formula condition, Formula then, Formula otherwise);
Formula apply(Operator op, std::vector<Formula> arguments);
Formula sum_of(RowId row, std::size_t from, std::size_t to);
/// What flows come to at a continuous rate, entry by entry from the very start.
Formula discounted(RowId flow, RowId times, std::size_t last_entry, Formula rate);

/// Whether the formula is another one in each step.
bool names_steps(const Formula& formula);

}  // namespace wayworth::reports
