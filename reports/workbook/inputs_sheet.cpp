#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reports/figure_tree.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

using Source = LedgerInput::Source;

constexpr std::size_t case_row = 2;
constexpr std::size_t option_row = 3;
constexpr std::size_t header_row = 6;
constexpr std::size_t used_column = 1;
constexpr std::size_t own_column = 2;

/// Inputs in the order in which they are shown: by group, groups as they first appear.
std::vector<std::pair<std::string, std::vector<GivenId>>> by_group(const Ledger& ledger) {
  std::vector<std::pair<std::string, std::vector<GivenId>>> groups;
  for (std::size_t i = 0; i < ledger.inputs.size(); ++i) {
    const std::string& group = ledger.inputs[i].group;
    auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == group; });
    if (found == groups.end()) found = groups.insert(groups.end(), {group, {}});
    found->second.push_back(static_cast<GivenId>(i));
  }
  return groups;
}

std::string name_from(const std::string& text) {
  std::string name = "in_";
  for (const char letter : text) {
    const bool is_word =
        (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    name += is_word ? letter : '_';
  }
  return name.substr(0, 100);  // spreadsheets take 255, libxlsxwriter 128
}

std::string own_name(const engine::Model& model, const LedgerInput& input) {
  if (!input.path.empty()) return name_from(input.path);
  return name_from((input.source == Source::start ? "start_" : "included_") +
                   engine::get(model, *input.initiative).key);
}

/// Spreadsheets do not tell capitals from small letters in names.
std::string lowered(std::string text) {
  for (char& letter : text) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  return text;
}

class InputsSheet {
public:
  InputsSheet(const WorkbookParts& parts, LedgerValues& values) : parts_(parts), values_(values), pen_(sheet_) {
    sheet_.name = "Inputs";
    sheet_.widths = {46, 16, 16, 16, 18, 26, 13, 13, 13, 13, 13, 13, 13, 30, 40, 12, 46};
    sheet_.frozen_rows = header_row + 1;
    sheet_.frozen_columns = 1;
    sheet_.repeated_row = header_row;
  }

  Sheet make() {
    add_top();
    for (const auto& [group, ids] : by_group(parts_.ledger)) {
      pen_.text(group, Look::heading).next_row();
      for (const GivenId id : ids) add_input(id);
    }
    add_starts();
    return std::move(sheet_);
  }

private:
  void add_top() {
    const WorkbookCase& shown = parts_.cases[parts_.chosen_case];
    pen_.text("Inputs", Look::title).next_row();
    pen_.text(
        "Everything that the calculation starts from. Choose a case and an option, or type your own figure into "
        "a yellow cell: the sheet Calculation follows.",
        Look::note);
    pen_.next_row();
    pen_.text("Case")
        .text(shown.name, Look::own)
        .text("a point of every distribution, or a trial of the simulation", Look::note);
    sheet_.choices.push_back({case_row, 1, parts_.cases_in(case_header_row, case_header_row)});
    pen_.next_row();
    pen_.text("Option").text(parts_.model.options.front().key, Look::own);
    pen_.text(parts_.model.options.front().name + " at first; the table of planned starts is below", Look::note);
    sheet_.choices.push_back({option_row, 1, starts_range(0, 0)});
    pen_.next_row();
    pen_.text("Number of the case");
    pen_.formula(fmt::format("MATCH($B${},{},0)", case_row + 1, parts_.cases_in(case_header_row, case_header_row)),
                 static_cast<double>(parts_.chosen_case + 1), NumberKind::whole);
    pen_.next_row();
    pen_.text("Number of the option");
    pen_.formula(fmt::format("MATCH($B${},{},0)", option_row + 1, starts_range(0, 0)), 1.0, NumberKind::whole);
    pen_.next_row();
    for (const char* name :
         {"Input", "Used", "Your own figure", "In the chosen case", "Unit", "As typed", "Lowest", "P10", "Most likely",
          "P50", "Mean", "P90", "Highest", "Distribution", "Source", "Evidence", "Path in the scenario"}) {
      pen_.text(name, Look::column);
    }
    pen_.next_row();
  }

  void add_input(GivenId id) {
    const LedgerInput& input = parts_.ledger.inputs[index_of(id)];
    const double value = values_.given(id);
    const std::string own = cell_name(pen_.row(), own_column);
    pen_.text(input.label);
    pen_.formula(fmt::format("IF(ISNUMBER({}),{},{})", own, own, cell_name(pen_.row(), own_column + 1)), value,
                 input.kind, Look::total);
    pen_.blank(Look::own);
    add_value(input, value);
    pen_.text(input.unit).text(input.provenance.as_typed);
    add_distribution(input);
    pen_.text(input.provenance.source).text(std::string(name_of(input.provenance.evidence))).text(input.path);
    pen_.next_row();
  }

  void add_value(const LedgerInput& input, double value) {
    if (input.source == Source::certain) {
      pen_.number(value, input.kind, Look::typed);
    } else if (input.source == Source::drawn) {
      const std::size_t row = parts_.row_of_input(*input.input);
      pen_.formula(fmt::format("INDEX({},case_number)", parts_.cases_in(row, row)), value, input.kind);
    } else {
      const auto& planned = parts_.ledger.initiatives;
      const auto place =
          static_cast<std::size_t>(std::find(planned.begin(), planned.end(), *input.initiative) - planned.begin());
      const std::string start = fmt::format("INDEX({},option_number)", starts_range(place + 1, place + 1));
      pen_.formula(input.source == Source::start ? fmt::format("MAX(1,{})", start) : fmt::format("IF({}>0,1,0)", start),
                   value, input.kind);
    }
  }

  void add_distribution(const LedgerInput& input) {
    if (!input.input) {
      pen_.skip(8);
      return;
    }
    const engine::Distribution& drawn = parts_.model.inputs[engine::index_of(*input.input)].distribution;
    for (const double value :
         {engine::minimum(drawn), engine::quantile(drawn, 0.1), engine::mode(drawn), engine::quantile(drawn, 0.5),
          engine::mean(drawn), engine::quantile(drawn, 0.9), engine::maximum(drawn)}) {
      std::isinf(value) ? pen_.text("no limit", Look::note) : pen_.number(value, input.kind);
    }
    pen_.text(engine::describe(drawn));
  }

  /// Rows of the table of starts: 0 is the header with the keys of the options, then one an initiative.
  [[nodiscard]] std::string starts_range(std::size_t first, std::size_t last) const {
    const std::size_t header = header_row + 1 + parts_.ledger.inputs.size() + by_group(parts_.ledger).size() + 2;
    return range_name("Inputs", {header + first, 1, header + last, parts_.model.options.size()});
  }

  void add_starts() {
    pen_.next_row();
    pen_.text("Planned starts by option: the step, from 1; 0: not part of it", Look::heading).next_row();
    pen_.text("Initiative", Look::column);
    for (const engine::Option& option : parts_.model.options) pen_.text(option.key, Look::column);
    pen_.next_row();
    for (const engine::InitiativeId id : parts_.ledger.initiatives) {
      pen_.text(engine::get(parts_.model, id).name);
      for (const engine::Option& option : parts_.model.options) {
        pen_.number(static_cast<double>(option.starts[engine::index_of(id)].value_or(0)), NumberKind::whole,
                    Look::typed);
      }
      pen_.next_row();
    }
  }

  const WorkbookParts& parts_;
  LedgerValues& values_;
  Sheet sheet_;
  SheetPen pen_;
};

}  // namespace

