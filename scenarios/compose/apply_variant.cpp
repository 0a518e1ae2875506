#include "scenarios/compose/apply_variant.hpp"

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {

namespace {

/// The entries of `variants`; empty, and a problem, when it is no map of maps.
std::vector<DocumentEntry> variants_of(const Document& document, Problems* problems) {
  const DocumentEntry* const variants = document.root.find("variants");
  if (variants == nullptr) return {};
  std::vector<DocumentEntry> usable;
  const auto report = [&](const DocumentNode& node, const std::string& path, std::string_view of_what) {
    if (problems == nullptr) return;
    problems->error(node.place, path, fmt::format("must be a map of {}, not {}", of_what, name_of(node.kind)));
  };
  if (!variants->value.is_map() && !variants->value.is_null()) report(variants->value, "variants", "name: changes");
  for (const DocumentEntry& entry : variants->value.entries) {
    if (entry.value.is_map()) {
      usable.push_back(entry);
    } else {
      report(entry.value, "variants." + entry.key, "path: value");
    }
  }
  return usable;
}

void apply(Document& document, const DocumentEntry& variant, Problems& problems) {
  for (const DocumentEntry& change : variant.value.entries) {
    put_value(document, change.key, change.value, change.key_place, problems);
  }
}

}  // namespace

std::vector<std::string> variant_names(const Document& document) {
  std::vector<std::string> names;
  for (const DocumentEntry& variant : variants_of(document, nullptr)) names.push_back(variant.key);
  return names;
}

void apply_variant(Document& document, const std::string& chosen, Problems& problems) {
  bool is_found = chosen.empty();
  const std::vector<DocumentEntry> variants = variants_of(document, &problems);
  for (const DocumentEntry& variant : variants) {
    if (variant.key == chosen) continue;
    Document copy = document;
    apply(copy, variant, problems);
  }
  for (const DocumentEntry& variant : variants) {
    if (variant.key != chosen) continue;
    is_found = true;
    apply(document, variant, problems);
  }
  if (is_found) return;
  const std::vector<std::string> names = variant_names(document);
  problems.error({}, "variants",
                 names.empty() ? fmt::format("there is no variant `{}`: the scenario has none", chosen)
                               : fmt::format("there is no variant `{}`{}", chosen, suggestion(chosen, names)));
}

}  // namespace wayworth::scenarios
