#include "reports/workbook/write_xlsx.hpp"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "reports/text_layout.hpp"

// The only file that includes libxlsxwriter.

namespace wayworth::reports {

namespace {

constexpr std::size_t longest_text = 32'000;  // a cell holds 32,767 characters
constexpr std::uint8_t paper_a4 = 9;

void check(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("cannot write the workbook: {}", lxw_strerror(error)));
}

/// A file without a name, in memory.
class MemoryFile {
public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("cannot write the workbook: no memory for it");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

  [[nodiscard]] std::string content() const {
    std::string bytes(static_cast<std::size_t>(lseek(descriptor_, 0, SEEK_END)), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
      const ssize_t read = pread(descriptor_, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
      if (read <= 0) throw std::runtime_error("cannot write the workbook: it cannot be read back");
      have += static_cast<std::size_t>(read);
    }
    return bytes;
  }

private:
  int descriptor_;
};

bool has_no_cents(const std::string& currency) {
  // ISO 4217 currencies with no minor unit.
  constexpr const char* whole[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                   "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
  return std::find(std::begin(whole), std::end(whole), currency) != std::end(whole);
}

class Writer {
public:
  Writer(const Workbook& book, const std::string& path) : book_(book) {
    lxw_workbook_options options{};
    file_ = workbook_new_opt(path.c_str(), &options);
    if (file_ == nullptr) throw std::runtime_error("cannot write the workbook: no memory for it");
    std::string title = book.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = 946'684'800;  // 2000-01-01 00:00 UTC: the same workbook has the same bytes
    check(workbook_set_properties(file_, &properties));
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    if (file_ != nullptr) lxw_workbook_free(file_);
  }

  void write() {
    // All sheets first: charts and choices name the others.
    std::vector<lxw_worksheet*> sheets;
    for (const Sheet& sheet : book_.sheets) {
      sheets.push_back(workbook_add_worksheet(file_, sheet.name.c_str()));
      if (sheets.back() == nullptr) throw std::runtime_error("cannot write the workbook: sheet " + sheet.name);
    }
    for (const DefinedName& name : book_.names) {
      check(workbook_define_name(file_, name.name.c_str(), ("=" + name.cell).c_str()));
    }
    for (std::size_t i = 0; i < sheets.size(); ++i) write_sheet(book_.sheets[i], sheets[i]);
    check(workbook_close(std::exchange(file_, nullptr)));  // which frees it
  }

private:
  void write_sheet(const Sheet& sheet, lxw_worksheet* to) {
    // Not from the first column on: a later setting would take the place of the whole range, which is known by its
    // first.
    worksheet_set_column(to, static_cast<lxw_col_t>(sheet.widths.size()), 16383, sheet.further_width, nullptr);
    for (std::size_t i = 0; i < sheet.widths.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(to, column, column, sheet.widths[i], nullptr);
    }
    const Places figures = places_of_figures(sheet);
    const Places above = places_above_figures(sheet, figures);
    for (SheetCell cell : sheet.cells) {
      const bool names_figures = cell.look == Look::column && above.contains({cell.row, cell.column});
      if (names_figures) cell.look = Look::column_of_figures;
      write_cell(cell, !names_figures && stands_behind_figures(cell, figures, above), to);
    }
    set_heights(sheet, to);
    for (const SheetChoice& choice : sheet.choices) write_choice(choice, to);
    for (const SheetChart& chart : sheet.charts) write_chart(chart, to);
    if (sheet.frozen_rows + sheet.frozen_columns > 0) {
      worksheet_freeze_panes(to, static_cast<lxw_row_t>(sheet.frozen_rows),
                             static_cast<lxw_col_t>(sheet.frozen_columns));
    }
    set_up_print(sheet, to);
  }

  using Places = std::set<std::pair<std::size_t, std::size_t>>;  // row, column

  static Places places_of_figures(const Sheet& sheet) {
    Places places;
    for (const SheetCell& cell : sheet.cells) {
      const auto* const formula = std::get_if<CellFormula>(&cell.content);
      const bool is_figure = std::holds_alternative<double>(cell.content) ||
                             (formula != nullptr && std::holds_alternative<double>(formula->value));
      if (is_figure) places.insert({cell.row, cell.column});
    }
    return places;
  }

  /// Where the next cell below that says something is a figure: rows that are headings may stand between.
  static Places places_above_figures(const Sheet& sheet, const Places& figures) {
    Places places;
    std::map<std::size_t, SheetCell const*> last;  // by column
    for (const SheetCell& cell : sheet.cells) {
      if (std::holds_alternative<std::monostate>(cell.content)) continue;
      const SheetCell*& above = last[cell.column];
      if (above != nullptr && figures.contains({cell.row, cell.column})) places.insert({above->row, above->column});
      above = &cell;
    }
    return places;
  }

  /// Text at the left edge of its cell would touch the figure, or the name of figures, at the right edge of the one
  /// before.
  static bool stands_behind_figures(const SheetCell& cell, const Places& figures, const Places& above) {
    if (cell.column == 0 || !std::holds_alternative<std::string>(cell.content)) return false;
    const std::pair before(cell.row, cell.column - 1);
    return figures.contains(before) || (cell.look == Look::column && above.contains(before));
  }

  /// Rows whose names of columns take several lines: not every program makes them higher by itself.
  static void set_heights(const Sheet& sheet, lxw_worksheet* to) {
    constexpr double height_of_line = 15.0;  // points
    std::map<std::size_t, std::size_t> lines;
    for (const SheetCell& cell : sheet.cells) {
      const auto* const text = std::get_if<std::string>(&cell.content);
      if (text == nullptr || cell.look != Look::column) continue;
      const double width = cell.column < sheet.widths.size() ? sheet.widths[cell.column] : sheet.further_width;
      constexpr double room = 0.92;  // bold letters are wider, and the last column of a line may stay empty
      const auto columns = static_cast<std::size_t>(std::max(4.0, room * width));
      lines[cell.row] = std::max(lines[cell.row], wrapped(*text, columns).size());
    }
    for (const auto& [row, count] : lines) {
      if (count < 2) continue;
      check(worksheet_set_row(to, static_cast<lxw_row_t>(row), height_of_line * static_cast<double>(count), nullptr));
    }
  }

  void set_up_print(const Sheet& sheet, lxw_worksheet* to) {
    worksheet_set_landscape(to);
    worksheet_set_paper(to, paper_a4);
    worksheet_fit_to_pages(to, 1, 0);  // as wide as a page, as long as it takes
    worksheet_set_margins(to, 0.4, 0.4, 0.5, 0.6);
    worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
    const auto row = static_cast<lxw_row_t>(sheet.repeated_row);
    if (row > 0) check(worksheet_repeat_rows(to, row, row));
    // "&" begins a code in a footer, and 255 characters are the limit.
    const std::string text = shortened(book_.footer, 180);
    std::string left;
    for (const char letter : text) left += letter == '&' ? std::string("&&") : std::string(1, letter);
    check(worksheet_set_footer(to, ("&L&8" + left + "&R&8&A, &P of &N").c_str()));
  }

  void write_cell(const SheetCell& cell, bool is_indented, lxw_worksheet* to) {
    const auto row = static_cast<lxw_row_t>(cell.row);
    const auto column = static_cast<lxw_col_t>(cell.column);
    lxw_format* format = format_of(cell.kind, cell.look, is_indented);
    if (const auto* text = std::get_if<std::string>(&cell.content)) {
      // Always as a string: text that looks like a formula or a link is none.
      check(worksheet_write_string(to, row, column, printable(*text).substr(0, longest_text).c_str(), format));
    } else if (const auto* number = std::get_if<double>(&cell.content)) {
      check(worksheet_write_number(to, row, column, *number, format));
    } else if (const auto* formula = std::get_if<CellFormula>(&cell.content)) {
      const std::string text_of = "=" + formula->text;
      if (const auto* value = std::get_if<double>(&formula->value)) {
        check(worksheet_write_formula_num(to, row, column, text_of.c_str(), format, *value));
      } else {
        check(worksheet_write_formula_str(to, row, column, text_of.c_str(), format,
                                          std::get<std::string>(formula->value).c_str()));
      }
    } else {
      check(worksheet_write_blank(to, row, column, format));
    }
  }

  void write_choice(const SheetChoice& choice, lxw_worksheet* to) {
    std::string from = "=" + choice.from;
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = from.data();
    check(worksheet_data_validation_cell(to, static_cast<lxw_row_t>(choice.row), static_cast<lxw_col_t>(choice.column),
                                         &validation));
  }

  void write_chart(const SheetChart& chart, lxw_worksheet* to) {
    const bool has_columns = chart.kind == SheetChart::Kind::columns;
    const bool has_long_legend = chart.series.size() > 4;  // which below the lines would leave them no room
    lxw_chart* drawn = workbook_add_chart(file_, has_columns ? LXW_CHART_COLUMN : LXW_CHART_LINE);
    for (const ChartSeries& series : chart.series) {
      lxw_chart_series* added = chart_add_series(drawn, nullptr, nullptr);
      chart_series_set_name(added, series.name.c_str());
      set_range(chart_series_set_categories, added, series.sheet, series.categories);
      set_range(chart_series_set_values, added, series.sheet, series.values);
    }
    chart_title_set_name(drawn, chart.title.c_str());
    if (!chart.x_name.empty()) chart_axis_set_name(drawn->x_axis, chart.x_name.c_str());
    chart_axis_set_name(drawn->y_axis, chart.y_name.c_str());
    chart_axis_set_num_format(drawn->y_axis, "#,##0");
    chart_axis_set_num_format(drawn->x_axis, "#,##0");
    chart_axis_set_label_position(drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    const std::size_t points = chart.series.front().values.last_row - chart.series.front().values.first_row + 1;
    chart_axis_set_interval_unit(drawn->x_axis, static_cast<std::uint16_t>(std::max<std::size_t>(1, points / 12)));
    if (has_columns) {
      chart_set_series_gap(drawn, 5);
      chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    } else {
      chart_legend_set_position(drawn, has_long_legend ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM);
    }
    std::string description = chart.title;
    lxw_chart_options options{};
    options.x_scale = has_long_legend ? 2.0 : 1.25;
    options.y_scale = 1.2;
    options.description = description.data();
    check(worksheet_insert_chart_opt(to, static_cast<lxw_row_t>(chart.row), static_cast<lxw_col_t>(chart.column), drawn,
                                     &options));
  }

  template <class SetRange>
  static void set_range(SetRange set, lxw_chart_series* series, const std::string& sheet, const CellRange& range) {
    set(series, sheet.c_str(), static_cast<lxw_row_t>(range.first_row), static_cast<lxw_col_t>(range.first_column),
        static_cast<lxw_row_t>(range.last_row), static_cast<lxw_col_t>(range.last_column));
  }

  [[nodiscard]] std::string number_format(NumberKind kind, Look look) const {
    switch (kind) {
      case NumberKind::figure:
        // Not "#,##0.######", which shows the point of 372 too.
        return look == Look::plain ? "General" : "[>=1000]#,##0.00;[<=-1000]-#,##0.00;General";
      case NumberKind::money:
      case NumberKind::simulated_money: {
        const bool is_exact = kind == NumberKind::money && !has_no_cents(book_.currency);
        const std::string digits = is_exact ? "#,##0.00" : "#,##0";
        if (look != Look::result) return digits + ";[Red]-" + digits + ";0";
        const std::string name = "[$" + book_.currency + "] ";
        return name + digits + ";[Red]-" + name + digits + ";" + name + "0";
      }
      case NumberKind::share:
        return "0.00%";
      case NumberKind::months:
      case NumberKind::fte:
        return "#,##0.00";
      case NumberKind::whole:
        return "0";
      case NumberKind::drawn:
        return "#,##0.00##";
    }
    return "General";
  }

  lxw_format* format_of(NumberKind kind, Look look, bool is_indented) {
    lxw_format*& known = formats_[{kind, look, is_indented}];
    if (known != nullptr) return known;
    known = workbook_add_format(file_);
    format_set_font_name(known, "Calibri");
    format_set_num_format(known, number_format(kind, look).c_str());
    set_look(known, look);
    if (is_indented) format_set_indent(known, 1);
    return known;
  }

  static void set_look(lxw_format* format, Look look) {
    switch (look) {
      case Look::plain:
        break;
      case Look::title:
        format_set_bold(format);
        format_set_font_size(format, 16);
        break;
      case Look::heading:
        format_set_bold(format);
        format_set_font_size(format, 12);
        format_set_font_color(format, 0x1F4E79);
        break;
      case Look::column:
      case Look::column_of_figures:
        if (look == Look::column_of_figures) format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_bold(format);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bg_color(format, 0xE7EEF5);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        break;
      case Look::note:
        format_set_font_color(format, 0x595959);
        break;
      case Look::wrapped:
        format_set_text_wrap(format);
        break;
      case Look::typed:
        format_set_font_color(format, 0x0000C0);
        break;
      case Look::own:
        format_set_font_color(format, 0x0000C0);
        format_set_bg_color(format, 0xFFF8D6);
        format_set_border(format, LXW_BORDER_HAIR);
        break;
      case Look::total:
        format_set_bold(format);
        break;
      case Look::result:
        format_set_bold(format);
        format_set_bg_color(format, 0xE8F3E8);
        break;
      case Look::pasted:
        format_set_bg_color(format, 0xFBE0C4);
        break;
    }
  }

  const Workbook& book_;
  lxw_workbook* file_ = nullptr;
  std::map<std::tuple<NumberKind, Look, bool>, lxw_format*> formats_;
};

}  // namespace

std::string to_xlsx(const Workbook& workbook) {
  const MemoryFile file;
  Writer(workbook, file.path()).write();
  return file.content();
}

}  // namespace wayworth::reports
