#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace wayworth::scenarios {

/// A function of the language whose arguments are figures of a business with units of their own: a count per time, a
/// time. What it computes is made of functions of the engine, which know no units.
enum class BusinessFunction {
  erlang_c_agents,         ///< (calls, handle_time, service_level, within)
  erlang_c_whole_agents,   ///< likewise
  erlang_c_service_level,  ///< (agents, calls, handle_time, within)
  erlang_a_agents,         ///< (calls, handle_time, service_level, within, patience)
  erlang_a_whole_agents,   ///< likewise
  erlang_a_service_level,  ///< (agents, calls, handle_time, within, patience)
  erlang_a_abandonment,    ///< (agents, calls, handle_time, patience)
  contacts_per_issue       ///< (fcr, repeat_share)
};

struct BusinessFunctionTraits {
  std::string_view name;
  BusinessFunction function;
  std::size_t arguments;
};

/// The function of this name; nothing when there is none.
std::optional<BusinessFunctionTraits> business_function_named(std::string_view name);

std::span<const BusinessFunctionTraits> business_functions();

}  // namespace wayworth::scenarios
