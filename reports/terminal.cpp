#include "reports/terminal.hpp"

#include <algorithm>

#include "reports/table_text.hpp"
#include "reports/text_layout.hpp"

namespace wayworth::reports {

namespace {

constexpr std::size_t least_width = 40;
constexpr std::size_t gap = 2;                 ///< columns of space between the columns of a table
constexpr std::size_t least_text_width = 22;   ///< names are not shortened below this to keep a column
constexpr std::size_t widest_paragraph = 100;  ///< longer lines are hard to read
constexpr std::size_t definition_indent = 19;

enum class Look { bold, dim, bad };

/// Adds looks to text, or leaves it plain.
class Painter {
public:
  explicit Painter(Colour colour) : is_on_(colour == Colour::ansi) {}

  [[nodiscard]] std::string paint(const std::string& text, Look look) const {
    if (!is_on_ || text.empty()) return text;
    const char* code = look == Look::bold ? "1" : look == Look::dim ? "2" : "31";
    return "\x1B[" + std::string(code) + "m" + text + "\x1B[0m";
  }

private:
  bool is_on_;
};

std::string rule(std::size_t width) {
  std::string line;
  for (std::size_t i = 0; i < width; ++i) line += "\u2500";
  return line;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
  return align == Align::left ? padded_right(text, width) : padded_left(text, width);
}

/// A column of a table with the width it gets.
struct PlacedColumn {
  const TableText::Column* column;
  std::size_t width;
  std::vector<std::string> header;  ///< the name, wrapped

  [[nodiscard]] std::size_t least() const {
    const bool may_shrink = column->align == Align::left && !column->is_whole;
    return may_shrink ? std::min(width, least_text_width) : width;
  }
};

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    longest = std::max(longest, display_width(text.substr(start, end - start)));
    start = end + 1;
  }
  return longest;
}

PlacedColumn natural_width(const TableText::Column& column) {
  std::size_t width = longest_word(column.name);
  for (const std::string& cell : column.cells) width = std::max(width, display_width(cell));
  return {&column, width, {}};
}

template <class Width>
std::size_t total_width(const std::vector<PlacedColumn>& columns, Width width_of) {
  std::size_t total = columns.empty() ? 0 : gap * (columns.size() - 1);
  for (const PlacedColumn& column : columns) total += width_of(column);
  return total;
}

/// Takes out the least important columns until the rest can fit; returns their names.
std::vector<std::string> leave_out_columns(std::vector<PlacedColumn>& columns, std::size_t width) {
  std::vector<std::string> left_out;
  while (total_width(columns, [](const PlacedColumn& one) { return one.least(); }) > width) {
    const auto least_important = std::max_element(
        columns.rbegin(), columns.rend(),
        [](const PlacedColumn& a, const PlacedColumn& b) { return a.column->priority < b.column->priority; });
    if (least_important->column->priority <= 1) break;
    left_out.push_back(least_important->column->name);
    columns.erase(std::next(least_important).base());
  }
  std::reverse(left_out.begin(), left_out.end());
  return left_out;
}

/// Shortens the widest text column, one step at a time, until the table fits.
void shorten_texts(std::vector<PlacedColumn>& columns, std::size_t width) {
  const auto own_width = [](const PlacedColumn& one) { return one.width; };
  while (total_width(columns, own_width) > width) {
    PlacedColumn* widest = nullptr;
    for (PlacedColumn& column : columns) {
      const bool is_text = column.column->align == Align::left && column.width > 4;
      if (is_text && (widest == nullptr || column.width > widest->width)) widest = &column;
    }
    if (widest == nullptr) return;
    --widest->width;
  }
}

std::string header_lines(std::vector<PlacedColumn>& columns, const Painter& painter) {
  std::size_t height = 0;
  for (PlacedColumn& column : columns) {
    column.header = wrapped(column.column->name, column.width);
    height = std::max(height, column.header.size());
  }
  std::string text;
  for (std::size_t row = 0; row < height; ++row) {
    std::string line;
    for (const PlacedColumn& column : columns) {
      const std::size_t above = height - column.header.size();
      const std::string name = row < above ? "" : column.header[row - above];
      if (&column != &columns.front()) line.append(gap, ' ');
      line += padded(name, column.width, column.column->align);
    }
    text += painter.paint(without_trailing_spaces(line), Look::bold) + "\n";
  }
  return text;
}

