#include "scenarios/json_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "scenarios/formulas/reserved_words.hpp"
#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/section_keys.hpp"

namespace wayworth::scenarios {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Shape::Kind;

/// Letters of any script, digits and _, not beginning with a digit: said by what is left out, as the regular
/// expressions of JSON Schema know no scripts.
constexpr const char* name_pattern = "^[^\\u0000-@\\[-^`{-\\u007f][^\\u0000-/:-@\\[-^`{-\\u007f]*$";

/// `{value: normal(62k, 5k)}` is one entry for Wayworth, but for YAML `5k)` is a second key, without a value.
constexpr const char* rest_of_formula_pattern = "^[-+.0-9]|\\)$";

/// Numbers as people write them elsewhere: 1,000 and $5 and 5K and 0x5 and 1_000 and 5 %.
constexpr const char* wrong_number_pattern = "^[^(]*,|[$€£¥]|^[-+]?[0-9.]+(K|x|_| %)";

/// Numbers of the language, such as 62k and 27%, are text for YAML.
Json number_or_formula(bool with_percent = false) {
  Json text = {{"type", "string"}, {"not", {{"pattern", wrong_number_pattern}}}};
  Json number = with_percent ? Json{{"const", 0}} : Json{{"type", "number"}};
  return {{"anyOf", {std::move(text), std::move(number)}}};
}

Json figure(bool with_percent = false) {
  Json one = number_or_formula(with_percent);
  Json three = {{"type", "array"}, {"items", one}, {"minItems", 3}, {"maxItems", 3}};
  one["anyOf"].push_back(std::move(three));
  return one;
}

Json unit() {
  return {{"type", {"string", "number"}}};
}

Json text_like(std::string_view pattern) {
  if (pattern.empty()) return {{"type", {"string", "number", "boolean"}}};
  return {{"type", "string"}, {"pattern", pattern}};
}

Json whole_number(const Shape& shape) {
  Json schema = {{"type", "integer"}, {"minimum", shape.least}};
  if (shape.most > 0) schema["maximum"] = shape.most;
  return schema;
}

const SectionKeys& table_of(std::string_view path) {
  const auto tables = all_section_keys();
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& table) { return table.path == path; });
  if (found == tables.end()) throw std::logic_error("no table of keys for " + std::string(path));
  return *found;
}

Json schema_of(const Shape& shape, const std::string& path);

Json section(const std::string& path) {
  Json required = Json::array();
  Json properties = Json::object();
  for (const Key& key : table_of(path).keys) {
    if (key.use == Key::Use::required) required.push_back(key.name);
    Json& property = properties[std::string(key.name)];
    property["description"] = key.meaning;
    property.update(schema_of(key.shape, join_path(path, key.name)));
  }
  Json schema = {{"type", "object"}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["properties"] = std::move(properties);
  schema["patternProperties"] = {{rest_of_formula_pattern, {{"type", "null"}}}};
  schema["additionalProperties"] = false;
  return schema;
}

Json map_of(const Shape& shape, const std::string& path) {
  Json schema = {{"type", "object"}};
  if (shape.keys_are_names) {
    Json a_name = {{"pattern", name_pattern}, {"not", {{"enum", reserved_words()}}}};
    schema["propertyNames"] = {{"anyOf", {std::move(a_name), {{"pattern", rest_of_formula_pattern}}}}};
  }
  schema["patternProperties"] = {{rest_of_formula_pattern, {{"type", "null"}}}};
  schema["additionalProperties"] = schema_of(*shape.item, path + ".*");
  return schema;
}

Json schema_of(const Shape& shape, const std::string& path) {
  switch (shape.kind) {
    case Kind::anything:
      return Json::object();
    case Kind::text:
      return text_like(shape.pattern);
    case Kind::text_or_texts:
      return {{"anyOf", {text_like({}), {{"type", "array"}, {"items", text_like({})}}}}};
    case Kind::figure:
      return figure(shape.with_percent);
    case Kind::constant:
      return number_or_formula(shape.with_percent);
    case Kind::unit:
      return unit();
    case Kind::whole_number:
      return whole_number(shape);
    case Kind::word:
      return {{"enum", shape.words}};
    case Kind::list:
      return {{"type", "array"}, {"items", schema_of(*shape.item, path)}};
    case Kind::map:
      return map_of(shape, path);
    case Kind::section:
      return section(path);
    case Kind::figure_or_section:
      return {{"anyOf", {figure(), section(path)}}};
    case Kind::section_or_sections: {  // `none` leaves out what a template has
      Json list = {{"type", "array"}, {"items", section(path)}};
      return {{"anyOf", {section(path), std::move(list), {{"const", "none"}}}}};
    }
    case Kind::either:
      return {{"anyOf", {schema_of(*shape.item, path), schema_of(*shape.other, path)}}};
  }
  throw std::logic_error("no shape for " + path);
}

}  // namespace

std::string json_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "Wayworth scenario"},
                 {"description", "A business case for `wayworth run`; scenarios/FORMAT.md explains every key."}};
  schema.update(section(""));
  return schema.dump(2) + "\n";
}

}  // namespace wayworth::scenarios
