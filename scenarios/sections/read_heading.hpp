#pragma once

#include "scenarios/sections/map_reader.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// Key and place of an entry whose key can stand in formulas: reports a key that is no name or a reserved word.
Heading read_heading(const DocumentEntry& entry, const std::string& path, Problems& problems);

/// The same, without a restriction, for a key that no formula names.
Heading plain_heading(const DocumentEntry& entry);

}  // namespace wayworth::scenarios
