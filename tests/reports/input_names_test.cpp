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

}  // namespace
}  // namespace wayworth::reports
