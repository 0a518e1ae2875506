#include "scenarios/formulas/business_functions.hpp"

#include <algorithm>
#include <array>

namespace wayworth::scenarios {
namespace {

using enum BusinessFunction;

constexpr std::array<BusinessFunctionTraits, 8> functions = {{
    {"erlang_c_agents", erlang_c_agents, 4},
    {"erlang_c_whole_agents", erlang_c_whole_agents, 4},
    {"erlang_c_service_level", erlang_c_service_level, 4},
    {"erlang_a_agents", erlang_a_agents, 5},
    {"erlang_a_whole_agents", erlang_a_whole_agents, 5},
    {"erlang_a_service_level", erlang_a_service_level, 5},
    {"erlang_a_abandonment", erlang_a_abandonment, 4},
    {"contacts_per_issue", contacts_per_issue, 2},
}};

}  // namespace

std::optional<BusinessFunctionTraits> business_function_named(std::string_view name) {
  const auto* const found =
      std::find_if(functions.begin(), functions.end(), [&](const auto& one) { return one.name == name; });
  if (found == functions.end()) return std::nullopt;
  return *found;
}

std::span<const BusinessFunctionTraits> business_functions() {
  return functions;
}

}  // namespace wayworth::scenarios
