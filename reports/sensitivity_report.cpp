#include "reports/sensitivity_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/sensitivity_parts.hpp"
#include "reports/tornado_bar.hpp"

namespace wayworth::reports {

namespace {

using engine::DecisionValue;
using engine::Estimate;
using engine::InputId;
using engine::Model;
using engine::Sensitivity;

void append(Blocks& blocks, Blocks more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

Column text_column(const std::string& name, int priority = 1) {
  return {name, Align::left, priority, false};
}
Column number_column(const std::string& name, int priority = 1, bool with_error = false) {
  return {name, Align::right, priority, with_error};
}

/// A share of variance: small negative ones are noise.
Cell variance_share(const Estimate& share) {
  if (!std::isfinite(share.value)) return Instead{"?"};
  const double percent = 100.0 * std::max(0.0, share.value);
  if (!std::isfinite(share.standard_error)) return Instead{fmt::format("{:.0f} %", percent)};
  const double error = 100.0 * share.standard_error;
  return Instead{error < 1.0 ? fmt::format("{:.1f} \u00B1{:.1f} %", percent, error)
                             : fmt::format("{:.0f} \u00B1{:.0f} %", percent, error)};
}

Cell correlation_cell(const Estimate& estimate) {
  if (!std::isfinite(estimate.value)) return Instead{"?"};
  return Instead{fmt::format("{:.2f}", estimate.value == 0.0 ? 0.0 : estimate.value)};
}

std::string left_out(std::size_t all, std::size_t shown, double swing, const Model& model) {
  if (all <= shown) return "";
  return fmt::format(" {} more inputs move it by less than {} {} each.", all - shown, model.currency,
                     compact_money(swing, 0.0));
}

Blocks summary(const Model& model, const Sensitivity& found) {
  const double trials = static_cast<double>(found.manifest.trials);
  Blocks blocks = {Answer{
      fmt::format("The programme \u201C{}\u201D is worth {} on average (NPV), with a standard deviation of {} {}.",
                  model.options.front().name, money_text(model, found.npv), model.currency,
                  compact_money(found.standard_deviation, found.standard_deviation / std::sqrt(2.0 * trials)))}};
  const auto& first = found.from_trials.inputs.front();
  blocks.push_back(Paragraph{fmt::format(
      "It hangs most on {}: on average {} where that is lowest, {} where it is highest.",
      short_name(model, first.input), money_text(model, first.change.first), money_text(model, first.change.last))});
  return blocks;
}

/// What groups of correlated inputs explain; goes on from a sentence.
std::string together_text(const Sensitivity& found) {
  std::string text;
  for (const auto& [group, share] : found.correlated_shares) {
    text += fmt::format("{}{} ({} inputs) {}", text.empty() ? "; as one they explain, by straight lines: " : ", ",
                        group.name, group.inputs.size(), std::get<Instead>(variance_share(share)).text);
  }
  return text + ".";
}

Blocks tornado(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  const auto& inputs = found.from_trials.inputs;
  const std::size_t shown = std::min(most_rows, inputs.size());
  double from = found.npv.value;
  double to = found.npv.value;
  for (const auto& input : inputs) {
    from = std::min(from, input.change.lowest.value);
    to = std::max(to, input.change.highest.value);
  }
  const TornadoBars bars(from, to, found.npv.value);
  const Cells cells(found.manifest);
  Table table{"Mean NPV by tenths of the trials, sorted by one input", model.currency, {}, {}};
  table.columns = {number_column("#"),
                   {"Input", Align::left, 1, false, "", true},
                   number_column("Input low"),
                   text_column(""),
                   number_column("Input high"),
                   number_column("Explains", 2),
                   number_column("Rank corr.", 3),
                   number_column("SRRC", 4),
                   number_column("PRCC", 5)};
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& input = inputs[i];
    table.rows.push_back({Figure{Kind::count, static_cast<double>(input.rank), 0.0}, short_name(model, input.input),
                          cells.estimate(Kind::money, input.change.first),
                          bars.bar(input.change.lowest.value, input.change.highest.value),
                          cells.estimate(Kind::money, input.change.last), variance_share(input.first_order),
                          correlation_cell(input.spearman), correlation_cell(input.standardised_rank),
                          correlation_cell(input.partial_rank)});
  }
  const double rest = shown < inputs.size() ? inputs[shown].swing() : 0.0;
  const auto& trials = found.from_trials;
  return {Heading{"What drives it"}, std::move(table),
          Paragraph{fmt::format(
              "The bar goes from the lowest to the highest of ten such means; inputs that chance could have put in "
              "another order share a number.{} \u201CExplains\u201D is the share of the variance that goes with the "
              "input alone. Straight lines explain {:.0f} % of the variance of the NPV and {:.0f} % of that of its "
              "rank{}. Of inputs that go together each is credited with what the others do{}",
              left_out(inputs.size(), shown, rest, model), 100.0 * trials.r_squared, 100.0 * trials.rank_r_squared,
              trials.rank_r_squared < 0.7 ? ": too little to read SRRC and PRCC as importance" : "",
              together_text(found))}};
}

/// All worlds, of which the table has the worst and the best.
std::string worlds_text(const Model& model, const Sensitivity& found) {
  std::string text;
  for (const engine::OneAtATime& one : found.one_at_a_time) {
    for (std::size_t world = 0; world < one.by_world.size(); ++world) {
      text +=
          fmt::format("{}{} {}", text.empty() ? " Of the worlds the ends are the worst and the best; in all: " : ", ",
                      model.worlds->list[world].name, money_text(model, one.by_world[world]));
    }
  }
  return text.empty() ? "" : text + ".";
}

Blocks ends(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  const auto& inputs = found.one_at_a_time;
  const std::size_t shown = std::min(most_rows, inputs.size());
  const Cells cells(found.manifest);
  Table table{"Mean NPV with one input at its P10 or P90, all others drawn as ever", model.currency, {}, {}};
  table.columns = {text_column("Input"),    number_column("P10", 2),    number_column("NPV there"),
                   number_column("P90", 2), number_column("NPV there"), number_column("Difference", 1, true)};
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& one = inputs[i];
    table.rows.push_back({short_name(model, one.input), Instead{input_value_text(model, one.input, one.low_value)},
                          cells.estimate(Kind::money, one.at_low),
                          Instead{input_value_text(model, one.input, one.high_value)},
                          cells.estimate(Kind::money, one.at_high), cells.estimate(Kind::money, one.swing)});
  }
  const double rest = shown < inputs.size() ? std::abs(inputs[shown].swing.value) : 0.0;
  Blocks blocks = {Heading{"One input at a time"}, std::move(table)};
  blocks.push_back(Paragraph{fmt::format("On {} trials. Of a chance of success the ends are failure and success.",
                                         grouped(static_cast<double>(found.one_at_a_time_trials), 0)) +
                             worlds_text(model, found) + left_out(inputs.size(), shown, rest, model)});
  return blocks;
}

Blocks break_evens(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  constexpr std::size_t most_of_each = 2;
  Blocks blocks = {Heading{"Where it breaks"}};
  if (!found.break_evens.empty()) {
    append(blocks, break_even_section(model, found.targets, found.break_evens, found.break_even_trials, most_rows));
  }
  append(blocks, headroom_section(model, found.targets, found.headroom));
  append(blocks, initiative_break_even_section(model, found, most_of_each));
  return blocks;
}

/// What the menu says, in a sentence.
std::string menu(const Model& model, const DecisionValue& decision) {
  std::string text;
  for (const auto& [input, worth] : decision.inputs) {
    if (worth.is_noise() || text.size() > 200) break;
    text += fmt::format("{}{} (worth up to {} {})", text.empty() ? " Measure " : ", ", short_name(model, input),
                        model.currency, compact_money_with_error(worth.value.value, worth.value.standard_error));
  }
  if (text.empty()) return " No single input is worth measuring for it.";
  return text + " before deciding.";
}

/// Inputs that move the NPV most and still do not matter for the choice.
std::string spread_only(const Model& model, const Sensitivity& found, const DecisionValue& decision) {
  constexpr std::size_t looked_at = 3;
  std::string names;
  for (std::size_t i = 0; i < std::min(looked_at, found.from_trials.inputs.size()); ++i) {
    const InputId input = found.from_trials.inputs[i].input;
    const auto worth = std::find_if(decision.inputs.begin(), decision.inputs.end(),
                                    [&](const auto& one) { return one.input == input; });
    const bool matters = worth != decision.inputs.end() && !worth->worth.is_noise();
    if (!matters) names += (names.empty() ? "" : ", ") + short_name(model, input);
  }
  return names.empty() ? "" : " For the spread of the NPV, but not for this choice, matter: " + names + ".";
}

Blocks choice_among_options(const Model& model, const Sensitivity& found) {
  const DecisionValue& decision = found.decisions.front();
  const auto& perfect = decision.perfect;
  std::string text = fmt::format("Best on average is {}, and it turns out to be best in {}.",
                                 name_of_choice(model, decision, perfect.best),
                                 of_100_futures(perfect.share_best[perfect.best], found.manifest.trials));
  if (decision.inputs.empty()) {
    text += " Knowing everything first would add next to nothing: no question is worth asking for this choice.";
  } else {
    text += fmt::format(" Knowing everything before choosing would be worth {} {}.", model.currency,
                        compact_money_with_error(perfect.value.value, perfect.value.standard_error)) +
            menu(model, decision);
  }
  return {Heading{"What is worth knowing first"},
          Paragraph{(model.options.size() > 1 ? "Which option, or nothing? " : "Do it, or nothing? ") + text +
                    spread_only(model, found, decision)},
          Paragraph{"What only chance decides after the choice - whether a rollout succeeds, the noise of a month - "
                    "nobody can measure before it; it is not on the list."}};
}

Table initiatives_table(const Model& model, const Sensitivity& found) {
  const Cells cells(found.manifest);
  Table table{"Each initiative: to do it or to leave it, all others being done", model.currency, {}, {}};
  table.columns = {text_column("Initiative"),       number_column("Adds (mean)"),
                   number_column("P(loss)"),        number_column("To know all", 1, false),
                   text_column("Measure first", 2), number_column("worth", 2)};
  for (std::size_t i = 1; i < found.decisions.size(); ++i) {
    const DecisionValue& decision = found.decisions[i];
    const Estimate worth = decision.inputs.empty() ? Estimate{} : decision.inputs.front().worth.value;
    const bool has_menu = !decision.inputs.empty() && !decision.inputs.front().worth.is_noise();
    table.rows.push_back({reports::name_of(model, *decision.initiative),
                          cells.estimate(Kind::money, decision.perfect.means.front()),
                          Probability{1.0 - decision.perfect.share_best[0], found.manifest.trials},
                          Instead{compact_money(decision.perfect.value.value, decision.perfect.value.standard_error)},
                          has_menu ? short_name(model, decision.inputs.front().input) : std::string("nothing"),
                          Instead{has_menu ? compact_money(worth.value, worth.standard_error) : ""}});
  }
  return table;
}

Table shares_table(const std::string& title, const std::vector<engine::VarianceShare>& shares, std::size_t most_rows) {
  Table table{title, "", {}, {}};
  table.columns = {text_column("Inputs"), number_column("By itself"), number_column("With all it acts on")};
  for (std::size_t i = 0; i < std::min(most_rows, shares.size()); ++i) {
    table.rows.push_back(
        {shares[i].group.name, variance_share(shares[i].indices.first), variance_share(shares[i].indices.total)});
  }
  return table;
}

}  // namespace

