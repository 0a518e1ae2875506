#include "reports/csv_sensitivity.hpp"

#include <string>

#include "reports/csv_text.hpp"
#include "reports/input_names.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::BreakEven;
using engine::BreakEvenTarget;
using engine::DecisionValue;
using engine::InputId;
using engine::Model;
using engine::PartialInformation;
using engine::Sensitivity;

/// Two cells: where an input stands in the scenario, and its name.
CsvText& add_input(CsvText& csv, const Model& model, InputId input) {
  return csv.text(model.inputs[engine::index_of(input)].path).text(input_in_words(model, input));
}

/// One cell: the key of an initiative; empty for the programme.
CsvText& add_subject(CsvText& csv, const Model& model, const std::optional<engine::InitiativeId>& initiative) {
  return initiative ? csv.text(engine::get(model, *initiative).key) : csv.empty();
}

/// Three cells: "npv", the quantile, empty of the mean, and the value to meet.
CsvText& add_target(CsvText& csv, const BreakEvenTarget& target) {
  return csv.text(engine::traits_of(target.measure).key).optional(target.probability).number(target.value);
}

std::string trials_csv(const Model& model, const engine::TrialSensitivity& found,
                       const std::vector<engine::OuterTenths>* tenths) {
  CsvText csv({"input",
               "name",
               "rank",
               "npv_where_lowest",
               "npv_where_lowest_standard_error",
               "npv_where_highest",
               "npv_where_highest_standard_error",
               "lowest_tenth_up_to",
               "highest_tenth_from",
               "first_order_share",
               "first_order_share_standard_error",
               "spearman",
               "spearman_standard_error",
               "src",
               "src_standard_error",
               "srrc",
               "srrc_standard_error",
               "pcc",
               "pcc_standard_error",
               "prcc",
               "prcc_standard_error"});
  for (std::size_t i = 0; i < found.inputs.size(); ++i) {
    const engine::InputSensitivity& one = found.inputs[i];
    add_input(csv, model, one.input).count(one.rank).estimate(one.change.first).estimate(one.change.last);
    tenths == nullptr ? csv.empty().empty() : csv.number((*tenths)[i].low).number((*tenths)[i].high);
    csv.estimate(one.first_order).estimate(one.spearman).estimate(one.standardised).estimate(one.standardised_rank);
    csv.estimate(one.partial).estimate(one.partial_rank).end_row();
  }
  return csv.content();
}

class BreakEvenCsv {
public:
  BreakEvenCsv(const Model& model, const std::vector<BreakEvenTarget>& targets)
      : model_(model),
        targets_(targets),
        csv_({"initiative", "figure", "name", "measure", "quantile", "target", "now", "searched_from", "searched_to",
              "value", "standard_error", "probability_below"}) {}

  /// A row for each place, and one without a value for a target that is met nowhere.
  void add(const std::optional<engine::InitiativeId>& initiative, const std::vector<BreakEven>& found) {
    for (const BreakEven& one : found) {
      for (std::size_t target = 0; target < one.places.size(); ++target) {
        for (const BreakEven::Place& place : one.places[target]) {
          begin(initiative, one, targets_[target]);
          csv_.number(place.value).number(place.standard_error).number(place.probability_below).end_row();
        }
        if (!one.places[target].empty()) continue;
        begin(initiative, one, targets_[target]);
        csv_.empty().empty().empty().end_row();
      }
    }
  }

  [[nodiscard]] const std::string& content() const { return csv_.content(); }

private:
  void begin(const std::optional<engine::InitiativeId>& initiative, const BreakEven& one,
             const BreakEvenTarget& target) {
    add_subject(csv_, model_, initiative);
    if (one.input) {
      add_input(csv_, model_, *one.input);
    } else {
      const engine::Driver& driver = model_.drivers[engine::index_of(*one.driver)];
      csv_.text("drivers." + driver.key).text(driver.name);
    }
    add_target(csv_, target).number(one.now).number(one.searched_from).number(one.searched_to);
  }

  const Model& model_;
  const std::vector<BreakEvenTarget>& targets_;
  CsvText csv_;
};

std::string headroom_csv(const Model& model, const std::vector<BreakEvenTarget>& targets,
                         const std::vector<engine::SubjectHeadroom>& found) {
  CsvText csv({"initiative", "measure", "quantile", "target", "benefits_factor", "benefits_factor_standard_error",
               "costs_factor", "costs_factor_standard_error"});
  for (const engine::SubjectHeadroom& one : found) {
    for (std::size_t target = 0; target < one.headroom.size(); ++target) {
      add_target(add_subject(csv, model, one.subject.initiative), targets[target]);
      csv.estimate(one.headroom[target].benefits).estimate(one.headroom[target].costs).end_row();
    }
  }
  return csv.content();
}

