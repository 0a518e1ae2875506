#include "scenarios/sections/read_initiatives.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "scenarios/sections/read_benefits.hpp"
#include "scenarios/sections/read_costs.hpp"
#include "scenarios/sections/read_effects.hpp"
#include "scenarios/sections/read_heading.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Experience;
using engine::Pillar;
using engine::RampShape;
using engine::Stage;
using Use = Key::Use;

constexpr std::array<Choice<Pillar>, 4> pillar_words = {{
    {"strategy", Pillar::strategy},
    {"people", Pillar::people},
    {"process", Pillar::process},
    {"technology", Pillar::technology},
}};

constexpr std::array<Choice<Experience>, 2> experience_words = {{
    {"customers", Experience::customers},
    {"staff", Experience::staff},
}};

constexpr std::array<Choice<Stage>, 4> stage_words = {{
    {"siloed", Stage::siloed},
    {"optimise", Stage::optimise},
    {"omnichannel", Stage::omnichannel},
    {"journey", Stage::journey},
}};

constexpr std::array<Choice<RampShape>, 3> shape_words = {{
    {"linear", RampShape::linear},
    {"s_curve", RampShape::s_curve},
    {"step", RampShape::step},
}};

/// Of the key `needs`: an initiative, with or without months.
constexpr Shape need = shapes::either<shapes::text, shapes::map_of<shapes::constant>>;

constexpr std::array<Key, 13> keys = {{
    {"extends", Use::optional, shapes::text, "a file with one initiative, whose keys hold where this one has none"},
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"pillars", Use::optional, shapes::list_of<shapes::one_of<pillar_words>>, "the fields that it works on"},
    {"improves", Use::optional, shapes::list_of<shapes::one_of<experience_words>>,
     "whose experience it makes better; no figure rests on it"},
    {"stage", Use::optional, shapes::one_of<stage_words>, "the maturity that it belongs to"},
    {"current_state", Use::optional, shapes::text, "how it is today"},
    {"future_state", Use::optional, shapes::text, "how it will be"},
    {"effects", Use::optional, shapes::map_of<shapes::section_or_sections>, "how it changes drivers and streams"},
    {"benefits", Use::optional, shapes::list_of<shapes::section>, "value that is stated directly"},
    {"costs", Use::optional, shapes::list_of<shapes::section>, "what it costs"},
    {"rollout", Use::optional, shapes::section, "how it comes to life"},
    {"needs", Use::optional, shapes::list_of<need>,
     "prerequisites: it starts only after they are live, or have been so for some months: `{key: months}`"},
    {"effort", Use::optional, shapes::map_of<shapes::figure>,
     "the people it needs, by role; spread evenly over the implementation"},
}};

enum class DelayedCost { more, same };
constexpr std::array<Choice<DelayedCost>, 2> delayed_costs = {
    {{"more", DelayedCost::more}, {"same", DelayedCost::same}}};

constexpr std::array<Key, 9> rollout_key_table = {{
    {"duration", Use::optional, shapes::figure, "of the implementation, from start to go-live"},
    {"ramp", Use::optional, shapes::figure, "from go-live to full adoption"},
    {"shape", Use::optional, shapes::one_of<shape_words>, "of the ramp"},
    {"success", Use::optional, shapes::constant, "probability that it works; its cost is spent all the same"},
    {"if_it_fails", Use::optional, shapes::figure, "the part of the effect that is left when it does not"},
    {"delay", Use::optional, shapes::figure, "of go-live, beyond the duration"},
    {"cost_of_delay", Use::optional, shapes::one_of<delayed_costs>,
     "the team works on: one-off costs of the implementation are `more`, in proportion; or the `same` in all"},
    {"decay", Use::optional, shapes::figure_with_percent, "the part of the effect that is lost in a year"},
    {"decay_after", Use::optional, shapes::figure, "from go-live until decay sets in"},
}};

/// A list of words that each stand in it once.
template <class Word, std::size_t count>
std::vector<Word> read_words(const MapReader& reader, const char* key, const std::array<Choice<Word>, count>& known) {
  std::vector<Word> words;
  const DocumentNode* const node = reader.find(key);
  const std::string path = reader.path_of(key);
  if (node == nullptr || !expect_list(*node, path, key, reader.problems())) return words;
  for (const DocumentNode& item : node->items) {
    const std::optional<Word> word = reader.choice_of(item, path, known);
    if (!word) continue;
    if (std::find(words.begin(), words.end(), *word) != words.end()) {
      reader.problems().error(item.place, path, fmt::format("`{}` is named twice", item.text));
    }
    words.push_back(*word);
  }
  return words;
}

