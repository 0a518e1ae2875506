#include "scenarios/formulas/reserved_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "scenarios/formulas/business_functions.hpp"
#include "scenarios/formulas/make_distribution.hpp"
#include "scenarios/formulas/syntax.hpp"

namespace wayworth::scenarios {
namespace {

using engine::Function;

constexpr std::array<std::pair<std::string_view, Function>, 22> functions = {{
    {negation, Function::negate}, {"+", Function::add},
    {"-", Function::subtract},    {"*", Function::multiply},
    {"/", Function::divide},      {"^", Function::power},
    {"<", Function::less},        {"<=", Function::less_equal},
    {">", Function::greater},     {">=", Function::greater_equal},
    {"==", Function::equal},      {"!=", Function::not_equal},
    {"if", Function::choose},     {"min", Function::minimum},
    {"max", Function::maximum},   {"clamp", Function::clamp},
    {"abs", Function::absolute},  {"exp", Function::exponential},
    {"log", Function::logarithm}, {"sqrt", Function::square_root},
    {"round", Function::round},   {"floor", Function::floor},
}};

constexpr std::array<std::string_view, 6> other_words = {"t", "year", "to", "all", "initiatives", no_limit};

}  // namespace

std::optional<Function> function_named(std::string_view name) {
  const auto found =
      std::find_if(functions.begin(), functions.end(), [&](const auto& one) { return one.first == name; });
  if (found == functions.end()) return std::nullopt;
  return found->second;
}

bool is_function(std::string_view name) {
  return function_named(name).has_value() || business_function_named(name).has_value();
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const auto& [name, function] : functions) {
    if (std::isalpha(static_cast<unsigned char>(name.front())) != 0 && name != negation) names.emplace_back(name);
  }
  for (const BusinessFunctionTraits& one : business_functions()) names.emplace_back(one.name);
  return names;
}

bool is_reserved(std::string_view word) {
  return is_function(word) || is_distribution(word) ||
         std::find(other_words.begin(), other_words.end(), word) != other_words.end();
}

std::vector<std::string> reserved_words() {
  std::vector<std::string> words(other_words.begin(), other_words.end());
  for (std::string& name : function_names()) words.push_back(std::move(name));
  for (std::string& name : distribution_names()) words.push_back(std::move(name));
  return words;
}

}  // namespace wayworth::scenarios
