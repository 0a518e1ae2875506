#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/read_model.hpp"
#include "scenarios/versions/document_changes.hpp"

namespace wayworth::scenarios {

/// An edit in words.
struct StatedChange {
  std::string path;    ///< as --set has it
  std::string before;  ///< as typed; empty: not there
  std::string after;   ///< likewise
};

/// Two versions of one case, and all that lie between: with some of the edits made and the others not.
class ScenarioVersions {
public:
  /// Edits that a scenario cannot be read with one by one, such as a new driver and the formula that names it, are put
  /// into one group.
  /// \param before, after  with a model and a document
  ScenarioVersions(const ReadResult& before, const ReadResult& after);

  /// The edits that can change the figures of the first option, in groups that are made together.
  [[nodiscard]] const std::vector<std::vector<StatedChange>>& groups() const { return stated_; }
  /// The other edits: texts, sources, limits of the roadmap, other options, settings of the simulation.
  [[nodiscard]] const std::vector<StatedChange>& others() const { return others_; }

  /// The version with the marked groups: bit i is groups()[i]; its only option is the first. Every single group and all
  /// but one can be read.
  /// \return nothing when this version has an error
  [[nodiscard]] std::optional<engine::Model> with(std::uint64_t groups) const;

private:
  using Group = std::vector<DocumentChange>;

  void merge_until_readable();
  [[nodiscard]] bool stands_alone(std::uint64_t groups) const;
  [[nodiscard]] std::uint64_t all() const;
  [[nodiscard]] std::uint64_t with_companions(std::size_t group) const;

  Document before_;
  std::vector<Group> groups_;
  std::vector<std::vector<StatedChange>> stated_;
  std::vector<StatedChange> others_;
};

}  // namespace wayworth::scenarios
