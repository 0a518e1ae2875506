#include "cli/app.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "cli/check_command.hpp"
#include "cli/failure.hpp"
#include "cli/init_command.hpp"
#include "cli/schema_command.hpp"
#include "cli/typed_options.hpp"
#include "engine/core/input_error.hpp"
#include "engine/core/version.hpp"
#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/messages/read_error.hpp"

// The only file that includes CLI11, which costs ten seconds to compile.

namespace wayworth::cli {

namespace {

constexpr const char* short_help =
    "Wayworth: business cases as distributions. Which way is worth it?\n"
    "\n"
    "  wayworth init                     begin with a small case that is ready to run\n"
    "  wayworth run SCENARIO.yaml        simulate a case and print the answer\n"
    "  wayworth roadmap SCENARIO.yaml    find what to start when, within the limits\n"
    "  wayworth compare A.yaml [B.yaml]  versions or options side by side, and why\n"
    "  wayworth sensitivity SCENARIO     what drives it, where it breaks\n"
    "  wayworth solve SCENARIO           the value of a figure that meets a target\n"
    "  wayworth check SCENARIO.yaml      find everything that is wrong with a file\n"
    "  wayworth explain SCENARIO.yaml    show how each figure comes about\n"
    "  wayworth report RESULTS.json      make the reports of a run again\n"
    "\n"
    "`wayworth run --help` lists the options; examples/ has cases to start from.\n";

constexpr const char* footer =
    "\nExit codes: 0 done, 1 the scenario is wrong, 2 wrong usage, 3 cannot read or\n"
    "write, 4 no roadmap fits the limits, 70 a bug in Wayworth, 130 interrupted.";

class App {
public:
  App() : app_("Wayworth: business cases as distributions. Which way is worth it?", "wayworth") {
    app_.get_formatter()->column_width(26);
    app_.footer(footer);
    app_.set_version_flag("--version", "wayworth " + std::string(engine::version()));
    app_.require_subcommand(0, 1);
    add_run();
    add_roadmap();
    add_compare();
    add_sensitivity();
    add_solve();
    add_check();
    add_explain();
    add_report();
    add_init();
    add_schema();
  }

  ExitCode run(std::vector<std::string> arguments, const Streams& streams) {
    if (arguments.empty()) {
      streams.out << short_help;
      return ExitCode::done;
    }
    refuse_unknown_command(arguments.front());
    try {
      std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
      app_.parse(arguments);
    } catch (const CLI::Success& asked_for_text) {
      app_.exit(asked_for_text, streams.out, streams.err);
      return ExitCode::done;
    } catch (const CLI::ExtrasError&) {
      refuse_unexpected(app_.remaining(true));
    } catch (const CLI::ParseError& error) {
      throw UsageError(std::string(error.what()) + help_hint());
    }
    return dispatch(streams);
  }

private:
  CLI::App* add_command(const std::string& name, const std::string& description, ScenarioOptions& scenario) {
    CLI::App* command = app_.add_subcommand(name, description);
    command->get_formatter()->column_width(26);
    command->add_option("scenario", scenario.file, "The case, a YAML file; - reads standard input")
        ->required()
        ->type_name("FILE");
    add_changes(command, scenario);
    return command;
  }

  void add_changes(CLI::App* command, ScenarioOptions& scenario) {
    command->add_option("--set", scenario.overrides, "Change a value: drivers.margin=30%; repeatable")
        ->type_name("PATH=VALUE")
        ->allow_extra_args(false);
    add_text(command, "--variant", scenario.variant, "NAME", "Read one of the scenario's `variants`");
    add_text(command, "--library", scenario.library, "DIR", "Look there for library/NAME");
  }

  void add_text(CLI::App* command, const std::string& flag, std::string& text, const std::string& type,
                const std::string& description) {
    command->add_option(flag, text, description)->type_name(type);
  }

  void add_display(CLI::App* command, DisplayOptions& display) {
    add_text(command, "--width", typed_.width, "N", "Columns to print in (default: the terminal's)");
    command->add_flag("--no-color", display.no_color, "Print without colours");
  }

  void add_draws(CLI::App* command, const std::string& trials) {
    add_text(command, "--trials", typed_.trials, "N", trials);
    add_text(command, "--seed", typed_.seed, "N", "Seed of the draws (default: the scenario's)");
    add_text(command, "--sampling", typed_.sampling, "HOW", "sobol, latin_hypercube or random (the scenario's)");
  }

  void add_simulation(CLI::App* command, const std::string& trials = "Trials, such as 100k (default: the scenario's)") {
    add_draws(command, trials);
    add_text(command, "--threads", typed_.threads, "N", "Threads (default: all); same figures for any");
  }