std::string decisions_csv(const Model& model, const std::vector<const DecisionValue*>& decisions) {
  CsvText csv({"decision", "choice", "is_best", "npv", "npv_standard_error", "share_best", "expected_regret"});
  for (const DecisionValue* const decision : decisions) {
    const engine::PerfectInformation& perfect = decision->perfect;
    for (std::size_t i = 0; i < perfect.means.size(); ++i) {
      const bool is_nothing = i + 1 == perfect.means.size();
      const std::string done = decision->initiative ? engine::get(model, *decision->initiative).key
                               : is_nothing         ? ""
                                                    : model.options[i].key;
      csv.text(decision->initiative ? done : "option").text(is_nothing ? "nothing" : done);
      csv.count(i == perfect.best ? 1 : 0).estimate(perfect.means[i]);
      csv.number(perfect.share_best[i]).number(perfect.expected_regret[i]).end_row();
    }
  }
  return csv.content();
}

class WorthCsv {
public:
  explicit WorthCsv(const Model& model)
      : model_(model),
        csv_({"decision", "what", "about", "name", "worth", "worth_standard_error", "noise_floor", "is_noise"}) {}

  void add(const DecisionValue& decision, const std::vector<engine::Pilot>& pilots) {
    begin(decision, "everything").empty().empty().estimate(decision.perfect.value).empty().empty().end_row();
    for (const auto& [input, worth] : decision.inputs) end(add_input(begin(decision, "input"), model_, input), worth);
    for (const auto& [group, worth] : decision.groups) end(begin(decision, "group").text(group.name).empty(), worth);
    for (std::size_t i = 0; i < decision.pilots.size(); ++i) {
      end(add_input(begin(decision, "pilot"), model_, pilots[i].input), decision.pilots[i].sample);
    }
  }

  [[nodiscard]] const std::string& content() const { return csv_.content(); }

private:
  CsvText& begin(const DecisionValue& decision, const char* what) {
    csv_.text(decision.initiative ? engine::get(model_, *decision.initiative).key : "option");
    return csv_.text(what);
  }

  static void end(CsvText& csv, const PartialInformation& worth) {
    csv.estimate(worth.value).number(worth.noise_floor).count(worth.is_noise() ? 1 : 0).end_row();
  }

  const Model& model_;
  CsvText csv_;
};

std::string tornado_csv(const Model& model, const Sensitivity& found) {
  CsvText csv({"input", "name", "low_value", "high_value", "npv_at_low", "npv_at_low_standard_error", "npv_at_high",
               "npv_at_high_standard_error", "difference", "difference_standard_error"});
  for (const engine::OneAtATime& one : found.one_at_a_time) {
    add_input(csv, model, one.input).number(one.low_value).number(one.high_value);
    csv.estimate(one.at_low).estimate(one.at_high).estimate(one.swing).end_row();
  }
  return csv.content();
}

std::string spider_csv(const Model& model, const Sensitivity& found) {
  CsvText csv({"input", "name", "value", "npv", "npv_standard_error"});
  for (const engine::SpiderLine& line : found.spider) {
    for (std::size_t i = 0; i < line.means.size(); ++i) {
      add_input(csv, model, line.input).number(line.values[i]).estimate(line.means[i]).end_row();
    }
  }
  return csv.content();
}

std::string two_way_csv(const Model& model, const Sensitivity& found) {
  CsvText csv(
      {"first", "first_name", "first_value", "second", "second_name", "second_value", "npv", "npv_standard_error"});
  for (const engine::TwoWayTable& table : found.tables) {
    for (std::size_t row = 0; row < table.row_values.size(); ++row) {
      for (std::size_t column = 0; column < table.column_values.size(); ++column) {
        add_input(csv, model, table.rows).number(table.row_values[row]);
        add_input(csv, model, table.columns).number(table.column_values[column]);
        csv.estimate(table.means[row][column]).end_row();
      }
    }
  }
  return csv.content();
}

std::string flips_csv(const Model& model, const Sensitivity& found) {
  CsvText csv({"decision", "standard_deviations", "probability", "input", "name", "moves_to", "percentile"});
  for (std::size_t i = 0; i < found.decisions.size(); ++i) {
    const auto& initiative = found.decisions[i].initiative;
    const engine::Flip& flip = found.flips[i].flip;
    const std::string decision = initiative ? engine::get(model, *initiative).key : "option";
    if (!flip.distance) csv.text(decision).empty().empty().empty().empty().empty().empty().end_row();
    for (const engine::Flip::Change& change : flip.changes) {
      csv.text(decision).optional(flip.distance).number(flip.probability);
      add_input(csv, model, change.input).number(change.value).number(change.percentile).end_row();
    }
  }
  return csv.content();
}

