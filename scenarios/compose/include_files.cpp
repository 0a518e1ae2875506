#include "scenarios/compose/include_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "scenarios/compose/fragment.hpp"

namespace wayworth::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> sections = {"include",     "drivers", "streams",     "segments",
                                                      "initiatives", "links",   "correlations"};

class Includer {
public:
  Includer(DocumentNode& scenario, FileLoader& loader) : scenario_(scenario), loader_(loader) {}

  /// Puts the files of `list`, the value of an `include`, into the scenario.
  void include_all(const DocumentNode& list) {
    if (!list.is_list()) {
      loader_.problems().error(list.place, "include",
                               fmt::format("must be a list of files, not {}", name_of(list.kind)));
    }
    std::set<fs::path> named;
    for (const DocumentNode& item : list.items) {
      const std::optional<fs::path> file = loader_.find(item, "include");
      if (!file) continue;
      if (named.insert(*file).second) {
        include(*file, item);
      } else {
        loader_.problems().error(item.place, "include", fmt::format("`{}` is named twice", item.text));
      }
    }
  }

private:
  void include(const fs::path& file, const DocumentNode& named) {
    if (const auto self = std::find(open_.begin(), open_.end(), file); self != open_.end()) {
      report_cycle(self, named);
      return;
    }
    if (!done_.insert(file).second) return;
    const Document* const part = loader_.load(file, named.place, "include");
    if (part == nullptr) return;
    check_fragment(part->root, scenario_, sections, "an included file", loader_.problems());
    open_.push_back(file);
    if (const DocumentEntry* const list = part->root.find("include")) include_all(list->value);
    open_.pop_back();
    for (const DocumentEntry& section : part->root.entries) {
      const bool is_put_in =
          section.key != "include" && std::find(sections.begin(), sections.end(), section.key) != sections.end();
      if (is_put_in) put_in(section);
    }
  }

  void report_cycle(std::vector<fs::path>::const_iterator self, const DocumentNode& named) const {
    std::string cycle;
    for (auto at = self; at != open_.end(); ++at) cycle += at->string() + " → ";
    loader_.problems().error(named.place, "include", fmt::format("includes itself: {}{}", cycle, self->string()));
  }

  void put_in(const DocumentEntry& section) {
    DocumentEntry* const own = scenario_.find(section.key);
    if (own == nullptr) {
      scenario_.entries.push_back(section);
      included_[section.key] = size_of(section.value);
    } else if (own->value.is_map() && section.value.is_map()) {
      put_in_map(own->value, section);
    } else if (own->value.is_list() && section.value.is_list()) {
      const auto at = own->value.items.begin() + static_cast<std::ptrdiff_t>(included_[section.key]);
      own->value.items.insert(at, section.value.items.begin(), section.value.items.end());
      included_[section.key] += section.value.items.size();
    } else {
      loader_.problems().error(section.key_place, section.key,
                               fmt::format("is {} here, but {} in {}", name_of(section.value.kind),
                                           name_of(own->value.kind), line_of(own->key_place)));
    }
  }

  void put_in_map(DocumentNode& own, const DocumentEntry& section) {
    for (const DocumentEntry& entry : section.value.entries) {
      if (const DocumentEntry* const other = own.find(entry.key)) {
        loader_.problems().error(
            entry.key_place, fmt::format("{}.{}", section.key, entry.key),
            fmt::format("stands in {}{} too; remove one (`variants` and --set change a figure)",
                        line_of(other->key_place), other->key_place.file ? "" : " of the scenario"));
        continue;
      }
      own.entries.insert(own.entries.begin() + static_cast<std::ptrdiff_t>(included_[section.key]++), entry);
    }
  }

  static std::size_t size_of(const DocumentNode& node) { return node.entries.size() + node.items.size(); }

  DocumentNode& scenario_;
  FileLoader& loader_;
  std::vector<fs::path> open_;  ///< files that are being included, the outermost first
  std::set<fs::path> done_;
  std::map<std::string, std::size_t> included_;  ///< entries of a section that were put in; they stand at its front
};

}  // namespace

void include_files(Document& document, FileLoader& loader) {
  const DocumentEntry* const list = std::as_const(document.root).find("include");
  if (list == nullptr || list->value.is_null()) return;
  const DocumentNode files = list->value;  // a copy, as entries are added around it
  Includer(document.root, loader).include_all(files);
}

}  // namespace wayworth::scenarios