  void add_sensitivity() {
    CLI::App* sensitivity = add_command("sensitivity", "What drives the NPV, where it breaks, what to measure first",
                                        sensitivity_.scenario);
    add_simulation(sensitivity);
    sensitivity->add_option("--table", sensitivity_.tables, "NPV by two figures together: calls,margin; repeatable")
        ->type_name("A,B")
        ->allow_extra_args(false);
    sensitivity->add_option("--pilot", sensitivity_.pilots, "Worth of N observations of a figure; repeatable")
        ->type_name("PATH=N[,sd=S]")
        ->allow_extra_args(false);
    sensitivity->add_option("--target", sensitivity_.targets, "Break-even of npv=1M, npv.p10=0, ...; repeatable")
        ->type_name("OUTPUT=VALUE")
        ->allow_extra_args(false);
    sensitivity->add_flag("--variance", sensitivity_.variance, "Sobol' indices by input and by group as well");
    add_text(sensitivity, "--rows", typed_.rows, "N", "Inputs in a table (default: 12)");
    add_text(sensitivity, "--json", sensitivity_.json, "FILE", "Write everything as JSON; - prints only that");
    add_text(sensitivity, "-o,--out", typed_.output_directory, "DIR",
             "Write report.html, model.xlsx, results.json, CSV");
    add_display(sensitivity, sensitivity_.display);
    sensitivity->add_flag("-q,--quiet", sensitivity_.quiet, "No progress and no messages");
    sensitivity->footer("\nExample:\n  wayworth sensitivity examples/bank/scenario.yaml --trials 4096\n" +
                        std::string(footer));
  }

  void add_solve() {
    CLI::App* solve = add_command("solve", "Find the value of a figure that meets a target", solve_.scenario);
    solve->add_option("--vary", solve_.vary, "The figure: drivers.margin, as in --set")->required()->type_name("PATH");
    solve->add_option("--target", solve_.target, "npv=0, npv.p10=0, probability_of_loss=10%, chat.roi=1")
        ->required()
        ->type_name("OUTPUT=VALUE");
    add_text(solve, "--from", solve_.from, "VALUE", "Least value to try (default: by its distribution)");
    add_text(solve, "--to", solve_.to, "VALUE", "Greatest value to try");
    add_simulation(solve);
    add_text(solve, "--point", typed_.point, "WHICH", "No chance: inputs at their mode, median, mean");
    add_display(solve, solve_.display);
    solve->footer(
        "\nExample:\n  wayworth solve examples/bank/scenario.yaml --vary drivers.account_value \\\n"
        "    --target web_engagement.npv=0 --from 0 --to 500\n" +
        std::string(footer));
  }

  void add_run() {
    CLI::App* run = add_command("run", "Simulate a case and print the answer", run_.scenario);
    add_simulation(run);
    add_text(run, "--point", typed_.point, "WHICH", "No chance: inputs at their mode, median, mean");
    add_text(run, "--until", typed_.until, "WHAT", "More trials until precise, stable, mean=50k");
    add_text(run, "--memory", typed_.memory, "SIZE", "Of a run of millions, such as 400M (default: 1G)");
    run->add_flag("--exact-shares", run_.exact_shares, "All orders of 12 initiatives a stream, not 10");
    add_text(run, "--json", run_.json, "FILE", "Write everything as JSON; - prints only that");
    add_text(run, "--csv", typed_.csv_directory, "DIR", "Write the tables as CSV files");
    add_text(run, "-o,--out", typed_.output_directory, "DIR", "Write report.html, model.xlsx, results.json, CSV");
    run->add_flag("--all-trials", run_.all_trials, "With -o or --csv: trials.csv, a line for each trial");
    run->add_flag("--full", run_.prints_all, "Print all tables, not only one screen");
    add_display(run, run_.display);
    run->add_flag("-q,--quiet", run_.quiet, "No progress and no messages");
    run->footer("\nExample:\n  wayworth run examples/bank/scenario.yaml --trials 100k -o out\n" + std::string(footer));
  }

  void add_roadmap() {
    RunOptions& run = roadmap_.run;
    CLI::App* roadmap = add_command("roadmap", "Find what to start when, within the limits", run.scenario);
    add_text(roadmap, "--budget", typed_.budget, "MONEY", "For all one-off costs: 9.4M, instead of roadmap.budget");
    roadmap->add_option("--must", roadmap_.must, "What must be part of it as well; repeatable")
        ->type_name("KEY")
        ->allow_extra_args(false);
    roadmap->add_flag("--frontier", roadmap_.frontier, "Plan anew for a range of budgets (slow)");
    roadmap->add_flag("--prices", roadmap_.prices, "Plan anew for each limit, to tell what it costs (slow)");
    add_simulation(roadmap, "Trials of the figures (default: the scenario's)");
    add_text(roadmap, "--json", run.json, "FILE", "Write everything as JSON; - prints only that");
    add_text(roadmap, "-o,--out", typed_.output_directory, "DIR", "Write report.html, model.xlsx, results.json, CSV");
    add_display(roadmap, run.display);
    roadmap->add_flag("-q,--quiet", run.quiet, "No progress and no messages");
    roadmap->footer("\nExample:\n  wayworth roadmap examples/bank/scenario.yaml --budget 9.4M\n" + std::string(footer));
  }

