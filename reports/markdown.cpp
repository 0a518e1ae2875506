#include "reports/markdown.hpp"

#include "reports/table_text.hpp"
#include "reports/text_layout.hpp"

namespace wayworth::reports {

namespace {

/// What Markdown would take for a mark-up, as text.
std::string markdown_text(const std::string& text) {
  std::string safe;
  for (const char letter : printable(text)) {
    switch (letter) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '\\':
      case '*':
      case '_':
      case '[':
      case ']':
      case '`':
      case '#':
      case '|':
      case '~':
      case '!':
        safe += '\\';
        [[fallthrough]];
      default:
        safe += letter;
    }
  }
  return safe;
}

/// Without the spaces that stand figures below each other.
std::string cell_text(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return markdown_text(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

class MarkdownWriter {
public:
  void operator()(const Heading& heading) { add("## " + markdown_text(heading.text)); }
  void operator()(const Answer& answer) { add("**" + markdown_text(answer.text) + "**"); }
  void operator()(const Paragraph& paragraph) { add(markdown_text(paragraph.text)); }
  void operator()(const Definition& definition) {
    add("- **" + markdown_text(definition.term) + "**: " + markdown_text(definition.text), is_in_list_ ? "" : "\n");
    is_in_list_ = true;
  }
  void operator()(const Table& table) {
    const TableText text = to_text(table);
    std::string lines = markdown_text(text.title) + "\n\n|";
    std::string rule = "|";
    for (const TableText::Column& column : text.columns) {
      lines += " " + cell_text(column.name) + " |";
      rule += column.align == Align::right ? " ---: |" : " --- |";
    }
    lines += "\n" + rule;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      lines += "\n|";
      for (const TableText::Column& column : text.columns) lines += " " + cell_text(column.cells[row]) + " |";
    }
    add(lines);
  }

  void add(const std::string& block, const char* before = "\n") {
    if (!text_.empty()) text_ += before;
    text_ += block + "\n";
    is_in_list_ = false;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

private:
  std::string text_;
  bool is_in_list_ = false;
};

}  // namespace

std::string to_markdown(const Report& report) {
  MarkdownWriter writer;
  writer.add("# " + markdown_text(report.title));
  for (const Block& block : report.blocks) std::visit(writer, block);
  return writer.text();
}

}  // namespace wayworth::reports
