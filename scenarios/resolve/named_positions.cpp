#include "scenarios/resolve/named_positions.hpp"

namespace wayworth::scenarios {
namespace {

void collect(const Syntax& syntax, NamedQuantity::Kind kind, const NameTable& names,
             std::vector<std::size_t>& positions) {
  if (const auto* const name = std::get_if<Syntax::Name>(&syntax.node)) {
    const NamedQuantity* const found = names.find(name->text);
    if (found != nullptr && found->kind == kind) positions.push_back(found->index);
    return;
  }
  const auto* const call = std::get_if<Syntax::Call>(&syntax.node);
  if (call == nullptr) return;
  for (const Syntax& argument : call->arguments) collect(argument, kind, names, positions);
}

}  // namespace

std::vector<std::size_t> named_positions(const Figure& figure, NamedQuantity::Kind kind, const NameTable& names) {
  std::vector<std::size_t> positions;
  collect(figure.syntax, kind, names, positions);
  return positions;
}

std::vector<std::size_t> named_positions(std::initializer_list<const std::optional<Figure>*> figures,
                                         NamedQuantity::Kind kind, const NameTable& names) {
  std::vector<std::size_t> positions;
  for (const std::optional<Figure>* const figure : figures) {
    if (*figure) collect((*figure)->syntax, kind, names, positions);
  }
  return positions;
}

}  // namespace wayworth::scenarios
