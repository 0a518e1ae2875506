#pragma once

#include <string_view>

namespace wayworth::reports {

// The files of reports/web/ that every HTML report carries; embedded in the program when it is built.

/// The style sheet.
std::string_view html_style();

/// The script that draws the charts; empty when Wayworth was built without it (WAYWORTH_WEB=OFF).
std::string_view chart_script();

/// "sha256-..." of the script, for the Content-Security-Policy; empty without a script.
std::string_view chart_script_hash();

}  // namespace wayworth::reports
