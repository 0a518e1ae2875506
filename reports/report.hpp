#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/expression.hpp"

namespace wayworth::reports {

/// What a figure counts decides how it is written.
enum class Kind { money, ratio, months, fte, count };

/// A figure with its standard error in the same unit; error 0 means exact. A positive infinity of months is "never".
struct Figure {
  Kind kind = Kind::count;
  double value = 0.0;
  double standard_error = 0.0;
};

/// A probability that was counted in so many trials.
struct Probability {
  double share = 0.0;
  std::uint64_t trials = 0;
};

/// What stands where there is no figure: "never", "no cost".
struct Instead {
  std::string text;
};

/// Names and words; the scenario's own text may be in any language and as long as it likes.
using Cell = std::variant<std::string, Figure, Probability, Instead>;

enum class Align { left, right };

struct Column {
  std::string name;
  Align align = Align::right;
  /// 1 is always shown; where space is short, the columns with the highest numbers are left out first.
  int priority = 1;
  bool with_error = false;  ///< figures are followed by ± their standard error
  /// What neighbouring columns have in common, such as "Revenue a year"; a writer may put it above their names.
  std::string group{};
  bool is_whole = false;  ///< less important columns are left out before its texts are shortened
};

/// What a row is about, so that a reader may leave it out.
struct RowSubject {
  enum class Kind { other, option, initiative } kind = Kind::other;
  std::size_t id = 0;  ///< index into Model::options or Model::initiatives
};
RowSubject about_option(std::size_t option);
RowSubject about_initiative(engine::InitiativeId initiative);

struct Table {
  std::string title;
  std::string currency;  ///< of all money in the table
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
  std::vector<RowSubject> about{};      ///< by row; may end before them, the rest is about nothing in particular
  std::size_t sums = 0;                 ///< the last so many rows are sums, which stay at the end however one sorts
};

struct Heading {
  std::string text;
};
struct Paragraph {
  std::string text;
};
/// The sentence that a reader in a hurry takes along.
struct Answer {
  std::string text;
};
/// Definitions and small print: a term and what it means.
struct Definition {
  std::string term;
  std::string text;
};

using Block = std::variant<Heading, Answer, Paragraph, Table, Definition>;

/// What is shown, before it is text. Sections add blocks; writers know no finance.
struct Report {
  std::string title;
  std::vector<Block> blocks;
};

}  // namespace wayworth::reports