  void add_compare() {
    CLI::App* compare = app_.add_subcommand("compare",
                                            "Compare on the same trials: two files; or one file with what --set and\n"
                                            "--variant make of it; or, without those, the options of one file");
    compare->get_formatter()->column_width(26);
    compare->add_option("scenarios", compare_.files, "One or two YAML files; one may be -, standard input")
        ->required()
        ->expected(1, 2)
        ->type_name("FILE");
    add_changes(compare, compare_.scenario);
    compare->add_flag("--optimise", compare_.optimise, "Compare the best roadmap within the limits too");
    compare->add_flag("--exact-shares", compare_.exact_shares, "All orders of 10 changes, not of 7 (slow)");
    compare->add_flag("--no-bridge", compare_.no_bridge, "Do not tell what each change did (faster)");
    add_simulation(compare);
    add_text(compare, "--point", typed_.point, "WHICH", "No chance: inputs at their mode, median, mean");
    add_text(compare, "--json", compare_.json, "FILE", "Write everything as JSON; - prints only that");
    add_text(compare, "-o,--out", typed_.output_directory, "DIR", "Write comparison.html, .txt, .md and .json");
    add_display(compare, compare_.display);
    compare->add_flag("-q,--quiet", compare_.quiet, "No progress and no messages");
    compare->footer(
        "\nExample:\n  wayworth compare examples/bank/scenario.yaml \\\n"
        "    --set drivers.accepted_share=6%,9%,12%\n" +
        std::string(footer));
  }

  void add_check() {
    CLI::App* check = add_command("check", "Find everything that is wrong with a file", check_.scenario);
    check->add_flag("--strict", check_.strict, "Exit 1 on warnings that the scenario does not accept");
    check->add_flag("--json", check_.json, "Print everything as JSON, and nothing else");
    check->footer("\nExample:\n  wayworth check examples/bank/scenario.yaml\n" + std::string(footer));
  }

  void add_explain() {
    CLI::App* explain = add_command("explain", "Show how a figure comes about", explain_.scenario);
    explain->add_option("name", explain_.name, "Key or path of an initiative, driver or stream")->type_name("NAME");
    add_text(explain, "--trial", typed_.trial, "N", "Show this trial, from 1, with all its draws");
    add_draws(explain, "Trials of the run it is of (the scenario's)");
    add_text(explain, "--point", typed_.point, "WHICH", "Inputs at their mode (default), median, mean");
    add_display(explain, explain_.display);
    explain->footer("\nExample:\n  wayworth explain examples/online_leads/scenario.yaml --point mode\n" +
                    std::string(footer));
  }

  void add_report() {
    CLI::App* report = app_.add_subcommand("report", "Make the reports of a run again, without simulating");
    report->get_formatter()->column_width(26);
    report->add_option("results", report_.results, "The results.json of a run; - reads standard input")
        ->required()
        ->type_name("FILE");
    add_text(report, "-o,--out", typed_.output_directory, "DIR", "Write all that -o wrote, but for trials.csv");
    add_text(report, "--format", typed_.formats, "LIST", "Of those only: html,txt,md,xlsx,json,csv");
    report->add_flag("--full", report_.prints_all, "Print all tables of a run, not only one screen");
    add_display(report, report_.display);
    report->add_flag("-q,--quiet", report_.quiet, "No messages");
    report->footer("\nExample:\n  wayworth report out/results.json -o again --format html,xlsx\n" +
                   std::string(footer));
  }

  void add_init() {
    CLI::App* init = app_.add_subcommand("init", "Begin a case with a copy of an example");
    init->get_formatter()->column_width(26);
    add_text(init, "--template", init_.name, "NAME", "Which example (default: first_case)");
    add_text(init, "-o,--out", init_.directory, "DIR", "Where to (default: a directory of that name)");
    init->add_flag("--list", init_.lists, "Print the names of the examples");
    init->footer("\nExample:\n  wayworth init --template bank --out client\n" + std::string(footer));
  }

  void add_schema() {
    CLI::App* schema = app_.add_subcommand("schema", "Print the JSON Schema of scenario files, for editors");
    schema->footer("\nExample:\n  wayworth schema > wayworth.schema.json\n" + std::string(footer));
  }

