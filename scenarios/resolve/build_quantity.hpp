#pragma once

#include <optional>

#include "scenarios/messages/problems.hpp"
#include "scenarios/resolve/collect_inputs.hpp"
#include "scenarios/resolve/name_table.hpp"
#include "scenarios/resolve/quantity.hpp"

namespace wayworth::scenarios {

/// Which names may stand in a figure.
struct AllowedNames {
  bool drivers = false;
  bool streams = false;
  bool time = false;  ///< `t` and `year`
};

/// Resolves the names of formulas and derives their units.
class QuantityBuilder {
public:
  /// All references must outlive the builder.
  QuantityBuilder(const NameTable& names, const CollectedInputs& collected, Problems& problems)
      : names_(names), collected_(collected), problems_(problems) {}

  /// Nothing when the figure is wrong (reported) or names something that is (reported there).
  [[nodiscard]] std::optional<Quantity> build(const Figure& figure, AllowedNames allowed) const;

  /// The first of the inputs, one a step, that the noise of this driver draws.
  [[nodiscard]] engine::InputId first_noise_of(const DriverSection& driver) const {
    return collected_.noise.at(&driver);
  }

  /// Which of the worlds a trial is in.
  [[nodiscard]] std::optional<engine::InputId> worlds() const { return collected_.worlds; }

  [[nodiscard]] const NameTable& names() const { return names_; }
  [[nodiscard]] Problems& problems() const { return problems_; }

private:
  const NameTable& names_;
  const CollectedInputs& collected_;
  Problems& problems_;
};

}  // namespace wayworth::scenarios
