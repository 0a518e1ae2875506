#pragma once

#include "scenarios/compose/file_loader.hpp"

namespace wayworth::scenarios {

/// Gives every initiative that `extends` a template what the template says and the initiative does not. A template is a
/// file with one initiative; it may extend another one. Entries of `effects` and `rollout` count one by one, and
/// `TARGET: none` under `effects` leaves out the template's; all other keys count as a whole.
void extend_initiatives(Document& document, FileLoader& loader);

}  // namespace wayworth::scenarios
