#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/model/model.hpp"
#include "scenarios/resolve/build_quantity.hpp"
#include "scenarios/resolve/possible_range.hpp"

namespace wayworth::scenarios {

/// A unit that a figure must come out in, and how messages call it.
struct WantedUnit {
  engine::Unit unit;
  std::string text;
};

/// Brings figures into the unit and the range that their place in the Model asks for. Each function gives nothing when
/// the figure is wrong, which then has been reported.
class QuantityFitter {
public:
  QuantityFitter(const QuantityBuilder& builder, std::span<const engine::Input> inputs, const engine::Timeline& time)
      : builder_(builder), inputs_(inputs), time_(time) {}

  /// In `unit`: numbers are taken to be in it already, formulas are converted, unchecked ones too if they can be.
  [[nodiscard]] std::optional<Quantity> in_unit(const Figure& figure, AllowedNames allowed,
                                                const WantedUnit& wanted) const;
  [[nodiscard]] std::optional<Quantity> in_unit(Quantity quantity, const Figure& figure,
                                                const WantedUnit& wanted) const;

  /// A share that says how something changes: numbers must have %, and all of its range, where known, above -100 %.
  [[nodiscard]] std::optional<engine::Expression> relative_change(const Figure& figure, AllowedNames allowed) const;

  /// A share from 0 to 1, where its range is known; `otherwise` when there is no figure.
  [[nodiscard]] std::optional<engine::Expression> share_or(double otherwise, const std::optional<Figure>& figure,
                                                           AllowedNames allowed) const;

  /// A time in months, at least 0; zero when there is no figure.
  [[nodiscard]] std::optional<engine::Expression> months(const std::optional<Figure>& figure) const;

  /// An effort in person-months, at least 0.
  [[nodiscard]] std::optional<engine::Expression> person_months(const Figure& figure) const;

  [[nodiscard]] const QuantityBuilder& builder() const { return builder_; }
  [[nodiscard]] std::span<const engine::Input> inputs() const { return inputs_; }
  [[nodiscard]] const engine::Timeline& time() const { return time_; }

  /// What the quantity can be, when that is known for sure: of numbers and draws only, or a driver that is.
  [[nodiscard]] std::optional<PossibleRange> range_of(const Quantity& quantity) const;

private:
  [[nodiscard]] std::optional<engine::Expression> not_negative(const Figure& figure, std::string_view what) const;

  const QuantityBuilder& builder_;
  std::span<const engine::Input> inputs_;
  engine::Timeline time_;
};

}  // namespace wayworth::scenarios