std::string short_name(const Model& model, InputId input) {
  std::string path = model.inputs[index_of(input)].path;
  for (const std::string_view section : {"drivers.", "initiatives."}) {
    if (path.starts_with(section)) return path.substr(section.size());
  }
  return path;
}

std::string money_text(const Model& model, const Estimate& estimate) {
  return model.currency + " " + compact_money(estimate.value, estimate.standard_error);
}

std::string name_of_choice(const Model& model, const DecisionValue& decision, std::size_t choice) {
  if (choice < model.options.size()) return "\u201C" + model.options[choice].name + "\u201D";
  return decision.perfect.best == choice ? "doing nothing" : "nothing";
}

Report sensitivity_report(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  Report report{model.client.empty() ? model.name : model.name + " \u00B7 " + model.client, {}};
  append(report.blocks, summary(model, found));
  append(report.blocks, tornado(model, found, most_rows));
  append(report.blocks, ends(model, found, most_rows));
  append(report.blocks, spider_section(model, found, most_rows));
  append(report.blocks, two_way_section(model, found));
  append(report.blocks, break_evens(model, found, most_rows));
  append(report.blocks, tail_section(model, found, most_rows));
  append(report.blocks, flip_section(model, found));
  append(report.blocks, choice_among_options(model, found));
  append(report.blocks, group_section(model, found, most_rows));
  if (found.decisions.size() > 1) {
    report.blocks.push_back(initiatives_table(model, found));
    append(report.blocks, roadmap_worth_section(model, found));
  }
  append(report.blocks, pilot_section(model, found));
  if (!found.by_kind.empty()) {
    report.blocks.push_back(Heading{"Shares of the variance (Sobol' indices)"});
    report.blocks.push_back(shares_table("By kind of input", found.by_kind, most_rows));
    report.blocks.push_back(shares_table("By initiative and driver", found.by_subject, most_rows));
    report.blocks.push_back(shares_table("By input", found.by_input, most_rows));
    report.blocks.push_back(Paragraph{
        "What would go if the inputs were known, and what would stay if all others were. Shares by themselves that add "
        "up to less than 100 % leave the rest to inputs acting together."});
  }
  append(report.blocks, settled_section(model, found));
  report.blocks.push_back(Heading{"How to make this again"});
  report.blocks.push_back(made_by(found.manifest));
  return report;
}

}  // namespace wayworth::reports
