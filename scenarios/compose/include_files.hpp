#pragma once

#include "scenarios/compose/file_loader.hpp"

namespace wayworth::scenarios {

/// Puts the sections of the files under `include` into `document`, those of a file before those of the file that
/// includes it. A file that is included by several is put in once. Reports entries that stand in two places, and files
/// that include themselves.
void include_files(Document& document, FileLoader& loader);

}  // namespace wayworth::scenarios