std::vector<NeedSection> read_needs(const MapReader& reader, const ReadContext& context) {
  std::vector<NeedSection> needs;
  const DocumentNode* const node = reader.find("needs");
  const std::string path = reader.path_of("needs");
  if (node == nullptr || !expect_list(*node, path, "initiatives", reader.problems())) return needs;
  for (const DocumentNode& item : node->items) {
    if (item.is_scalar()) {
      needs.push_back({{item.text, item.place}, 0.0});
    } else if (item.is_map() && item.entries.size() == 1) {
      const DocumentEntry& entry = item.entries.front();
      const std::optional<double> lag = read_constant(entry.value, join_path(path, entry.key), context,
                                                      {is_amount, "a number of months, at least 0"});
      needs.push_back({{entry.key, entry.key_place}, lag.value_or(0.0)});
    } else {
      reader.problems().error(
          item.place, path,
          fmt::format("must be the key of an initiative, or {{key: months that it must have been live}}, not {}",
                      name_of(item.kind)));
    }
  }
  return needs;
}

std::vector<EffortSection> read_efforts(const MapReader& reader, const ReadContext& context) {
  std::vector<EffortSection> efforts;
  const DocumentNode* const node = reader.find("effort");
  const std::string path = reader.path_of("effort");
  if (node == nullptr || !expect_map(*node, path, "role: person-months", reader.problems())) return efforts;
  for (const DocumentEntry& entry : node->entries) {
    if (std::optional<Figure> figure = read_figure(entry.value, join_path(path, entry.key), context)) {
      efforts.push_back({{entry.key, entry.key_place}, std::move(*figure)});
    }
  }
  return efforts;
}

RolloutSection read_rollout(const MapReader& initiative, const ReadContext& context) {
  const DocumentNode* const node = initiative.find("rollout");
  if (node == nullptr) return {};
  const MapReader reader(*node, initiative.path_of("rollout"), rollout_key_table, context.problems);
  RolloutSection rollout;
  rollout.duration = read_figure(reader, "duration", context);
  rollout.ramp = read_figure(reader, "ramp", context);
  rollout.shape = reader.choice("shape", shape_words).value_or(RampShape::linear);
  rollout.success = read_figure(reader, "success", context);
  rollout.if_it_fails = read_figure(reader, "if_it_fails", context);
  rollout.delay = read_figure(reader, "delay", context);
  rollout.costs_more_when_delayed = reader.choice("cost_of_delay", delayed_costs) != DelayedCost::same;
  rollout.decay = read_figure(reader, "decay", context);
  rollout.decay_after = read_figure(reader, "decay_after", context);
  return rollout;
}

InitiativeSection read_initiative(const DocumentEntry& entry, const ReadContext& context) {
  const std::string path = join_path("initiatives", entry.key);
  const MapReader reader(entry.value, path, keys, context.problems);
  InitiativeSection initiative;
  initiative.heading = read_heading(entry, path, context.problems);
  if (!entry.value.is_map()) return initiative;
  initiative.heading.name = reader.text("name").value_or(entry.key);
  initiative.pillars = read_words(reader, "pillars", pillar_words);
  initiative.improves = read_words(reader, "improves", experience_words);
  initiative.stage = reader.choice("stage", stage_words).value_or(Stage::unstated);
  initiative.current_state = reader.text("current_state").value_or("");
  initiative.future_state = reader.text("future_state").value_or("");
  if (const auto* const node = reader.find("effects")) {
    initiative.effects = read_effects(*node, reader.path_of("effects"), context);
  }
  if (const auto* const node = reader.find("benefits")) {
    initiative.benefits = read_benefits(*node, reader.path_of("benefits"), context);
  }
  if (const auto* const node = reader.find("costs")) {
    initiative.costs = read_costs(*node, reader.path_of("costs"), context);
  }
  initiative.rollout = read_rollout(reader, context);
  initiative.needs = read_needs(reader, context);
  initiative.efforts = read_efforts(reader, context);
  return initiative;
}

}  // namespace

const SectionKeys initiative_keys = {"initiatives.*", keys};
const SectionKeys rollout_keys = {"initiatives.*.rollout", rollout_key_table};

std::vector<InitiativeSection> read_initiatives(const DocumentNode& node, const ReadContext& context) {
  std::vector<InitiativeSection> initiatives;
  if (!expect_map(node, "initiatives", "initiative: keys and values", context.problems)) return initiatives;
  if (node.entries.empty()) context.problems.error(node.place, "initiatives", "needs at least one initiative");
  for (const DocumentEntry& entry : node.entries) initiatives.push_back(read_initiative(entry, context));
  return initiatives;
}

}  // namespace wayworth::scenarios