std::string worst_trials_csv(const Model& model, const engine::TailProfile& tail) {
  CsvText csv({"input", "name", "mean", "mean_in_worst", "mean_in_worst_standard_error", "percentile_in_worst",
               "percentile_in_worst_standard_error"});
  for (const engine::TailShift& shift : tail.inputs) {
    add_input(csv, model, shift.input).number(shift.mean).estimate(shift.in_tail).estimate(shift.percentile).end_row();
  }
  return csv.content();
}

std::string convergence_csv(const engine::Convergence& found, std::uint64_t seed) {
  CsvText csv(
      {"trials", "seed", "npv", "npv_standard_error", "p10", "p10_standard_error", "p90", "p90_standard_error"});
  const auto add = [&](std::uint64_t trials, std::uint64_t of_seed, const engine::Summary& npv) {
    csv.count(trials).count(of_seed).estimate(npv.mean);
    csv.estimate(quantile(npv, 0.1)).estimate(quantile(npv, 0.9)).end_row();
  };
  for (const engine::Convergence::Step& step : found.steps) add(step.trials, seed, step.npv);
  add(found.with_other_seed.count, found.other_seed, found.with_other_seed);
  return csv.content();
}

std::string variance_shares_csv(const Sensitivity& found) {
  CsvText csv({"by", "group", "inputs", "first_order", "first_order_standard_error", "total", "total_standard_error"});
  const auto add = [&](const char* by, const std::vector<engine::VarianceShare>& shares) {
    for (const engine::VarianceShare& share : shares) {
      csv.text(by).text(share.group.name).count(share.group.inputs.size());
      csv.estimate(share.indices.first).estimate(share.indices.total).end_row();
    }
  };
  add("kind", found.by_kind);
  add("subject", found.by_subject);
  add("input", found.by_input);
  return csv.content();
}

std::vector<CsvFile> analysis_csv(const Model& model, const Sensitivity& found) {
  BreakEvenCsv break_evens(model, found.targets);
  break_evens.add({}, found.break_evens);
  for (const engine::InitiativeBreakEven& one : found.initiative_break_evens) {
    break_evens.add(one.initiative, one.inputs);
  }
  WorthCsv worth(model);
  std::vector<const DecisionValue*> decisions;
  for (const DecisionValue& decision : found.decisions) {
    worth.add(decision, found.pilots);
    decisions.push_back(&decision);
  }
  std::vector<CsvFile> files = {{"sensitivity.csv", trials_csv(model, found.from_trials, nullptr)},
                                {"break_evens.csv", break_evens.content()},
                                {"headroom.csv", headroom_csv(model, found.targets, found.headroom)},
                                {"decisions.csv", decisions_csv(model, decisions)},
                                {"value_of_information.csv", worth.content()},
                                {"tornado.csv", tornado_csv(model, found)},
                                {"spider.csv", spider_csv(model, found)},
                                {"flips.csv", flips_csv(model, found)},
                                {"worst_trials.csv", worst_trials_csv(model, found.tail)},
                                {"convergence.csv", convergence_csv(found.convergence, found.manifest.seed)}};
  if (!found.tables.empty()) files.push_back({"two_way.csv", two_way_csv(model, found)});
  if (!found.by_kind.empty()) files.push_back({"variance_shares.csv", variance_shares_csv(found)});
  return files;
}

std::vector<CsvFile> run_csv(const Model& model, const engine::RunSensitivity& found) {
  BreakEvenCsv break_evens(model, found.targets);
  break_evens.add({}, found.break_evens);
  WorthCsv worth(model);
  worth.add(found.choice, {});
  return {{"sensitivity.csv", trials_csv(model, found.from_trials, &found.outer_tenths)},
          {"break_evens.csv", break_evens.content()},
          {"headroom.csv", headroom_csv(model, found.targets, found.headroom)},
          {"decisions.csv", decisions_csv(model, {&found.choice})},
          {"value_of_information.csv", worth.content()}};
}

}  // namespace

std::vector<CsvFile> sensitivity_csv(const Model& model, const ReportExtras& extras) {
  if (extras.sensitivity != nullptr) return analysis_csv(model, *extras.sensitivity);
  return extras.of_run == nullptr ? std::vector<CsvFile>{} : run_csv(model, *extras.of_run);
}

}  // namespace wayworth::reports
