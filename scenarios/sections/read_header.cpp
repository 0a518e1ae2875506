#include "scenarios/sections/read_header.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<Estimates>, 2> estimate_meanings = {
    {{"ends", Estimates::ends}, {"p10_p90", Estimates::p10_p90}}};

constexpr std::array<Key, 20> keys = {{
    {"wayworth", Use::required, shapes::whole_number<1, 1>, "version of this language"},
    {"name", Use::required, shapes::text, "title of the business case"},
    {"client", Use::optional, shapes::text, "whom it is for"},
    {"currency", Use::required, shapes::text_like("^[A-Z]{3}$"), "the money of every figure"},
    {"estimates", Use::optional, shapes::one_of<estimate_meanings>,
     "what `[low, likely, high]` means; required when such a list stands anywhere"},
    {"time", Use::required, shapes::section, "the calendar"},
    {"finance", Use::required, shapes::section, "how money of different dates is compared"},
    {"simulation", Use::optional, shapes::section, "defaults of a run; the command line overrides them"},
    {"drivers", Use::optional, shapes::names_to<shapes::figure_or_section>, "what the business looks like today"},
    {"streams", Use::optional, shapes::names_to<shapes::section>, "what it earns, spends and staffs"},
    {"segments", Use::optional, shapes::names_to<shapes::section>, "groups of customers who stay, leave and join"},
    {"initiatives", Use::required, shapes::names_to<shapes::section>, "what could change it"},
    {"worlds", Use::optional, shapes::map_of<shapes::section>,
     "ways in which the world outside may turn out, each with its probability"},
    {"correlations", Use::optional, shapes::list_of<shapes::section>, "how uncertain figures depend on each other"},
    {"links", Use::optional, shapes::map_of<shapes::section>,
     "how drivers follow others, such as churn a satisfaction score"},
    {"roadmap", Use::optional, shapes::section, "phases of the plan"},
    {"options", Use::optional, shapes::map_of<shapes::section>,
     "named roadmaps to compare; the first is the one that figures of initiatives are about"},
    {"include", Use::optional, shapes::list_of<shapes::text>,
     "files whose drivers, streams, segments, links, correlations and initiatives belong to the scenario"},
    {"accept", Use::optional, shapes::list_of<shapes::section>, "findings of the linter that are right as they are"},
    {"variants", Use::optional, shapes::map_of<shapes::map_of<shapes::anything>>,
     "named sets of changes, of which `--variant` chooses one"},
}};

void check_version(const MapReader& root) {
  const DocumentNode* const version = root.find("wayworth");
  if (version == nullptr || version->text == "1") return;
  root.problems().error(version->place, "wayworth",
                        fmt::format("must be 1, the version of the language, not `{}`", version->text));
}

std::string read_currency(const MapReader& root) {
  const std::string code = root.text("currency").value_or("");
  const bool is_code =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
  if (is_code || root.find("currency") == nullptr || !root.find("currency")->is_scalar()) return code;
  root.problems().error(root.find("currency")->place, "currency",
                        fmt::format("must be a code of three capital letters such as USD, not `{}`", code));
  return "";
}

}  // namespace

const SectionKeys root_keys = {"", keys};

void read_header(const MapReader& root, Scenario& scenario) {
  check_version(root);
  scenario.name = root.text("name").value_or("");
  scenario.client = root.text("client").value_or("");
  scenario.currency = read_currency(root);
  const bool states_estimates = root.find("estimates") != nullptr;
  scenario.estimates =
      root.choice("estimates", estimate_meanings).value_or(states_estimates ? Estimates::wrong : Estimates::unstated);
}

}  // namespace wayworth::scenarios
