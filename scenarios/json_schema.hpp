#pragma once

#include <string>

namespace wayworth::scenarios {

/// The JSON Schema of scenario files, made of the readers' own tables, for editors: they then complete keys and words,
/// show what a key means and underline what cannot be right. It accepts every scenario that the readers accept; what
/// takes more than a look at one place (units, names, ranges, sums) only the readers can tell.
/// Source: JSON Schema draft 7 (2018), the one that the YAML language server supports best.
std::string json_schema();

}  // namespace wayworth::scenarios
