#include "scenarios/versions/scenario_versions.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace wayworth::scenarios {

namespace {

/// So many edits are looked at one by one; more of them by driver, stream, initiative; then by section.
constexpr std::size_t most_single_edits = 10;
constexpr std::size_t most_groups = 40;

/// Sections that figures of an option do not depend on.
constexpr std::array<std::string_view, 5> sections_apart = {"simulation", "roadmap", "variants", "include", "accept"};
/// Keys whose values are read by people only.
constexpr std::array<std::string_view, 9> texts = {"name",         "client",  "source", "evidence", "current_state",
                                                   "future_state", "pillars", "stage",  "extends"};

template <std::size_t count>
bool contains(const std::array<std::string_view, count>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void erase_entries(DocumentNode& map, const auto& is_superfluous) {
  map.entries.erase(std::remove_if(map.entries.begin(), map.entries.end(), is_superfluous), map.entries.end());
}

/// Leaves what the figures of the first option depend on.
DocumentNode core_of(DocumentNode root) {
  erase_entries(root, [](const DocumentEntry& entry) { return contains(sections_apart, entry.key); });
  DocumentEntry* const options = root.find("options");
  if (options != nullptr && !options->value.entries.empty()) {
    options->value.entries.erase(options->value.entries.begin() + 1, options->value.entries.end());
  }
  // Without them a version has two names at once, and the settings of a run are those of the comparison.
  return root;
}

std::string first_option(const DocumentNode& root) {
  const DocumentEntry* const options = root.find("options");
  return options == nullptr || options->value.entries.empty() ? "" : options->value.entries.front().key;
}

StatedChange stated(const DocumentChange& change) {
  return {path_text(change.path), change.before ? flow_text(*change.before) : "",
          change.after ? flow_text(*change.after) : ""};
}

/// The edits in groups by the first keys of their paths, in the order of their first edit.
std::vector<std::vector<DocumentChange>> grouped(std::vector<DocumentChange> changes, std::size_t keys) {
  std::vector<std::vector<DocumentChange>> groups;
  std::map<std::vector<std::string>, std::size_t> place;
  for (DocumentChange& change : changes) {
    std::vector<std::string> key = change.path;
    if (key.size() > keys) key.resize(keys);
    const auto [known, is_new] = place.try_emplace(key, groups.size());
    if (is_new) groups.emplace_back();
    groups[known->second].push_back(std::move(change));
  }
  return groups;
}

}  // namespace

ScenarioVersions::ScenarioVersions(const ReadResult& before, const ReadResult& after) : before_(*before.document) {
  before_.root = core_of(before.document->root);
  DocumentNode changed = core_of(after.document->root);
  std::vector<DocumentChange> changes = changes_between(before_.root, changed);
  if (first_option(before_.root) != first_option(changed)) {  // other starts under another name: one edit
    const auto in_options = [](const DocumentChange& change) { return change.path.front() == "options"; };
    changes.erase(std::remove_if(changes.begin(), changes.end(), in_options), changes.end());
    const DocumentEntry* const was = before_.root.find("options");
    const DocumentEntry* const is = changed.find("options");
    changes.push_back({{"options"},
                       was == nullptr ? std::nullopt : std::optional(was->value),
                       is == nullptr ? std::nullopt : std::optional(is->value)});
  }
  const auto is_text = [](const DocumentChange& change) { return contains(texts, change.path.back()); };
  const auto begin_of_texts = std::stable_partition(changes.begin(), changes.end(),
                                                    [&](const DocumentChange& change) { return !is_text(change); });
  changes.erase(begin_of_texts, changes.end());
  groups_ = grouped(changes, changes.size() <= most_single_edits ? max_depth : 2);
  if (groups_.size() > most_groups) groups_ = grouped(std::move(changes), 1);
  merge_until_readable();
  for (const Group& group : groups_) {
    std::vector<StatedChange>& edits = stated_.emplace_back();
    std::transform(group.begin(), group.end(), std::back_inserter(edits), stated);
  }
  for (const DocumentChange& change : changes_between(before.document->root, after.document->root)) {
    const StatedChange edit = stated(change);
    const auto is_it = [&](const StatedChange& other) { return other.path == edit.path; };
    const bool is_in_a_group = std::any_of(stated_.begin(), stated_.end(), [&](const auto& edits) {
      return std::any_of(edits.begin(), edits.end(), is_it);
    });
    const bool is_of_options = change.path.front() == "options" && first_option(before_.root) != first_option(changed);
    if (!is_in_a_group && !is_of_options) others_.push_back(edit);
  }
}

std::uint64_t ScenarioVersions::all() const {
  return (std::uint64_t{1} << groups_.size()) - 1;
}

std::optional<engine::Model> ScenarioVersions::with(std::uint64_t groups) const {
  Document document = before_;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if ((groups >> i & 1U) == 0) continue;
    for (const DocumentChange& change : groups_[i]) make_change(document.root, change);
  }
  Problems problems;
  return model_of(document, problems);
}

bool ScenarioVersions::stands_alone(std::uint64_t groups) const {
  return with(groups).has_value() && with(all() & ~groups).has_value();
}

/// The fewest groups with this one that can be made together without the others, and left out together: each other one
/// is spared in turn, and stays away when the rest still stands alone.
std::uint64_t ScenarioVersions::with_companions(std::size_t group) const {
  std::uint64_t set = all();
  for (std::size_t other = 0; other < groups_.size(); ++other) {
    const std::uint64_t fewer = set & ~(std::uint64_t{1} << other);
    if (other != group && stands_alone(fewer)) set = fewer;
  }
  return set;
}

void ScenarioVersions::merge_until_readable() {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (stands_alone(std::uint64_t{1} << i)) continue;
    const std::uint64_t set = with_companions(i);
    std::vector<Group> left;
    Group joined;
    std::size_t place = 0;  // behind the groups that were looked at and stay
    for (std::size_t k = 0; k < groups_.size(); ++k) {
      if ((set >> k & 1U) == 0) {
        if (k < i) ++place;
        left.push_back(std::move(groups_[k]));
      } else {
        std::move(groups_[k].begin(), groups_[k].end(), std::back_inserter(joined));
      }
    }
    left.insert(left.begin() + static_cast<std::ptrdiff_t>(place), std::move(joined));
    groups_ = std::move(left);
    i = place;
  }
}

}  // namespace wayworth::scenarios
