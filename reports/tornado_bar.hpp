#pragma once

#include <cstddef>
#include <string>

namespace wayworth::reports {

/// The bars of a tornado, drawn in text on one scale, with a line where the figure stands anyway.
class TornadoBars {
public:
  /// \param from, to  ends of the scale; the bars of all rows and the base lie between them
  TornadoBars(double from, double to, double base, std::size_t width = 24);

  /// "  ████│██    ": as wide as all others, without the spaces behind the last mark.
  [[nodiscard]] std::string bar(double low, double high) const;

private:
  [[nodiscard]] std::size_t place_of(double value) const;

  double from_;
  double to_;
  std::size_t width_;
  std::size_t base_;
};

}  // namespace wayworth::reports
