#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/temporary_directory.hpp"

using namespace wayworth::cli;
using wayworth::tests::ContainsSubstring;
using wayworth::tests::Outcome;

namespace {

/// The gain is 100 * share * price - 4,000 in one year, unless it fails; the share decides.
const std::string shop = R"(wayworth: 1
name: Shop
currency: EUR
estimates: ends
time: {start: 2026-01, horizon: 12 months, step: year}
finance: {discount_rate: 0%, discounting: end}
simulation: {trials: 2048, seed: 1}
drivers:
  share: {value: uniform(20%, 80%)}
  price: {value: uniform(90, 110), unit: EUR/year}
initiatives:
  shop:
    name: Open a shop
    benefits:
      - {name: Sales, kind: revenue, value: 100 * share * price, unit: EUR/year}
    costs:
      - {name: Rent, kind: one_off, value: 4k, from: start}
    rollout: {duration: 0, ramp: 0, success: 90%, if_it_fails: 0%}
options:
  open: {starts: {shop: 1}}
)";

Outcome run(const std::vector<std::string>& arguments) {
  return wayworth::tests::run(arguments, shop);
}

}  // namespace

TEST_CASE("the sensitivity of a small case fits 80 columns and says what to measure", "[cli]") {
  const Outcome outcome = run({"sensitivity", "-", "--width", "80"});
  CHECK(outcome.err.empty());
  REQUIRE(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("What drives it"));
  CHECK_THAT(outcome.out, ContainsSubstring("Measure share (worth up to EUR"));
}

TEST_CASE("the JSON of a sensitivity analysis has every table, and the same bytes for any threads", "[cli]") {
  const Outcome outcome = run({"sensitivity", "-", "--json", "-", "--threads", "1"});
  REQUIRE(outcome.code == ExitCode::done);
  CHECK(run({"sensitivity", "-", "--json", "-", "--threads", "3"}).out == outcome.out);
  const auto json = nlohmann::json::parse(outcome.out);
  CHECK(json["format"] == "wayworth-sensitivity");
  CHECK(json["from_trials"]["inputs"][0]["input"] == "drivers.share");
  CHECK(json["one_at_a_time"].size() == 3);
  // Mean, median and a chance of loss of 10 %: which a tenth of failures already uses up, but for nothing else.
  CHECK(json["break_even"]["targets"].size() == 3);
  const auto& share = json["break_even"]["figures"][0];
  CHECK(share["input"] == "drivers.share");
  CHECK(share["places"][0]["target"] == 0);
  CHECK_THAT(share["places"][0]["value"].get<double>(), wayworth::tests::WithinAbs(0.4444, 0.005));
  CHECK_THAT(share["now"].get<double>(), wayworth::tests::WithinAbs(0.5, 1e-12));
  CHECK(json["break_even"]["headroom"][0]["benefits"].size() == 3);
  CHECK(json["break_even"]["by_initiative"][0]["figures"][0]["input"] == "drivers.share");
  CHECK(json["decisions"][0]["choices"].back()["choice"] == "nothing");
  CHECK(json["decisions"][1]["initiative"] == "shop");
  CHECK(json["variance_shares"]["by_kind"].empty());
}

TEST_CASE("sensitivity answers what is asked with --table and --pilot", "[cli]") {
  const Outcome outcome = run({"sensitivity", "-", "--width", "80", "--table", "share,drivers.price", "--pilot",
                               "drivers.share=50", "--pilot", "price=4,sd=20"});
  CHECK(outcome.err.empty());
  REQUIRE(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.out, ContainsSubstring("Mean NPV by share (rows) and price (columns)"));
  CHECK_THAT(outcome.out, ContainsSubstring("50 of share"));
  CHECK_THAT(outcome.out, ContainsSubstring("What the worst futures have in common"));
  CHECK_THAT(outcome.out, ContainsSubstring("What would turn a decision"));
  const Outcome as_json = run({"sensitivity", "-", "--json", "-", "--table", "share,price", "--pilot", "share=50"});
  const auto json = nlohmann::json::parse(as_json.out);
  CHECK(json["two_way_tables"][0]["means"].size() == 5);
  CHECK(json["spider"][0]["means"].size() == 9);
  CHECK(json["worst_trials"]["trials"] == 102);
  CHECK(json["decisions"][0]["pilots"][0]["observations"] == 50.0);
  CHECK(json["decisions"][0]["flip"]["changes"][0]["input"] == "drivers.share");
  CHECK(json["decisions"][0]["groups"][0]["group"] == "Today's business");
}

