#include "reports/html.hpp"

#include <nlohmann/json.hpp>

#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "engine/distributions/uniform.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "reports/digits.hpp"
#include "reports/html_assets.hpp"
#include "reports/json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"

namespace wayworth::reports {
namespace {

using tests::ContainsSubstring;

/// The golden case with an uncertain effect, two phases and texts.
engine::Model uncertain_case() {
  engine::Model model = tests::golden_two_initiatives();
  model.client = "Client & Sons";
  model.inputs = {{"initiatives.fewer_calls.effect", engine::Uniform::make(-0.15, 0.02)}};
  model.initiatives[0].effects[0].amount = {engine::Expression::Draw{engine::InputId{0}}};
  model.initiatives[0].effects[0].provenance = {"Pilot", engine::Evidence::measured, "uniform(-15%, 2%)"};
  model.initiatives[0].current_state = "Everybody calls.";
  model.initiatives[0].pillars = {engine::Pillar::process};
  model.phases = {{"Quick wins", 1, 6, 500'000.0}, {"Later", 7, 36, std::nullopt}};
  return model;
}

engine::Findings findings_of(const engine::Model& model) {
  engine::RunSettings settings;
  settings.trials = 2000;
  return engine::find(model, engine::simulate(engine::compile(model), settings));
}

/// What is read, without the data of the charts and the script.
std::string without_script(const std::string& html) {
  return html.substr(0, html.find("<script type=\"application/json\""));
}

TEST_CASE("the report has every section, and page one stands before all others", "[reports]") {
  const engine::Model model = uncertain_case();
  const std::string html = to_html(model, findings_of(model));
  std::size_t before = 0;
  for (const char* id : {"decision", "at-a-glance", "options", "roadmap", "distributions", "cash", "bridge", "ranking",
                         "initiatives", "assumptions", "warnings", "method"}) {
    INFO(id);
    const std::size_t at = html.find("<section id=\"" + std::string(id) + "\">");
    REQUIRE(at != std::string::npos);
    CHECK(at > before);
    before = at;
  }
  CHECK_THAT(html, ContainsSubstring("Client &amp; Sons"));
  CHECK_THAT(html, ContainsSubstring("<dt>Today</dt><dd>Everybody calls.</dd>"));
  CHECK_THAT(html, ContainsSubstring("uniform(-15%, 2%)"));
  CHECK_THAT(html, ContainsSubstring("What is not worth it, and why"));
}

TEST_CASE("every chart has a text and the figures behind it, whether or not it can be drawn", "[reports]") {
  const engine::Model model = uncertain_case();
  const std::string html = to_html(model, findings_of(model));
  for (const char* id : {"gantt", "npv-histogram", "npv-curves", "cash-fan", "npv-bridge", "ranks", "bubbles"}) {
    INFO(id);
    const std::size_t at = html.find("<figure id=\"" + std::string(id) + "\">");
    REQUIRE(at != std::string::npos);
    const std::string figure = html.substr(at, html.find("</figure>", at) - at);
    CHECK_THAT(figure, ContainsSubstring("<p class=\"note\"") && ContainsSubstring("<tbody>\n<tr"));
    CHECK((figure.find("class=\"plot\"") != std::string::npos) == !chart_script().empty());
  }
  CHECK((html.find("built without charts") != std::string::npos) == chart_script().empty());
}

TEST_CASE("what drives the NPV is told when it is known, and left out when it is not", "[reports]") {
  const engine::Model model = uncertain_case();
  engine::RunSettings settings;
  settings.trials = 2000;
  const engine::Plan plan = engine::compile(model);
  const engine::Results results = engine::Simulator(plan, settings).run_keeping_inputs();
  const engine::Findings findings = engine::find(model, results);
  const auto sensitivity = engine::sensitivity_of_run(model, results);
  REQUIRE(sensitivity);
  const std::string html = to_html(model, findings, {.of_run = &*sensitivity});
  CHECK_THAT(html, ContainsSubstring("<section id=\"drives\">") && ContainsSubstring("<figure id=\"tornado\">"));
  CHECK_THAT(html, ContainsSubstring("The NPV hangs most on"));
  CHECK_THAT(html, ContainsSubstring("Share of the spread"));
  CHECK(to_html(model, findings).find("<section id=\"drives\">") == std::string::npos);
}

TEST_CASE("all views of a figure are in the page, and one of them is shown", "[reports]") {
  const engine::Model model = uncertain_case();
  const std::string html = without_script(to_html(model, findings_of(model)));
  CHECK_THAT(html, ContainsSubstring("data-when=\"range=p10\">") ||
                       ContainsSubstring("data-when=\"range=p10 basis=economic\">"));
  for (const char* range : {"range=p5", "range=p25"}) {
    std::size_t at = html.find("data-when=\"" + std::string(range));
    REQUIRE(at != std::string::npos);
    for (; at != std::string::npos; at = html.find("data-when=\"" + std::string(range), at + 1)) {
      CHECK(html.compare(html.find('"', at + 11) + 1, 7, " hidden") == 0);
    }
  }
}

TEST_CASE("the page reaches for nothing outside itself, and its policy forbids it", "[reports]") {
  const engine::Model model = uncertain_case();
  std::string html = to_html(model, findings_of(model));
  CHECK_THAT(html, ContainsSubstring("content=\"default-src 'none';"));
  CHECK(html.find("unsafe-eval") == std::string::npos);
  const std::size_t script = html.find(chart_script());
  if (!chart_script().empty()) {
    REQUIRE(script != std::string::npos);
    CHECK_THAT(html, ContainsSubstring("script-src '" + std::string(chart_script_hash()) + "'"));
    html.erase(script, chart_script().size());
  }
  for (const char* reach : {"http:", "https:", " src=", "@import", "url("}) {
    INFO(reach);
    CHECK(html.find(reach) == std::string::npos);
  }
}

TEST_CASE("the same findings give the same bytes", "[reports][property]") {
  const engine::Model model = uncertain_case();
  CHECK(to_html(model, findings_of(model)) == to_html(model, findings_of(model)));
}

TEST_CASE("page one says what the JSON says", "[reports]") {
  const engine::Model model = uncertain_case();
  const engine::Findings findings = findings_of(model);
  const std::string html = to_html(model, findings);
  const auto json = nlohmann::json::parse(to_json(model, findings));
  for (const auto& option : json["options"]) {
    if (option["key"] == "shorter_calls") continue;  // nothing in it is uncertain
    const auto money = [&](const char* statistic) {
      const auto& estimate = option["programme"]["npv"][statistic];
      return compact_money(estimate["value"].get<double>(), estimate["standard_error"].get<double>());
    };
    CHECK_THAT(html, ContainsSubstring("<dt>NPV, mean</dt><dd><b>USD " + money("mean") + "</b><span><i>P10 " +
                                       money("p10") + ",</i> <i>P90 " + money("p90") + "</i></span>"));
  }
}

TEST_CASE("hostile text stays text wherever the report shows it", "[reports]") {
  const std::string evil = "</script><script>alert(1)</script>\"'=1+1";
  engine::Model model = uncertain_case();
  model.name = model.client = evil;
  for (engine::Phase& phase : model.phases) phase.name = evil;
  for (engine::Option& option : model.options) option.name = evil;
  for (engine::Driver& driver : model.drivers) {
    driver.name = driver.unit = evil;
    driver.provenance = {evil, engine::Evidence::client, evil};
  }
  for (engine::Stream& stream : model.streams) stream.name = stream.formula = evil;
  for (engine::Initiative& one : model.initiatives) {
    one.name = one.current_state = one.future_state = evil;
    for (engine::Effect& effect : one.effects) effect.provenance = {evil, engine::Evidence::client, evil};
    for (engine::Cost& cost : one.costs) cost.name = evil;
  }
  const std::string html = to_html(model, findings_of(model));
  CHECK(html.find("<script>alert") == std::string::npos);
  CHECK(without_script(html).find("\"'=1+1") == std::string::npos);
  CHECK_THAT(html, ContainsSubstring("&lt;script&gt;alert(1)"));
}

TEST_CASE("a run without chance has a report too, without ranges", "[reports]") {
  const engine::Model model = tests::golden_two_initiatives();
  const engine::Results results = engine::simulate_point(engine::compile(model), engine::Point::mode);
  const std::string html = to_html(model, engine::find(model, results));
  CHECK_THAT(html, ContainsSubstring("No chance: one trial"));
  CHECK(without_script(html).find("P10 ") == std::string::npos);
}

}  // namespace
}  // namespace wayworth::reports
