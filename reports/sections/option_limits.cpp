#include "reports/sections/option_limits.hpp"

#include "reports/sections/limit_words.hpp"

namespace wayworth::reports {

Table with_limits(Table table, const engine::BrokenLimits& limits) {
  if (limits.empty()) return table;
  table.columns.insert(table.columns.begin() + 1, {"Limits", Align::left, 6, false});
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    table.rows[i].insert(table.rows[i].begin() + 1, Instead{limits_text(limits[i])});
  }
  return table;
}

Blocks broken_limits(const engine::Model& model, const engine::BrokenLimits& limits) {
  Blocks blocks;
  for (std::size_t i = 0; i < limits.size(); ++i) {
    if (!limits[i].empty()) blocks.push_back(Paragraph{limits_sentence(model, model.options[i].name, limits[i])});
  }
  if (!blocks.empty()) blocks.push_back(Paragraph{limits_basis(model)});
  return blocks;
}

Blocks options(const engine::Model& model, const engine::Findings& findings, const engine::BrokenLimits& limits) {
  Blocks blocks = options(model, findings);
  Blocks broken = broken_limits(model, limits);
  if (blocks.empty() && !broken.empty()) blocks.push_back(Heading{"Limits of the roadmap"});
  if (auto* const table = blocks.empty() ? nullptr : std::get_if<Table>(&blocks.back())) {
    *table = with_limits(std::move(*table), limits);
  }
  for (Block& block : broken) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace wayworth::reports
