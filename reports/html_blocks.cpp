#include "reports/html_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/html_text.hpp"
#include "reports/html_view.hpp"
#include "reports/table_text.hpp"

namespace wayworth::reports {

namespace {

constexpr std::string_view dot = "\u25CF";
constexpr std::string_view plus_minus = "\u00B1";

/// The terminal lines up decimal points with spaces; here they become spaces as wide as what they stand for: a point,
/// and digits.
std::string padding(std::size_t spaces, bool has_point) {
  std::string text;
  for (std::size_t i = 0; i < spaces; ++i) text += i == 0 && !has_point ? "\u2008" : "\u2007";
  return text;
}

bool is_aligned_figure(const std::string& cell) {
  const std::size_t end = cell.find(' ');
  return end != std::string::npos && cell.find_first_not_of("0123456789,.-") == end &&
         cell.find_first_not_of("0123456789,. -\xC2\xB1") == std::string::npos;
}

/// Columns of text that the errors of a table's column take, with their sign; 0 without errors.
std::size_t error_width(const TableText::Column& column) {
  for (const std::string& cell : column.cells) {
    const std::size_t sign = is_aligned_figure(cell) ? cell.find(plus_minus) : std::string::npos;
    if (sign != std::string::npos) return cell.size() - sign - 1;  // the sign is two bytes
  }
  return 0;
}

/// "113   ±1 ": the number with its padding, then the error, or the room for it, in a look and width of its own.
std::string html_figure(const std::string& cell, std::size_t room_for_error) {
  if (!is_aligned_figure(cell)) return html_text(cell);
  const std::size_t end = cell.find(' ');
  const std::string number = cell.substr(0, end);
  const std::size_t sign = cell.find(plus_minus);
  const std::string error = sign == std::string::npos ? "" : cell.substr(sign, cell.find(' ', sign) - sign);
  const std::size_t spaces = error.empty() ? cell.size() - end - room_for_error : sign - end;
  const std::size_t gap = room_for_error == 0 ? 0 : 1;
  const bool has_point = number.find('.') != std::string::npos;
  std::string html = html_text(number) + padding(spaces - gap, has_point);
  if (room_for_error > 0) html += fmt::format("<small style=\"width:{}ch\">{}</small>", room_for_error, error);
  return html;
}

std::string opening_tag(const std::string& element, Align align, bool is_negative) {
  std::string tag = element == "th" ? "<th scope=\"row\"" : "<td";
  if (align == Align::right) tag += is_negative ? " class=\"n neg\"" : " class=\"n\"";
  return tag + ">";
}

/// Columns side by side with the same group.
std::size_t group_end(const Table& table, std::size_t from) {
  std::size_t end = from + 1;
  while (end < table.columns.size() && table.columns[end].group == table.columns[from].group) ++end;
  return end;
}

bool has_groups(const Table& table) {
  for (const Column& column : table.columns) {
    if (!column.group.empty()) return true;
  }
  return false;
}

/// Nothing but dots and empty cells: the name is then written from bottom to top.
bool holds_only_dots(const Table& table, std::size_t column) {
  return !table.rows.empty() && std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    const auto* text = std::get_if<std::string>(&row[column]);
    return text != nullptr && (text->empty() || *text == dot);
  });
}

/// Headers say which column they are of, for sorting and copying.
std::string header_cell(const Table& table, std::size_t index, const char* rows) {
  const Column& column = table.columns[index];
  std::string which = fmt::format(" data-column=\"{}\"", index);
  if (!column.group.empty()) which += fmt::format(" data-group=\"{}\"", html_text(column.group));
  if (!column.group.empty() && holds_only_dots(table, index)) {
    return fmt::format("<th scope=\"col\" class=\"slim\"{}><span>{}</span></th>", which, html_text(column.name));
  }
  const char* const look = column.align == Align::right ? " class=\"n\"" : "";
  if (column.name.empty()) return fmt::format("<td{}{}></td>", which, rows);
  return fmt::format("<th scope=\"col\"{}{}{}>{}</th>", look, which, rows, html_text(column.name));
}

std::string opening_row(const Table& table, std::size_t row) {
  if (row + table.sums >= table.rows.size()) return "<tr class=\"sum\">";
  const RowSubject about = row < table.about.size() ? table.about[row] : RowSubject{};
  switch (about.kind) {
    case RowSubject::Kind::other:
      break;
    case RowSubject::Kind::option:
      return "<tr" + html_when(fmt::format("option={}", about.id)) + ">";
    case RowSubject::Kind::initiative:
      return "<tr" + html_when(fmt::format("initiative={}", about.id)) + ">";
  }
  return "<tr>";
}

