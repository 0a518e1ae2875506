#pragma once

#include "engine/model/model.hpp"

namespace wayworth::tests {

/// The golden case "two initiatives" of the project's mathematical reference: a contact centre whose volume and wages
/// grow, one initiative that lowers the volume and one that shortens the calls; 36 months at 10 %, mid-period, nothing
/// uncertain. Options: both, only `fewer_calls`, only `shorter_calls`.
engine::Model golden_two_initiatives();

}  // namespace wayworth::tests
