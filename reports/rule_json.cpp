#include "reports/rule_json.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reports/read_json_parts.hpp"
#include "reports/sections/limit_words.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;
using engine::RuleOrigin;

constexpr std::array<std::string_view, 15> kinds = {"none", "phases",   "start_every",  "blackout", "window",
                                                    "must", "exclude",  "at_least",     "at_most",  "gate",
                                                    "need", "capacity", "phase_budget", "budget",   "self_funding"};
static_assert(static_cast<std::size_t>(RuleOrigin::Kind::self_funding) + 1 == kinds.size());

}  // namespace

Json rule_json(const Model& model, const RuleOrigin& origin) {
  return {{"words", rule_in_words(model, origin)},
          {"kind", kinds[static_cast<std::size_t>(origin.kind)]},
          {"index", origin.index},
          {"item", origin.item}};
}

Json rules_json(const Model& model, const std::vector<RuleOrigin>& origins) {
  Json all = Json::array();
  for (const RuleOrigin& origin : origins) all.push_back(rule_json(model, origin));
  return all;
}

RuleOrigin read_rule(const Json& json) {
  const auto kind = json.at("kind").get<std::string>();
  const auto* const found = std::find(kinds.begin(), kinds.end(), kind);
  if (found == kinds.end()) throw Json::other_error::create(501, kind + " is no rule of a roadmap", &json);
  return {static_cast<RuleOrigin::Kind>(found - kinds.begin()), json.at("index"), json.at("item")};
}

std::vector<RuleOrigin> read_rules(const Json& json) {
  std::vector<RuleOrigin> rules;
  for (const Json& one : json) rules.push_back(read_rule(one));
  return rules;
}

Json starts_json(const Model& model, const engine::Schedule& starts) {
  Json json = Json::object();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (starts[i]) json[model.initiatives[i].key] = *starts[i];
  }
  return json;
}

engine::Schedule read_starts(const Json& json, const Model& model) {
  engine::Schedule starts(model.initiatives.size());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const auto start = json.find(model.initiatives[i].key);
    if (start != json.end()) starts[i] = start->get<std::size_t>();
  }
  return starts;
}

}  // namespace wayworth::reports
