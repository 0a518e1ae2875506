// Scenarios of several files, templates and variants.

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "scenarios/read_model.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/scenario_text.hpp"

namespace wayworth::tests {
namespace {

namespace fs = std::filesystem;
using scenarios::ReadOptions;
using scenarios::ReadResult;

/// A directory of files that is gone at the end of the test.
class Files {
public:
  Files() { fs::create_directories(directory_); }
  ~Files() { fs::remove_all(directory_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((directory_ / name).parent_path());
    std::ofstream(directory_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] ReadResult read(const ReadOptions& options = {}) const {
    return scenarios::read_model(directory_ / "case.yaml", options);
  }
  /// Without the directory, which is another one each time.
  [[nodiscard]] std::string problems(const ReadOptions& options = {}) const {
    const ReadResult result = read(options);
    std::string text = errors_of(result);
    const std::string prefix = directory_.string() + "/";
    for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }
  [[nodiscard]] const fs::path& directory() const { return directory_; }

private:
  fs::path directory_ = fs::temp_directory_path() / ("wayworth_compose_" + std::to_string(::getpid()));
};

const std::string header =
    "wayworth: 1\nname: Case\ncurrency: USD\nestimates: ends\ntime: {start: 2026-01, horizon: 24 months}\n"
    "finance: {discount_rate: 10%}\n";  // 6 lines
const std::string today =
    "currency: USD\ndrivers:\n  calls: {value: 90k, unit: call/year}\n  price: {value: 5, unit: USD/call}\n"
    "streams:\n  desk: {kind: cost, formula: calls * price}\n";
const std::string project = "costs: [{kind: one_off, value: 10k}]";

TEST_CASE("an included file is part of the scenario, from wherever it stands", "[compose]") {
  const Files files;
  files.write("shared/today.yaml", today);
  files.write("shared/both.yaml",
              "include: [today.yaml]\ninitiatives:\n  faq: {effects: {calls: {change: -5%}}, " + project + "}\n");
  files.write("case.yaml", header +
                               "include: [shared/both.yaml, shared/today.yaml]\ninitiatives:\n"
                               "  chat: {effects: {calls: {change: -9%}}, " +
                               project + "}\n");
  const ReadResult result = files.read();
  CHECK(files.problems().empty());
  REQUIRE(result.model);
  CHECK(result.model->drivers.size() == 2);
  REQUIRE(result.model->initiatives.size() == 2);
  CHECK(result.model->initiatives[0].key == "faq");
  CHECK(result.model->initiatives[1].key == "chat");
}

TEST_CASE("the hash covers every file, and every variant has its own", "[compose]") {
  const Files files;
  files.write("today.yaml", today);
  files.write("case.yaml", header + "include: [today.yaml]\ninitiatives: {a: {" + project +
                               "}}\n"
                               "variants: {dear: {drivers.price: 7}}\n");
  const auto before = files.read();
  const auto dear = files.read({{}, "dear", {}});
  REQUIRE(dear.model);
  CHECK(dear.model->name == "Case (variant dear)");
  CHECK(dear.model->drivers[1].value == engine::number(7.0));
  CHECK(dear.model->drivers[1].unit == "USD/call");
  CHECK(dear.hash != before.hash);
  files.write("today.yaml", today + "# a remark\n");
  CHECK(files.read().hash != before.hash);
}

TEST_CASE("problems of an included file stand in it", "[compose][message]") {
  const Files files;
  files.write("today.yaml", "estimates: p10_p90\ntime: {}\ndrivers:\n  calls: 12 apples\n  price: 3\ndriver: {}\n");
  files.write("case.yaml", header +
                               "include: [today.yaml, today.yaml, none.yaml, /etc/hosts, {}]\n"
                               "drivers: {price: 4}\ninitiatives: {a: {" +
                               project + "}}\n");
  CHECK(
      files.problems() ==
      "case.yaml:7:23: include: `today.yaml` is named twice\n"
      "case.yaml:7:35: include: there is no file `none.yaml`\n"
      "case.yaml:7:46: include: `/etc/hosts` holds on one machine only; write the path from this file on\n"
      "case.yaml:7:58: include: must be the path of a file, not a map\n"
      "today.yaml:1:1: estimates: is `p10_p90` here, but `ends` in the scenario: figures would change their meaning\n"
      "today.yaml:2:1: time: cannot stand in an included file, only in the scenario itself\n"
      "today.yaml:4:13: drivers.calls: an operator is missing before `apples`\n"
      "today.yaml:5:3: drivers.price: stands in line 8 of the scenario too; remove one (`variants` and --set change a "
      "figure)\n"
      "today.yaml:6:1: driver: unknown key `driver`; did you mean `drivers`?\n");
}

TEST_CASE("files that include or extend each other are named", "[compose][message]") {
  const Files files;
  files.write("a.yaml", "include: [b.yaml]\n");
  files.write("b.yaml", "include: [a.yaml]\n");
  files.write("t.yaml", "initiatives: {t: {extends: t}}\n");
  files.write("two.yaml", "initiatives: {t: {}, u: {}}\n");
  files.write("case.yaml", header + "include: [a.yaml]\ninitiatives:\n  x: {extends: t.yaml}\n  y: {extends: two}\n");
  CHECK(files.problems() ==
        "case.yaml:10:16: initiatives.y.extends: `two.yaml` is no template: it must have one initiative\n"
        "b.yaml:1:11: include: includes itself: a.yaml → b.yaml → a.yaml\n"
        "t.yaml:1:28: initiatives.x.extends: `t.yaml` extends itself\n");
}

TEST_CASE("an initiative overrides its template, effect by effect", "[compose]") {
  const Files files;
  files.write("library/base.yaml",
              "initiatives:\n  base:\n    name: Base\n    rollout: {ramp: 6, duration: 2}\n"
              "    costs: [{kind: one_off, value: 1k}, {kind: running, value: 2k, unit: USD/year}]\n");
  files.write("library/chat.yaml",
              "initiatives:\n  chat:\n    extends: base\n    name: Chat\n"
              "    effects: {calls: {change: -9%}, price: {change: 1%}, churn: {add: 1pp}}\n");
  files.write("case.yaml", header +
                               "include: [today.yaml]\ninitiatives:\n  mine:\n    extends: library/chat\n"
                               "    effects: {calls: {change: -4%}, churn: none}\n    rollout: {ramp: 12}\n    " +
                               project + "\n");
  files.write("today.yaml", today);
  CHECK(files.problems().empty());
  const ReadResult result = files.read();
  REQUIRE(result.model);
  const engine::Initiative& mine = result.model->initiatives.at(0);
  CHECK(mine.key == "mine");
  CHECK(mine.name == "Chat");
  REQUIRE(mine.effects.size() == 2);
  CHECK(mine.effects[0].provenance.as_typed == "-4%");
  CHECK(mine.effects[1].provenance.as_typed == "1%");
  CHECK(mine.costs.size() == 1);
  CHECK(mine.rollout.ramp == engine::number(12.0));
  CHECK(mine.rollout.duration == engine::number(2.0));
}

TEST_CASE("the library is looked for where it is said to be, and after the scenario's own", "[compose][message]") {
  const Files files;
  files.write("elsewhere/chat.yaml", "initiatives: {chat: {name: From elsewhere, " + project + "}}\n");
  files.write("case.yaml", header + "initiatives: {a: {extends: library/chat}}\n");
  const ReadOptions elsewhere{{}, "", {files.directory() / "elsewhere"}};
  CHECK(files.read(elsewhere).model.value().initiatives[0].name == "From elsewhere");
  CHECK(files.problems() ==
        "case.yaml:7:28: initiatives.a.extends: there is no `library/chat`: the library is not installed where this "
        "program looks for it; say --library DIR\n");
  files.write("case.yaml", header + "initiatives: {a: {extends: library/chatt}}\n");
  CHECK(files.problems(elsewhere) ==
        "case.yaml:7:28: initiatives.a.extends: the library has no `library/chatt`; did you mean `library/chat`?\n");
  files.write("library/chatt.yaml", "initiatives: {chat: {name: Own, " + project + "}}\n");
  CHECK(files.read(elsewhere).model.value().initiatives[0].name == "Own");
}

TEST_CASE("every variant's paths are checked, chosen or not", "[compose][message]") {
  const Files files;
  files.write("today.yaml", today);
  const std::string start = header + "include: [today.yaml]\ninitiatives: {a: {" + project + "}}\n";
  files.write("case.yaml",
              start + "variants:\n  one: {drivers.prise: 3}\n  two: 5\n  three:\n  four: {drivers.price: x}\n");
  const std::string wrong_paths =
      "case.yaml:10:9: drivers.prise: `drivers` has no `prise`; did you mean `price`?\n"
      "case.yaml:11:8: variants.two: must be a map of path: value, not text\n"
      "case.yaml:12:3: variants.three: must be a map of path: value, not empty\n";
  CHECK(files.problems() == wrong_paths);
  CHECK(files.problems({{}, "four", {}}) == wrong_paths +
                                                "case.yaml:13:25: drivers.price: unknown name `x`; known are "
                                                "calls, price, desk\n");
  CHECK(files.problems({{}, "for", {}}) ==
        "case.yaml: variants: there is no variant `for`; did you mean `four`?\n" + wrong_paths);
}

TEST_CASE("every template of the library can be used", "[compose]") {
  std::size_t count = 0;
  for (const auto& file : fs::directory_iterator(WAYWORTH_SOURCE_DIR "/library")) {
    if (file.path().extension() != ".yaml") continue;
    ++count;
    const Files files;
    files.write("case.yaml",
                header +
                    "drivers:\n  contacts: {value: 1M, unit: contact/year}\n  handle_time: {value: 6, unit: "
                    "minute/contact}\n  churn: 11%\n  agent_turnover: {value: 0.3, unit: 1/year}\ninitiatives: {it: "
                    "{extends: library/" +
                    file.path().stem().string() + "}}\n");
    const ReadResult result = files.read({{}, "", {WAYWORTH_SOURCE_DIR "/library"}});
    INFO(result.problems.to_text(""));
    REQUIRE(result.model);
    CHECK_FALSE(result.problems.has_errors());
    const engine::Initiative& it = result.model->initiatives[0];
    CHECK(it.effects.size() >= 1);
    CHECK(it.costs.size() == 2);
    for (const engine::Effect& effect : it.effects) {
      CHECK_FALSE(effect.provenance.source.empty());
      CHECK(effect.provenance.evidence != engine::Evidence::unstated);
    }
  }
  CHECK(count >= 6);
}

}  // namespace
}  // namespace wayworth::tests
