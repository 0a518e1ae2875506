#include "reports/input_names.hpp"

#include "engine/distributions/uniform.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

engine::Model model_with(const std::string& path) {
  engine::Model model;
  model.inputs = {{path, engine::Uniform::make(0.0, 1.0)}};
  engine::Driver driver;
  driver.key = "handle_time";
  driver.name = "Handle time";
  model.drivers = {driver};
  engine::Initiative chat;
  chat.key = "chat";
  chat.name = "Web chat";
  engine::Initiative chatbot = chat;
  chatbot.key = "chatbot";
  chatbot.name = "Chat bot";
  model.initiatives = {chat, chatbot};
  return model;
}

std::string words_of(const std::string& path) {
  return input_in_words(model_with(path), engine::InputId{0});
}

TEST_CASE("inputs are called by the names of the scenario", "[reports]") {
  CHECK(words_of("drivers.handle_time") == "Handle time");
  CHECK(words_of("drivers.handle_time.growth") == "Handle time: growth");
  CHECK(words_of("initiatives.chat.effects.handle_time") == "Web chat: effect on Handle time");
  CHECK(words_of("initiatives.chatbot.rollout.success") == "Chat bot: success");
  CHECK(words_of("initiatives.chatbot.rollout.duration") == "Chat bot: duration");
  CHECK(words_of("segments.cards.churn") == "segments.cards.churn");
}

TEST_CASE("an input belongs to the initiative whose whole key its path has", "[reports]") {
  CHECK(initiative_of(model_with("initiatives.chatbot.rollout.success"), engine::InputId{0}) ==
        engine::InitiativeId{1});
  CHECK(initiative_of(model_with("initiatives.chat.rollout.success"), engine::InputId{0}) == engine::InitiativeId{0});
  CHECK(!initiative_of(model_with("drivers.handle_time"), engine::InputId{0}));
}

TEST_CASE("values of inputs are written as the scenario has them", "[reports]") {
  engine::Model model = model_with("drivers.handle_time");
  const engine::InputId input{0};
  const engine::Expression draw{engine::Expression::Draw{input}};
  CHECK(input_value_text(model, input, 0.14567891) == "0.146");
  CHECK(input_value_text(model, input, 3139876.5) == "3,140,000");
  CHECK(input_value_text(model, input, engine::Estimate{0.14567, 0.012}) == "0.15");
  model.drivers[0].value = draw;
  CHECK(input_value_text(model, input, 0.14567891) == "0.146");
  model.drivers[0].unit = "share";
  CHECK(input_value_text(model, input, 0.14567891) == "14.6 %");
  CHECK(input_value_text(model, input, engine::Estimate{0.14567, 0.002}) == "14.6 %");
  CHECK(driver_value_text(model, engine::DriverId{0}, 0.35) == "35 %");
  // Of a formula it is only a part: what it is a share of is not known.
  model.drivers[0].value = engine::call(engine::Function::divide, {engine::number(1.0), draw});
  CHECK(input_value_text(model, input, 0.14567891) == "0.146");

  model = model_with("initiatives.chat.effects.handle_time");
  const engine::Expression less = engine::call(engine::Function::negate, {draw});
  model.initiatives[0].effects = {{engine::DriverId{0}, engine::EffectKind::change, less, {}}};
  CHECK(input_value_text(model, input, 0.025) == "2.5 %");
  model.initiatives[0].effects[0].kind = engine::EffectKind::add;
  CHECK(input_value_text(model, input, 0.025) == "0.025");
  model.drivers[0].unit = "share";
  CHECK(input_value_text(model, input, 0.025) == "2.5 pp");
}

TEST_CASE("an input has the unit of what it is drawn for", "[reports]") {
  engine::Model model = model_with("initiatives.chat.costs.Run");
  model.currency = "USD";
  const engine::InputId input{0};
  const engine::Expression draw{engine::Expression::Draw{input}};
  CHECK(input_unit(model, input).empty());
  model.initiatives[0].costs = {{.name = "Run", .kind = engine::CostKind::running, .amount = draw}};
  CHECK(input_unit(model, input) == "USD/year");
  model.initiatives[0].costs[0].kind = engine::CostKind::one_off;
  CHECK(input_unit(model, input) == "USD");

  model = model_with("initiatives.chat.rollout.duration");
  model.initiatives[0].rollout.duration = draw;
  CHECK(input_unit(model, input) == "month");

  model = model_with("drivers.handle_time");
  model.drivers[0].value = draw;
  model.drivers[0].unit = "second/call";
  CHECK(input_unit(model, input) == "second/call");
  CHECK(!is_in_percent(model, input));
  model.drivers[0].unit = "share";  // the value says so itself
  CHECK(input_unit(model, input).empty());
  CHECK(is_in_percent(model, input));
}

}  // namespace
}  // namespace wayworth::reports