/// What a cell says, line by line. The name of a row and figures take one line, the name shortened where space is
/// short; what is said of it, such as a formula or a source, is never cut off.
std::vector<std::string> cell_lines(const PlacedColumn& placed, std::size_t row, bool is_name) {
  const std::string& cell = placed.column->cells[row];
  if (is_name || placed.column->align == Align::right) return {shortened(cell, placed.width)};
  return wrapped(cell, placed.width);
}

std::string row_lines(const std::vector<PlacedColumn>& columns, std::size_t row, const Painter& painter) {
  const auto name = std::find_if(columns.begin(), columns.end(),
                                 [](const PlacedColumn& one) { return one.column->align == Align::left; });
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (auto placed = columns.begin(); placed != columns.end(); ++placed) {
    cells.push_back(cell_lines(*placed, row, placed == name));
    height = std::max(height, cells.back().size());
  }
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::string whole;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) whole.append(gap, ' ');
      const std::string part = line < cells[i].size() ? cells[i][line] : "";
      const std::string cell = padded(part, columns[i].width, columns[i].column->align);
      whole += columns[i].column->is_negative[row] ? painter.paint(cell, Look::bad) : cell;
    }
    text += without_trailing_spaces(whole) + "\n";
  }
  return text;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// Lines of `text`, all but the first indented.
std::string paragraph(const std::string& text, std::size_t width, std::size_t indent, const Painter* bold) {
  std::string lines;
  for (const std::string& line : wrapped(printable(text), std::min(width, widest_paragraph) - indent)) {
    if (!lines.empty()) lines.append(indent, ' ');
    lines += (bold != nullptr ? bold->paint(line, Look::bold) : line) + "\n";
  }
  return lines;
}

class Writer {
public:
  explicit Writer(const TerminalStyle& style) : width_(std::max(style.width, least_width)), painter_(style.colour) {}

  void title(const std::string& text) { text_ += paragraph(text, width_, 0, &painter_); }

  void operator()(const Heading& heading) {
    const std::string name = printable(heading.text);
    const std::size_t used = std::min(width_, display_width(name) + 4);
    text_ += "\n" + painter_.paint("\u2500\u2500 " + name + " " + rule(width_ - used), Look::bold) + "\n";
  }

  void operator()(const Answer& answer) { text_ += paragraph(answer.text, width_, 0, &painter_); }

  void operator()(const Paragraph& block) { text_ += paragraph(block.text, width_, 0, nullptr); }

  void operator()(const Definition& definition) {
    text_ += padded_right(printable(definition.term), definition_indent - 1) + " ";
    text_ += paragraph(definition.text, width_, definition_indent, nullptr);
  }

  void operator()(const Table& table) {
    const TableText texts = to_text(table);
    std::vector<PlacedColumn> columns;
    for (const TableText::Column& column : texts.columns) columns.push_back(natural_width(column));
    const std::vector<std::string> left_out = leave_out_columns(columns, width_);
    shorten_texts(columns, width_);
    text_ += "\n" + (texts.title.empty() ? "" : paragraph(texts.title, width_, 0, nullptr));
    text_ += header_lines(columns, painter_);
    text_ += painter_.paint(rule(total_width(columns, [](const PlacedColumn& one) { return one.width; })), Look::dim);
    text_ += "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) text_ += row_lines(columns, row, painter_);
    if (left_out.empty()) return;
    const std::string note = paragraph("(too narrow here for: " + joined(left_out) + ")", width_, 0, nullptr);
    text_ += painter_.paint(note.substr(0, note.size() - 1), Look::dim) + "\n";
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

private:
  std::size_t width_;
  Painter painter_;
  std::string text_;
};

}  // namespace

std::string to_terminal_text(const Report& report, const TerminalStyle& style) {
  Writer writer(style);
  writer.title(report.title);
  for (const Block& block : report.blocks) std::visit(writer, block);
  return writer.take();
}

}  // namespace wayworth::reports