TEST_CASE("sensitivity searches for the targets that it is told to", "[cli][known-answer]") {
  const std::vector<std::string> asked = {"sensitivity", "-",         "--target", "npv=500",
                                          "--target",    "npv.p25=0", "--target", "cash_npv=-1k"};
  std::vector<std::string> to_json = asked;
  to_json.insert(to_json.end(), {"--json", "-"});
  const auto json = nlohmann::json::parse(run(to_json).out);
  REQUIRE(json["break_even"]["targets"].size() == 3);
  CHECK(json["break_even"]["targets"][1]["quantile"] == 0.25);
  const auto& places = json["break_even"]["figures"][0]["places"];
  REQUIRE(places.size() == 3);
  // 0.9 * 10,000 * share - 4,000 is 500, and -1,000.
  CHECK_THAT(places[0]["value"].get<double>(), wayworth::tests::WithinAbs(0.5, 0.005));
  CHECK_THAT(places[2]["value"].get<double>(), wayworth::tests::WithinAbs(1.0 / 3.0, 0.005));
  std::vector<std::string> to_text = asked;
  to_text.insert(to_text.end(), {"--width", "80"});
  const Outcome text = run(to_text);
  CHECK_THAT(text.out, ContainsSubstring("By how much all benefits could change before it breaks"));
}