std::string head(const Table& table) {
  if (!has_groups(table)) {
    std::string html = "<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) html += header_cell(table, i, "");
    return html + "</tr></thead>\n";
  }
  std::string above;
  std::string below;
  for (std::size_t i = 0; i < table.columns.size();) {
    if (table.columns[i].group.empty()) {
      above += header_cell(table, i++, " rowspan=\"2\"");
      continue;
    }
    const std::size_t end = group_end(table, i);
    above += fmt::format("<th scope=\"colgroup\" colspan=\"{}\" class=\"g\">{}</th>", end - i,
                         html_text(table.columns[i].group));
    for (; i < end; ++i) below += header_cell(table, i, "");
  }
  return "<thead><tr>" + above + "</tr><tr>" + below + "</tr></thead>\n";
}

/// "2026-01 to 2026-06", which should not break at its hyphens.
bool is_period(const std::string& cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789- to") == std::string::npos;
}

/// A text that may break behind the points and underscores of the paths in it.
std::string breakable(const std::string& text) {
  const std::string html = html_text(text);
  const auto is_letter = [](char character) { return (character | 0x20) >= 'a' && (character | 0x20) <= 'z'; };
  std::string broken;
  for (std::size_t i = 0; i < html.size(); ++i) {
    broken += html[i];
    const bool is_inside = i > 0 && i + 1 < html.size() && is_letter(html[i - 1]) && is_letter(html[i + 1]);
    if (is_inside && (html[i] == '_' || html[i] == '.')) broken += "<wbr>";
  }
  return broken;
}

/// Spaces before a text say how deep it stands in a tree.
std::string indented(const std::string& cell) {
  const std::size_t depth = cell.find_first_not_of(' ');
  if (depth == 0 || depth == std::string::npos) return breakable(cell);
  return fmt::format("<span style=\"padding-left:{}ch\">{}</span>", depth, breakable(cell.substr(depth)));
}

std::string body_cell(const TableText::Column& column, std::size_t row, bool names_the_row) {
  const std::string& cell = column.cells[row];
  if (cell == dot) return "<td class=\"dot\"><span role=\"img\" aria-label=\"yes\">" + cell + "</span></td>";
  const std::string element = names_the_row ? "th" : "td";
  if (column.align == Align::left && is_period(cell)) {
    return fmt::format("<{0}{1} class=\"when\">{2}</{0}>", element, names_the_row ? " scope=\"row\"" : "", cell);
  }
  const std::string content = column.align == Align::right ? html_figure(cell, error_width(column)) : indented(cell);
  return opening_tag(element, column.align, column.is_negative[row]) + content + "</" + element + ">";
}

/// The column whose cells name their rows: the first one of text.
std::size_t naming_column(const TableText& texts) {
  for (std::size_t i = 0; i < texts.columns.size(); ++i) {
    if (texts.columns[i].align == Align::left) return i;
  }
  return texts.columns.size();
}

class Writer {
public:
  explicit Writer(int heading_level) : level_(heading_level) {}

  void operator()(const Heading& heading) {
    end_definitions();
    html_ += fmt::format("<h{0}>{1}</h{0}>\n", level_, html_text(heading.text));
  }

  void operator()(const Answer& answer) {
    end_definitions();
    html_ += "<p class=\"answer\">" + html_text(answer.text) + "</p>\n";
  }

  void operator()(const Paragraph& paragraph) {
    end_definitions();
    if (!paragraph.text.empty()) html_ += "<p>" + html_text(paragraph.text) + "</p>\n";
  }

  void operator()(const Definition& definition) {
    if (!in_definitions_) html_ += "<dl>\n";
    in_definitions_ = true;
    html_ += "<dt>" + breakable(definition.term) + "</dt><dd>" + breakable(definition.text) + "</dd>\n";
  }

  void operator()(const Table& table) {
    end_definitions();
    html_ += html_table(table);
  }

  std::string take() {
    end_definitions();
    return std::move(html_);
  }

private:
  void end_definitions() {
    if (in_definitions_) html_ += "</dl>\n";
    in_definitions_ = false;
  }

  int level_;
  std::string html_;
  bool in_definitions_ = false;
};

}  // namespace

std::string html_table(const Table& table) {
  const TableText texts = to_text(table);
  const std::size_t naming = naming_column(texts);
  const std::string title = html_text(texts.title);
  // Focusable, so that a wide table can be scrolled by keyboard.
  std::string html =
      fmt::format("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table>\n", title);
  html += "<caption>" + title + "</caption>\n" + head(table) + "<tbody>\n";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    html += opening_row(table, row);
    for (std::size_t i = 0; i < texts.columns.size(); ++i) html += body_cell(texts.columns[i], row, i == naming);
    html += "</tr>\n";
  }
  return html + "</tbody></table></div>\n";
}

std::string html_blocks(const std::vector<Block>& blocks, int heading_level) {
  Writer writer(heading_level);
  for (const Block& block : blocks) std::visit(writer, block);
  return writer.take();
}

}  // namespace wayworth::reports
