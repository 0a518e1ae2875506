#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/model.hpp"

namespace wayworth::engine {

/// One numbering of the inputs of several models, by path, so that all of them meet the same luck: a draw depends on
/// the path of an input and, in a Sobol' net, on its place. The inputs of the first model come first, in their order;
/// each further model adds what is new in it at the end. Series of inputs, one a step, stay together.
class InputNumbering {
public:
  void add(const Model& model);

  /// The same model with its inputs at these places. Places of inputs that it does not have hold those of the models
  /// that were added; nothing names them. Where they are correlated with inputs that the model has, they stay so: the
  /// others then have the luck that they had beside them, unless the model's own correlations rule that out.
  /// \param model  with no input of another path than the models that were added
  [[nodiscard]] Model apply(Model model) const;

private:
  [[nodiscard]] std::vector<RankCorrelation> pairs_of_missing(const Model& model,
                                                              const std::vector<bool>& is_there) const;

  std::vector<std::vector<Input>> runs_;                         ///< single inputs, and series
  std::map<std::string, std::size_t> run_of_;                    ///< by the path of the first input: index into runs_
  std::map<std::pair<std::string, std::string>, double> ranks_;  ///< stated by any model, by paths
};

}  // namespace wayworth::engine
