#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// One value that differs between two trees.
struct DocumentChange {
  std::vector<std::string> path;       ///< keys, and names of entries of lists
  std::optional<DocumentNode> before;  ///< empty: not there
  std::optional<DocumentNode> after;   ///< likewise
};

/// What has to be changed in the first tree to make it the second, in the order of the first, what is new behind it.
/// Maps are compared key by key, whatever their order; lists of maps with names (or, without names, kinds) of their own
/// entry by entry, other lists as a whole. A figure and a map with that figure as `value` are alike.
std::vector<DocumentChange> changes_between(const DocumentNode& before, const DocumentNode& after);

/// Makes one of the changes that changes_between() found, in the first tree or in one with other changes made.
void make_change(DocumentNode& root, const DocumentChange& change);

/// "initiatives.chat.costs.Licences.value"
std::string path_text(const std::vector<std::string>& path);

/// A value on one line, as it could be typed; a large map by its keys.
std::string flow_text(const DocumentNode& node);

}  // namespace wayworth::scenarios
