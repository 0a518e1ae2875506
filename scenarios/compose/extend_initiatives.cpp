#include "scenarios/compose/extend_initiatives.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "scenarios/compose/fragment.hpp"

namespace wayworth::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 1> template_sections = {"initiatives"};
constexpr std::array<std::string_view, 2> merged_keys = {"effects", "rollout"};

bool is_none(const DocumentNode& node) {
  return node.is_scalar() && node.text == "none";
}

class Extender {
public:
  Extender(const DocumentNode& scenario, FileLoader& loader) : scenario_(scenario), loader_(loader) {}

  /// Puts what the template of `initiative` says into it.
  void extend(DocumentNode& initiative, const std::string& path) {
    const DocumentEntry* const extends = std::as_const(initiative).find("extends");
    if (extends == nullptr || extends->value.is_null()) return;
    const std::string key_path = path + ".extends";
    const std::optional<fs::path> file = loader_.find(extends->value, key_path);
    if (!file) return;
    if (const auto self = std::find(open_.begin(), open_.end(), *file); self != open_.end()) {
      loader_.problems().error(extends->value.place, key_path, fmt::format("`{}` extends itself", file->string()));
      return;
    }
    const Document* const document = loader_.load(*file, extends->value.place, key_path);
    if (document == nullptr) return;
    if (checked_.insert(*file).second) {
      check_fragment(document->root, scenario_, template_sections, "a template", loader_.problems());
    }
    std::optional<DocumentNode> base = initiative_of(*document, extends->value.place, key_path);
    if (!base) return;
    open_.push_back(*file);
    extend(*base, path);
    open_.pop_back();
    merge(initiative, std::move(*base), path);
  }

private:
  [[nodiscard]] std::optional<DocumentNode> initiative_of(const Document& document, const Place& named_at,
                                                          const std::string& path) const {
    const DocumentEntry* const initiatives = document.root.find("initiatives");
    if (initiatives != nullptr && initiatives->value.entries.size() == 1) {
      const DocumentNode& only = initiatives->value.entries.front().value;
      if (only.is_map()) return only;
    }
    loader_.problems().error(named_at, path,
                             fmt::format("`{}` is no template: it must have one initiative", document.file));
    return std::nullopt;
  }

  void merge(DocumentNode& own, DocumentNode base, const std::string& path) const {
    for (DocumentEntry& entry : base.entries) {
      if (entry.key == "extends") continue;
      DocumentEntry* const same = own.find(entry.key);
      const bool is_merged = std::find(merged_keys.begin(), merged_keys.end(), entry.key) != merged_keys.end();
      if (same == nullptr) {
        own.entries.push_back(std::move(entry));
      } else if (is_merged && same->value.is_map() && entry.value.is_map()) {
        add_missing(same->value, std::move(entry.value));
      }
    }
    if (const DocumentEntry* const effects = own.find("effects")) report_none(effects->value, path + ".effects");
  }

  /// Both maps as one, in which `own` wins and leaves out what it calls `none`.
  static void add_missing(DocumentNode& own, DocumentNode base) {
    for (DocumentEntry& entry : base.entries) {
      const DocumentEntry* const same = std::as_const(own).find(entry.key);
      if (same == nullptr) {
        own.entries.push_back(std::move(entry));
      } else if (is_none(same->value)) {
        std::erase_if(own.entries, [&](const DocumentEntry& one) { return one.key == entry.key; });
      }
    }
  }

  /// What is still called `none` is nothing that the template has.
  void report_none(const DocumentNode& effects, const std::string& path) const {
    for (const DocumentEntry& entry : effects.entries) {
      if (!is_none(entry.value)) continue;
      loader_.problems().error(entry.value.place, path + "." + entry.key,
                               "the template has no such effect to leave out");
    }
  }

  const DocumentNode& scenario_;
  FileLoader& loader_;
  std::vector<fs::path> open_;  ///< templates that are being extended, the first one first
  std::set<fs::path> checked_;
};

}  // namespace

void extend_initiatives(Document& document, FileLoader& loader) {
  DocumentEntry* const initiatives = document.root.find("initiatives");
  if (initiatives == nullptr) return;
  Extender extender(document.root, loader);
  for (DocumentEntry& entry : initiatives->value.entries) {
    if (entry.value.is_map()) extender.extend(entry.value, "initiatives." + entry.key);
  }
}

}  // namespace wayworth::scenarios