  ExitCode dispatch(const Streams& streams) {
    if (app_.got_subcommand("run")) return run_command(complete(run_), streams);
    if (app_.got_subcommand("roadmap")) return roadmap_command(complete(roadmap_), streams);
    if (app_.got_subcommand("compare")) return compare_command(complete(compare_), streams);
    if (app_.got_subcommand("sensitivity")) return sensitivity_command(complete(sensitivity_), streams);
    if (app_.got_subcommand("solve")) return solve_command(complete(solve_), streams);
    if (app_.got_subcommand("report")) return report_command(complete(report_), streams);
    begin_output(streams.terminal);  // the others answer at once
    if (app_.got_subcommand("check")) return check_command(check_, streams);
    if (app_.got_subcommand("init")) return init_command(init_, streams);
    if (app_.got_subcommand("schema")) return schema_command(streams);
    return explain_command(complete(explain_), streams);
  }

  /// With what was typed.
  template <class Options>
  const Options& complete(Options& options) const {
    typed_.put_into(options);
    return options;
  }

  [[nodiscard]] std::string help_hint() const {
    const auto commands = app_.get_subcommands();
    return "\nSee `wayworth " + (commands.empty() ? "" : commands.front()->get_name() + " ") + "--help`.";
  }

  void refuse_unknown_command(const std::string& word) {
    std::vector<std::string> known;
    for (const CLI::App* command : app_.get_subcommands({})) known.push_back(command->get_name());
    const bool is_known = std::find(known.begin(), known.end(), word) != known.end();
    if (is_known || word.starts_with('-')) return;
    if (word.ends_with(".yaml") || word.ends_with(".yml")) {
      throw UsageError(fmt::format("what to do with {}? Write `wayworth run {}`", word, word));
    }
    throw UsageError(fmt::format("'{}' is not a command{}", word, scenarios::suggestion(word, known)));
  }

  [[noreturn]] void refuse_unexpected(const std::vector<std::string>& words) {
    const auto is_option = [](const std::string& word) { return word.size() > 1 && word.starts_with('-'); };
    const auto option = std::find_if(words.begin(), words.end(), is_option);
    if (option == words.end()) {
      throw UsageError(fmt::format("'{}' is one argument too many", words.front()) + help_hint());
    }
    const std::string name = option->substr(0, option->find('='));
    throw UsageError(fmt::format("there is no option {}{}", name, nearest_option(name)) + help_hint());
  }

  [[nodiscard]] std::string nearest_option(const std::string& name) const {
    const auto commands = app_.get_subcommands();
    std::vector<std::string> known;
    for (const CLI::Option* option : (commands.empty() ? &app_ : commands.front())->get_options()) {
      for (const std::string& one : option->get_lnames()) known.push_back("--" + one);
    }
    const auto nearest = scenarios::closest(name, known);
    return nearest ? "; did you mean " + *nearest + "?" : "";
  }

  CLI::App app_;
  TypedOptions typed_;
  RunOptions run_;
  RoadmapOptions roadmap_;
  CompareOptions compare_;
  SensitivityOptions sensitivity_;
  SolveOptions solve_;
  CheckOptions check_;
  InitOptions init_;
  ExplainOptions explain_;
  ReportOptions report_;
};

ExitCode complain(std::ostream& err, const std::string& message, ExitCode code) {
  err << "wayworth: " << message << "\n";
  return code;
}

/// What cannot be written to standard output must not look like success.
ExitCode flushed(std::ostream& out, ExitCode code) {
  out.flush();
  if (!out) throw WriteError("cannot write to standard output");
  return code;
}

}  // namespace

ExitCode run_app(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err,
                 const Terminal& terminal) {
  try {
    return flushed(out, App().run(arguments, {in, out, err, terminal}));
  } catch (const UsageError& error) {
    return complain(err, error.what(), ExitCode::wrong_usage);
  } catch (const scenarios::ReadError& error) {
    return complain(err, error.what(), ExitCode::cannot_read_or_write);
  } catch (const WriteError& error) {
    return complain(err, error.what(), ExitCode::cannot_read_or_write);
  } catch (const engine::InputError& error) {
    return complain(err, error.what(), ExitCode::wrong_scenario);
  } catch (const Interrupted&) {
    return complain(err, "interrupted; nothing was written, and no file was changed", ExitCode::interrupted);
  } catch (const std::bad_alloc&) {
    return complain(err, "not enough memory; try fewer --trials", ExitCode::wrong_scenario);
  } catch (const std::exception& error) {
    return complain(err, fmt::format("this is a bug in Wayworth, please report it: {}", error.what()),
                    ExitCode::our_bug);
  }
}

}  // namespace wayworth::cli
