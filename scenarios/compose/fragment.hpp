#pragma once

#include <span>
#include <string_view>

#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// Checks the top level of a file that is part of a scenario: it has `allowed` sections and none else, and what it says
/// of language, currency and estimates is what `scenario` says.
/// \param what_it_is  for messages: "an included file"
void check_fragment(const DocumentNode& fragment, const DocumentNode& scenario,
                    std::span<const std::string_view> allowed, std::string_view what_it_is, Problems& problems);

}  // namespace wayworth::scenarios