TEST_CASE("sensitivity says what it cannot understand", "[cli]") {
  const auto message = [](const std::string& option, const std::string& text) {
    const Outcome outcome = run({"sensitivity", "-", option, text});
    CHECK(outcome.code == ExitCode::wrong_usage);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK_THAT(message("--table", "share"), ContainsSubstring("must be two uncertain figures"));
  CHECK_THAT(message("--table", "share,prize"), ContainsSubstring("'prize' is not an uncertain figure; did you mean"));
  CHECK_THAT(message("--table", "share,share"), ContainsSubstring("names one figure twice"));
  CHECK_THAT(message("--target", "npv"), ContainsSubstring("must be an output and a value, such as npv=0"));
  CHECK_THAT(message("--target", "roi=1"), ContainsSubstring("must be about npv, cash_npv or probability_of_loss"));
  CHECK_THAT(message("--target", "shop.npv=1"), ContainsSubstring("`wayworth solve` takes any output"));
  CHECK_THAT(message("--target", "probability_of_loss=0"), ContainsSubstring("above 0 % and below 100 %"));
  CHECK_THAT(message("--pilot", "share"), ContainsSubstring("must be a figure and how many observations"));
  CHECK_THAT(message("--pilot", "share=0"), ContainsSubstring("whole number of observations"));
  CHECK_THAT(message("--pilot", "price=5"), ContainsSubstring("price=5,sd=..."));
  CHECK_THAT(message("--pilot", "price=5,sd=0"), ContainsSubstring("sd must be above 0"));
  CHECK_THAT(message("--pilot", "shop.rollout.success=5"), ContainsSubstring("decided by chance"));
  const Outcome few = run({"sensitivity", "-", "--trials", "100"});
  CHECK(few.code == ExitCode::wrong_scenario);
  CHECK_THAT(few.err, ContainsSubstring("needs 256 or more"));
}

TEST_CASE("a case without chance has no sensitivity", "[cli]") {
  const Outcome outcome = run({"sensitivity", "-", "--set", "drivers.share=50%", "--set", "drivers.price=100", "--set",
                               "initiatives.shop.rollout.success=100%"});
  CHECK(outcome.code == ExitCode::wrong_scenario);
  CHECK_THAT(outcome.err, ContainsSubstring("nothing is uncertain"));
}

TEST_CASE("solve finds where a figure meets a target", "[cli][known-answer]") {
  // Without chance: 100 * share * 100 * 0.9 = 4,000.
  const Outcome mean = run({"solve", "-", "--vary", "drivers.share", "--target", "npv=0", "--point", "mean"});
  CHECK(mean.err.empty());
  CHECK_THAT(mean.out, ContainsSubstring("44.44 %"));
  const Outcome percent = run({"solve", "-", "--vary", "initiatives.shop.rollout.success", "--target",
                               "shop.pv_revenue.mean=2.5k", "--from", "10%", "--to", "100%", "--point", "mean"});
  CHECK_THAT(percent.out, ContainsSubstring("50 %"));
  const Outcome none =
      run({"solve", "-", "--vary", "drivers.price", "--target", "npv=1M", "--from", "50", "--to", "150"});
  CHECK(none.code == ExitCode::done);
  CHECK_THAT(none.out, ContainsSubstring("None from 50 to 150."));
  // A tenth of the futures fail; of the others as many lose as have a share below 4,000 / (100 * price).
  const Outcome loss = run({"solve", "-", "--vary", "initiatives.shop.costs.Rent.value", "--target",
                            "probability_of_loss=10%", "--from", "1", "--to", "8k"});
  CHECK_THAT(loss.out, ContainsSubstring("initiatives.shop.costs.Rent.value"));
}

TEST_CASE("solve reads the variant that it is told to", "[cli][known-answer]") {
  const std::string dear = shop + "variants: {dear: {drivers.price: 200}}\n";
  const Outcome outcome = wayworth::tests::run(
      {"solve", "-", "--vary", "drivers.share", "--target", "npv=0", "--point", "mean", "--variant", "dear"}, dear);
  CHECK_THAT(outcome.out, ContainsSubstring("22.22 %"));
}

TEST_CASE("solve says what it cannot understand", "[cli]") {
  const auto message = [](const std::vector<std::string>& arguments) {
    const Outcome outcome = run(arguments);
    CHECK(outcome.code == ExitCode::wrong_usage);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  const auto target = [&](const std::string& text) {
    return message({"solve", "-", "--vary", "drivers.share", "--target", text});
  };
  CHECK_THAT(target("npv"), ContainsSubstring("must be an output and a value, such as npv=0"));
  CHECK_THAT(target("nvp=0"), ContainsSubstring("'nvp' is not a measure; did you mean `npv`?"));
  CHECK_THAT(target("shp.npv=0"), ContainsSubstring("did you mean `shop`?"));
  CHECK_THAT(target("npv.p11=0"), ContainsSubstring("'p11' must be mean, p5"));
  CHECK_THAT(target("npv.p10.p5=0"), ContainsSubstring("one word too many"));
  CHECK_THAT(target("npv=much"), ContainsSubstring("'much' must be a number"));
  CHECK_THAT(message({"solve", "-", "--vary", "initiatives.shop.costs.Rent.value", "--target", "npv=0"}),
             ContainsSubstring("say where to search with --from and --to"));
  CHECK_THAT(message({"solve", "-", "--vary", "drivers.share", "--target", "npv=0", "--from", "1"}),
             ContainsSubstring("--from and --to go together"));
  CHECK_THAT(message({"solve", "-", "--vary", "drivers.share", "--target", "npv=0", "--from", "2", "--to", "1"}),
             ContainsSubstring("--from must be less than --to"));
  const Outcome wrong_path =
      run({"solve", "-", "--vary", "drivers.shares", "--target", "npv=0", "--from", "1", "--to", "2"});
  CHECK(wrong_path.code == ExitCode::wrong_scenario);
  CHECK_THAT(wrong_path.err, ContainsSubstring("shares"));
}

TEST_CASE("a sensitivity analysis is drawn in report.html, with a table behind each chart", "[cli]") {
  const wayworth::tests::TemporaryDirectory directory;
  const Outcome outcome =
      run({"sensitivity", "-", "--trials", "1024", "--table", "share,price", "-o", directory.at("out")});
  INFO(outcome.err);
  REQUIRE(outcome.code == ExitCode::done);
  CHECK_THAT(outcome.err, ContainsSubstring("Wrote " + directory.at("out/report.html")));
  const std::string html = wayworth::tests::content_of(directory.at("out/report.html"));
  for (const char* id : {"id=\"tornado\"", "id=\"spider\"", "id=\"two-way-1\"", "<section id=\"turns\">"}) {
    CHECK_THAT(html, ContainsSubstring(id));
  }
  CHECK_THAT(html, ContainsSubstring("Mean NPV along one input, at its percentiles"));
  CHECK_THAT(html, ContainsSubstring("What the worst futures have in common"));
  CHECK_THAT(html, ContainsSubstring("no longer worth doing when"));
  const auto json = nlohmann::json::parse(wayworth::tests::content_of(directory.at("out/results.json")));
  CHECK(json["sensitivity_analysis"]["two_way_tables"].size() == 1);
  CHECK(json["sensitivity_analysis"]["format"] == "wayworth-sensitivity");
}
