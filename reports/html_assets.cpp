#include "reports/html_assets.hpp"

extern "C" {
// In html_assets.S.
extern const char wayworth_style_begin[];
extern const char wayworth_style_end[];
extern const char wayworth_charts_begin[];
extern const char wayworth_charts_end[];
extern const char wayworth_charts_hash_begin[];
extern const char wayworth_charts_hash_end[];
}

namespace wayworth::reports {

namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view html_style() {
  return between(wayworth_style_begin, wayworth_style_end);
}

std::string_view chart_script() {
  return between(wayworth_charts_begin, wayworth_charts_end);
}

std::string_view chart_script_hash() {
  return between(wayworth_charts_hash_begin, wayworth_charts_hash_end);
}

}  // namespace wayworth::reports
