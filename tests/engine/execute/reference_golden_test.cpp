#include "engine/execute/reference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"

namespace wayworth::engine {
namespace {

constexpr double tolerance = 1e-9;  // relative: the figures were computed in 40 digits and printed with 16

TEST_CASE("the golden case of two initiatives: the programme", "[reference][known-answer]") {
  const SubjectAccount both = evaluate_subject(tests::golden_two_initiatives(), {}, {});
  CHECK_THAT(both[Measure::pv_benefits], tests::WithinRel(2369506.277619945, tolerance));
  CHECK_THAT(both[Measure::pv_costs], tests::WithinRel(874892.6779666155, tolerance));
  CHECK_THAT(both[Measure::npv], tests::WithinRel(1494613.5996533295, tolerance));
  CHECK_THAT(both[Measure::roi], tests::WithinRel(1.708339362408473, tolerance));
  CHECK_THAT(both[Measure::payback], tests::WithinRel(15.46749851207091, tolerance));
  CHECK_THAT(both[Measure::peak_funding], tests::WithinRel(556834.687224078, tolerance));
  CHECK_THAT(both[Measure::freed_fte], tests::WithinRel(23.477755981639422, tolerance));
  CHECK_THAT(both[FlowLine::net].flow[1], tests::WithinRel(-104166.66666666667, tolerance));
  CHECK_THAT(both[FlowLine::net].flow[7], tests::WithinRel(-2636.7581166658897, tolerance));
  CHECK_THAT(both[FlowLine::net].flow[13], tests::WithinRel(85536.66666666667, tolerance));
  CHECK_THAT(both[FlowLine::net].flow[36], tests::WithinRel(96334.34883095408, tolerance));
}

TEST_CASE("the golden case of two initiatives: each by itself", "[reference][known-answer]") {
  const Model model = tests::golden_two_initiatives();
  const SubjectAccount fewer_calls =
      evaluate_subject(model, {}, {.scope = Scope::alone, .initiative = InitiativeId{0}});
  CHECK_THAT(fewer_calls[Measure::pv_benefits], tests::WithinRel(1468061.7440375178, tolerance));
  CHECK_THAT(fewer_calls[Measure::pv_costs], tests::WithinRel(645130.4751726007, tolerance));
  CHECK_THAT(fewer_calls[Measure::npv], tests::WithinRel(822931.268864917, tolerance));
  CHECK_THAT(fewer_calls[Measure::roi], tests::WithinRel(1.2756043940487336, tolerance));
  CHECK_THAT(fewer_calls[Measure::payback], tests::WithinRel(17.232854165797026, tolerance));
  CHECK_THAT(fewer_calls[Measure::peak_funding], tests::WithinRel(404963.25020277954, tolerance));
  CHECK_THAT(fewer_calls[Measure::freed_fte], tests::WithinRel(14.796905030445014, tolerance));

  const SubjectAccount shorter_calls = evaluate_subject(model, {}, {.option = 2});
  CHECK_THAT(shorter_calls[Measure::pv_benefits], tests::WithinRel(1016636.772383435, tolerance));
  CHECK_THAT(shorter_calls[Measure::pv_costs], tests::WithinRel(229762.2027940148, tolerance));
  CHECK_THAT(shorter_calls[Measure::npv], tests::WithinRel(786874.5695894202, tolerance));
  CHECK_THAT(shorter_calls[Measure::roi], tests::WithinRel(3.4247346170112447, tolerance));
  CHECK_THAT(shorter_calls[Measure::payback], tests::WithinRel(12.27167326583437, tolerance));
  CHECK_THAT(shorter_calls[Measure::peak_funding], tests::WithinRel(154197.9291074121, tolerance));
  CHECK_THAT(shorter_calls[Measure::freed_fte], tests::WithinRel(9.86460335363001, tolerance));
}

TEST_CASE("the golden case of two initiatives: what they take from each other", "[reference][known-answer]") {
  const Model model = tests::golden_two_initiatives();
  const auto npv = [&](Scope scope, InitiativeId id) {
    return evaluate_subject(model, {}, {.scope = scope, .initiative = id})[Measure::npv];
  };
  const double overlap = -115192.23880100777;
  const double programme = evaluate_subject(model, {}, {})[Measure::npv];
  const double alone = npv(Scope::alone, InitiativeId{0}) + npv(Scope::alone, InitiativeId{1});
  CHECK_THAT(programme - alone, tests::WithinRel(overlap, tolerance));
  CHECK_THAT(npv(Scope::last, InitiativeId{0}), tests::WithinRel(822931.268864917 + overlap, tolerance));
  const TrialAccount both = evaluate_trial(model, {}, 0, {InitiativeId{0}, InitiativeId{1}});
  CHECK_THAT(both.streams[0].value.today[0], tests::WithinRel(113.12217194570135, tolerance));
}

}  // namespace
}  // namespace wayworth::engine
