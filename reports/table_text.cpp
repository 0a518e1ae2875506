#include "reports/table_text.hpp"

#include <algorithm>
#include <cmath>

#include "reports/text_layout.hpp"

namespace wayworth::reports {

namespace {

/// How the money of one table is written.
struct MoneyStyle {
  MoneyScale scale = MoneyScale::one;
  int most_decimals = 0;
};

struct NumberText {
  std::string number;
  std::string error;  ///< empty when the error is not shown
};

template <class Visitor>
void for_each_money(const Table& table, Visitor&& visit) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      const auto* figure = std::get_if<Figure>(&cell);
      if (figure != nullptr && figure->kind == Kind::money) visit(*figure);
    }
  }
}

MoneyStyle money_style_of(const Table& table) {
  constexpr double significant_digits = 4;
  constexpr double most_decimals = 2;
  double largest = 0.0;
  bool all_exact = true;
  for_each_money(table, [&](const Figure& money) {
    largest = std::max(largest, std::fabs(money.value));
    all_exact = all_exact && money.standard_error == 0.0;
  });
  const MoneyScale scale = common_scale_for(largest);
  if (all_exact || scale == MoneyScale::one) return {};
  const double digits_before_point = std::floor(std::log10(largest / factor_of(scale))) + 1;
  return {scale, static_cast<int>(std::clamp(significant_digits - digits_before_point, 0.0, most_decimals))};
}

/// Decimals of a figure that is not money, when its error does not ask for fewer.
int most_decimals(const Figure& figure) {
  const bool exact = figure.standard_error == 0.0;
  switch (figure.kind) {
    case Kind::ratio:
      return 2;
    case Kind::months:
      return 1;
    case Kind::fte:
      return exact ? 2 : 1;
    default:
      return 0;
  }
}

/// The error to the last decimal of its figure; empty when it would be shown as zero.
std::string error_text(double error, int decimals) {
  const std::string text = grouped(error, decimals);
  return text.find_first_not_of("0.,") == std::string::npos ? "" : "\u00B1" + text;
}

NumberText number_text(const Figure& figure, const MoneyStyle& money) {
  if (std::isnan(figure.value)) return {"undefined", ""};
  if (std::isinf(figure.value)) return {figure.value > 0 ? "never" : "undefined", ""};
  if (figure.value == 0.0 && figure.standard_error == 0.0) return {"0", ""};
  const double factor = figure.kind == Kind::money ? factor_of(money.scale) : 1.0;
  const int most = figure.kind == Kind::money ? money.most_decimals : most_decimals(figure);
  const double error = figure.standard_error / factor;
  const int decimals = decimals_supported(error, most);
  return {grouped(figure.value / factor, decimals), error_text(error, decimals)};
}

NumberText cell_text(const Cell& cell, const MoneyStyle& money) {
  if (const auto* figure = std::get_if<Figure>(&cell)) return number_text(*figure, money);
  if (const auto* probability = std::get_if<Probability>(&cell)) {
    return {percent(probability->share, probability->trials), ""};
  }
  if (const auto* instead = std::get_if<Instead>(&cell)) return {instead->text, ""};
  return {printable(std::get<std::string>(cell)), ""};
}

bool is_finite_figure(const Cell& cell) {
  const auto* figure = std::get_if<Figure>(&cell);
  return figure != nullptr && std::isfinite(figure->value);
}

/// Bytes from the decimal point on; figures are ASCII.
std::size_t fraction_width(const std::string& number) {
  const std::size_t point = number.find('.');
  return point == std::string::npos ? 0 : number.size() - point;
}

/// Pads the figures of a column behind the decimal point to one width and appends their errors.
void align_decimals(std::vector<NumberText>& texts, const std::vector<bool>& is_figure, bool with_error) {
  std::size_t widest_fraction = 0;
  std::size_t widest_error = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_figure[i]) widest_fraction = std::max(widest_fraction, fraction_width(texts[i].number));
    if (is_figure[i]) widest_error = std::max(widest_error, display_width(texts[i].error));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!is_figure[i]) continue;
    texts[i].number.append(widest_fraction - fraction_width(texts[i].number), ' ');
    if (with_error && widest_error > 0) texts[i].number += " " + padded_right(texts[i].error, widest_error);
  }
}

TableText::Column column_text(const Table& table, std::size_t index, const MoneyStyle& money) {
  const Column& column = table.columns[index];
  std::vector<NumberText> texts;
  std::vector<bool> is_figure;
  TableText::Column result{column.name, column.align, column.priority, column.is_whole, {}, {}};
  for (const auto& row : table.rows) {
    const Cell& cell = row[index];
    texts.push_back(cell_text(cell, money));
    is_figure.push_back(is_finite_figure(cell));
    result.is_negative.push_back(is_figure.back() && texts.back().number.starts_with('-'));
  }
  align_decimals(texts, is_figure, column.with_error);
  for (NumberText& text : texts) result.cells.push_back(std::move(text.number));
  return result;
}

std::string title_of(const Table& table, const MoneyStyle& money) {
  bool has_money = false;
  for_each_money(table, [&](const Figure&) { has_money = true; });
  if (!has_money || table.currency.empty()) return printable(table.title);
  const std::string words = words_for(money.scale);
  return printable(table.title + ", " + table.currency + (words.empty() ? "" : " " + words));
}

}  // namespace

TableText to_text(const Table& table) {
  const MoneyStyle money = money_style_of(table);
  TableText text;
  text.title = title_of(table, money);
  for (std::size_t i = 0; i < table.columns.size(); ++i) text.columns.push_back(column_text(table, i, money));
  return text;
}

std::string to_text(const Figure& figure) {
  if (figure.kind == Kind::money && figure.standard_error > 0.0) {
    return compact_money(figure.value, figure.standard_error);
  }
  return number_text(figure, {}).number;
}

}  // namespace wayworth::reports