void place_inputs(WorkbookParts& parts) {
  const std::size_t count = parts.ledger.inputs.size();
  parts.places.input_names.resize(count);
  parts.places.input_cells.resize(count);
  std::set<std::string> taken;
  std::size_t row = header_row + 1;
  parts.first_input_row = row;
  for (const auto& [group, ids] : by_group(parts.ledger)) {
    ++row;  // its heading
    for (const GivenId id : ids) {
      const std::string wanted = own_name(parts.model, parts.ledger.inputs[index_of(id)]);
      std::string name = wanted;
      for (int i = 2; !taken.insert(lowered(name)).second; ++i) name = fmt::format("{}_{}", wanted, i);
      parts.places.input_names[index_of(id)] = name;
      parts.places.input_cells[index_of(id)] = "Inputs!" + fixed_cell_name(row++, used_column);
    }
  }
  parts.last_input_row = row - 1;
}

std::vector<DefinedName> defined_names(const WorkbookParts& parts) {
  std::vector<DefinedName> names = {{"case_number", "Inputs!" + fixed_cell_name(case_row + 2, used_column)},
                                    {"option_number", "Inputs!" + fixed_cell_name(option_row + 2, used_column)}};
  for (std::size_t i = 0; i < parts.places.input_names.size(); ++i) {
    names.push_back({parts.places.input_names[i], parts.places.input_cells[i]});
  }
  return names;
}

Sheet inputs_sheet(const WorkbookParts& parts, LedgerValues& values) {
  return InputsSheet(parts, values).make();
}

}  // namespace wayworth::reports
